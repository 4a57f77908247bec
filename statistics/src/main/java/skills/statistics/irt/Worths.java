package skills.statistics.irt;

import java.util.ArrayList;
import java.util.List;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;

/**
 * The worth of each alternative, from choices.
 *
 * @param alternatives those that appeared in at least one choice, in the order of their appearance
 * @param worth log worth, centred on 0 over these alternatives; a difference d means that the one
 *     is chosen over the other exp(d) times as often
 * @param covariance of the centred worths; its rows sum to 0
 * @param shown number of choices in which each alternative appeared
 * @param blocks number of choices used
 * @param groups number of sets of alternatives that were never compared with each other, directly
 *     or through others; 1 is right. Above 1 a comparison across sets rests on the prior alone
 * @param logLikelihood of the choices at these worths, without the prior
 * @param priorSd of the normal prior on each worth
 * @param iterations of Newton's method
 * @param converged false when the largest step was still above 1e-8 after 100 iterations
 */
public record Worths(
        List<String> alternatives,
        List<Double> worth,
        List<List<Double>> covariance,
        List<Integer> shown,
        int blocks,
        int groups,
        double logLikelihood,
        double priorSd,
        int iterations,
        boolean converged) {

    public Worths {
        alternatives = List.copyOf(alternatives);
        worth = List.copyOf(worth);
        shown = List.copyOf(shown);
        covariance = covariance.stream().map(List::copyOf).toList();
    }

    /**
     * @throws Unusable when the alternative never appeared: it has no worth, which is not the same
     *     as a worth of 0
     */
    public double worth(String alternative) {
        return worth.get(index(alternative));
    }

    /** Standard error of a centred worth. */
    public double standardError(String alternative) {
        int i = index(alternative);
        return Math.sqrt(covariance.get(i).get(i));
    }

    /** Worth with a band of this level on both sides: worth plus and minus z times its error. */
    public Ability band(String alternative, double level) {
        double error = standardError(alternative);
        double half = Quantiles.normal((1 + level) / 2) * error;
        double w = worth(alternative);
        return new Ability(w, error, w - half, w + half, shown.get(index(alternative)));
    }

    /** Standard error of the difference of two worths. */
    public double standardErrorOfDifference(String one, String other) {
        int i = index(one);
        int j = index(other);
        return Math.sqrt(
                covariance.get(i).get(i) + covariance.get(j).get(j) - 2 * covariance.get(i).get(j));
    }

    /** Difference of two worths over its standard error; above 0 when the first is worth more. */
    public double z(String one, String other) {
        if (one.equals(other)) return 0;
        return (worth(one) - worth(other)) / standardErrorOfDifference(one, other);
    }

    /**
     * The order, with ties where the data cannot tell. From the highest worth down, an alternative
     * joins the tier above it unless the highest of that tier beats it by more than z of the level
     * (two-sided; 1.645 at 0.90) standard errors of their difference; then it opens a new tier. Two
     * neighbours in different tiers may themselves be close: a tier says only that its first member
     * is told apart from the first of the next. Not corrected for the number of comparisons.
     *
     * @param level above 0 and below 1
     */
    public List<List<String>> tiers(double level) {
        double limit = Quantiles.normal((1 + level) / 2);
        List<String> sorted = new ArrayList<>(alternatives);
        sorted.sort((a, b) -> Double.compare(worth(b), worth(a)));
        List<List<String>> tiers = new ArrayList<>();
        for (String next : sorted) {
            if (tiers.isEmpty() || z(tiers.getLast().getFirst(), next) > limit)
                tiers.add(new ArrayList<>());
            tiers.getLast().add(next);
        }
        return tiers.stream().map(List::copyOf).toList();
    }

    private int index(String alternative) {
        int i = alternatives.indexOf(alternative);
        if (i < 0)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, alternative + " was in none of the choices.");
        return i;
    }
}
