package skills.statistics.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.matrix.Symmetric;

/**
 * Worths from choices of the best and the worst, by the model of Luce (1959, doi:10.1037/14396-000)
 * and Plackett (1975, doi:10.2307/2346567): from a set S the next one is taken with probability
 * exp(w) / sum over S of exp(w), until none is left. A best and a worst fix only the ends of the
 * order, so the likelihood of a choice is the sum over all orders with these ends: exact, nothing
 * is assumed about the middle. Best-worst choice: Marley and Louviere (2005),
 * doi:10.1016/j.jmp.2005.05.003.
 *
 * <p>Each worth has a normal prior with mean 0 and standard deviation {@code priorSd}, so that the
 * estimate is finite even for one that always wins. The log posterior is strictly concave (an order
 * with fixed ends is a convex set of utilities with log-concave noise; Prekopa 1973), so Newton's
 * method with step halving finds its one maximum. Covariance: inverse of the curvature there, for
 * the centred worths.
 *
 * @param priorSd above 0 and at most 100; 2 is weak: an average rival is beaten by one a deviation
 *     up in 88% of the choices between the two
 */
public record PlackettLuce(double priorSd) {

    /** Prior with standard deviation 2. */
    public static final PlackettLuce USUAL = new PlackettLuce(2);

    /**
     * @throws Unusable when the prior is outside what is said above
     */
    public PlackettLuce {
        if (!(priorSd > 0 && priorSd <= 100))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The prior deviation lies above 0 and at most 100, not " + priorSd + ".");
    }

    /**
     * @param choices at least one, in any order
     * @throws Unusable when there is no choice
     */
    public Worths fit(List<Choice> choices) {
        Map<String, Integer> names = names(choices);
        List<Block> blocks = blocks(choices, names);
        Fit fit = fit(blocks, names.size());
        double[][] covariance = centred(curvature(fit.curvature()).inverse());
        return new Worths(
                List.copyOf(names.keySet()),
                Arrays.stream(fit.worth()).boxed().toList(),
                Arrays.stream(covariance).map(r -> Arrays.stream(r).boxed().toList()).toList(),
                shown(blocks, names.size()),
                blocks.size(),
                groups(blocks, names.size()),
                fit.logLikelihood(),
                priorSd,
                fit.iterations(),
                fit.converged());
    }

    /**
     * How well the choices agree with each other, against tapping at random: the same questions are
     * answered at random {@code draws} times, each time fitted anew, and the log likelihoods are
     * compared.
     *
     * @param draws number of random repetitions, 19 to 100,000; 199 allows a p from 0.005
     * @param seed the same seed gives the same result
     * @throws Unusable when there is no choice or draws is out of range
     */
    public Consistency consistency(List<Choice> choices, int draws, long seed) {
        return consistency(choices, draws, seed, Progress.NONE);
    }

