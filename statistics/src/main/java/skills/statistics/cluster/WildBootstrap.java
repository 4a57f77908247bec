package skills.statistics.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
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
        LinearModel fit = LinearModel.fit(design, outcome);
        int[] rows = fit.rows();
        Matrix x = design.pick(rows).matrix();
        int n = x.rows();
        int p = x.columns();
        if (p < 2) throw new Unusable(Unusable.Reason.TOO_FEW, "The null model would be empty.");
        double[] y = new double[n];
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] cluster = new int[n];
        for (int i = 0; i < n; i++) {
            y[i] = outcome[rows[i]];
            numbers.putIfAbsent(clusters[rows[i]], numbers.size());
            cluster[i] = numbers.get(clusters[rows[i]]);
        }
        int groups = numbers.size();
        Unusable.atLeast(3, groups, "clusters");
        Matrix inverse = LeastSquares.of(x, y, design.columns()).inverse();
        int[] others = java.util.stream.IntStream.range(0, p).filter(j -> j != column).toArray();
        int[] all = java.util.stream.IntStream.range(0, n).toArray();
        Matrix reduced = x.pick(all, others);
        List<String> names = new ArrayList<>(design.columns());
        names.remove(column);
        double[] fitted = reduced.times(LeastSquares.of(reduced, y, names).solution());
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) rest[i] = y[i] - fitted[i];
        double[] own = statistic(x, inverse, y, cluster, groups, column);
        boolean complete = groups <= 12;
        int patterns = complete ? 1 << groups : draws;
        Unusable.atLeast(1, patterns, "draws");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int extreme = 0;
        double[] made = new double[n];
        double[] sign = new double[groups];
        for (int s = 0; s < patterns; s++) {
            for (int g = 0; g < groups; g++)
                sign[g] = (complete ? (s >> g & 1) == 1 : random.nextBoolean()) ? 1 : -1;
            for (int i = 0; i < n; i++) made[i] = fitted[i] + sign[cluster[i]] * rest[i];
            double t = Math.abs(statistic(x, inverse, made, cluster, groups, column)[1]);
            if (t >= Math.abs(own[1]) * (1 - 1e-10)) extreme++;
            if (s % 256 == 0 && Thread.currentThread().isInterrupted())
                throw new Unusable(Unusable.Reason.CANCELLED, "The bootstrap was stopped.");
        }
        return new WildBootstrap(own[0], own[1], patterns, complete, (double) extreme / patterns);
    }

    /** Estimate and t with CR1S. */
    private static double[] statistic(
            Matrix x, Matrix inverse, double[] y, int[] cluster, int groups, int column) {
        int n = x.rows();
        int p = x.columns();
        double[] b = inverse.times(x.transposeTimes(y));
        double[] row = inverse.row(column);
        double[] score = new double[groups];
        for (int i = 0; i < n; i++) {
            double fitted = 0;
            double weight = 0;
            for (int j = 0; j < p; j++) {
                fitted += x.at(i, j) * b[j];
                weight += x.at(i, j) * row[j];
            }
            score[cluster[i]] += weight * (y[i] - fitted);
        }
        double sum = Arrays.stream(score).map(s -> s * s).sum();
        double factor = groups / (groups - 1.0) * (n - 1) / (n - p);
        return new double[] {b[column], b[column] / Math.sqrt(factor * sum)};
    }
}
