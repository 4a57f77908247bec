package skills.evaluation.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.reference.Original;

class ProtectionTest {

    private static StudyData made(int persons, int classes, int ages, int k, long seed) {
        Random random = new Random(seed);
        List<Participant> all = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            // Some classes are large and some small.
            int c = (int) (classes * Math.pow(random.nextDouble(), 2));
            all.add(
                    new Participant(
                            "p" + i,
                            c % 2 == 0 ? "control" : "offered",
                            random.nextInt(20) == 0 ? null : "class" + c,
                            random.nextInt(3) == 0 ? null : "school" + c % 3,
                            List.of("f", "f", "f", "m", "m", "x").get(random.nextInt(6)),
                            random.nextInt(9) == 0 ? null : 15 + ages * random.nextDouble(),
                            null,
                            null,
                            null,
                            random.nextInt(30) > 0,
                            false));
        }
        return new StudyData(Original.plan(), all, Map.of(), false);
    }

    private record Known(
            @Nullable String unit,
            @Nullable String school,
            @Nullable String gender,
            @Nullable Double age) {}

    @Property(tries = 300)
    void everyCombinationIsSharedByKPersons(
            @ForAll @IntRange(min = 0, max = 200) int persons,
            @ForAll @IntRange(min = 1, max = 12) int classes,
            @ForAll @IntRange(min = 1, max = 30) int ages,
            @ForAll @IntRange(min = 2, max = 10) int k,
            @ForAll long seed) {
        StudyData data = made(persons, classes, ages, k, seed);
        Protection.Protected safe = Protection.of(data, k);
        Map<Known, Integer> shared = new HashMap<>();
        int consented = 0;
        for (Participant p : safe.data().participants()) {
            if (!p.consented()) {
                assertThat(p.id()).startsWith("withdrawn");
                assertThat(p.unit()).isNull();
                continue;
            }
            consented++;
            shared.merge(new Known(p.unit(), p.school(), p.gender(), p.age()), 1, Integer::sum);
        }
        assertThat(shared.values()).allMatch(n -> n >= k);
        long left = data.participants().stream().filter(Participant::consented).count();
        assertThat(consented + safe.withheld()).isEqualTo((int) left);
        if (left >= k) assertThat(safe.withheld()).isZero();
        assertThat(safe.blanked()).isLessThanOrEqualTo((int) (.05 * left));
    }

    @Test
    void classStaysLongestAndAgeGoesFirst() {
        Protection.Protected safe = Protection.of(Original.data(), 5);
        assertThat(safe.data().participants()).allMatch(p -> p.unit() != null);
        assertThat(safe.data().participants()).allMatch(p -> p.gender() != null);
        assertThat(safe.notes()).extracting(t -> t.nl()).containsExactly("Leeftijd is weggelaten.");
    }

    @Test
    void agesFallInBands() {
        assertThat(Protection.middle(18.9, 1)).isEqualTo(18);
        assertThat(Protection.middle(18.9, 2)).isEqualTo(18.5);
        assertThat(Protection.middle(19.1, 2)).isEqualTo(18.5);
        assertThat(Protection.middle(20, 5)).isEqualTo(22);
    }

    @Test
    void textsThatASpreadsheetWouldRunAreMadeHarmless() {
        assertThat(Protection.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(Protection.harmless("\t=1+1")).isEqualTo("'=1+1");
        assertThat(Protection.harmless(" @x")).isEqualTo("'@x");
        assertThat(Protection.harmless("H5a")).isEqualTo("H5a");
        assertThat(Protection.harmless("a\nb")).isEqualTo("a b");
    }
}
