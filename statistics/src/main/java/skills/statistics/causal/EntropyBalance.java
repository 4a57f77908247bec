package skills.statistics.causal;

import java.util.List;
import java.util.Map;
import skills.statistics.Convergence;
import skills.statistics.Unusable;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;

/**
 * Entropy balancing (Hainmueller 2012, doi:10.1093/pan/mpr025): weights for the controls, as even
 * as possible, whose covariate means equal those of the treated exactly. They are w = exp(x'b),
 * summing to the number of treated, b from a convex problem by Newton's method.
 *
 * @param weights 1 for the treated
 * @param largestMoment largest difference left, in standard deviations of the treated
 * @param largestParameter largest |b| with covariates in standard deviations of the treated
 */
public record EntropyBalance(
        double[] weights, double largestMoment, double largestParameter, Convergence convergence) {

    /**
     * @throws Unusable when no weights reach the means of the treated: they lie outside what the
     *     controls span
     */
    public static EntropyBalance of(Map<String, double[]> covariates, boolean[] treated) {
        List<double[]> x = List.copyOf(covariates.values());
        int p = x.size();
        int n = treated.length;
        Unusable.atLeast(1, p, "covariates");
        for (double[] values : x)
            Unusable.sameLength("A covariate", values.length, "the treatment", n);
        int controls = 0;
        for (boolean t : treated) if (!t) controls++;
        Unusable.atLeast(p + 1, controls, "controls");
        Unusable.atLeast(2, n - controls, "treated");
        double[][] c = new double[controls][p];
        for (int j = 0; j < p; j++) {
            Unusable.finite("A covariate", x.get(j));
            double mean = 0;
            for (int i = 0; i < n; i++) if (treated[i]) mean += x.get(j)[i] / (n - controls);
            double ss = 0;
            for (int i = 0; i < n; i++)
                if (treated[i])
                    ss += (x.get(j)[i] - mean) * (x.get(j)[i] - mean) / (n - controls - 1);
            if (!(ss > 0))
                throw new Unusable(
                        Unusable.Reason.CONSTANT,
                        "A covariate does not vary among the treated; leave it out.");
            int at = 0;
            for (int i = 0; i < n; i++)
                if (!treated[i]) c[at++][j] = (x.get(j)[i] - mean) / Math.sqrt(ss);
        }
        double[] b = new double[p];
        double[] w = shares(c, b);
        double moment = Double.POSITIVE_INFINITY;
        int step = 0;
        for (; step < 200; step++) {
            double[] mean = new double[p];
            double[][] second = new double[p][p];
            for (int i = 0; i < controls; i++)
                for (int j = 0; j < p; j++) {
                    mean[j] += w[i] * c[i][j];
                    for (int k = 0; k < p; k++) second[j][k] += w[i] * c[i][j] * c[i][k];
                }
            moment = 0;
            for (double m : mean) moment = Math.max(moment, Math.abs(m));
            if (moment < 1e-12) break;
            var root = Cholesky.of(Matrix.of(p, p, (j, k) -> second[j][k] - mean[j] * mean[k]));
            if (root.isEmpty()) break;
            double[] move = root.get().solve(mean);
            double now = dual(c, b);
            double share = 1;
            double[] next = step(b, move, share);
            while (dual(c, next) > now && share > 1e-10) next = step(b, move, share /= 2);
            b = next;
            w = shares(c, b);
        }
        double largest = 0;
        for (double v : b) largest = Math.max(largest, Math.abs(v));
        if (!(moment < 1e-8) || largest > 200)
            throw new Unusable(
                    Unusable.Reason.SEPARATION,
                    "No weights make the %d controls like the treated: the treated lie outside their range. Balance fewer covariates."
                            .formatted(controls));
        double[] weights = new double[n];
        int at = 0;
        for (int i = 0; i < n; i++) weights[i] = treated[i] ? 1 : w[at++] * (n - controls);
        return new EntropyBalance(weights, moment, largest, new Convergence(true, step, moment));
    }

    private static double[] step(double[] b, double[] move, double share) {
        double[] next = b.clone();
        for (int j = 0; j < next.length; j++) next[j] -= share * move[j];
        return next;
    }

    private static double dual(double[][] c, double[] b) {
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : c) most = Math.max(most, Matrix.dot(row, b));
        double sum = 0;
        for (double[] row : c) sum += Math.exp(Matrix.dot(row, b) - most);
        return most + Math.log(sum);
    }

    private static double[] shares(double[][] c, double[] b) {
        double log = dual(c, b);
        double[] w = new double[c.length];
        for (int i = 0; i < w.length; i++) w[i] = Math.exp(Matrix.dot(c[i], b) - log);
        return w;
    }
}
