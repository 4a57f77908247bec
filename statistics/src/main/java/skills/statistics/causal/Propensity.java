package skills.statistics.causal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.logistic.LogisticModel;

/**
 * The chance of being treated given the covariates (Rosenbaum and Rubin 1983), by logistic
 * regression, and the weights that make the groups alike in those covariates.
 *
 * @param treated of each person
 * @param scores fitted chances
 * @param commonSupport persons whose score lies in the range of both groups
 */
public record Propensity(
        LogisticModel model, boolean[] treated, double[] scores, int commonSupport) {

    /** Whom the weighted comparison is about. */
    public enum Target {
        /** The treated: 1 and e/(1 - e). */
        ATT,
        /** Everybody: 1/e and 1/(1 - e). */
        ATE,
        /** Those who could be in either group: 1 - e and e (Li, Morgan and Zaslavsky 2018). */
        OVERLAP
    }

    /** Means before and after weighting, in standard deviations, and what the weights cost. */
    public record Balance(
            Map<String, Double> differences,
            double treatedSize,
            double controlSize,
            double largest) {}

    /**
     * @param covariates with an intercept; nobody may miss one
     * @param treated 1 or 0
     * @throws Unusable when somebody misses a covariate, or the covariates tell the groups apart
     */
    public static Propensity of(Design covariates, double[] treated) {
        LogisticModel model = LogisticModel.fit(covariates, treated);
        if (model.n() != treated.length)
            throw new Unusable(
                    Unusable.Reason.MISMATCH,
                    "%d persons miss a covariate; leave them out first, so that the groups stay known."
                            .formatted(treated.length - model.n()));
        boolean[] group = new boolean[treated.length];
        for (int i = 0; i < group.length; i++) group[i] = treated[i] == 1;
        double[] e = model.probabilities();
        double low = Math.max(extreme(e, group, true, true), extreme(e, group, false, true));
        double high = Math.min(extreme(e, group, true, false), extreme(e, group, false, false));
        int common = 0;
        for (double score : e) if (score >= low && score <= high) common++;
        return new Propensity(model, group, e, common);
    }

    private static double extreme(double[] e, boolean[] group, boolean which, boolean smallest) {
        var some =
                IntStream.range(0, e.length).filter(i -> group[i] == which).mapToDouble(i -> e[i]);
        return (smallest ? some.min() : some.max()).orElseThrow();
    }

    /** Smallest and largest score of the treated or of the others. */
    public double[] range(boolean ofTreated) {
        return new double[] {
            extreme(scores, treated, ofTreated, true), extreme(scores, treated, ofTreated, false)
        };
    }

    public double[] weights(Target target) {
        double[] w = new double[scores.length];
        for (int i = 0; i < w.length; i++) {
            double e = scores[i];
            w[i] =
                    switch (target) {
                        case ATT -> treated[i] ? 1 : e / (1 - e);
                        case ATE -> treated[i] ? 1 / e : 1 / (1 - e);
                        case OVERLAP -> treated[i] ? 1 - e : e;
                    };
        }
        return w;
    }

    /**
     * Standardised differences: weighted mean of the treated minus that of the others, over the
     * root of the mean of the two unweighted variances; effective sizes (sum w)^2 / sum w^2.
     */
    public static Balance balance(
            Map<String, double[]> covariates, boolean[] treated, double[] weights) {
        Map<String, Double> differences = new LinkedHashMap<>();
        covariates.forEach((name, x) -> differences.put(name, difference(x, treated, weights)));
        double[] sums = new double[2];
        double[] squares = new double[2];
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            int g = treated[i] ? 1 : 0;
            sums[g] += weights[i];
            squares[g] += weights[i] * weights[i];
            largest = Math.max(largest, weights[i]);
        }
        return new Balance(
                differences,
                sums[1] * sums[1] / squares[1],
                sums[0] * sums[0] / squares[0],
                largest);
    }

    private static double difference(double[] x, boolean[] treated, double[] weights) {
        double[] mean = new double[2];
        double[] plain = new double[2];
        double[] weight = new double[2];
        int[] n = new int[2];
        for (int i = 0; i < x.length; i++) {
            int g = treated[i] ? 1 : 0;
            mean[g] += weights[i] * x[i];
            weight[g] += weights[i];
            plain[g] += x[i];
            n[g]++;
        }
        double[] variance = new double[2];
        for (int i = 0; i < x.length; i++) {
            int g = treated[i] ? 1 : 0;
            variance[g] += Math.pow(x[i] - plain[g] / n[g], 2) / (n[g] - 1);
        }
        double sd = Math.sqrt((variance[0] + variance[1]) / 2);
        return sd > 0 ? (mean[1] / weight[1] - mean[0] / weight[0]) / sd : 0;
    }

    /** Names of the covariates' columns. */
    public List<String> columns() {
        return model.coefficients(.95).stream().map(c -> c.term()).toList();
    }
}
