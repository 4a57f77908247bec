package skills.statistics.inference;

import java.util.Arrays;
import java.util.List;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.effect.Sample;

/**
 * Do several groups differ at all?
 *
 * <p>One-way analysis of variance; Welch's (1951) version without equal variances; Kruskal and
 * Wallis' (1952) H on ranks, corrected for ties, chi-squared with k - 1 degrees of freedom.
 */
public record Omnibus(Anova anova, Welch welch, KruskalWallis kruskalWallis) {

    /** Sums of squares between and within groups. */
    public record Anova(
            double between, double within, int dfBetween, int dfWithin, double f, double p) {}

    /** df2 need not be whole. */
    public record Welch(double f, double df1, double df2, double p) {}

    public record KruskalWallis(double h, int df, double p) {}

    /**
     * @param groups two or more, each with two values or more and some spread
     */
    public static Omnibus of(List<Sample> groups) {
        Unusable.atLeast(2, groups.size(), "groups");
        groups.forEach(Sample::varying);
        return new Omnibus(anova(groups), welch(groups), kruskalWallis(groups));
    }

    /** The analysis of variance alone; no group empty; needs spread within at least one group. */
    public static Anova anova(List<Sample> groups) {
        return near(fromFirst(groups));
    }

    /** Counted from the first value: exact, and the sums then keep the digits that differ. */
    private static List<Sample> fromFirst(List<Sample> groups) {
        groups.forEach(g -> Unusable.atLeast(1, g.n(), "values of " + g.name()));
        double first = groups.getFirst().values()[0];
        return groups.stream()
                .map(
                        g ->
                                new Sample(
                                        g.name(),
                                        Arrays.stream(g.values()).map(v -> v - first).toArray(),
                                        g.dropped()))
                .toList();
    }

    private static Anova near(List<Sample> groups) {
        int n = groups.stream().mapToInt(Sample::n).sum();
        double sum = 0;
        for (Sample g : groups) sum += g.n() * g.mean();
        double grand = sum / n;
        double between = 0;
        double within = 0;
        for (Sample g : groups) {
            between += g.n() * Math.pow(g.mean() - grand, 2);
            within += (g.n() - 1) * g.variance();
        }
        if (within == 0)
            throw new Unusable(
                    Unusable.Reason.CONSTANT, "No group varies; there is nothing to test against.");
        int k = groups.size();
        double f = between / (k - 1) / (within / (n - k));
        return new Anova(between, within, k - 1, n - k, f, Tail.f(f, k - 1, n - k));
    }

    private static Welch welch(List<Sample> groups) {
        double total = 0;
        double mean = 0;
        for (Sample g : groups) {
            double w = g.n() / g.variance();
            total += w;
            mean += w * g.mean();
        }
        mean /= total;
        double k = groups.size();
        double between = 0;
        double a = 0;
        for (Sample g : groups) {
            double w = g.n() / g.variance();
            between += w * Math.pow(g.mean() - mean, 2);
            a += Math.pow(1 - w / total, 2) / (g.n() - 1);
        }
        double f = between / (k - 1) / (1 + 2 * (k - 2) * a / (k * k - 1));
        double df2 = (k * k - 1) / (3 * a);
        return new Welch(f, k - 1, df2, Tail.f(f, k - 1, df2));
    }

    private static KruskalWallis kruskalWallis(List<Sample> groups) {
        double[] all =
                groups.stream().flatMapToDouble(g -> java.util.Arrays.stream(g.values())).toArray();
        Ranks ranks = Ranks.of(all);
        double n = all.length;
        double sum = 0;
        int at = 0;
        for (Sample g : groups) {
            double r = 0;
            for (int i = 0; i < g.n(); i++) r += ranks.values()[at++];
            sum += r * r / g.n();
        }
        double h = (12 * sum / (n * (n + 1)) - 3 * (n + 1)) / (1 - ranks.ties() / (n * n * n - n));
        int df = groups.size() - 1;
        return new KruskalWallis(h, df, Tail.chiSquared(h, df));
    }
}
