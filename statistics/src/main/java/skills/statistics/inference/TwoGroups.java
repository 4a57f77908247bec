package skills.statistics.inference;

import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;
import skills.statistics.effect.Sample;
import skills.statistics.effect.StandardizedDifference;

/**
 * Two independent groups, the group minus the reference.
 *
 * <p>Welch (1947): t = (m1 - m2) / sqrt(v1/n1 + v2/n2) with Satterthwaite's degrees of freedom; the
 * default, as it does not ask for equal variances. Student: the same with the pooled variance and
 * n1 + n2 - 2. Brown and Forsythe (1974) compare the spread: an F on distances to the median.
 */
public record TwoGroups(
        Sample group,
        Sample reference,
        double difference,
        Test welch,
        Test student,
        RankSum rankSum,
        Spread brownForsythe,
        StandardizedDifference standardized) {

    /** A t test. {@code interval} is that of the difference. */
    public record Test(double t, double df, double p, double standardError, Interval interval) {}

    /** An F test of equal spread, 1 and n - 2 degrees of freedom. */
    public record Spread(double f, double p) {}

    /**
     * @param group and
     * @param reference each two values or more; missing ones were left out by {@link Sample#of}
     * @throws Unusable when both groups lack spread
     */
    public static TwoGroups compare(Sample group, Sample reference, double level) {
        StandardizedDifference standardized = StandardizedDifference.of(group, reference, level);
        double n1 = group.n();
        double n2 = reference.n();
        double v1 = group.variance();
        double v2 = reference.variance();
        double difference = group.mean() - reference.mean();
        double a = v1 / n1;
        double b = v2 / n2;
        double df = (a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n2 - 1));
        double pooled = ((n1 - 1) * v1 + (n2 - 1) * v2) / (n1 + n2 - 2);
        return new TwoGroups(
                group,
                reference,
                difference,
                test(difference, Math.sqrt(a + b), df, level),
                test(difference, Math.sqrt(pooled * (1 / n1 + 1 / n2)), n1 + n2 - 2, level),
                RankSum.of(group, reference),
                spread(group, reference),
                standardized);
    }

    private static Test test(double difference, double se, double df, double level) {
        double t = difference / se;
        return new Test(
                t,
                df,
                Tail.t(t, df),
                se,
                Interval.around(difference, Quantiles.t(.5 + level / 2, df) * se, level));
    }

    private static Spread spread(Sample group, Sample reference) {
        Sample a = distances(group);
        Sample b = distances(reference);
        double n = a.n() + b.n();
        double mean = (a.n() * a.mean() + b.n() * b.mean()) / n;
        double between =
                a.n() * Math.pow(a.mean() - mean, 2) + b.n() * Math.pow(b.mean() - mean, 2);
        double within = ((a.n() - 1) * a.variance() + (b.n() - 1) * b.variance()) / (n - 2);
        double f = within == 0 ? (between == 0 ? 0 : Double.POSITIVE_INFINITY) : between / within;
        return new Spread(f, Tail.f(f, 1, n - 2));
    }

    private static Sample distances(Sample sample) {
        double median = sample.median();
        double[] distances = sample.values();
        for (int i = 0; i < distances.length; i++) distances[i] = Math.abs(distances[i] - median);
        return Sample.of("distances", distances);
    }
}
