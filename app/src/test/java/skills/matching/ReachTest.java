package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;
import skills.vacancy.Pay;
import skills.vacancy.Requirement;

class ReachTest {

    private static SkillId skill(int n) {
        return new SkillId(new UUID(1, n));
    }

    private static Requirement asks(int n, boolean must) {
        return new Requirement(skill(n), must, Requirement.Origin.STATED);
    }

    private static Map<SkillId, Held> holds(Hold hold, int... numbers) {
        Map<SkillId, Held> held = new HashMap<>();
        for (int n : numbers) held.put(skill(n), new Held(hold, LocalizedText.same("x")));
        return held;
    }

    @Test
    void aJobNeedsEnoughSkillsAndHalfOfWhatItCannotDoWithout() {
        List<Requirement> job = new ArrayList<>();
        for (int n = 0; n < 6; n++) job.add(asks(n, true));
        for (int n = 6; n < 9; n++) job.add(asks(n, false));
        assertThat(Reach.vacancy(holds(Hold.FULL, 0, 1), job)).isFalse();
        assertThat(Reach.vacancy(holds(Hold.FULL, 0, 1, 2), job)).isTrue();
        assertThat(Reach.vacancy(holds(Hold.FULL, 0, 6, 7, 8), job)).as("too few musts").isFalse();
        assertThat(Reach.vacancy(holds(Hold.HALF, 0, 1, 2, 3, 4, 5), job)).isTrue();
    }

    @Test
    void aJobThatAsksLessNeedsAllAndOneThatAsksNothingIsNotKnown() {
        assertThat(Reach.vacancy(holds(Hold.FULL, 0), List.of(asks(0, true), asks(1, true))))
                .isFalse();
        assertThat(Reach.vacancy(holds(Hold.FULL, 0, 1), List.of(asks(0, true), asks(1, true))))
                .isTrue();
        assertThat(Reach.vacancy(holds(Hold.FULL, 0, 1, 2), List.of())).isFalse();
    }

    @Property
    void oneSkillMoreNeverPutsAJobOutOfReach(@ForAll long seed) {
        Random random = new Random(seed);
        List<Requirement> job = new ArrayList<>();
        for (int n = 0; n < 1 + random.nextInt(9); n++) job.add(asks(n, random.nextBoolean()));
        Map<SkillId, Held> held = new HashMap<>();
        for (int n = 0; n < 9; n++)
            if (random.nextBoolean())
                held.put(skill(n), new Held(Hold.HALF, LocalizedText.same("x")));
        boolean before = Reach.vacancy(held, job);
        held.put(skill(random.nextInt(9)), new Held(Hold.FULL, LocalizedText.same("x")));
        if (before) assertThat(Reach.vacancy(held, job)).isTrue();
    }

    @Test
    void payIsARangeOfTheSameMoneyForTheSamePeriod() {
        assertThat(PayRange.of(List.of())).isEmpty();
        Pay month = new Pay(new BigDecimal(2300), new BigDecimal(2650), "EUR", Pay.Per.MONTH);
        assertThat(new PayRange(month, 1).pay()).isEqualTo(month);
    }
}
