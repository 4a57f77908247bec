package skills.statistics.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import skills.statistics.Interval;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;
import skills.statistics.linear.LinearModel;

/**
 * The classes of a study as the units: each class is its mean of what is left of the outcome after
 * the covariates (Donner and Klar 2000). With few classes these are the first results to show.
 *
 * @param means by class, in order of name
 * @param offered whether each class had the offer
 * @param sizes persons of each class in the analysis
 */
public record Classes(
        Map<String, Double> means, Map<String, Boolean> offered, Map<String, Integer> sizes) {

    /** Student's t of the class means, classes - 2 degrees of freedom. */
    public record Difference(double difference, double t, int df, double p, Interval interval) {}

    /**
     * All ways to give the offer to as many classes.
     *
     * @param p two-sided: share of allocations with a difference at least as large
     * @param smallestPossible 1 over their number: no smaller p exists with these classes, so a
     *     claim at a level below it is impossible whatever the data
     */
    public record Permutation(long allocations, double p, double smallestPossible) {}

    private static final long MOST = 5_000_000;

    /**
     * @param covariates without the offer
     * @param classes one name for each case
     * @param given 1 when the case's class had the offer, else 0
     * @throws Unusable when a class is part offered, or an arm has no class
     */
    public static Classes of(
            Design covariates, double[] outcome, String[] classes, double[] given) {
        Unusable.sameLength("The classes", classes.length, "the design", covariates.cases());
        Unusable.sameLength("The offer", given.length, "the design", covariates.cases());
        LinearModel fit = LinearModel.fit(covariates, outcome);
        Map<String, List<Double>> by = new java.util.TreeMap<>();
        Map<String, Boolean> arm = new java.util.TreeMap<>();
        int[] rows = fit.rows();
        double[] residuals = fit.residuals();
        for (int i = 0; i < rows.length; i++) {
            String name = classes[rows[i]];
            boolean has = given[rows[i]] == 1;
            Boolean before = arm.put(name, has);
            if (before != null && before != has)
                throw new Unusable(
                        Unusable.Reason.MISMATCH,
                        "Class %s is partly offered; class-level tests are for whole classes."
                                .formatted(name));
            by.computeIfAbsent(name, k -> new ArrayList<>()).add(residuals[i]);
        }
        Unusable.atLeast(3, by.size(), "classes");
        if (arm.values().stream().distinct().count() < 2)
            throw new Unusable(Unusable.Reason.CONSTANT, "All classes are in the same arm.");
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        by.forEach(
                (name, values) -> {
                    means.put(name, values.stream().mapToDouble(v -> v).average().orElseThrow());
                    sizes.put(name, values.size());
                });
        return new Classes(means, new LinkedHashMap<>(arm), sizes);
    }

    private double[] values() {
        return means.values().stream().mapToDouble(v -> v).toArray();
    }

    private boolean[] arms() {
        boolean[] arms = new boolean[means.size()];
        int i = 0;
        for (String name : means.keySet()) arms[i++] = offered.get(name);
        return arms;
    }

    public Difference difference(double level) {
        double[] v = values();
        boolean[] arm = arms();
        int df = v.length - 2;
        double[] mean = new double[2];
        int[] n = new int[2];
        for (int i = 0; i < v.length; i++) {
            mean[arm[i] ? 1 : 0] += v[i];
            n[arm[i] ? 1 : 0]++;
        }
        mean[0] /= n[0];
        mean[1] /= n[1];
        double ss = 0;
        for (int i = 0; i < v.length; i++) ss += Math.pow(v[i] - mean[arm[i] ? 1 : 0], 2);
        if (!(ss > 0))
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "Classes of one arm do not differ at all, so chance cannot be judged.");
        double difference = mean[1] - mean[0];
        double se = Math.sqrt(ss / df * (1.0 / n[0] + 1.0 / n[1]));
        double t = difference / se;
        return new Difference(
                difference,
                t,
                df,
                Tail.t(t, df),
                Interval.around(difference, Quantiles.t(.5 + level / 2, df) * se, level));
    }

    /**
     * @throws Unusable when there are more than five million allocations
     */
    public Permutation permutation() {
        return permutation(Progress.NONE);
    }

    /**
     * The same, watched.
     *
     * @param progress over the allocations
     * @throws skills.statistics.Cancelled when it says to stop
     */
    public Permutation permutation(Progress progress) {
        double[] v = values();
        boolean[] arm = arms();
        int k = 0;
        for (boolean a : arm) if (a) k++;
        double count = 1;
        for (int i = 1; i <= k; i++) count = count * (v.length - k + i) / i;
        if (count > MOST)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "There are more than five million ways to allocate these classes; the t test serves.");
        double offered = 0;
        for (int i = 0; i < v.length; i++) if (arm[i]) offered += v[i];
        Walk walk = new Walk(v, k, (long) count, progress);
        walk.observed = walk.difference(offered);
        walk.from(0, k, 0);
        return new Permutation(walk.seen, (double) walk.extreme / walk.seen, 1.0 / walk.seen);
    }

    /**
     * For more classes than can be counted: allocations drawn at random, the one that was counted
     * among them (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585), so that the test keeps its
     * level whatever their number.
     *
     * @param draws beside the one that was, at least 1
     * @return with draws + 1 allocations
     * @throws skills.statistics.Cancelled when the progress says to stop
     */
    public Permutation drawnPermutation(int draws, long seed, Progress progress) {
        Unusable.atLeast(1, draws, "draws");
        double[] v = values();
        boolean[] arm = arms();
        int k = 0;
        double offered = 0;
        for (int i = 0; i < v.length; i++)
            if (arm[i]) {
                offered += v[i];
                k++;
            }
        Walk walk = new Walk(v, k, draws + 1L, progress);
        walk.observed = walk.difference(offered);
        walk.see(offered);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                int j = i + random.nextInt(v.length - i);
                double value = v[j];
                v[j] = v[i];
                v[i] = value;
                sum += value;
            }
            walk.see(sum);
        }
        return new Permutation(walk.seen, (double) walk.extreme / walk.seen, 1.0 / walk.seen);
    }

    /** All ways to choose k of the values, or some of them. */
    private static final class Walk {
        final double[] v;
        final int k;
        final long all;
        final Progress progress;
        final double total;
        double observed;
        long seen;
        long extreme;

        Walk(double[] v, int k, long all, Progress progress) {
            this.v = v;
            this.k = k;
            this.all = all;
            this.progress = progress;
            double sum = 0;
            for (double value : v) sum += value;
            this.total = sum;
        }

        double difference(double sum) {
            return Math.abs(sum / k - (total - sum) / (v.length - k));
        }

        void see(double sum) {
            if (difference(sum) >= observed - 1e-12 * Math.max(1, observed)) extreme++;
            if (seen++ % 16_384 == 0) progress.check(seen - 1, all);
        }

        void from(int first, int left, double sum) {
            if (left == 0) {
                see(sum);
                return;
            }
            for (int i = first; i <= v.length - left; i++) from(i + 1, left - 1, sum + v[i]);
        }
    }
}
