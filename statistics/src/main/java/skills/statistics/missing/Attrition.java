package skills.statistics.missing;

import skills.statistics.Unusable;

/**
 * Who left, in all and between two arms (What Works Clearinghouse, Procedures and Standards
 * Handbook): shares of those enrolled without an outcome.
 *
 * @param differential absolute difference between the arms
 */
public record Attrition(double overall, double offered, double control, double differential) {

    /**
     * @param offeredLeft of @param offeredEnrolled, @param controlLeft of @param controlEnrolled
     */
    public static Attrition of(
            int offeredLeft, int offeredEnrolled, int controlLeft, int controlEnrolled) {
        Unusable.atLeast(1, Math.min(offeredEnrolled, controlEnrolled), "persons in each arm");
        if (offeredLeft < 0
                || offeredLeft > offeredEnrolled
                || controlLeft < 0
                || controlLeft > controlEnrolled)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, "More persons left an arm than were in it.");
        double a = (double) offeredLeft / offeredEnrolled;
        double b = (double) controlLeft / controlEnrolled;
        return new Attrition(
                (double) (offeredLeft + controlLeft) / (offeredEnrolled + controlEnrolled),
                a,
                b,
                Math.abs(a - b));
    }
}
