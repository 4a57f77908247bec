package skills.statistics.measurement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import skills.statistics.Dropped;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.items.Items;
import skills.statistics.matrix.Symmetric;

/**
 * Internal consistency of the sum of k keyed items.
 *
 * <p>alpha = k/(k-1) (1 - sum of item variances / variance of the sum): Cronbach (1951),
 * doi:10.1007/BF02310555; interval by Feldt (1965), doi:10.1007/BF02289499: (1 - alpha) times
 * quantiles of F with n-1 and (n-1)(k-1) degrees of freedom. lambda 1 to 6: Guttman (1945),
 * doi:10.1007/BF02288892 (lambda 3 is alpha).
 *
 * @param n complete persons
 * @param k items
 * @param dropped persons left out, and why
 * @param alpha at most 1; below 0 when items go against each other
 * @param alphaStandardised alpha of the items at equal variance
 * @param alphaInterval Feldt's interval for alpha
 * @param items each item against the rest
 * @param totalMean mean of the sum
 * @param totalSd standard deviation of the sum
 * @param meanCorrelation mean of the correlations between items
 * @param lambda1 1 - sum of item variances / variance of the sum
 * @param lambda2 alpha or higher
 * @param lambda4 the best split into two halves; absent above 16 items (65,536 splits)
 * @param lambda5 from the item with the largest covariances
 * @param lambda6 from squared multiple correlations; absent when an item follows from the others
 * @param oddEven the halves of odd and of even items
 * @param standardErrorOfMeasurement totalSd sqrt(1 - alpha), in points of the sum
 */
