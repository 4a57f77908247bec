package skills.statistics.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skills.statistics.Unusable;
import skills.statistics.adaptive.simulation.Simulation;
import skills.statistics.irt.Eap;
import skills.statistics.irt.GradedResponse;

class AdaptiveTestTest {

    private static final List<GradedResponse> BANK = bank();

    private static List<GradedResponse> bank() {
        List<GradedResponse> bank = new ArrayList<>();
        for (int j = 0; j < 24; j++) {
            double at = -2.2 + j * .19;
            bank.add(GradedResponse.of(.9 + (j * 7 % 10) / 8., at - .8, at, at + .8));
        }
        return bank;
    }

    @Test
    void resumedItGivesTheSameNextItem() {
        AdaptiveTest test = AdaptiveTest.start(BANK, Rules.until(.35, 12));
        while (!test.finished()) {
            int item = test.next(() -> 0).orElseThrow();
            AdaptiveTest again = AdaptiveTest.resume(BANK, Rules.until(.35, 12), test.answers());
            assertThat(again.next(() -> 0)).hasValue(item);
            test = test.answer(item, item % 4);
        }
        assertThat(test.next(() -> 0)).isEmpty();
        assertThat(test.answers()).extracting(AdaptiveTest.Answer::item).doesNotHaveDuplicates();
        assertThat(test.ability().answered()).isEqualTo(test.answers().size());
    }

    @Test
    void theMinimumAndTheMaximumHold() {
        Rules rules = new Rules(Eap.USUAL, .9, 5, 6, 1, List.of());
        Simulation run = Simulation.of(BANK, rules, 50, 1);
        assertThat(run.runs()).allMatch(r -> r.items().size() == 5);
        Simulation longest =
                Simulation.of(BANK, new Rules(Eap.USUAL, .01, 0, 7, 1, List.of()), 50, 1);
        assertThat(longest.runs()).allMatch(r -> r.items().size() == 7);
        assertThat(longest.reached()).isZero();
    }

    /** Sympson and Hetter: no item to more than half of the persons, but for chance. */
    @Test
    void exposureIsHeldDownAtASmallCost() {
        Rules rules = Rules.until(.40, 10);
        Simulation free = Simulation.of(BANK, rules, 300, 2);
        List<Double> admit = Simulation.admission(BANK, rules, .5, 300, 12, 3);
        Simulation held = Simulation.of(BANK, rules.admit(admit), 300, 2);
        double before = free.exposure().stream().mapToDouble(v -> v).max().orElse(0);
        double after = held.exposure().stream().mapToDouble(v -> v).max().orElse(0);
        System.out.printf(
                "Sympson-Hetter at .50: exposure %.2f to %.2f, length %.1f to %.1f, r %.3f to %.3f%n",
                before,
                after,
                free.meanLength(),
                held.meanLength(),
                free.correlation(),
                held.correlation());
        assertThat(before).isEqualTo(1);
        assertThat(after).isLessThanOrEqualTo(.62);
        assertThat(held.correlation()).isGreaterThan(free.correlation() - .03);
    }

    @Test
    void theSameSeedGivesTheSame() {
        Rules rules = Rules.until(.40, 10).among(3);
        assertThat(Simulation.of(BANK, rules, 40, 9)).isEqualTo(Simulation.of(BANK, rules, 40, 9));
    }

    @Test
    void badInputGetsASentence() {
        AdaptiveTest test = AdaptiveTest.start(BANK, Rules.until(.3, 5));
        refused("no item 99", () -> test.answer(99, 0));
        refused("answered before", () -> test.answer(1, 0).answer(1, 2));
        refused("lies outside", () -> test.answer(1, 7));
        refused("no items in the bank", () -> AdaptiveTest.start(List.of(), Rules.until(.3, 5)));
        refused("error above 0", () -> Rules.until(0, 5));
        refused("from 0 to 1", () -> Rules.until(.3, 5).admit(List.of(2.)));
        refused(
                "one length",
                () -> AdaptiveTest.start(BANK, Rules.until(.3, 5).admit(List.of(1.))));
    }

    private static void refused(String sentence, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(Unusable.class).hasMessageContaining(sentence);
    }
}
