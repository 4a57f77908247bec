package skills.statistics.irt;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;

/**
 * Estimates of theta at one point: the mode of the posterior, and Warm's weighted likelihood.
 *
 * @param priorMean of the population, for the mode
 * @param priorSd of the population, above 0
 * @param level of the band around an estimate: plus and minus z standard errors
 */
public record PointEstimate(double priorMean, double priorSd, double level) {

    /** Standard normal prior, bands of 90%. */
    public static final PointEstimate USUAL = new PointEstimate(0, 1, .90);

    private static final double FAR = 40;

    /**
     * @throws Unusable when a number is outside what is said above
     */
    public PointEstimate {
        Posterior.prior(Grid.USUAL, priorMean, priorSd).ability(level);
    }

    /**
     * Maximum a posteriori: where the derivative of the log posterior is 0. The models here have a
     * concave log likelihood, so there is one. Standard error: 1 / sqrt(information + 1 / prior
     * variance).
     */
    public Ability mode(List<? extends Item> items, ResponsePattern pattern) {
        Eap.check(items, pattern);
        double precision = 1 / (priorSd * priorSd);
        double theta =
                root(
                        t -> slope(items, pattern, t) - precision * (t - priorMean),
                        priorMean - FAR * priorSd,
                        priorMean + FAR * priorSd);
        return ability(
                theta, 1 / Math.sqrt(information(items, pattern, theta) + precision), pattern);
    }

    /**
     * Weighted likelihood: Warm (1989), doi:10.1007/BF02294627: the root of the score plus J / (2
     * I), which takes away the first-order bias of maximum likelihood and is finite for every
     * pattern; J is the sum over items and answers of P' P'' / P. No prior. Standard error: 1 /
     * sqrt(information).
     *
     * @throws Unusable when nothing was answered: without a prior there is no estimate
     */
    public Ability weightedLikelihood(List<? extends Item> items, ResponsePattern pattern) {
        Eap.check(items, pattern);
        Unusable.atLeast(1, pattern.answered(), "answers");
        DoubleUnaryOperator gradient =
                t ->
                        slope(items, pattern, t)
                                + bias(items, pattern, t) / (2 * information(items, pattern, t));
        double best = Double.NaN;
        double highest = Double.NEGATIVE_INFINITY;
        double step = .25;
        // Weighting may bend the likelihood more than once: of several tops the likeliest counts.
        for (double low = -12; low < 12; low += step) {
            if (!(gradient.applyAsDouble(low) >= 0 && gradient.applyAsDouble(low + step) < 0))
                continue;
            double top = root(gradient, low, low + step);
            double log = log(items, pattern, top) + Math.log(information(items, pattern, top)) / 2;
            if (log > highest) {
                highest = log;
                best = top;
            }
        }
        if (Double.isNaN(best))
            throw new Unusable(
                    Unusable.Reason.NO_CONVERGENCE,
                    "The weighted likelihood has no top between -12 and 12.");
        return ability(best, 1 / Math.sqrt(information(items, pattern, best)), pattern);
    }

    private Ability ability(double theta, double error, ResponsePattern pattern) {
        double half = Quantiles.normal((1 + level) / 2) * error;
        return new Ability(theta, error, theta - half, theta + half, pattern.answered());
    }

    private static double root(DoubleUnaryOperator falling, double low, double high) {
        for (int halving = 0; halving < 100 && high - low > 1e-13; halving++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    private static double slope(List<? extends Item> items, ResponsePattern pattern, double t) {
        double sum = 0;
        for (int j = 0; j < items.size(); j++) {
            Integer answer = pattern.answers().get(j);
            if (answer != null) sum += items.get(j).slope(answer, t);
        }
        return sum;
    }

    private static double log(List<? extends Item> items, ResponsePattern pattern, double t) {
        double sum = 0;
        for (int j = 0; j < items.size(); j++) {
            Integer answer = pattern.answers().get(j);
            if (answer != null) sum += items.get(j).logProbability(answer, t);
        }
        return sum;
    }

    private static double information(
            List<? extends Item> items, ResponsePattern pattern, double t) {
        double sum = 0;
        for (int j = 0; j < items.size(); j++)
            if (pattern.answers().get(j) != null) sum += items.get(j).information(t);
        return sum;
    }

    private static double bias(List<? extends Item> items, ResponsePattern pattern, double t) {
        double sum = 0;
        for (int j = 0; j < items.size(); j++) {
            if (pattern.answers().get(j) == null) continue;
            Item item = items.get(j);
            for (int k = 0; k < item.categories(); k++) {
                double s = item.slope(k, t);
                sum += item.probability(k, t) * s * (s * s + item.bend(k, t));
            }
        }
        return sum;
    }
}
