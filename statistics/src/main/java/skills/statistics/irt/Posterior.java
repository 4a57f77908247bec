package skills.statistics.irt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import skills.statistics.Unusable;

/**
 * What is known of a person's trait level after some answers: a normal prior times the likelihood
 * of the answers, on a grid. Immutable; each answer gives a new one, in any order the same.
 */
public final class Posterior {

    private final Grid grid;
    private final double[] log;
    private final double[] weight;
    private final double mean;
    private final double sd;
    private final int answered;

    private Posterior(Grid grid, double[] log, int answered) {
        this.grid = grid;
        this.log = log;
        this.answered = answered;
        this.weight = new double[log.length];
        double[] moments = normalise(log, weight, grid);
        this.mean = moments[0];
        this.sd = Math.sqrt(moments[1]);
    }

    /**
     * Before any answer: normal with this mean and standard deviation.
     *
     * @throws Unusable when the mean is not finite or sd not a positive number
     */
    public static Posterior prior(Grid grid, double mean, double sd) {
        if (!Double.isFinite(mean) || !(sd > 0 && sd < Double.POSITIVE_INFINITY))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "A prior needs a finite mean and a standard deviation above 0.");
        double[] log = new double[grid.size()];
        for (int i = 0; i < log.length; i++) {
            double z = (grid.at(i) - mean) / sd;
            log[i] = -z * z / 2;
        }
        return new Posterior(grid, log, 0);
    }

    /**
     * After one more answer.
     *
     * @throws Unusable when the item has no such answer
     */
    public Posterior with(Item item, int category) {
        double[] next = log.clone();
        for (int i = 0; i < next.length; i++) next[i] += item.logProbability(category, grid.at(i));
        return new Posterior(grid, next, answered + 1);
    }

    /** The posterior mean: the EAP estimate. */
    public double mean() {
        return mean;
    }

    /** The posterior standard deviation: the standard error of the EAP estimate. */
    public double sd() {
        return sd;
    }

    public int answered() {
        return answered;
    }

    /**
     * Mean, standard deviation and the band that holds the share {@code level} of the posterior,
     * with equal shares left out below and above.
     *
     * @param level above 0 and below 1, for instance 0.90
     */
    public Ability ability(double level) {
        if (!(level > 0 && level < 1))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The level must lie between 0 and 1, not " + level + ".");
        return new Ability(
                mean, sd, quantile((1 - level) / 2), quantile((1 + level) / 2), answered);
    }

    /**
     * The trait level below which the share p of the posterior lies. Between two grid points the
     * density is a cubic through four of them; the distribution function is interpolated with the
     * density as its slope.
     *
     * @throws Unusable when p is not above 0 and below 1
     */
    public double quantile(double p) {
        if (!(p > 0 && p < 1))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, "P must lie between 0 and 1, not " + p + ".");
        double total = 0;
        for (int i = 0; i + 1 < weight.length; i++) total += piece(i);
        double before = 0;
        int i = 0;
        while (i + 2 < weight.length && before + piece(i) < p * total) before += piece(i++);
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < 60; halving++) {
            double t = (low + high) / 2;
            if (before + hermite(i, t) < p * total) low = t;
            else high = t;
        }
        return grid.at(i) + (low + high) / 2 * grid.step();
    }

    /** Mass between grid points i and i + 1, in units of the step. */
    private double piece(int i) {
        double left = i > 0 ? weight[i - 1] : 0;
        double right = i + 2 < weight.length ? weight[i + 2] : 0;
        return Math.max(0, (13 * (weight[i] + weight[i + 1]) - left - right) / 24);
    }

    private double hermite(int i, double t) {
        double rise = piece(i) * t * t * (3 - 2 * t);
        return rise + weight[i] * t * (1 - t) * (1 - t) - weight[i + 1] * t * t * (1 - t);
    }

    /** The information that an item is expected to give: its mean over the posterior. */
    public double expectedInformation(Item item) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) sum += weight[i] * item.information(grid.at(i));
        }
        return sum;
    }

    /**
     * The standard error to expect after this item is asked too: the root of the posterior variance
     * averaged over the answers that the person may give, each weighted with how likely it is (van
     * der Linden 1998, doi:10.1007/BF02294775). Never above {@link #sd()}.
     */
    public double expectedStandardError(Item item) {
        double variance = 0;
        for (int k = 0; k < item.categories(); k++) {
            double p = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < weight.length; i++) {
                double v = weight[i] * item.probability(k, grid.at(i));
                double d = grid.at(i) - mean;
                p += v;
                first += v * d;
                second += v * d * d;
            }
            if (p > 0) variance += second - first * first / p;
        }
        return Math.sqrt(variance);
    }

    /**
     * The standard error to expect after all these items: 1 / sqrt(1 / variance + sum of the
     * expected information). An approximation; exact for one item is the method above.
     */
    public double expectedStandardError(List<? extends Item> items) {
        double precision = 1 / (sd * sd);
        for (Item item : items) precision += expectedInformation(item);
        return 1 / Math.sqrt(precision);
    }

    /** Which item narrows the band most: all candidates, the lowest expected error first. */
    public List<Gain> gains(List<? extends Item> candidates) {
        List<Gain> gains = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++)
            gains.add(new Gain(i, expectedStandardError(candidates.get(i))));
        gains.sort(Comparator.comparingDouble(Gain::expectedStandardError));
        return List.copyOf(gains);
    }

    /**
     * @param item place of the item in the list of candidates, from 0
     * @param expectedStandardError after this one item more
     */
    public record Gain(int item, double expectedStandardError) {}

    private static double[] normalise(double[] log, double[] weight, Grid grid) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : log) max = Math.max(max, v);
        double sum = 0;
        for (int i = 0; i < log.length; i++) sum += weight[i] = Math.exp(log[i] - max);
        double mean = 0;
        for (int i = 0; i < log.length; i++) mean += (weight[i] /= sum) * grid.at(i);
        double variance = 0;
        for (int i = 0; i < log.length; i++) {
            double d = grid.at(i) - mean;
            variance += weight[i] * d * d;
        }
        return new double[] {mean, variance};
    }
}