    /**
     * The same, watched.
     *
     * @param progress over the draws
     * @throws skills.statistics.Cancelled when it says to stop
     */
    public Consistency consistency(List<Choice> choices, int draws, long seed, Progress progress) {
        if (draws < 19 || draws > 100_000)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "Draws must lie from 19 to 100,000, not " + draws + ".");
        Map<String, Integer> names = names(choices);
        List<Block> blocks = blocks(choices, names);
        Fit own = fit(blocks, names.size());
        SplittableRandom random = new SplittableRandom(seed);
        int asHigh = 0;
        double likelihood = 0;
        double agreement = 0;
        for (int draw = 0; draw < draws; draw++) {
            progress.check(draw, draws);
            List<Block> tapped = blocks.stream().map(b -> b.tapped(random)).toList();
            Fit fit = fit(tapped, names.size());
            if (fit.logLikelihood() >= own.logLikelihood()) asHigh++;
            likelihood += fit.logLikelihood() / blocks.size() / draws;
            agreement += agreement(tapped, fit.worth()) / draws;
        }
        return new Consistency(
                own.logLikelihood() / blocks.size(),
                likelihood,
                agreement(blocks, own.worth()),
                agreement,
                (1. + asHigh) / (1. + draws),
                blocks.size(),
                draws);
    }

    private record Fit(
            double[] worth,
            double[][] curvature,
            double logLikelihood,
            int iterations,
            boolean converged) {}

    private Fit fit(List<Block> blocks, int n) {
        double[] worth = new double[n];
        double precision = 1 / (priorSd * priorSd);
        for (int iteration = 1; ; iteration++) {
            double[] gradient = new double[n];
            double[][] curvature = new double[n][n];
            double likelihood = 0;
            for (Block block : blocks)
                likelihood += block.addDerivatives(worth, gradient, curvature);
            for (int i = 0; i < n; i++) {
                gradient[i] -= precision * worth[i];
                curvature[i][i] += precision;
            }
            double[] step = curvature(curvature).solve(gradient);
            double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            if (largest < 1e-8 || iteration == 100)
                return new Fit(worth, curvature, likelihood, iteration, largest < 1e-8);
            worth = climb(blocks, worth, step, likelihood, precision);
        }
    }

    /** The step, halved until the log posterior is not lower than before. */
    private static double[] climb(
            List<Block> blocks,
            double[] worth,
            double[] step,
            double likelihood,
            double precision) {
        double before = likelihood - precision * squares(worth) / 2;
        double factor = 1;
        while (true) {
            double[] next = worth.clone();
            for (int i = 0; i < next.length; i++) next[i] += factor * step[i];
            double after = -precision * squares(next) / 2;
            for (Block block : blocks) after += block.logLikelihood(next);
            if (after >= before - 1e-12 * Math.abs(before) || factor < 1e-6) return next;
            factor /= 2;
        }
    }

    private static Symmetric curvature(double[][] matrix) {
        return Symmetric.of("The curvature of the log posterior", matrix);
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(v -> v * v).sum();
    }

    /** Share of what the choices say of pairs that the fitted worths say too; a tie counts half. */
    private static double agreement(List<Block> blocks, double[] worth) {
        double agreed = 0;
        int said = 0;
        for (Block block : blocks) {
            int m = block.members().length;
            for (int k = 0; k < m; k++) {
                if (block.best() >= 0 && k != block.best()) {
                    said++;
                    agreed += above(worth, block.members()[block.best()], block.members()[k]);
                }
                if (block.worst() >= 0 && k != block.worst() && k != block.best()) {
                    said++;
                    agreed += above(worth, block.members()[k], block.members()[block.worst()]);
                }
            }
        }
        return agreed / said;
    }

    private static double above(double[] worth, int i, int j) {
        double difference = worth[i] - worth[j];
        return Math.abs(difference) < 1e-9 ? .5 : difference > 0 ? 1 : 0;
    }

    private static Map<String, Integer> names(List<Choice> choices) {
        if (choices.isEmpty())
            throw new Unusable(Unusable.Reason.EMPTY, "There must be a choice to score.");
        Map<String, Integer> names = new LinkedHashMap<>();
        for (Choice choice : choices)
            for (String name : choice.alternatives()) names.putIfAbsent(name, names.size());
        return names;
    }

    private static List<Block> blocks(List<Choice> choices, Map<String, Integer> names) {
        List<Block> blocks = new ArrayList<>();
        for (Choice choice : choices) {
            List<String> shown = choice.alternatives();
            blocks.add(
                    Block.of(
                            shown.stream().mapToInt(names::get).toArray(),
                            choice.best().map(shown::indexOf).orElse(-1),
                            choice.worst().map(shown::indexOf).orElse(-1)));
        }
        return blocks;
    }

    /** Covariance of the deviations from the mean. */
    private static double[][] centred(double[][] v) {
        int n = v.length;
        double[] row = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            row[i] = Arrays.stream(v[i]).sum() / n;
            all += row[i] / n;
        }
        double[][] centred = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) centred[i][j] = v[i][j] - row[i] - row[j] + all;
        return centred;
    }

    private static List<Integer> shown(List<Block> blocks, int n) {
        int[] shown = new int[n];
        for (Block block : blocks) for (int member : block.members()) shown[member]++;
        return Arrays.stream(shown).boxed().toList();
    }

    private static int groups(List<Block> blocks, int n) {
        int[] group = IntStream.range(0, n).toArray();
        for (Block block : blocks)
            for (int member : block.members()) {
                int from = group[member];
                int to = group[block.members()[0]];
                for (int i = 0; i < n; i++) if (group[i] == from) group[i] = to;
            }
        return (int) Arrays.stream(group).distinct().count();
    }
}
