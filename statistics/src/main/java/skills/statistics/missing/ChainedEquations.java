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
        int k = data.length;
        int n = data[0].length;
        double[][] filled = new double[k][];
        int[][] gaps = new int[k][];
        for (int j = 0; j < k; j++) {
            double[] of = data[j];
            filled[j] = of.clone();
            gaps[j] = IntStream.range(0, n).filter(i -> Double.isNaN(of[i])).toArray();
            double[] known = Arrays.stream(of).filter(v -> !Double.isNaN(v)).toArray();
            for (int i : gaps[j]) filled[j][i] = known[random.nextInt(known.length)];
        }
        // Few gaps first, as their regressions start best.
        int[] order =
                IntStream.range(0, k)
                        .boxed()
                        .filter(j -> gaps[j].length > 0)
                        .sorted(java.util.Comparator.comparingInt(j -> gaps[j].length))
                        .mapToInt(j -> j)
                        .toArray();
        for (int round = 0; round < rounds; round++)
            for (int j : order) {
                check.run();
                draw(j, filled, gaps[j], random, names);
            }
        Map<String, double[]> measures = new LinkedHashMap<>();
        for (int j = 0; j < k; j++) measures.put(names.get(j), filled[j]);
        return new Completed(measures);
    }

    private void draw(
            int target, double[][] filled, int[] gaps, RandomGenerator random, List<String> names) {
        int k = filled.length;
        int n = filled[0].length;
        boolean[] gap = new boolean[n];
        for (int i : gaps) gap[i] = true;
        double[] centre = new double[k];
        double[] scale = new double[k];
        for (int j = 0; j < k; j++) {
            centre[j] = Arrays.stream(filled[j]).average().orElseThrow();
            double m = centre[j];
            scale[j] = Math.sqrt(Arrays.stream(filled[j]).map(v -> (v - m) * (v - m)).sum() / n);
            if (!(scale[j] > 0)) scale[j] = 1;
        }
        double[][] xx = new double[k][k];
        double[] xy = new double[k];
        double[] row = new double[k];
        int known = 0;
        for (int i = 0; i < n; i++) {
            if (gap[i]) continue;
            known++;
            row(row, target, filled, i, centre, scale);
            for (int a = 0; a < k; a++) {
                for (int b = 0; b <= a; b++) xx[a][b] += row[a] * row[b];
                xy[a] += row[a] * filled[target][i];
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
        for (int i = 0; i < n; i++) {
            if (gap[i]) continue;
            row(row, target, filled, i, centre, scale);
            double e = filled[target][i] - Matrix.dot(row, b);
            rss += e * e;
        }
        double sigma = Math.sqrt(rss / chiSquared(random, known - k));
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
            for (int i : gaps) {
                row(row, target, filled, i, centre, scale);
                filled[target][i] = Matrix.dot(row, drawn) + sigma * random.nextGaussian();
            }
        else match(target, filled, gaps, gap, b, drawn, centre, scale, random);
    }

    private static void row(
            double[] row, int target, double[][] filled, int i, double[] centre, double[] scale) {
        for (int j = 0; j < row.length; j++)
            row[j] = j == target ? 1 : (filled[j][i] - centre[j]) / scale[j];
    }

    private static void match(
            int target,
            double[][] filled,
            int[] gaps,
            boolean[] gap,
            double[] b,
            double[] drawn,
            double[] centre,
            double[] scale,
            RandomGenerator random) {
        int n = gap.length;
        double[] row = new double[b.length];
        double[][] donors = new double[n - gaps.length][];
        int at = 0;
        for (int i = 0; i < n; i++)
            if (!gap[i]) {
                row(row, target, filled, i, centre, scale);
                donors[at++] = new double[] {Matrix.dot(row, b), filled[target][i]};
            }
        Arrays.sort(donors, java.util.Comparator.comparingDouble(d -> d[0]));
        double[] keys = Arrays.stream(donors).mapToDouble(d -> d[0]).toArray();
        for (int i : gaps) {
            row(row, target, filled, i, centre, scale);
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
                    filled[target][i] = donors[nearest][1];
                    break;
                }
            }
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
