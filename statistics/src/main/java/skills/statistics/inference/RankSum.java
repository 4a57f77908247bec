package skills.statistics.inference;

import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.effect.Sample;

/**
 * The Mann-Whitney test: U counts the pairs in which the value of the group is the larger, a tie as
 * a half. p from the normal approximation with correction for ties and continuity (Hollander and
 * Wolfe 1973).
 *
 * @param rankBiserial 2U/(n1 n2) - 1, from -1 to 1
 * @param superiority U/(n1 n2): chance that a random member of the group has the larger value
 */
public record RankSum(double u, double p, double rankBiserial, double superiority) {

    public static RankSum of(Sample group, Sample reference) {
        double n1 = group.n();
        double n2 = reference.n();
        Unusable.atLeast(1, group.n(), "values of " + group.name());
        Unusable.atLeast(1, reference.n(), "values of " + reference.name());
        double[] all = new double[group.n() + reference.n()];
        System.arraycopy(group.values(), 0, all, 0, group.n());
        System.arraycopy(reference.values(), 0, all, group.n(), reference.n());
        Ranks ranks = Ranks.of(all);
        double sum = 0;
        for (int i = 0; i < group.n(); i++) sum += ranks.values()[i];
        double u = sum - n1 * (n1 + 1) / 2;
        double n = n1 + n2;
        double variance = n1 * n2 / 12 * (n + 1 - ranks.ties() / (n * (n - 1)));
        double z = u - n1 * n2 / 2;
        // All values equal: no rank differs from another, so nothing speaks against equality.
        double p =
                variance <= 0
                        ? 1
                        : Math.min(1, Tail.normal((Math.abs(z) - .5) / Math.sqrt(variance)));
        if (Math.abs(z) < .5) p = 1;
        return new RankSum(u, p, 2 * u / (n1 * n2) - 1, u / (n1 * n2));
    }
}
