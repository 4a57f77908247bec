package skills.statistics.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import skills.statistics.Interval;
import skills.statistics.Parts;
import skills.statistics.Progress;
import skills.statistics.Quantile;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;

/**
 * The bootstrap (Efron and Tibshirani 1993, An introduction to the bootstrap): the same number of
 * persons, or of whole classes, is drawn with replacement, and the statistic is computed again on
 * each draw. For what has no formula for its standard error.
 *
 * <p>Each draw has its own random numbers, made from the seed and its number: one thread or many
 * give the same result.
 *
 * @param draws 100 or more; 2,000 for an interval in a report
 * @param seed the same seed gives the same result
 */
public record Bootstrap(int draws, long seed, int threads) {

    /**
     * @param bias mean of the draws less the estimate
     * @param percentile between the quantiles of the draws
     * @param bca percentiles corrected for bias and skewness (Efron 1987,
     *     doi:10.1080/01621459.1987.10478410), by leaving out each person or class in turn
     * @param failed draws for which the statistic could not be computed; they are left out
     */
    public record Result(
            double estimate,
            double standardError,
            double bias,
            Interval percentile,
            Interval bca,
            int draws,
            int failed) {}

    private static final int TOGETHER = 50;

    /**
     * @throws Unusable when there are fewer than 100 draws or no thread
     */
    public Bootstrap {
        Unusable.atLeast(100, draws, "draws");
        Unusable.atLeast(1, threads, "threads");
    }

    /**
     * @param persons n, 3 or more
     * @param statistic of the persons at these places, from 0; the same place may stand there more
     *     than once. Called from several threads when there are several
     * @throws Unusable when the statistic cannot be computed from the persons as they are, or
     *     cannot be in more than one draw of ten
     * @throws skills.statistics.Cancelled when the progress says to stop
     */
    public Result persons(
            int persons, ToDoubleFunction<int[]> statistic, double level, Progress progress) {
        return units(
                new Units(
                        IntStream.range(0, persons).toArray(),
                        IntStream.rangeClosed(0, persons).toArray()),
                statistic,
                level,
                progress);
    }

    /** The same with whole classes drawn. @param classes one name for each person */
    public Result classes(
            String[] classes, ToDoubleFunction<int[]> statistic, double level, Progress progress) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < classes.length; i++)
            members.computeIfAbsent(classes[i], k -> new ArrayList<>()).add(i);
        int[] starts = new int[members.size() + 1];
        int u = 0;
        for (List<Integer> of : members.values()) starts[u + 1] = starts[u++] + of.size();
        int[] all = members.values().stream().flatMap(List::stream).mapToInt(i -> i).toArray();
        return units(new Units(all, starts), statistic, level, progress);
    }

    /** Persons or classes, one after the other. @param starts of each, and the end */
    private record Units(int[] members, int[] starts) {
        int size() {
            return starts.length - 1;
        }

        int[] places(int[] chosen) {
            int n = 0;
            for (int u : chosen) n += starts[u + 1] - starts[u];
            int[] places = new int[n];
            int at = 0;
            for (int u : chosen)
                for (int i = starts[u]; i < starts[u + 1]; i++) places[at++] = members[i];
            return places;
        }
    }

    private Result units(
            Units units, ToDoubleFunction<int[]> statistic, double level, Progress progress) {
        Unusable.share("The level", level);
        Unusable.atLeast(3, units.size(), "persons or classes to draw from");
        double estimate = statistic.applyAsDouble(units.members);
        Unusable.finite("The statistic", new double[] {estimate});
        int blocks = (draws + TOGETHER - 1) / TOGETHER;
        int leaves = (units.size() + TOGETHER - 1) / TOGETHER;
        List<double[]> all =
                Parts.run(
                        blocks + leaves,
                        threads,
                        progress,
                        (number, check) ->
                                number < blocks
                                        ? drawn(number, units, statistic, check)
                                        : leftOut(number - blocks, units, statistic, check));
        double[] made = joined(all.subList(0, blocks));
        double[] without = joined(all.subList(blocks, all.size()));
        int failed = draws - made.length;
        if (failed > draws / 10)
            throw new Unusable(
                    Unusable.Reason.TOO_FEW,
                    "The statistic could not be computed in %d of %d draws; there are too few persons for a bootstrap."
                            .formatted(failed, draws));
        double mean = Arrays.stream(made).average().orElseThrow();
        double ss = Arrays.stream(made).map(v -> (v - mean) * (v - mean)).sum();
        double tail = (1 - level) / 2;
        return new Result(
                estimate,
                Math.sqrt(ss / (made.length - 1)),
                mean - estimate,
                between(made, tail, 1 - tail, level),
                corrected(made, without, estimate, level),
                made.length,
                failed);
    }

    private double[] drawn(
            int block, Units units, ToDoubleFunction<int[]> statistic, Runnable check) {
        int from = block * TOGETHER;
        double[] values = new double[Math.min(draws, from + TOGETHER) - from];
        for (int d = 0; d < values.length; d++) {
            check.run();
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + from + d);
            int[] chosen = new int[units.size()];
            for (int i = 0; i < chosen.length; i++) chosen[i] = random.nextInt(chosen.length);
            values[d] = value(statistic, units.places(chosen));
        }
        return values;
    }

    private double[] leftOut(
            int block, Units units, ToDoubleFunction<int[]> statistic, Runnable check) {
        int from = block * TOGETHER;
        double[] values = new double[Math.min(units.size(), from + TOGETHER) - from];
        for (int d = 0; d < values.length; d++) {
            check.run();
            int out = from + d;
            values[d] =
                    value(
                            statistic,
                            units.places(
                                    IntStream.range(0, units.size())
                                            .filter(i -> i != out)
                                            .toArray()));
        }
        return values;
    }

    /** NaN where the statistic refuses. */
    private static double value(ToDoubleFunction<int[]> statistic, int[] places) {
        try {
            return statistic.applyAsDouble(places);
        } catch (Unusable e) {
            return Double.NaN;
        }
    }

    private static double[] joined(List<double[]> blocks) {
        return blocks.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    }

    private static Interval between(double[] made, double low, double high, double level) {
        return new Interval(Quantile.of(made, low).value(), Quantile.of(made, high).value(), level);
    }

    private static Interval corrected(
            double[] made, double[] without, double estimate, double level) {
        double below = 0;
        // Everybody drawn once is the estimate itself, but for the order of the sums.
        double same = 1e-10 * Arrays.stream(made).map(Math::abs).max().orElse(0);
        for (double v : made) below += Math.abs(v - estimate) <= same ? .5 : v < estimate ? 1 : 0;
        double share = Math.clamp(below / made.length, .5 / made.length, 1 - .5 / made.length);
        double shift = Quantiles.normal(share);
        double mean = Arrays.stream(without).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (double v : without) {
            squares += Math.pow(mean - v, 2);
            cubes += Math.pow(mean - v, 3);
        }
        double bend = squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
        double[] limits = new double[2];
        for (int side = 0; side < 2; side++) {
            double z = shift + Quantiles.normal(side == 0 ? (1 - level) / 2 : (1 + level) / 2);
            limits[side] = Tail.normalBelow(shift + z / (1 - bend * z));
        }
        return between(made, limits[0], limits[1], level);
    }
}
