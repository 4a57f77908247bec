package skills.statistics.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skills.statistics.distribution.Quantiles;

class PlackettLuceTest {

    private static final List<String> FOUR = List.of("a", "b", "c", "d");

    /** Ten alternatives, 15 blocks of four: each six times, each pair twice. */
    private static final List<String> DESIGN =
            List.of(
                    "0123", "0145", "0246", "0378", "0579", "0689", "1278", "1369", "1479", "1568",
                    "2359", "2489", "2567", "3458", "3467");

    @Test
    void theDesignIsBalanced() {
        int[][] pairs = new int[10][10];
        for (String block : DESIGN)
            for (char one : block.toCharArray())
                for (char other : block.toCharArray()) pairs[one - '0'][other - '0']++;
        for (int i = 0; i < 10; i++)
            for (int j = 0; j < 10; j++) assertThat(pairs[i][j]).isEqualTo(i == j ? 6 : 2);
    }

    /**
     * Two alternatives, the first chosen twice of three times. With worths w and -w the gradient is
     * 3 (2/3 - s(2w)) * 1 - w / sd^2 = 0; with sd = 100: 2w = log 2 less a trifle.
     */
    @Test
    void twoAlternativesByHand() {
        var choices =
                List.of(
                        Choice.ofBest(List.of("a", "b"), "a"),
                        Choice.ofBest(List.of("b", "a"), "a"),
                        Choice.ofWorst(List.of("a", "b"), "a"));
        Worths worths = new PlackettLuce(100).fit(choices);
        assertThat(worths.worth("a") - worths.worth("b")).isEqualTo(Math.log(2), within(2e-3));
        assertThat(worths.worth("a")).isEqualTo(-worths.worth("b"), within(1e-12));
        double information = 3 * 2. / 9 + 1 / (2 * 100. * 100);
        assertThat(worths.standardErrorOfDifference("a", "b"))
                .isEqualTo(1 / Math.sqrt(information), within(1e-3));
        assertThat(worths.converged()).isTrue();
    }

