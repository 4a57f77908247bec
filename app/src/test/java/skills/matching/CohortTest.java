package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Who counts in a figure: never a set that differs from another by one person. */
class CohortTest {

    private static Cohort<Integer> of(int agreed) {
        return Cohort.of(IntStream.range(0, agreed).boxed().toList());
    }

    @Test
    void tenAreNeededAndAfterThatPeopleCountByFives() {
        assertThat(of(0).needed()).isEqualTo(10);
        assertThat(of(4).needed()).isEqualTo(10);
        assertThat(of(5).needed()).isEqualTo(5);
        assertThat(of(9).needed()).isEqualTo(5);
        assertThat(of(9).counted()).isEmpty();
        assertThat(of(10).isEnough()).isTrue();
        assertThat(of(10).counted()).hasSize(10);
        assertThat(of(14).counted()).hasSize(10);
        assertThat(of(15).counted()).hasSize(15);
    }

    @Test
    void whoTakesItBackIsOutAtOnceAndTheNextInLineComesIn() {
        List<Integer> agreed = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        agreed.remove(Integer.valueOf(3));
        assertThat(Cohort.of(agreed).counted()).hasSize(10).doesNotContain(3).contains(10);
    }

    /** Whatever the order in which people agree and take it back, over all that is ever shown. */
    @Property(tries = 500)
    void noTwoFiguresEverDifferByOnePerson(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> agreed = new ArrayList<>();
        List<Set<Integer>> shown = new ArrayList<>();
        for (int step = 0; step < 80; step++) {
            Integer person = random.nextInt(24);
            // Whoever agrees again stands at the end of the line.
            if (!agreed.remove(person) || random.nextInt(4) == 0) agreed.add(person);
            Cohort<Integer> cohort = Cohort.of(agreed);
            assertThat(agreed).containsAll(cohort.counted());
            if (cohort.isEnough()) shown.add(new HashSet<>(cohort.counted()));
        }
        for (Set<Integer> a : shown)
            for (Set<Integer> b : shown) {
                Set<Integer> onlyOne = new HashSet<>(a);
                onlyOne.removeAll(b);
                Set<Integer> onlyOther = new HashSet<>(b);
                onlyOther.removeAll(a);
                assertThat(onlyOne.size() + onlyOther.size()).isNotEqualTo(1);
            }
    }
}
