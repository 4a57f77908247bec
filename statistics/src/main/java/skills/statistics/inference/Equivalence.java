package skills.statistics.inference;

import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;

/**
 * Two one-sided tests (Schuirmann 1987): an effect is too small to matter when it is significantly
 * above the lower bound and below the upper one.
 *
 * @param pLower against an effect at or below -bound
 * @param pUpper against an effect at or above bound
 */
public record Equivalence(double bound, double pLower, double pUpper) {

    /** The larger of the two: what decides. */
    public double p() {
        return Math.max(pLower, pUpper);
    }

    /**
     * @param bound the smallest effect of interest, above 0 @param df above 0, infinite for z
     */
    public static Equivalence of(double estimate, double standardError, double df, double bound) {
        if (!(bound > 0) || !(standardError > 0) || !(df > 0))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "Equivalence needs a bound, a standard error and degrees of freedom above 0.");
        return new Equivalence(
                bound,
                Tail.tBelow(-(estimate + bound) / standardError, df),
                Tail.tBelow((estimate - bound) / standardError, df));
    }
}
