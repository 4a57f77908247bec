package skills.statistics.missing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import skills.statistics.Cancelled;
import skills.statistics.Parts;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;

/**
 * Multiple imputation by chained equations (van Buuren 2018): each measure with gaps is drawn in
 * turn from its regression on all others, with coefficients and residual variance drawn from their
 * posterior (Rubin 1987, p. 167), round after round.
 *
 * <p>Each data set has its own random numbers, made from the seed and its number: one thread or
 * many give the same result.
 *
 * @param how NORMAL draws from the regression; MATCHING takes the value of one of the five persons
 *     with the nearest prediction, which keeps to values that exist
 * @param imputations m, 2 or more; 50 for a report
 * @param rounds 10 is usually enough
 */
public record ChainedEquations(How how, int imputations, int rounds, long seed, int threads) {

    public enum How {
        NORMAL,
        MATCHING
    }

    /** The same measures without gaps, in the order they were given. */
    public record Completed(Map<String, double[]> measures) {
        public double[] measure(String name) {
            return measures.get(name).clone();
        }
    }

    public ChainedEquations {
        Unusable.atLeast(2, imputations, "completed data sets");
        Unusable.atLeast(1, rounds, "rounds");
        Unusable.atLeast(1, threads, "threads");
    }

    /**
     * @param measures by name, NaN where missing
     * @throws Unusable when a measure is empty or constant, or has fewer answers than the others
     *     give it predictors
     */
    public List<Completed> impute(Map<String, double[]> measures) {
        return impute(measures, Progress.NONE);
    }

    /**
     * The same, watched.
     *
     * @param progress over the data sets, asked after each measure of each round
     * @throws Cancelled when it says to stop
     */
    public List<Completed> impute(Map<String, double[]> measures, Progress progress) {
        List<String> names = List.copyOf(measures.keySet());
        Unusable.atLeast(2, names.size(), "measures");
        int n = measures.get(names.getFirst()).length;
        double[][] data = new double[names.size()][];
        for (int j = 0; j < data.length; j++) {
            data[j] = measures.get(names.get(j));
            String name = names.get(j);
            Unusable.sameLength(name, data[j].length, names.getFirst(), n);
            double[] known = Arrays.stream(data[j]).filter(v -> !Double.isNaN(v)).toArray();
            Unusable.finite(name, known);
            Unusable.atLeast(names.size() + 2, known.length, "answers to " + name);
            if (Arrays.stream(known).distinct().count() < 2)
                throw new Unusable(
                        Unusable.Reason.CONSTANT,
                        "All answers to %s are the same; leave it out.".formatted(name));
        }
        return List.copyOf(
                Parts.run(
                        imputations,
                        threads,
                        progress,
                        (number, check) -> one(names, data, number, check)));
    }

