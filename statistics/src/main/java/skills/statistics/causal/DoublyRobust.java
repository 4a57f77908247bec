package skills.statistics.causal;

import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.distribution.Coefficients;
import skills.statistics.linear.LinearModel;
import skills.statistics.matrix.Matrix;

/**
 * Augmented inverse probability weighting (Robins, Rotnitzky and Zhao 1994): the mean of m1 - m0 +
 * T (y - m1)/e - (1 - T)(y - m0)/(1 - e), with an outcome regression in each group. Right when
 * either the outcome model or the propensity model is. The standard error is that of the mean.
 */
public record DoublyRobust(int n, Coefficient effect) {

    /**
     * @param design covariates of the outcome, without the treatment; no value missing
     * @param outcome no value missing
     * @param scores between 0 and 1
     */
    public static DoublyRobust of(
            Design design, double[] outcome, boolean[] treated, double[] scores, double level) {
        Unusable.sameLength("The outcome", outcome.length, "the scores", scores.length);
        Unusable.finite("The outcome", outcome);
        int n = outcome.length;
        Matrix x = design.matrix();
        double[][] predicted = new double[2][];
        for (int g = 0; g < 2; g++) {
            boolean which = g == 1;
            int[] rows = IntStream.range(0, n).filter(i -> treated[i] == which).toArray();
            double[] y = IntStream.of(rows).mapToDouble(i -> outcome[i]).toArray();
            predicted[g] = x.times(LinearModel.fit(design.pick(rows), y).estimates());
        }
        double[] part = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            Unusable.share("A propensity score", scores[i]);
            part[i] = predicted[1][i] - predicted[0][i];
            part[i] +=
                    treated[i]
                            ? (outcome[i] - predicted[1][i]) / scores[i]
                            : -(outcome[i] - predicted[0][i]) / (1 - scores[i]);
            mean += part[i] / n;
        }
        double ss = 0;
        for (double v : part) ss += (v - mean) * (v - mean);
        return new DoublyRobust(
                n,
                Coefficients.of(
                        "effect",
                        mean,
                        Math.sqrt(ss / (n - 1) / n),
                        Double.POSITIVE_INFINITY,
                        level));
    }
}