    /**
     * Worths log 4, log 3, log 2, log 1, best a and worst d: the orders abcd and acbd, 4/10 * 3/6 *
     * 2/3 + 4/10 * 2/6 * 3/4 = 0.23333.
     */
    @Test
    void theLikelihoodSumsOverTheOrders() {
        double[] worth = {Math.log(4), Math.log(3), Math.log(2), 0};
        int[] members = {0, 1, 2, 3};
        assertThat(Math.exp(Block.of(members, 0, 3).logLikelihood(worth)))
                .isEqualTo(.4 * .5 * 2 / 3 + .4 / 3 * .75, within(1e-14));
        assertThat(Math.exp(Block.of(members, 0, -1).logLikelihood(worth)))
                .isEqualTo(.4, within(1e-14));
        double pairs = 0;
        double worst = 0;
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 4; j++)
                if (i != j) pairs += Math.exp(Block.of(members, i, j).logLikelihood(worth));
        for (int j = 0; j < 4; j++)
            worst += Math.exp(Block.of(members, -1, j).logLikelihood(worth));
        assertThat(pairs).isEqualTo(1, within(1e-13));
        assertThat(worst).isEqualTo(1, within(1e-13));
    }

    @Test
    void derivativesAgreeWithDifferences() {
        double[] worth = {.3, -.8, 1.1, .2, -.4};
        Block block = Block.of(new int[] {4, 0, 2, 3}, 2, 1);
        double[] gradient = new double[5];
        double[][] curvature = new double[5][5];
        block.addDerivatives(worth, gradient, curvature);
        double h = 1e-5;
        for (int i = 0; i < 5; i++) {
            double[] up = worth.clone();
            double[] down = worth.clone();
            up[i] += h;
            down[i] -= h;
            assertThat(gradient[i])
                    .isEqualTo(
                            (block.logLikelihood(up) - block.logLikelihood(down)) / (2 * h),
                            within(1e-8));
            double[] above = new double[5];
            double[] below = new double[5];
            block.addDerivatives(up, above, new double[5][5]);
            block.addDerivatives(down, below, new double[5][5]);
            for (int j = 0; j < 5; j++)
                assertThat(-curvature[i][j])
                        .isEqualTo((above[j] - below[j]) / (2 * h), within(1e-8));
        }
    }

    @Test
    void whatAlwaysWinsStaysFiniteAndWhatWasNotShownHasNoWorth() {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < 50; i++) choices.add(Choice.of(FOUR, "a", "d"));
        Worths worths = PlackettLuce.USUAL.fit(choices);
        assertThat(worths.converged()).isTrue();
        assertThat(worths.worth("a")).isBetween(2., 10.);
        assertThat(worths.worth("b")).isEqualTo(worths.worth("c"), within(1e-9));
        assertThat(worths.worth().stream().mapToDouble(w -> w).sum()).isEqualTo(0, within(1e-9));
        assertThat(worths.tiers(.90))
                .containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
        assertThatThrownBy(() -> worths.worth("e")).hasMessageContaining("none of the choices");
    }

    @Test
    void oneChoiceTellsNothingApartAndSetsNeverComparedAreSaid() {
        Worths one = PlackettLuce.USUAL.fit(List.of(Choice.of(FOUR, "a", "d")));
        assertThat(one.tiers(.90)).hasSize(1);
        assertThat(one.groups()).isEqualTo(1);
        var apart =
                List.of(
                        Choice.ofBest(List.of("a", "b"), "a"),
                        Choice.ofBest(List.of("c", "d"), "c"));
        assertThat(PlackettLuce.USUAL.fit(apart).groups()).isEqualTo(2);
    }

    @Property(tries = 30)
    void neitherTheOrderOfChoicesNorThatWithinAChoiceMatters(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        List<Choice> choices = choices(worths(random, 1), random);
        Worths worths = PlackettLuce.USUAL.fit(choices);
        List<Choice> shuffled = new ArrayList<>();
        for (Choice choice : choices) {
            List<String> names = new ArrayList<>(choice.alternatives());
            Collections.shuffle(names, new Random(seed));
            shuffled.add(new Choice(names, choice.best(), choice.worst()));
        }
        Collections.shuffle(shuffled, new Random(seed + 1));
        Worths again = PlackettLuce.USUAL.fit(shuffled);
        for (String name : worths.alternatives()) {
            assertThat(again.worth(name)).isEqualTo(worths.worth(name), within(1e-8));
            assertThat(again.standardError(name))
                    .isEqualTo(worths.standardError(name), within(1e-8));
        }
        assertThat(worths.tiers(.9).stream().flatMap(List::stream)).hasSize(10);
    }

    /** Persons whose worths differ a lot are placed better than persons to whom all is alike. */
    @Test
    void recoversKnownWorths() {
        assertThat(recovery(1)).isBetween(.74, .82);
        assertThat(recovery(1.5)).isBetween(.84, .92);
    }

    private static double recovery(double deviation) {
        var random = new SplittableRandom(20261125);
        int persons = 1000;
        double correlation = 0;
        double inside = 0;
        double pairs = 0;
        double wrong = 0;
        double told = 0;
        for (int person = 0; person < persons; person++) {
            double[] truth = worths(random, deviation);
            Worths fit = PlackettLuce.USUAL.fit(choices(truth, random));
            assertThat(fit.converged()).isTrue();
            double[] estimate = new double[10];
            for (int i = 0; i < 10; i++) {
                Ability band = fit.band("" + i, .90);
                estimate[i] = band.estimate();
                if (truth[i] >= band.lower() && truth[i] <= band.upper()) inside++;
                for (int j = 0; j < i; j++) {
                    double z = fit.z("" + i, "" + j);
                    pairs++;
                    if (Math.abs(z) > 1.6448536) told++;
                    if (Math.abs(z) > 1.6448536 && z * (truth[i] - truth[j]) < 0) wrong++;
                }
            }
            correlation += rankCorrelation(truth, estimate) / persons;
        }
        double coverage = inside / persons / 10;
        System.out.printf(
                "Best-worst, 15 blocks of 4, %d persons, worths of deviation %.1f: mean rank correlation"
                        + " %.3f, coverage of 90%% bands %.3f, pairs told apart %.3f, of these the"
                        + " wrong way round %.3f%n",
                persons, deviation, correlation, coverage, told / pairs, wrong / told);
        assertThat(coverage).isBetween(.88, .94);
        assertThat(wrong / told).isLessThan(.05);
        return correlation;
    }

    /** Of persons with worths of deviation 1 the check finds three in four, of 1.5 nearly all. */
    @Test
    void randomTapsPassTheCheckOnceInTwentyTimesAndRealChoicesMostOften() {
        var random = new SplittableRandom(7);
        int persons = 100;
        double passedAtRandom = 0;
        double passed = 0;
        double passedClear = 0;
        for (int person = 0; person < persons; person++) {
            var tapped = choices(new double[10], random);
            var real = choices(worths(random, 1), random);
            if (agrees(tapped, person)) passedAtRandom++;
            if (agrees(real, person)) passed++;
            if (agrees(choices(worths(random, 1.5), random), person)) passedClear++;
        }
        System.out.printf(
                "Consistency check, %d persons: passed by random taps %.3f, by worths of"
                        + " deviation 1.0 %.3f, 1.5 %.3f%n",
                persons, passedAtRandom / persons, passed / persons, passedClear / persons);
        assertThat(passedAtRandom / persons).isBetween(.01, .12);
        assertThat(passed / persons).isBetween(.65, .85);
        assertThat(passedClear / persons).isGreaterThan(.88);
    }

    private static boolean agrees(List<Choice> choices, long seed) {
        Consistency check = PlackettLuce.USUAL.consistency(choices, 99, seed);
        assertThat(check.agreement()).isBetween(.3, 1.);
        assertThat(check.agreementAtRandom()).isBetween(.55, .85);
        return check.verdict() == Consistency.Verdict.AGREES;
    }

    @Test
    void theSameSeedSaysTheSame() {
        var choices = choices(worths(new SplittableRandom(1), 1), new SplittableRandom(2));
        assertThat(PlackettLuce.USUAL.consistency(choices, 99, 5))
                .isEqualTo(PlackettLuce.USUAL.consistency(choices, 99, 5));
    }

    @Test
    void refusesWhatIsNoChoice() {
        assertThatThrownBy(() -> Choice.of(FOUR, "a", "a")).hasMessageContaining("both best");
        assertThatThrownBy(() -> Choice.of(FOUR, "a", "x")).hasMessageContaining("not among");
        assertThatThrownBy(() -> Choice.ofBest(List.of("a"), "a")).hasMessageContaining("2 to 8");
        assertThatThrownBy(() -> Choice.ofBest(List.of("a", "a"), "a"))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(
                        () ->
                                new Choice(
                                        FOUR,
                                        java.util.Optional.empty(),
                                        java.util.Optional.empty()))
                .hasMessageContaining("names the best");
        assertThatThrownBy(() -> PlackettLuce.USUAL.fit(List.of())).hasMessageContaining("choice");
        assertThatThrownBy(() -> new PlackettLuce(0)).hasMessageContaining("rior");
        assertThatThrownBy(
                        () ->
                                PlackettLuce.USUAL.consistency(
                                        List.of(Choice.of(FOUR, "a", "b")), 5, 1))
                .hasMessageContaining("Draws");
        assertThat(new HashSet<>(DESIGN)).hasSize(15);
    }

    private static double[] worths(SplittableRandom random, double sd) {
        double[] worth =
                IntStream.range(0, 10)
                        .mapToDouble(i -> sd * Quantiles.normal(random.nextDouble(1e-12, 1)))
                        .toArray();
        double mean = IntStream.range(0, 10).mapToDouble(i -> worth[i]).sum() / 10;
        for (int i = 0; i < 10; i++) worth[i] -= mean;
        return worth;
    }

    /** Utilities are worth plus standard Gumbel noise; the highest is best, the lowest worst. */
    private static List<Choice> choices(double[] worth, SplittableRandom random) {
        List<Choice> choices = new ArrayList<>();
        for (String block : DESIGN) {
            List<String> names = block.chars().mapToObj(c -> "" + (char) c).toList();
            int best = 0;
            int worst = 0;
            double[] utility = new double[4];
            for (int k = 0; k < 4; k++) {
                utility[k] =
                        worth[block.charAt(k) - '0']
                                - Math.log(-Math.log(random.nextDouble(1e-12, 1)));
                if (utility[k] > utility[best]) best = k;
                if (utility[k] < utility[worst]) worst = k;
            }
            choices.add(Choice.of(names, names.get(best), names.get(worst)));
        }
        return choices;
    }

    /** Spearman without ties. */
    private static double rankCorrelation(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int rankX = 0;
            int rankY = 0;
            for (int j = 0; j < x.length; j++) {
                if (x[j] < x[i]) rankX++;
                if (y[j] < y[i]) rankY++;
            }
            sum += (rankX - rankY) * (rankX - rankY);
        }
        return 1 - 6 * sum / (x.length * (x.length * x.length - 1.));
    }
}
