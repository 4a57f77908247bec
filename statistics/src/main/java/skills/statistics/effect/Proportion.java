package skills.statistics.effect;

import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;

/**
 * A share with Wilson's (1927) score interval: (x + z^2/2) / (n + z^2) plus and minus z / (n + z^2)
 * sqrt(x (n - x) / n + z^2 / 4). It stays within 0 to 1.
 *
 * @param count the number with the property
 * @param n of all
 */
public record Proportion(int count, int n, double rate, Interval interval) {

    /**
     * @param n at least 1 @param count from 0 to n
     */
    public static Proportion wilson(int count, int n, double level) {
        Unusable.atLeast(1, n, "observations");
        if (count < 0 || count > n)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, count + " of " + n + " is not a share.");
        double z = Quantiles.normal(.5 + Unusable.share("The level of an interval", level) / 2);
        double middle = (count + z * z / 2) / (n + z * z);
        double half = z / (n + z * z) * Math.sqrt((double) count * (n - count) / n + z * z / 4);
        return new Proportion(
                count,
                n,
                (double) count / n,
                new Interval(Math.max(0, middle - half), Math.min(1, middle + half), level));
    }
}
