package skills.statistics.adaptive.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.adaptive.AdaptiveTest;
import skills.statistics.adaptive.Rules;
import skills.statistics.distribution.Quantiles;
import skills.statistics.irt.Item;

/**
 * What an adaptive test did with simulated persons.
 *
 * @param runs each person, in order
 * @param exposure share of the persons who were given each item
 * @param meanLength items a person
 * @param medianLength half of the persons had at most so many
 * @param overlap share of items that two persons have in common, about: sum of squared exposures
 *     over their sum (Chen, Ankenmann and Spray 2003, doi:10.1111/j.1745-3984.2003.tb01100.x)
 * @param bias mean of estimate less truth
 * @param rmse root mean square of estimate less truth
 * @param correlation of estimate and truth; not defined, and 0, when one does not vary
 * @param meanError mean standard error at the end
 * @param marginalReliability 1 - mean squared standard error
 * @param reached share of the persons whose error came below the limit
 */
public record Simulation(
        List<Run> runs,
        List<Double> exposure,
        double meanLength,
        double medianLength,
        double overlap,
        double bias,
        double rmse,
        double correlation,
        double meanError,
        double marginalReliability,
        double reached) {

    /**
     * @param items given, in order
     */
    public record Run(double truth, double estimate, double error, List<Integer> items) {}

    /**
     * Persons with known answers to every item of the bank.
     *
     * @param truth trait level of each person
     * @param answers one row a person, one column an item
     * @param random numbers for choosing, for each person
     */
    public static Simulation of(
            List<? extends Item> bank,
            Rules rules,
            double[] truth,
            int[][] answers,
            List<DoubleSupplier> random) {
        return of(bank, rules, truth, answers, random, Progress.NONE);
    }

    /**
     * The same, watched.
     *
     * @param progress over the persons
     * @throws skills.statistics.Cancelled when it says to stop
     */
    public static Simulation of(
            List<? extends Item> bank,
            Rules rules,
            double[] truth,
            int[][] answers,
            List<DoubleSupplier> random,
            Progress progress) {
        Unusable.atLeast(1, truth.length, "persons");
        Unusable.sameLength("The persons", truth.length, "the answers", answers.length);
        Unusable.sameLength("The persons", truth.length, "the random numbers", random.size());
        List<Run> runs = new ArrayList<>();
        AdaptiveTest start = AdaptiveTest.start(bank, rules);
        for (int i = 0; i < truth.length; i++) {
            progress.check(i, truth.length);
            AdaptiveTest test = start;
            for (OptionalInt next; (next = test.next(random.get(i))).isPresent(); )
                test = test.answer(next.getAsInt(), answers[i][next.getAsInt()]);
            runs.add(
                    new Run(
                            truth[i],
                            test.posterior().mean(),
                            test.posterior().sd(),
                            test.answers().stream().map(AdaptiveTest.Answer::item).toList()));
        }
        return summary(List.copyOf(runs), bank.size(), rules.stopBelow());
    }

    /**
     * Persons drawn from the prior of the rules, who answer by the model.
     *
     * @param seed the same seed gives the same result
     */
    public static Simulation of(List<? extends Item> bank, Rules rules, int persons, long seed) {
        return of(bank, rules, persons, seed, Progress.NONE);
    }

    /**
     * The same, watched.
     *
     * @param progress over the persons
     * @throws skills.statistics.Cancelled when it says to stop
     */
    public static Simulation of(
            List<? extends Item> bank, Rules rules, int persons, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] truth = new double[persons];
        int[][] answers = new int[persons][bank.size()];
        List<DoubleSupplier> choices = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            double z = Quantiles.normal(random.nextDouble(1e-12, 1));
            truth[i] = rules.eap().priorMean() + rules.eap().priorSd() * z;
            for (int j = 0; j < bank.size(); j++)
                answers[i][j] = answer(bank.get(j), truth[i], random.nextDouble());
            choices.add(random.split()::nextDouble);
        }
        return of(bank, rules, truth, answers, choices, progress);
    }

    /**
     * The answer that a number u from 0 to 1 gives: how many higher answers are likelier than u.
     */
    public static int answer(Item item, double theta, double u) {
        int answer = 0;
        double above = 0;
        double[] reached = new double[item.categories()];
        for (int k = item.categories() - 1; k > 0; k--)
            reached[k] = above += item.probability(k, theta);
        for (int k = 1; k < reached.length; k++) if (u < reached[k]) answer++;
        return answer;
    }

    /**
     * Shares of admission under which no item is given to more than {@code most} of the persons:
     * Sympson and Hetter (1985), repeated {@code rounds} times: an item that was chosen too often
     * is admitted in most / (share in which it was chosen).
     *
     * @param most above 0 and at most 1
     */
    public static List<Double> admission(
            List<? extends Item> bank,
            Rules rules,
            double most,
            int persons,
            int rounds,
            long seed) {
        return admission(bank, rules, most, persons, rounds, seed, Progress.NONE);
    }

    /**
     * The same, watched.
     *
     * @param progress over the persons of all rounds
     * @throws skills.statistics.Cancelled when it says to stop
     */
    public static List<Double> admission(
            List<? extends Item> bank,
            Rules rules,
            double most,
            int persons,
            int rounds,
            long seed,
            Progress progress) {
        if (!(most > 0 && most <= 1))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The highest exposure lies above 0 and at most 1, not " + most + ".");
        Double[] admit = new Double[bank.size()];
        Arrays.fill(admit, 1.);
        for (int round = 0; round < rounds; round++) {
            long before = (long) round * persons;
            Simulation run =
                    of(
                            bank,
                            rules.admit(List.of(admit)),
                            persons,
                            seed,
                            (done, all) -> progress.goOn(before + done, (long) rounds * persons));
            for (int j = 0; j < admit.length; j++) {
                double given = run.exposure().get(j);
                double chosen = given / admit[j];
                admit[j] = given > 0 && chosen > most ? most / chosen : 1;
            }
        }
        return List.of(admit);
    }

    private static Simulation summary(List<Run> runs, int items, double limit) {
        int n = runs.size();
        Double[] exposure = new Double[items];
        Arrays.fill(exposure, 0.);
        double length = 0;
        double bias = 0;
        double square = 0;
        double error = 0;
        double errorSquare = 0;
        int reached = 0;
        for (Run run : runs) {
            for (int item : run.items()) exposure[item]++;
            length += run.items().size() / (double) n;
            double off = run.estimate() - run.truth();
            bias += off / n;
            square += off * off / n;
            error += run.error() / n;
            errorSquare += run.error() * run.error() / n;
            if (run.error() < limit) reached++;
        }
        for (int j = 0; j < items; j++) exposure[j] /= n;
        double overlap = Arrays.stream(exposure).mapToDouble(e -> e * e).sum() / length;
        double[] lengths = runs.stream().mapToDouble(r -> r.items().size()).toArray();
        return new Simulation(
                runs,
                List.of(exposure),
                length,
                skills.statistics.Quantile.median(lengths).value(),
                overlap,
                bias,
                Math.sqrt(square),
                correlation(runs),
                error,
                1 - errorSquare,
                reached / (double) n);
    }

    private static double correlation(List<Run> runs) {
        double x = runs.stream().mapToDouble(Run::truth).average().orElse(0);
        double y = runs.stream().mapToDouble(Run::estimate).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (Run run : runs) {
            xy += (run.truth() - x) * (run.estimate() - y);
            xx += (run.truth() - x) * (run.truth() - x);
            yy += (run.estimate() - y) * (run.estimate() - y);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
    }
}
