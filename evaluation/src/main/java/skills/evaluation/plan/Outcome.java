package skills.evaluation.plan;

/**
 * What the offer may change.
 *
 * @param scale id of its scale
 * @param primary whether the conclusion rests on it; at most four may be
 * @param expected the direction that was expected beforehand; tests stay two-sided
 * @param smallestOfInterest the smallest effect worth having, in standard deviations of the first
 *     wave, above 0
 */
public record Outcome(String scale, boolean primary, Expected expected, double smallestOfInterest) {

    public enum Expected {
        RISES,
        FALLS,
        EITHER
    }
}
