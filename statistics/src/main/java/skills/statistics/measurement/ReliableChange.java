package skills.statistics.measurement;

import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;

/**
 * Whether two scores of one person differ by more than measurement error: Jacobson and Truax
 * (1991), doi:10.1037/0022-006X.59.1.12. The change over its standard error is z; a change shows
 * when |z| exceeds the quantile of the level (1.96 at 0.95).
 *
 * @param change second score less first
 * @param standardError of the change, above 0
 * @param z change over its standard error
 * @param needed smallest change that shows, in the unit of the scale
 * @param level above 0 and below 1, two-sided
 * @param verdict what may be said
 */
public record ReliableChange(
        double change,
        double standardError,
        double z,
        double needed,
        double level,
        Verdict verdict) {

    public enum Verdict {
        HIGHER,
        LOWER,
        /** No change larger than error: not the same as no change. */
        NOT_SHOWN
    }

    /**
     * Two scores that each carry their own standard error, as estimates of an item response model
     * do: the error of the change is the root of the sum of their squares.
     *
     * @throws Unusable when a score is not finite, an error is not above 0 or the level not between
     *     0 and 1
     */
    public static ReliableChange between(
            double before, double errorBefore, double after, double errorAfter, double level) {
        if (!(errorBefore > 0 && errorAfter > 0))
            throw new Unusable(Unusable.Reason.OUT_OF_RANGE, "A standard error must be above 0.");
        return of(before, after, Math.hypot(errorBefore, errorAfter), level);
    }

    /**
     * Two scores on a scale of known reliability: the error of the change is sd sqrt(2 (1 -
     * reliability)).
     *
     * @param sd standard deviation of the scale in the reference group, above 0
     * @param reliability internal consistency or test-retest correlation, 0 up to but not 1; with
     *     test-retest the verdict allows for swings between occasions too
     * @throws Unusable when a number is outside its range
     */
    public static ReliableChange onScale(
            double before, double after, double sd, double reliability, double level) {
        if (!(sd > 0 && sd < Double.POSITIVE_INFINITY))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The standard deviation must be above 0, not " + sd + ".");
        if (!(reliability >= 0 && reliability < 1))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The reliability lies from 0 up to but not 1, not " + reliability + ".");
        return of(before, after, sd * Math.sqrt(2 * (1 - reliability)), level);
    }

    private static ReliableChange of(double before, double after, double error, double level) {
        if (!Double.isFinite(before) || !Double.isFinite(after) || !Double.isFinite(error))
            throw new Unusable(
                    Unusable.Reason.NOT_FINITE, "Scores and errors must be finite numbers.");
        if (!(level > 0 && level < 1))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The level must lie between 0 and 1, not " + level + ".");
        double change = after - before;
        double needed = Quantiles.normal((1 + level) / 2) * error;
        Verdict verdict =
                Math.abs(change) <= needed
                        ? Verdict.NOT_SHOWN
                        : change > 0 ? Verdict.HIGHER : Verdict.LOWER;
        return new ReliableChange(change, error, change / error, needed, level, verdict);
    }
}
