package skills.statistics.mixed;

import java.util.ArrayList;
import java.util.List;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.distribution.Coefficients;
import skills.statistics.distribution.Tail;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Eigen;
import skills.statistics.matrix.Matrix;

/** Degrees of freedom for fixed effects of a model at its estimate. */
final class Inference {
    private final At at;
    private final Matrix spread;
    private final int[] free;

    /**
     * @param free the parameters that were estimated inside their range
     */
    Inference(At at, int[] free) {
        this.at = at;
        this.free = free;
        // Covariance of the parameters: twice the inverse curvature of the deviance.
        this.spread = Eigen.of(at.observed().pick(free, free)).map(e -> e > 1e-10 ? 2 / e : 0);
    }

    double[] b() {
        return at.b();
    }

    /** Satterthwaite (1946) for one contrast: 2 (l'Cl)^2 / (g'Ag), g the gradient of l'Cl. */
    double satterthwaite(double[] l) {
        double variance = at.phi().quadratic(l, l);
        double[] moved = at.phi().times(l);
        double[] gradient = new double[free.length];
        for (int r = 0; r < free.length; r++) gradient[r] = at.p()[free[r]].quadratic(moved, moved);
        double noise = spread.quadratic(gradient, gradient);
        return noise > 0 ? 2 * variance * variance / noise : Double.POSITIVE_INFINITY;
    }

    List<Coefficient> coefficients(List<String> names, double level) {
        List<Coefficient> table = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            double[] l = new double[names.size()];
            l[j] = 1;
            table.add(
                    Coefficients.of(
                            names.get(j),
                            at.b()[j],
                            Math.sqrt(at.phi().at(j, j)),
                            satterthwaite(l),
                            level));
        }
        return List.copyOf(table);
    }

    /**
     * F tests of the terms with Satterthwaite's denominator as Fai and Cornelius (1996) have it:
     * the test is turned into independent contrasts, whose degrees of freedom are put together.
     */
    List<TermTest> typeThree(Design design) {
        List<TermTest> tests = new ArrayList<>();
        design.typeThreeHypotheses()
                .forEach(
                        (term, l) -> {
                            if (!term.equals("(Intercept)")) tests.add(test(term, l));
                        });
        return List.copyOf(tests);
    }

    private TermTest test(String term, Matrix l) {
        Eigen eigen = Eigen.of(l.times(at.phi()).times(l.transpose()));
        int q = l.rows();
        double f = 0;
        double together = 0;
        double single = Double.NaN;
        for (int m = 0; m < q; m++) {
            double[] contrast = l.transposeTimes(eigen.vectors().column(m));
            double value = Matrix.dot(contrast, at.b());
            f += value * value / eigen.values()[m] / q;
            single = satterthwaite(contrast);
            if (single > 2) together += Double.isInfinite(single) ? 1 : single / (single - 2);
        }
        double df = q == 1 ? single : together > q ? 2 * together / (together - q) : 2;
        return new TermTest(term, q, df, f, Tail.f(f, q, df));
    }

    /**
     * Kenward and Roger (1997), doi:10.2307/2533558: standard errors corrected for the estimation
     * of the covariance parameters, and degrees of freedom that match the first two moments of F.
     */
    List<Coefficient> kenwardRoger(List<String> names, double level) {
        Matrix phi = at.phi();
        int k = at.gamma().length;
        Matrix w = Eigen.of(at.expected()).map(e -> e > 1e-12 ? 2 / e : 0);
        Matrix middle = phi.times(0);
        for (int r = 0; r < k; r++)
            for (int s = 0; s < k; s++)
                middle =
                        middle.plus(
                                at.q()[r][s]
                                        .minus(at.p()[r].times(phi).times(at.p()[s]))
                                        .times(w.at(r, s)));
        Matrix corrected = phi.plus(phi.times(middle).times(phi).times(2));
        List<Coefficient> table = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            double[] l = new double[names.size()];
            l[j] = 1;
            double[] moved = phi.times(l);
            double variance = Matrix.dot(l, moved);
            double[] share = new double[k];
            for (int r = 0; r < k; r++) share[r] = at.p()[r].quadratic(moved, moved) / variance;
            double a = w.quadratic(share, share);
            table.add(
                    Coefficients.of(
                            names.get(j),
                            at.b()[j],
                            Math.sqrt(corrected.at(j, j)),
                            oneContrast(a),
                            level));
        }
        return List.copyOf(table);
    }

    /** The denominator for one contrast, where A1 and A2 of the paper are the same number. */
    private static double oneContrast(double a) {
        double b = 7 * a / 2;
        double g = -1;
        double c1 = g / (3 + 2 * (1 - g));
        double c2 = (1 - g) / (3 + 2 * (1 - g));
        double c3 = (3 - g) / (3 + 2 * (1 - g));
        double mean = 1 / (1 - a);
        double variance = 2 * (1 + c1 * b) / ((1 - c2 * b) * (1 - c2 * b) * (1 - c3 * b));
        double rho = variance / (2 * mean * mean);
        return 4 + 3 / (rho - 1);
    }

    boolean wellDefined() {
        return Cholesky.of(at.observed().pick(free, free)).isPresent();
    }
}
