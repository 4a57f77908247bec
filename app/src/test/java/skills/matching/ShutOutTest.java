package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import skills.taxonomy.SkillId;
import skills.vacancy.Requirement;

/** What a needed skill shuts out is counted, and a small count is not told. */
class ShutOutTest {

    private static final List<SkillId> SKILLS =
            java.util.stream.IntStream.range(0, 5)
                    .mapToObj(i -> new SkillId(new UUID(7, i)))
                    .toList();

    private static Requirement asks(int skill, boolean must) {
        return new Requirement(SKILLS.get(skill), must, Requirement.Origin.STATED);
    }

    private static ToDoubleFunction<SkillId> holds(double... shares) {
        return s -> {
            int at = SKILLS.indexOf(s);
            return at < 0 || at >= shares.length ? 0 : shares[at];
        };
    }

    @Test
    void whoHasEnoughButNothingOfANeededSkillIsShutOutAndCountedUnderIt() {
        var asked = List.of(asks(0, true), asks(1, true), asks(2, false), asks(3, false));
        var out =
                ShutOut.of(
                        asked,
                        List.of(
                                holds(1, .5, 1, 1),
                                holds(1, 0, 1, 1),
                                holds(0, 0, 1, 1),
                                holds(0, .5, 1, 1)));
        assertThat(out.enough()).as("two skills of four are not enough").isEqualTo(3);
        assertThat(out.left()).as("half of a needed skill is something").isEqualTo(1);
        assertThat(out.lacking()).isEqualTo(Map.of(SKILLS.get(0), 1, SKILLS.get(1), 1));
        assertThat(out.only()).isEqualTo(Map.of(SKILLS.get(0), 1, SKILLS.get(1), 1));
    }

    @Test
    void withoutANeededSkillNobodyIsShutOut() {
        var out =
                ShutOut.of(List.of(asks(0, false), asks(1, false)), List.of(holds(1, 1), holds(1)));
        assertThat(out.enough()).isEqualTo(1);
        assertThat(out.left()).isEqualTo(1);
        assertThat(out.lacking()).isEmpty();
    }

    /** Making a skill nice instead of needed brings back exactly those who lacked only that one. */
    @Property(tries = 200)
    void onlyIsWhatComesBackWhenASkillIsNiceInstead(
            @ForAll @Size(max = 30) List<@Size(5) List<Boolean>> people) {
        List<ToDoubleFunction<SkillId>> all = new ArrayList<>();
        for (List<Boolean> one : people)
            all.add(holds(one.stream().mapToDouble(b -> b ? 1 : 0).toArray()));
        var needed = SKILLS.stream().map(s -> asks(SKILLS.indexOf(s), true)).toList();
        var before = ShutOut.of(needed, all);
        for (int i = 0; i < SKILLS.size(); i++) {
            var looser = new ArrayList<>(needed);
            looser.set(i, asks(i, false));
            assertThat(ShutOut.of(looser, all).left() - before.left())
                    .isEqualTo(before.only().get(SKILLS.get(i)));
        }
    }

    @Test
    void aPartIsToldByFivesAndOnlyWhenItAndTheRestAreTenOrMore() {
        assertThat(ShutOutController.part(9, 40)).isZero();
        assertThat(ShutOutController.part(10, 40)).isEqualTo(10);
        assertThat(ShutOutController.part(14, 40)).isEqualTo(10);
        assertThat(ShutOutController.part(30, 40)).isEqualTo(30);
        assertThat(ShutOutController.part(31, 40)).isZero();
    }
}
