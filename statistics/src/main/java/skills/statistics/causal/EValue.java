package skills.statistics.causal;

import skills.statistics.Interval;
import skills.statistics.Unusable;

/**
 * The E-value (VanderWeele and Ding 2017, doi:10.7326/M16-2607): how strongly, as a risk ratio, an
 * unmeasured cause would have to go with both the exposure and the outcome to explain the result
 * away: RR + sqrt(RR (RR - 1)), a ratio below 1 first inverted.
 *
 * @param riskRatio the estimate as a risk ratio
 * @param interval of that risk ratio
 * @param point E-value of the estimate, 1 or more
 * @param limit E-value of the limit nearer to 1; 1 when the interval holds 1
 */
public record EValue(double riskRatio, Interval interval, double point, double limit) {

    /** E-value of one risk ratio. @param ratio above 0 */
    public static double of(double ratio) {
        if (!(ratio > 0) || Double.isInfinite(ratio))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "A risk ratio must be above 0, not " + ratio + ".");
        double r = ratio < 1 ? 1 / ratio : ratio;
        return r + Math.sqrt(r * (r - 1));
    }

    public static EValue riskRatio(double ratio, Interval interval) {
        double limit = interval.holds(1) ? 1 : of(ratio < 1 ? interval.high() : interval.low());
        return new EValue(ratio, interval, of(ratio), limit);
    }

    /** RR = exp(0.91 d), limits exp(0.91 d -/+ 1.78 se), at 95%. */
    public static EValue standardizedDifference(double d, double standardError) {
        Unusable.finite("d and its standard error", new double[] {d, standardError});
        return riskRatio(
                Math.exp(.91 * d),
                new Interval(
                        Math.exp(.91 * d - 1.78 * standardError),
                        Math.exp(.91 * d + 1.78 * standardError),
                        .95));
    }

    /** An odds ratio of an outcome that is not rare: RR = sqrt(OR). Take a rare one as it is. */
    public static EValue commonOdds(double odds, Interval interval) {
        return riskRatio(
                Math.sqrt(odds),
                new Interval(
                        Math.sqrt(interval.low()), Math.sqrt(interval.high()), interval.level()));
    }
}
