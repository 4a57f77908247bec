package skills.statistics.effect;

import org.hipparchus.special.Gamma;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.NoncentralT;
import skills.statistics.distribution.Quantiles;

/**
 * The difference of two means in standard deviations.
 *
 * <p>Cohen's d = (m1 - m2) / s, s the pooled standard deviation; its interval inverts the
 * noncentral t (Steiger and Fouladi 1997). Hedges' g = J d with J = Gamma(v/2) / (sqrt(v/2)
 * Gamma((v-1)/2)), v = n1 + n2 - 2 (Hedges 1981); {@code gApproximate} uses 1 - 3/(4v - 1). The
 * large-sample standard error of g is J sqrt(1/n1 + 1/n2 + d^2 / (2(n1 + n2))). Glass' delta
 * divides by the standard deviation of the reference group alone.
 *
 * @param n1 of the group, @param n2 of the reference group
 * @param d any size; 0 when the means are equal
 */
public record StandardizedDifference(
        int n1,
        int n2,
        double d,
        Interval dInterval,
        double correction,
        double g,
        double gApproximate,
        Interval gInterval,
        double gStandardError,
        Interval gWaldInterval,
        double glassDelta) {

    /**
     * @param group and
     * @param reference each at least two values; not both without spread
     * @param level of the intervals, such as 0.95
     */
    public static StandardizedDifference of(Sample group, Sample reference, double level) {
        Unusable.share("The level of an interval", level);
        int n1 = group.n();
        int n2 = reference.n();
        double v1 = group.variance();
        double v2 = reference.variance();
        int df = n1 + n2 - 2;
        double pooled = Math.sqrt(((n1 - 1) * v1 + (n2 - 1) * v2) / df);
        if (pooled == 0)
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "Neither %s nor %s varies; a difference in standard deviations does not exist."
                            .formatted(group.name(), reference.name()));
        double difference = group.mean() - reference.mean();
        double d = difference / pooled;
        double size = Math.sqrt(1.0 / n1 + 1.0 / n2);
        double t = d / size;
        double tail = (1 - level) / 2;
        Interval dInterval =
                new Interval(
                        NoncentralT.deltaFor(t, df, 1 - tail) * size,
                        NoncentralT.deltaFor(t, df, tail) * size,
                        level);
        double j = correction(df);
        double se = j * Math.sqrt(1.0 / n1 + 1.0 / n2 + d * d / (2.0 * (n1 + n2)));
        return new StandardizedDifference(
                n1,
                n2,
                d,
                dInterval,
                j,
                j * d,
                (1 - 3 / (4.0 * df - 1)) * d,
                dInterval.times(j),
                se,
                Interval.around(j * d, Quantiles.normal(1 - tail) * se, level),
                v2 == 0 ? Double.NaN : difference / Math.sqrt(v2));
    }

    /** Hedges' exact small-sample factor J. @param df 2 or more; 1 gives 0 */
    public static double correction(double df) {
        return Math.exp(Gamma.logGamma(df / 2) - Gamma.logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
    }
}
