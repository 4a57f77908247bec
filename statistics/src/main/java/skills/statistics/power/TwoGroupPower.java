package skills.statistics.power;

import skills.statistics.Unusable;
import skills.statistics.distribution.NoncentralT;
import skills.statistics.distribution.Quantiles;

/**
 * Power of the two-sided t test of two independent groups: P(|T| &gt; t_crit) under the noncentral
 * t with n1 + n2 - 2 degrees of freedom and noncentrality d / sqrt(1/n1 + 1/n2) (Cohen 1988, 2.2).
 *
 * @param alpha chance of a false alarm, such as .05
 */
public record TwoGroupPower(int n1, int n2, double alpha) {

    public TwoGroupPower {
        Unusable.atLeast(2, Math.min(n1, n2), "persons in each group");
        Unusable.share("The chance of a false alarm", alpha);
    }

    /**
     * @param d true difference in standard deviations
     */
    public double power(double d) {
        Unusable.finite("The effect", new double[] {d});
        double df = n1 + n2 - 2;
        double critical = Quantiles.t(1 - alpha / 2, df);
        NoncentralT t = new NoncentralT(df, d / Math.sqrt(1.0 / n1 + 1.0 / n2));
        return t.above(critical) + t.below(-critical);
    }

    /** The smallest d that is seen with this power. @param power above alpha, below 1 */
    public double minimumDetectable(double power) {
        Unusable.share("Power", power);
        if (power <= alpha)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "Power must be above the chance of a false alarm, which no effect at all reaches.");
        double low = 0;
        double high = 1;
        while (power(high) < power) high *= 2;
        while (high - low > 1e-13 * high) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) break;
            if (power(middle) < power) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /** Persons in each of two equal groups for this effect and power, at most a million. */
    public static int personsPerGroup(double d, double power, double alpha) {
        Unusable.share("Power", power);
        if (!(Math.abs(d) > .003))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "An effect this near to 0 would take more than a million persons a group.");
        int low = 1;
        int high = 2;
        while (new TwoGroupPower(high, high, alpha).power(d) < power) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (new TwoGroupPower(middle, middle, alpha).power(d) < power) low = middle;
            else high = middle;
        }
        return high;
    }
}