    private Completed one(List<String> names, double[][] data, int number, Runnable check) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + number);
        Filling filling = new Filling(names, data, random);
        // Few gaps first, as their regressions start best.
        int[] order =
                IntStream.range(0, data.length)
                        .boxed()
                        .filter(j -> filling.gaps[j].length > 0)
                        .sorted(java.util.Comparator.comparingInt(j -> filling.gaps[j].length))
                        .mapToInt(j -> j)
                        .toArray();
        for (int round = 0; round < rounds; round++)
            for (int target : order) {
                check.run();
                filling.draw(target, how);
            }
        Map<String, double[]> measures = new LinkedHashMap<>();
        for (int j = 0; j < data.length; j++) measures.put(names.get(j), filling.whole[j]);
        return new Completed(measures);
    }

    /**
     * One data set on the way: whole as it is given back, and in values person by person, each
     * measure less its mean and over its spread.
     */
    private static final class Filling {
        final List<String> names;
        final RandomGenerator random;
        final int n;
        final int k;
        final double[] centre;
        final double[] scale;
        final double[][] whole;
        final double[] values;
        final int[][] gaps;
        final int[][] known;
        final double[] row;

        Filling(List<String> names, double[][] data, RandomGenerator random) {
            this.names = names;
            this.random = random;
            k = data.length;
            n = data[0].length;
            centre = new double[k];
            scale = new double[k];
            whole = new double[k][];
            values = new double[n * k];
            gaps = new int[k][];
            known = new int[k][];
            row = new double[k];
            for (int j = 0; j < k; j++) {
                double[] of = data[j];
                gaps[j] = IntStream.range(0, n).filter(i -> Double.isNaN(of[i])).toArray();
                known[j] = IntStream.range(0, n).filter(i -> !Double.isNaN(of[i])).toArray();
                for (int i : known[j]) centre[j] += of[i] / known[j].length;
                double squares = 0;
                for (int i : known[j]) squares += (of[i] - centre[j]) * (of[i] - centre[j]);
                scale[j] = Math.sqrt(squares / known[j].length);
                whole[j] = of.clone();
                for (int i : known[j]) values[i * k + j] = (of[i] - centre[j]) / scale[j];
                for (int i : gaps[j]) copy(known[j][random.nextInt(known[j].length)], i, j);
            }
        }

        private void copy(int from, int to, int measure) {
            values[to * k + measure] = values[from * k + measure];
            whole[measure][to] = whole[measure][from];
        }

        /** The person's measures with 1, for the intercept, in the place of the target. */
        private void row(int person, int target) {
            System.arraycopy(values, person * k, row, 0, k);
            row[target] = 1;
        }

        void draw(int target, How how) {
            double[][] xx = new double[k][k];
            double[] xy = new double[k];
            for (int i : known[target]) {
                row(i, target);
                double y = values[i * k + target];
                for (int a = 0; a < k; a++) {
                    double value = row[a];
                    double[] into = xx[a];
                    for (int b = 0; b <= a; b++) into[b] += value * row[b];
                    xy[a] += value * y;
                }
            }
            for (int a = 0; a < k; a++) {
                // A touch of ridge keeps measures that nearly follow from each other apart.
                xx[a][a] *= 1 + 1e-8;
                for (int b = 0; b < a; b++) xx[b][a] = xx[a][b];
            }
            Cholesky root =
                    Cholesky.of(Matrix.of(xx))
                            .orElseThrow(
                                    () ->
                                            new Unusable(
                                                    Unusable.Reason.COLLINEAR,
                                                    "Among those who answered %s the other measures follow from each other; leave one out."
                                                            .formatted(names.get(target))));
            double[] b = root.solve(xy);
            double rss = 0;
            for (int i : known[target]) {
                row(i, target);
                double e = values[i * k + target] - Matrix.dot(row, b);
                rss += e * e;
            }
            double sigma = Math.sqrt(rss / chiSquared(random, known[target].length - k));
            double[] z = new double[k];
            for (int j = 0; j < k; j++) z[j] = random.nextGaussian();
            // L'^-1 z has covariance (X'X)^-1.
            Matrix lower = root.lower();
            for (int a = k - 1; a >= 0; a--) {
                for (int c = a + 1; c < k; c++) z[a] -= lower.at(c, a) * z[c];
                z[a] /= lower.at(a, a);
            }
            double[] drawn = b.clone();
            for (int j = 0; j < k; j++) drawn[j] += sigma * z[j];
            if (how == How.NORMAL)
                for (int i : gaps[target]) {
                    row(i, target);
                    double value = Matrix.dot(row, drawn) + sigma * random.nextGaussian();
                    values[i * k + target] = value;
                    whole[target][i] = centre[target] + scale[target] * value;
                }
            else match(target, b, drawn);
        }

        private void match(int target, double[] b, double[] drawn) {
            int[] donors = known[target];
            double[] keys = new double[donors.length];
            for (int d = 0; d < keys.length; d++) {
                row(donors[d], target);
                keys[d] = Matrix.dot(row, b);
            }
            int[] order = sorted(keys);
            for (int i : gaps[target]) {
                row(i, target);
                double wanted = Matrix.dot(row, drawn);
                int right = Arrays.binarySearch(keys, wanted);
                right = right < 0 ? -right - 1 : right;
                int left = right - 1;
                int chosen = random.nextInt(5);
                for (int step = 0; ; step++) {
                    boolean down =
                            right >= keys.length
                                    || left >= 0 && wanted - keys[left] <= keys[right] - wanted;
                    int nearest = down ? left-- : right++;
                    if (step == chosen || left < 0 && right >= keys.length) {
                        copy(donors[order[nearest]], i, target);
                        break;
                    }
                }
            }
        }

        /** Sorts the keys; says where each stood. Of equal keys the first stays first. */
        private static int[] sorted(double[] keys) {
            double[] before = keys.clone();
            Arrays.sort(keys);
            int[] order = new int[keys.length];
            int[] used = new int[keys.length];
            for (int i = 0; i < before.length; i++) {
                int at = Arrays.binarySearch(keys, before[i]);
                while (at > 0 && keys[at - 1] == before[i]) at--;
                order[at + used[at]++] = i;
            }
            return order;
        }
    }

    /** Marsaglia and Tsang (2000) for the gamma with shape df/2. */
    private static double chiSquared(RandomGenerator random, int df) {
        double shape = df / 2.0;
        double boost = 1;
        if (shape < 1) {
            boost = Math.pow(random.nextDouble(), 1 / shape);
            shape += 1;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < .5 * x * x + d - d * v + d * Math.log(v))
                return 2 * d * v * boost;
        }
    }
}
