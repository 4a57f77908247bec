package skills.statistics.missing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.statistics.Convergence;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;

/**
 * Means and covariances of several measures with gaps, by the EM algorithm under a normal
 * distribution and missing at random (Little and Rubin 2019, 11.2). Persons with the same gaps are
 * taken together.
 *
 * @param mean and
 * @param covariance maximum likelihood: divided by n
 * @param logLikelihood of what was observed
 */
public record Moments(
        List<String> names,
        int n,
        double[] mean,
        Matrix covariance,
        double logLikelihood,
        List<Pattern> patterns,
        Convergence convergence,
        List<Dropped> dropped) {

    /**
     * Persons who answered the same measures.
     *
     * @param observed places of those measures
     * @param mean of each over these persons
     * @param scatter sum of squares and products about that mean
     */
    public record Pattern(int[] observed, int n, double[] mean, Matrix scatter) {}

    /** Little's (1988) test that answers are missing completely at random. */
    public record Little(double chiSquared, int df, double p, int patterns, int n) {}

    /**
     * @param names of the measures
     * @param columns one for each measure, NaN where missing; a person with no answer is left out
     * @throws Unusable when a measure is empty or constant, two measures follow from each other, or
     *     there are fewer persons than measures
     */
    public static Moments em(List<String> names, double[]... columns) {
        Unusable.sameLength("The names", names.size(), "the measures", columns.length);
        Unusable.atLeast(1, columns.length, "measures");
        int k = columns.length;
        int rows = columns[0].length;
        for (int j = 0; j < k; j++) {
            Unusable.sameLength(names.get(j), columns[j].length, names.getFirst(), rows);
            double[] known = Arrays.stream(columns[j]).filter(v -> !Double.isNaN(v)).toArray();
            Unusable.finite(names.get(j), known);
            Unusable.atLeast(2, known.length, "answers to " + names.get(j));
            if (Arrays.stream(known).distinct().count() < 2)
                throw new Unusable(
                        Unusable.Reason.CONSTANT,
                        "All answers to %s are %s; leave it out."
                                .formatted(names.get(j), known[0]));
        }
        List<Pattern> patterns = patterns(columns, k, rows);
        int n = patterns.stream().mapToInt(Pattern::n).sum();
        Unusable.atLeast(k + 1, n, "persons with an answer");
        double[] mean = new double[k];
        double[] variance = new double[k];
        for (int j = 0; j < k; j++) {
            double[] known = Arrays.stream(columns[j]).filter(v -> !Double.isNaN(v)).toArray();
            mean[j] = Arrays.stream(known).average().orElseThrow();
            double m = mean[j];
            variance[j] = Arrays.stream(known).map(v -> (v - m) * (v - m)).sum() / known.length;
        }
        Matrix sigma = Matrix.diagonal(variance);
        double change = Double.POSITIVE_INFINITY;
        int steps = 0;
        for (; steps < 5000 && change > 1e-10; steps++) {
            double[] first = new double[k];
            double[][] second = new double[k][k];
            for (Pattern p : patterns) expect(p, mean, sigma, first, second, names);
            double[] next = new double[k];
            for (int j = 0; j < k; j++) next[j] = mean[j] + first[j] / n;
            Matrix cov =
                    Matrix.of(k, k, (i, j) -> second[i][j] / n - first[i] / n * (first[j] / n));
            change = 0;
            for (int i = 0; i < k; i++) {
                change = Math.max(change, Math.abs(next[i] - mean[i]) / Math.sqrt(variance[i]));
                for (int j = 0; j < k; j++)
                    change =
                            Math.max(
                                    change,
                                    Math.abs(cov.at(i, j) - sigma.at(i, j))
                                            / Math.sqrt(variance[i] * variance[j]));
            }
            mean = next;
            sigma = cov;
        }
        List<Dropped> dropped =
                n == rows ? List.of() : List.of(new Dropped(rows - n, "no answer at all"));
        return new Moments(
                List.copyOf(names),
                n,
                mean,
                sigma,
                logLikelihood(patterns, mean, sigma, names),
                patterns,
                new Convergence(change <= 1e-10, steps, change),
                dropped);
    }

    private static List<Pattern> patterns(double[][] columns, int k, int rows) {
        Map<String, List<Integer>> by = new LinkedHashMap<>();
        for (int i = 0; i < rows; i++) {
            StringBuilder gaps = new StringBuilder();
            for (int j = 0; j < k; j++) gaps.append(Double.isNaN(columns[j][i]) ? '0' : '1');
            if (gaps.indexOf("1") >= 0)
                by.computeIfAbsent(gaps.toString(), g -> new ArrayList<>()).add(i);
        }
        List<Pattern> patterns = new ArrayList<>();
        by.forEach(
                (gaps, members) -> {
                    int[] o =
                            java.util.stream.IntStream.range(0, k)
                                    .filter(j -> gaps.charAt(j) == '1')
                                    .toArray();
                    double[] mean = new double[o.length];
                    for (int i : members)
                        for (int a = 0; a < o.length; a++)
                            mean[a] += columns[o[a]][i] / members.size();
                    double[][] scatter = new double[o.length][o.length];
                    for (int i : members)
                        for (int a = 0; a < o.length; a++)
                            for (int b = 0; b < o.length; b++)
                                scatter[a][b] +=
                                        (columns[o[a]][i] - mean[a]) * (columns[o[b]][i] - mean[b]);
                    patterns.add(new Pattern(o, members.size(), mean, Matrix.of(scatter)));
                });
        return List.copyOf(patterns);
    }

    static Cholesky root(Pattern p, Matrix sigma, List<String> names) {
        return Cholesky.of(sigma.pick(p.observed, p.observed))
                .orElseThrow(
                        () ->
                                new Unusable(
                                        Unusable.Reason.COLLINEAR,
                                        "One of %s follows exactly from the others; leave it out."
                                                .formatted(names)));
    }

    /** Adds the expected sums about the present mean. */
    private static void expect(
            Pattern p,
            double[] mean,
            Matrix sigma,
            double[] first,
            double[][] second,
            List<String> names) {
        int k = mean.length;
        int[] all = java.util.stream.IntStream.range(0, k).toArray();
        // Regression of all measures on the observed ones; for those themselves it is the identity.
        Matrix slope = root(p, sigma, names).solve(sigma.pick(p.observed, all)).transpose();
        double[] d = new double[p.observed.length];
        for (int a = 0; a < d.length; a++) d[a] = p.mean[a] - mean[p.observed[a]];
        double[] shift = slope.times(d);
        Matrix spread = slope.times(p.scatter).times(slope.transpose());
        Matrix left = sigma.minus(slope.times(sigma.pick(p.observed, all)));
        for (int i = 0; i < k; i++) {
            first[i] += p.n * shift[i];
            for (int j = 0; j < k; j++)
                second[i][j] += spread.at(i, j) + p.n * (shift[i] * shift[j] + left.at(i, j));
        }
    }

    private static double logLikelihood(
            List<Pattern> patterns, double[] mean, Matrix sigma, List<String> names) {
        double ll = 0;
        for (Pattern p : patterns) {
            Cholesky root = root(p, sigma, names);
            double[] d = new double[p.observed.length];
            for (int a = 0; a < d.length; a++) d[a] = p.mean[a] - mean[p.observed[a]];
            double fit = root.solve(p.scatter).trace() + p.n * Matrix.dot(d, root.solve(d));
            ll -= .5 * (p.n * (d.length * Math.log(2 * Math.PI) + root.logDeterminant()) + fit);
        }
        return ll;
    }

    /**
     * Sum over patterns of n (mean - mu)' Sigma^-1 (mean - mu), with the maximum likelihood Sigma;
     * chi-squared with (sum of observed measures) - (measures) degrees of freedom.
     *
     * @throws Unusable when all persons have the same gaps
     */
    public Little little() {
        Unusable.atLeast(2, patterns.size(), "different patterns of missing answers");
        double chi = 0;
        int df = -names.size();
        for (Pattern p : patterns) {
            double[] d = new double[p.observed.length];
            for (int a = 0; a < d.length; a++) d[a] = p.mean[a] - mean[p.observed[a]];
            chi += p.n * Matrix.dot(d, root(p, covariance, names).solve(d));
            df += d.length;
        }
        return new Little(chi, df, Tail.chiSquared(chi, df), patterns.size(), n);
    }
}
