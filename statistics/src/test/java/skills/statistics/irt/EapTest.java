package skills.statistics.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import skills.statistics.distribution.Quantiles;

class EapTest {

    static final List<GradedResponse> SIX =
            List.of(
                    GradedResponse.of(1.6, -1.9, -.9, .2, 1.3),
                    GradedResponse.of(1.2, -2.1, -1.0, .1, 1.5),
                    GradedResponse.of(1.9, -1.5, -.6, .4, 1.2),
                    GradedResponse.of(.9, -2.4, -.8, .6, 2.0),
                    GradedResponse.of(1.4, -1.2, -.2, .8, 1.9),
                    GradedResponse.of(1.1, -1.8, -.7, .3, 1.6));

    /** Without an answer it is the prior: 0, 1 and plus or minus 1.645. */
    @Test
    void withoutAnswersItIsThePrior() {
        var nothing = ResponsePattern.of(null, null, null, null, null, null);
        Ability ability = Eap.USUAL.estimate(SIX, nothing);
        assertThat(ability.estimate()).isEqualTo(0, within(1e-12));
        assertThat(ability.standardError()).isEqualTo(1, within(1e-6));
        assertThat(ability.lower()).isEqualTo(-1.6448536, within(1e-5));
        assertThat(ability.upper()).isEqualTo(1.6448536, within(1e-5));
        assertThat(ability.answered()).isZero();
    }

    /**
     * A right answer to an item with a = 1, b = 0 makes the density 2 phi(t) / (1 + e^-t): its
     * second moment is 1 by symmetry, its mean is summed here over a grid of its own.
     */
    @Test
    void oneAnswerByHand() {
        var ability = Eap.USUAL.estimate(List.of(GradedResponse.of(1, 0)), ResponsePattern.of(1));
        double mean = 0;
        for (double t = -10; t <= 10; t += .001)
            mean +=
                    .001
                            * 2
                            * t
                            * Math.exp(-t * t / 2)
                            / Math.sqrt(2 * Math.PI)
                            / (1 + Math.exp(-t));
        assertThat(ability.estimate()).isEqualTo(mean, within(1e-7));
        assertThat(ability.standardError()).isEqualTo(Math.sqrt(1 - mean * mean), within(1e-6));
    }

    @Test
    void aFinerGridSaysTheSame() {
        var fine = new Eap(new Grid(-6, 6, .001), 0, 1, .90);
        var answers = ResponsePattern.of(3, 2, null, 4, 3, 1);
        Ability usual = Eap.USUAL.estimate(SIX, answers);
        Ability exact = fine.estimate(SIX, answers);
        assertThat(usual.estimate()).isEqualTo(exact.estimate(), within(1e-10));
        assertThat(usual.standardError()).isEqualTo(exact.standardError(), within(1e-10));
        assertThat(usual.lower()).isEqualTo(exact.lower(), within(1e-6));
        assertThat(usual.upper()).isEqualTo(exact.upper(), within(1e-6));
    }

    @Property(tries = 200)
    void aHigherAnswerNeverLowersTheEstimateNorTheBand(
            @ForAll @Size(6) List<@IntRange(min = 0, max = 4) Integer> answers,
            @ForAll @IntRange(min = 0, max = 5) int item) {
        if (answers.get(item) == 4) return;
        List<Integer> higher = new ArrayList<>(answers);
        higher.set(item, answers.get(item) + 1);
        Ability before = Eap.USUAL.estimate(SIX, new ResponsePattern(answers));
        Ability after = Eap.USUAL.estimate(SIX, new ResponsePattern(higher));
        assertThat(after.estimate()).isGreaterThan(before.estimate());
        assertThat(after.lower()).isGreaterThan(before.lower());
        assertThat(after.upper()).isGreaterThan(before.upper());
        assertThat(after.estimate()).isBetween(after.lower(), after.upper());
    }