public record Reliability(
        int n,
        int k,
        List<Dropped> dropped,
        double alpha,
        double alphaStandardised,
        Interval alphaInterval,
        List<Item> items,
        double totalMean,
        double totalSd,
        double meanCorrelation,
        double lambda1,
        double lambda2,
        OptionalDouble lambda4,
        double lambda5,
        OptionalDouble lambda6,
        Halves oddEven,
        double standardErrorOfMeasurement) {

    /**
     * @param alphaIfDeleted alpha of the others; absent with two items
     * @param withTotal correlation with the sum
     * @param withRest correlation with the sum of the others
     */
    public record Item(
            double mean,
            double sd,
            OptionalDouble alphaIfDeleted,
            double withTotal,
            double withRest) {}

    /**
     * @param r correlation of the two half sums
     * @param spearmanBrown 2r / (1 + r)
     * @param guttman 2 (1 - (var of one + var of the other) / var of the sum)
     */
    public record Halves(double r, double spearmanBrown, double guttman) {}

    /** With an interval of 95%. */
    public static Reliability of(Items items) {
        return of(items, .95);
    }

    /**
     * @param items keyed the same way; persons with a missing answer are left out
     * @throws Unusable when there are fewer than 2 items or 3 complete persons, or an item does not
     *     vary
     */
    public static Reliability of(Items items, double level) {
        Unusable.share("The level", level);
        Unusable.atLeast(2, items.items(), "items");
        Items complete = items.complete();
        int n = complete.persons();
        int k = complete.items();
        Unusable.atLeast(3, n, "persons who answered every item");
        double[][] s = complete.covariance();
        double[][] r = Moments.correlations(s);
        double total = Moments.sum(s);
        if (!(total > 1e-12 * Moments.trace(s)))
            throw new Unusable(
                    Unusable.Reason.CONSTANT, "The sum of the items is the same for everybody.");
        double alpha = alpha(s);
        double mean = (Moments.sum(r) - k) / (k * (k - 1.));
        double off = 0;
        double largest = 0;
        for (int j = 0; j < k; j++) {
            double own = 0;
            for (int i = 0; i < k; i++) if (i != j) own += s[i][j] * s[i][j];
            off += own;
            largest = Math.max(largest, own);
        }
        double lambda1 = 1 - Moments.trace(s) / total;
        double df = (n - 1.) * (k - 1);
        return new Reliability(
                n,
                k,
                complete.dropped(),
                alpha,
                k * mean / (1 + (k - 1) * mean),
                new Interval(
                        1 - (1 - alpha) * Quantiles.f((1 + level) / 2, n - 1, df),
                        1 - (1 - alpha) * Quantiles.f((1 - level) / 2, n - 1, df),
                        level),
                IntStream.range(0, k).mapToObj(j -> item(complete, s, total, j)).toList(),
                java.util.Arrays.stream(complete.means()).sum(),
                Math.sqrt(total),
                mean,
                lambda1,
                lambda1 + Math.sqrt(k / (k - 1.) * off) / total,
                bestSplit(s, total),
                lambda1 + 2 * Math.sqrt(largest) / total,
                lambda6(s),
                halves(s, total, IntStream.range(0, k).filter(j -> j % 2 == 0).toArray()),
                Math.sqrt(total * (1 - alpha)));
    }

    /** alpha of a covariance matrix, or of a correlation matrix of whatever kind. */
    public static double alpha(double[][] s) {
        int k = s.length;
        Unusable.atLeast(2, k, "items");
        return k / (k - 1.) * (1 - Moments.trace(s) / Moments.sum(s));
    }

    /**
     * The two halves of a scale.
     *
     * @param items complete or not, as in {@link #of(Items)}
     * @param half places of the items of one half, from 0
     */
    public static Halves halves(Items items, int... half) {
        Items complete = items.complete();
        Unusable.atLeast(1, half.length, "items in one half");
        Unusable.atLeast(1, complete.items() - half.length, "items in the other half");
        double[][] s = complete.covariance();
        return halves(s, Moments.sum(s), half);
    }

    private static Halves halves(double[][] s, double total, int[] half) {
        boolean[] one = new boolean[s.length];
        for (int j : half) one[j] = true;
        double first = 0;
        double second = 0;
        for (int i = 0; i < s.length; i++)
            for (int j = 0; j < s.length; j++) {
                if (one[i] && one[j]) first += s[i][j];
                if (!one[i] && !one[j]) second += s[i][j];
            }
        double r = (total - first - second) / 2 / Math.sqrt(first * second);
        return new Halves(r, 2 * r / (1 + r), 2 * (1 - (first + second) / total));
    }

    private static Item item(Items items, double[][] s, double total, int j) {
        double withTotal = 0;
        for (double[] row : s) withTotal += row[j];
        double rest = total - 2 * withTotal + s[j][j];
        OptionalDouble deleted =
                s.length > 2
                        ? OptionalDouble.of(alpha(items.without(j).covariance()))
                        : OptionalDouble.empty();
        return new Item(
                items.means()[j],
                Math.sqrt(s[j][j]),
                deleted,
                withTotal / Math.sqrt(s[j][j] * total),
                (withTotal - s[j][j]) / Math.sqrt(s[j][j] * rest));
    }

    private static OptionalDouble lambda6(double[][] s) {
        var factored = Symmetric.factor(s);
        if (factored.isEmpty()) return OptionalDouble.empty();
        double[][] inverse = factored.get().inverse();
        double errors = 0;
        for (int j = 0; j < s.length; j++) errors += 1 / inverse[j][j];
        return OptionalDouble.of(1 - errors / Moments.sum(s));
    }

    private static OptionalDouble bestSplit(double[][] s, double total) {
        int k = s.length;
        if (k > 16) return OptionalDouble.empty();
        double best = Double.NEGATIVE_INFINITY;
        for (int mask = 1; mask < 1 << (k - 1); mask++) {
            double between = 0;
            for (int i = 0; i < k; i++)
                for (int j = 0; j < i; j++)
                    if ((mask >> i & 1) != (mask >> j & 1)) between += s[i][j];
            best = Math.max(best, 4 * between / total);
        }
        return OptionalDouble.of(best);
    }
}
