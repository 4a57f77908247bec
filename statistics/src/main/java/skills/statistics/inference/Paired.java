package skills.statistics.inference;

import java.util.Arrays;
import java.util.List;
import skills.statistics.Dropped;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;
import skills.statistics.effect.Sample;

/**
 * Two measurements of the same persons: after minus before.
 *
 * <p>t = mean change / (sd of change / sqrt n), n - 1 degrees of freedom. d_z divides the mean
 * change by its own standard deviation, d_av by the mean of the two standard deviations (Lakens
 * 2013). Wilcoxon's V sums the ranks of the positive changes, those of 0 left out; p from the
 * normal approximation with correction for ties and continuity.
 *
 * @param t infinite when everybody changed by the same amount
 * @param correlation of before and after; NaN when one of them does not vary
 * @param dropped pairs of which one value is missing
 */
public record Paired(
        int n,
        double meanChange,
        double sdChange,
        double t,
        double df,
        double p,
        Interval interval,
        double dz,
        double dAverage,
        double correlation,
        double wilcoxonV,
        double wilcoxonP,
        List<Dropped> dropped) {

    /**
     * @param before and @param after in the same order; NaN is missing; two whole pairs or more
     */
    public static Paired of(double[] before, double[] after, double level) {
        Unusable.sameLength("Before", before.length, "after", after.length);
        Unusable.share("The level of an interval", level);
        double[] a = new double[before.length];
        double[] b = new double[before.length];
        int n = 0;
        for (int i = 0; i < before.length; i++)
            if (!Double.isNaN(before[i]) && !Double.isNaN(after[i])) {
                a[n] = before[i];
                b[n++] = after[i];
            }
        Sample first = Sample.of("before", Arrays.copyOf(a, n));
        Sample second = Sample.of("after", Arrays.copyOf(b, n));
        double[] change = new double[n];
        for (int i = 0; i < n; i++) change[i] = b[i] - a[i];
        Sample changes = Sample.of("the changes", change);
        double mean = changes.mean();
        double sd = changes.sd();
        if (sd == 0 && mean == 0)
            throw new Unusable(
                    Unusable.Reason.CONSTANT, "Nobody changed; there is nothing to test.");
        double se = sd / Math.sqrt(n);
        double t = mean / se;
        double covariance = 0;
        for (int i = 0; i < n; i++)
            covariance += (a[i] - first.mean()) * (b[i] - second.mean()) / (n - 1);
        double[] signed = Arrays.stream(change).filter(c -> c != 0).toArray();
        Ranks ranks = Ranks.of(Arrays.stream(signed).map(Math::abs).toArray());
        double v = 0;
        for (int i = 0; i < signed.length; i++) if (signed[i] > 0) v += ranks.values()[i];
        double m = signed.length;
        double z = v - m * (m + 1) / 4;
        double spread = Math.sqrt(m * (m + 1) * (2 * m + 1) / 24 - ranks.ties() / 48);
        int missing = before.length - n;
        return new Paired(
                n,
                mean,
                sd,
                t,
                n - 1,
                Tail.t(t, n - 1),
                Interval.around(mean, Quantiles.t(.5 + level / 2, n - 1) * se, level),
                mean / sd,
                mean / ((first.sd() + second.sd()) / 2),
                covariance / (first.sd() * second.sd()),
                v,
                Math.abs(z) < .5 ? 1 : Tail.normal((Math.abs(z) - .5) / spread),
                missing == 0
                        ? List.of()
                        : List.of(new Dropped(missing, "one of the two is missing")));
    }
}