    @Property(tries = 100)
    void orderOfItemsIsIrrelevantAndTurningTheScaleTurnsTheEstimate(
            @ForAll @Size(6) List<@IntRange(min = 0, max = 4) Integer> answers) {
        Ability ability = Eap.USUAL.estimate(SIX, new ResponsePattern(answers));
        List<GradedResponse> items = new ArrayList<>(SIX);
        List<Integer> reversed = new ArrayList<>(answers);
        Collections.reverse(items);
        Collections.reverse(reversed);
        Ability again = Eap.USUAL.estimate(items, new ResponsePattern(reversed));
        assertThat(again.estimate()).isEqualTo(ability.estimate(), within(1e-10));
        List<GradedResponse> turned =
                SIX.stream()
                        .map(
                                i ->
                                        new GradedResponse(
                                                i.a(),
                                                i.b().reversed().stream().map(b -> -b).toList()))
                        .toList();
        var other = new ResponsePattern(answers.stream().map(k -> 4 - k).toList());
        Ability mirrored = Eap.USUAL.estimate(turned, other);
        assertThat(mirrored.estimate()).isEqualTo(-ability.estimate(), within(1e-10));
        assertThat(mirrored.lower()).isEqualTo(-ability.upper(), within(1e-6));
    }

    /** Traits from the prior: a posterior band of 90% holds the truth in 90% of persons. */
    @Test
    void theBandHoldsTheTruthAsOftenAsItSays() {
        var random = new SplittableRandom(20261125);
        int persons = 4000;
        int inside = 0;
        double squares = 0;
        double variance = 0;
        for (int person = 0; person < persons; person++) {
            double theta = Quantiles.normal(random.nextDouble(1e-12, 1));
            Ability ability = Eap.USUAL.estimate(SIX, answers(SIX, theta, random));
            if (theta >= ability.lower() && theta <= ability.upper()) inside++;
            squares += Math.pow(theta - ability.estimate(), 2) / persons;
            variance += Math.pow(ability.standardError(), 2) / persons;
        }
        double coverage = (double) inside / persons;
        System.out.printf(
                "EAP, 6 items, %d persons: coverage of 90%% bands %.3f, RMSE %.3f, SE %.3f%n",
                persons, coverage, Math.sqrt(squares), Math.sqrt(variance));
        assertThat(coverage).isBetween(.88, .92);
        assertThat(squares / variance).isBetween(.93, 1.07);
    }

    @Test
    void saysWhichItemNarrowsTheBandMost() {
        Posterior prior = Eap.USUAL.posterior(List.of(), new ResponsePattern(List.of()));
        List<Posterior.Gain> gains = prior.gains(SIX);
        assertThat(gains.getFirst().item()).isEqualTo(2);
        assertThat(gains.getLast().item()).isEqualTo(3);
        assertThat(gains).allMatch(g -> g.expectedStandardError() < prior.sd());
        double all = prior.expectedStandardError(SIX);
        assertThat(all).isLessThan(gains.getFirst().expectedStandardError()).isGreaterThan(.3);
    }

    /** Expected variance for one answer of two, by hand: half and half, each 1 - mean^2. */
    @Test
    void expectedErrorByHand() {
        var item = GradedResponse.of(1, 0);
        Posterior prior = Eap.USUAL.posterior(List.of(), new ResponsePattern(List.of()));
        double mean = prior.with(item, 1).mean();
        assertThat(prior.expectedStandardError(item))
                .isEqualTo(Math.sqrt(1 - mean * mean), within(1e-6));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Eap.USUAL.estimate(SIX, ResponsePattern.of(1)))
                .hasMessageContaining("6 items and 1 answers");
        assertThatThrownBy(() -> Eap.USUAL.estimate(SIX, ResponsePattern.of(1, 1, 5, 1, 1, 1)))
                .hasMessageContaining("nswer 5");
        assertThatThrownBy(() -> ResponsePattern.of(-1)).hasMessageContaining("from 0");
        assertThatThrownBy(() -> new Eap(Grid.USUAL, 0, 0, .9)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Eap(Grid.USUAL, 0, 1, 1)).hasMessageContaining("evel");
        assertThatThrownBy(() -> new Grid(1, 0, .1)).hasMessageContaining("low to high");
        assertThatThrownBy(() -> new Grid(0, 1, .3)).hasMessageContaining("divide");
    }

    static ResponsePattern answers(
            List<? extends Item> items, double theta, SplittableRandom random) {
        List<Integer> answers = new ArrayList<>();
        for (Item item : items) {
            double u = random.nextDouble();
            int k = 0;
            for (double sum = item.probability(0, theta); u > sum && k < item.categories() - 1; )
                sum += item.probability(++k, theta);
            answers.add(k);
        }
        return new ResponsePattern(answers);
    }
}
