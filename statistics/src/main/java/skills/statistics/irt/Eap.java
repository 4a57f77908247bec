package skills.statistics.irt;

import java.util.List;
import skills.statistics.Unusable;

/**
 * Expected a posteriori estimate: the mean of the posterior of theta under a normal prior, by a sum
 * over a grid. Bock and Mislevy (1982), doi:10.1177/014662168200600405. It exists for every
 * pattern, the all-lowest and the empty one included; like every Bayes estimate it is drawn towards
 * the mean of the prior when there are few answers.
 *
 * @param grid where the posterior is summed; should reach six prior deviations to both sides
 * @param priorMean of the population
 * @param priorSd of the population, above 0
 * @param level share of the posterior inside the band, above 0 and below 1
 */
public record Eap(Grid grid, double priorMean, double priorSd, double level) {

    /** Standard normal prior, grid from -6 to 6, band of 90%. */
    public static final Eap USUAL = new Eap(Grid.USUAL, 0, 1, .90);

    /**
     * @throws Unusable when a number is outside what is said above
     */
    public Eap {
        Posterior.prior(grid, priorMean, priorSd).ability(level);
    }

    /**
     * @param items in the order of the answers
     * @throws Unusable when the numbers of items and answers differ or an item has no such answer
     */
    public Ability estimate(List<? extends Item> items, ResponsePattern pattern) {
        return posterior(items, pattern).ability(level);
    }

    /** The whole posterior, to ask which further items would narrow the band. */
    public Posterior posterior(List<? extends Item> items, ResponsePattern pattern) {
        check(items, pattern);
        Posterior posterior = Posterior.prior(grid, priorMean, priorSd);
        for (int i = 0; i < items.size(); i++) {
            Integer answer = pattern.answers().get(i);
            if (answer != null) posterior = posterior.with(items.get(i), answer);
        }
        return posterior;
    }

    static void check(List<? extends Item> items, ResponsePattern pattern) {
        if (items.size() != pattern.size())
            throw new Unusable(
                    Unusable.Reason.MISMATCH,
                    "There are " + items.size() + " items and " + pattern.size() + " answers.");
    }
}
