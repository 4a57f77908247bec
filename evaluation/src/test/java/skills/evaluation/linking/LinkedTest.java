package skills.evaluation.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkedTest {

    private static OwnCode code(String... parts) {
        return new OwnCode(List.of(parts));
    }

    @Test
    void caseAccentsAndLeadingZerosDoNotMatter() {
        assertThat(code("é", "07", "De Vries").differences(code("E", "7", "devries"))).isZero();
    }

    @Test
    void aPartThatWasLeftOutAgreesWithNothing() {
        assertThat(code("", "7").differences(code("", "7"))).isEqualTo(1);
        assertThatThrownBy(() -> code("a").differences(code("a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalCodesAreTakenBeforeNearOnes() {
        Linked linked =
                Linked.of(
                        List.of(code("a", "1", "x"), code("a", "1", "y")),
                        List.of(code("a", "1", "y"), code("a", "1", "x")));
        assertThat(linked.pairs())
                .containsExactlyInAnyOrder(new Linked.Pair(0, 1, 0), new Linked.Pair(1, 0, 0));
    }

    @Test
    void whoFitsTwoIsNotGuessed() {
        Linked linked =
                Linked.of(
                        List.of(code("a", "1", "x")),
                        List.of(code("a", "1", "y"), code("a", "1", "z")));
        assertThat(linked.pairs()).isEmpty();
        assertThat(linked.ambiguous()).isEqualTo(1);
        assertThat(linked.laterAlone()).containsExactly(0, 1);
    }

    @Test
    void threeDifferencesAreAnotherPerson() {
        Linked linked =
                Linked.of(List.of(code("a", "1", "x", "k")), List.of(code("b", "2", "y", "k")));
        assertThat(linked.pairs()).isEmpty();
        assertThat(linked.ambiguous()).isZero();
    }

    /** 300 persons of whom one in four makes one mistake and one in twelve two. */
    @Test
    void mostAreFoundAgainAndHardlyAnyWrongly() {
        Random random = new Random(20261125);
        List<OwnCode> first = new ArrayList<>();
        List<OwnCode> later = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 300; i++) order.add(i);
        Collections.shuffle(order, random);
        for (int i = 0; i < 300; i++) {
            List<String> parts = new ArrayList<>();
            for (int k = 0; k < 7; k++) parts.add("" + (char) ('a' + random.nextInt(15)));
            first.add(new OwnCode(parts));
        }
        for (int i : order) {
            List<String> parts = new ArrayList<>(first.get(i).parts());
            int mistakes = random.nextInt(12) == 0 ? 2 : random.nextInt(4) == 0 ? 1 : 0;
            for (int m = 0; m < mistakes; m++) parts.set(random.nextInt(7), "q");
            later.add(new OwnCode(parts));
        }
        Linked linked = Linked.of(first, later);
        long right = linked.pairs().stream().filter(p -> order.get(p.later()) == p.first()).count();
        assertThat(right).isGreaterThanOrEqualTo(291);
        assertThat(linked.pairs().size() - right).isLessThanOrEqualTo(1);
    }
}
