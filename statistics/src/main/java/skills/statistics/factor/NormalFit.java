package skills.statistics.factor;

import java.util.List;
import skills.statistics.Convergence;
import skills.statistics.matrix.Symmetric;

/**
 * Normal-theory maximum likelihood of means and covariances in one or more groups, by Fisher
 * scoring with step halving.
 *
 * @param covariance of the estimates: inverse of the expected information
 * @param convergence criterion: twice what a step would gain in log likelihood, free of units
 * @param chiSquared -2 log likelihood ratio against free means and covariances
 */
record NormalFit(
        List<Sample> samples,
        List<Structure> structures,
        double[] estimates,
        double[][] covariance,
        double logLikelihood,
        double chiSquared,
        Convergence convergence) {

    static NormalFit of(List<Sample> samples, List<Structure> structures, double[] start) {
        double[] p = start.clone();
        double gain = Double.POSITIVE_INFINITY;
        int iteration = 0;
        while (iteration < 500) {
            Point point = Point.at(samples, structures, p, true);
            double[] step =
                    Symmetric.of("The information of the model", point.information)
                            .solve(point.gradient);
            gain = 0;
            for (int a = 0; a < p.length; a++) gain += step[a] * point.gradient[a];
            double factor = 1;
            double[] next;
            while (true) {
                next = p.clone();
                for (int a = 0; a < p.length; a++) next[a] += factor * step[a];
                double after = Point.at(samples, structures, next, false).logLikelihood;
                if (after >= point.logLikelihood - 1e-9 || factor < 1e-8) break;
                factor /= 2;
            }
            p = next;
            iteration++;
            if (gain < 1e-13) break;
        }
        Point end = Point.at(samples, structures, p, true);
        double saturated = 0;
        for (Sample s : samples) saturated += saturated(s);
        return new NormalFit(
                samples,
                structures,
                p,
                Symmetric.of("The information of the model", end.information).inverse(),
                end.logLikelihood,
                Math.max(0, 2 * (saturated - end.logLikelihood)),
                new Convergence(gain < 1e-13, iteration, gain));
    }

    double error(int parameter) {
        return Math.sqrt(covariance[parameter][parameter]);
    }

    int n() {
        return samples.stream().mapToInt(Sample::n).sum();
    }

    /** Score test (Rao) of this model within a freer one, at this model's estimates. */
    static double scoreTest(List<Sample> samples, List<Structure> freer, double[] estimates) {
        Point point = Point.at(samples, freer, estimates, true);
        double[] solved =
                Symmetric.of("The information of the model", point.information)
                        .solve(point.gradient);
        double sum = 0;
        for (int a = 0; a < solved.length; a++) sum += solved[a] * point.gradient[a];
        return sum;
    }

    static double saturated(Sample s) {
        int p = s.mean().length;
        double log = Symmetric.of("The covariance matrix", s.covariance()).logDeterminant();
        return -s.n() / 2. * (p * Math.log(2 * Math.PI) + log + p);
    }

    private record Point(double logLikelihood, double[] gradient, double[][] information) {

        static Point at(
                List<Sample> samples, List<Structure> structures, double[] p, boolean slopes) {
            double log = 0;
            double[] gradient = new double[p.length];
            double[][] information = new double[p.length][p.length];
            for (int g = 0; g < samples.size(); g++) {
                Structure.Moments at = structures.get(g).at(p);
                Sample s = samples.get(g);
                var factored = Symmetric.factor(at.covariance());
                if (factored.isEmpty())
                    return new Point(Double.NEGATIVE_INFINITY, gradient, information);
                double[][] inverse = factored.get().inverse();
                int v = s.mean().length;
                double[] off = new double[v];
                for (int i = 0; i < v; i++) off[i] = s.mean()[i] - at.mean()[i];
                double trace = 0;
                double[][] rest = new double[v][v];
                for (int i = 0; i < v; i++)
                    for (int j = 0; j < v; j++) {
                        double t = s.covariance()[i][j] + off[i] * off[j];
                        trace += inverse[i][j] * t;
                        rest[i][j] = t - at.covariance()[i][j];
                    }
                log -=
                        s.n()
                                / 2.
                                * (v * Math.log(2 * Math.PI)
                                        + factored.get().logDeterminant()
                                        + trace);
                if (slopes) add(s.n(), at, inverse, off, rest, gradient, information);
            }
            return new Point(log, gradient, information);
        }

        private static void add(
                int n,
                Structure.Moments at,
                double[][] inverse,
                double[] off,
                double[][] rest,
                double[] gradient,
                double[][] information) {
            int v = off.length;
            double[][] pull = Structure.product(Structure.product(inverse, rest), inverse);
            double[][][] turned = new double[gradient.length][][];
            double[][] mean = new double[gradient.length][];
            for (int a = 0; a < gradient.length; a++) {
                double[][] slope = at.covarianceSlopes()[a];
                mean[a] = Structure.product(new double[][] {at.meanSlopes()[a]}, inverse)[0];
                for (int i = 0; i < v; i++) gradient[a] += n * mean[a][i] * off[i];
                if (slope == null) continue;
                turned[a] = Structure.product(inverse, slope);
                for (int i = 0; i < v; i++)
                    for (int j = 0; j < v; j++) gradient[a] += n / 2. * pull[i][j] * slope[i][j];
            }
            for (int a = 0; a < gradient.length; a++)
                for (int b = 0; b <= a; b++) {
                    double sum = 0;
                    for (int i = 0; i < v; i++) {
                        sum += mean[a][i] * at.meanSlopes()[b][i];
                        if (turned[a] != null && turned[b] != null)
                            for (int j = 0; j < v; j++)
                                sum += turned[a][i][j] * turned[b][j][i] / 2;
                    }
                    information[a][b] += n * sum;
                    if (a != b) information[b][a] += n * sum;
                }
        }
    }
}
