package skills.statistics.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.matrix.LeastSquares;
import skills.statistics.matrix.Matrix;

/**
 * The wild cluster bootstrap of one coefficient (Cameron, Gelbach and Miller 2008,
 * doi:10.1162/rest.90.3.414): residuals under the null change sign by whole clusters, and the t
 * with CR1S errors is compared with its own distribution. Up to twelve clusters all sign patterns
 * are used, so that the result has no chance in it; above that seeded draws.
 *
 * @param patterns used; @param p share with |t| at least as large
 */
public record WildBootstrap(double estimate, double t, int patterns, boolean complete, double p) {

    /**
     * @param column place of the coefficient in {@link Design#columns} @param draws when drawn
     */
    public static WildBootstrap of(
            Design design, double[] outcome, String[] clusters, int column, int draws, long seed) {
        return of(design, outcome, clusters, column, draws, seed, Progress.NONE);
    }

    /**
     * The same, watched.
     *
     * @param progress over the patterns
     * @throws skills.statistics.Cancelled when it says to stop
     */
    public static WildBootstrap of(
            Design design,
            double[] outcome,
            String[] clusters,
            int column,
            int draws,
            long seed,
            Progress progress) {
        Design.Complete cases = design.complete(Map.of("The outcome", outcome));
        int[] rows = cases.rows();
        Matrix x = cases.design().matrix();
        int n = x.rows();
        int p = x.columns();
        double[] y = IntStream.of(rows).mapToDouble(i -> outcome[i]).toArray();
        List<String> names = cases.design().columns();
        Matrix inverse = LeastSquares.of(x, y, names).inverse();
        if (p < 2) throw new Unusable(Unusable.Reason.TOO_FEW, "The null model would be empty.");
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] cluster = new int[n];
        for (int i = 0; i < n; i++) {
            numbers.putIfAbsent(clusters[rows[i]], numbers.size());
            cluster[i] = numbers.get(clusters[rows[i]]);
        }
        int groups = numbers.size();
        Unusable.atLeast(3, groups, "clusters");
        boolean complete = groups <= 12;
        int patterns = complete ? 1 << groups : draws;
        Unusable.atLeast(1, patterns, "draws");
        Sums sums = Sums.of(x, y, inverse, cluster, groups, column, names);
        double[] own = sums.statistic(null);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int extreme = 0;
        double[] sign = new double[groups];
        for (int s = 0; s < patterns; s++) {
            if (s % 256 == 0) progress.check(s, patterns);
            for (int g = 0; g < groups; g++)
                sign[g] = (complete ? (s >> g & 1) == 1 : random.nextBoolean()) ? 1 : -1;
            double t = Math.abs(sums.statistic(sign)[1]);
            if (t >= Math.abs(own[1]) * (1 - 1e-10)) extreme++;
        }
        return new WildBootstrap(own[0], own[1], patterns, complete, (double) extreme / patterns);
    }

    /**
     * What a pattern of signs needs, summed once for each cluster, so that a draw costs clusters
     * and not persons. M = (X'X)^-1, m its row of the coefficient, r the residuals of the null
     * model. With signs s the outcome is the null model's fit plus s r; the fit has 0 for the
     * coefficient, and cancels in the residuals, so only s r counts.
     *
     * @param scores m X_g'r_g: what the cluster adds to the coefficient
     * @param pulls X_g'r_g
     * @param weights m X_g'X_g M: times the sum of all pulls, what the full model takes from the
     *     cluster's score
     */
    private record Sums(double[] scores, double[][] pulls, double[][] weights, double factor) {

        static Sums of(
                Matrix x,
                double[] y,
                Matrix inverse,
                int[] cluster,
                int groups,
                int column,
                List<String> names) {
            int n = x.rows();
            int p = x.columns();
            int[] all = IntStream.range(0, n).toArray();
            int[] others = IntStream.range(0, p).filter(j -> j != column).toArray();
            Matrix reduced = x.pick(all, others);
            List<String> left = new ArrayList<>(names);
            left.remove(column);
            double[] fitted = reduced.times(LeastSquares.of(reduced, y, left).solution());
            double[] row = inverse.row(column);
            double[] scores = new double[groups];
            double[][] pulls = new double[groups][p];
            double[][] crossed = new double[groups][p];
            for (int i = 0; i < n; i++) {
                int g = cluster[i];
                double rest = y[i] - fitted[i];
                double weight = 0;
                for (int j = 0; j < p; j++) weight += x.at(i, j) * row[j];
                scores[g] += weight * rest;
                for (int j = 0; j < p; j++) {
                    pulls[g][j] += x.at(i, j) * rest;
                    crossed[g][j] += weight * x.at(i, j);
                }
            }
            double[][] weights = new double[groups][];
            for (int g = 0; g < groups; g++) weights[g] = inverse.times(crossed[g]);
            double factor = groups / (groups - 1.0) * (n - 1) / (n - p);
            return new Sums(scores, pulls, weights, factor);
        }

        /** Estimate and t with CR1S. @param sign of each cluster; null for all as they are */
        double[] statistic(double @Nullable [] sign) {
            double estimate = 0;
            double[] pull = new double[pulls[0].length];
            for (int g = 0; g < scores.length; g++) {
                double s = sign == null ? 1 : sign[g];
                estimate += s * scores[g];
                for (int j = 0; j < pull.length; j++) pull[j] += s * pulls[g][j];
            }
            double squares = 0;
            for (int g = 0; g < scores.length; g++) {
                double score = (sign == null ? 1 : sign[g]) * scores[g];
                for (int j = 0; j < pull.length; j++) score -= weights[g][j] * pull[j];
                squares += score * score;
            }
            return new double[] {estimate, estimate / Math.sqrt(factor * squares)};
        }
    }
}
