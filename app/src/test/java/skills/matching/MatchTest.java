package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;

class MatchTest {

    private static SkillFit fit(boolean essential, Hold hold) {
        return new SkillFit(
                new SkillId(UUID.randomUUID()),
                LocalizedText.same("x"),
                essential,
                hold,
                null,
                null);
    }

    @Provide
    Arbitrary<List<SkillFit>> fits() {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(Hold.class))
                .as(MatchTest::fit)
                .list()
                .ofMaxSize(15);
    }

    @Property
    void aScoreLiesFromZeroToBelowOne(@ForAll("fits") List<SkillFit> fits) {
        assertThat(new Match(fits).score()).isBetween(0.0, 1.0).isNotEqualTo(1.0);
    }

    @Property
    void theOrderOfSkillsDoesNotMatter(@ForAll("fits") List<SkillFit> fits) {
        List<SkillFit> other = new ArrayList<>(fits);
        Collections.reverse(other);
        assertThat(new Match(other).score()).isEqualTo(new Match(fits).score());
    }

    @Property
    void holdingOneMoreNeverFitsLess(@ForAll("fits") List<SkillFit> fits) {
        double before = new Match(fits).score();
        for (int i = 0; i < fits.size(); i++) {
            List<SkillFit> more = new ArrayList<>(fits);
            more.set(i, fit(fits.get(i).essential(), Hold.FULL));
            assertThat(new Match(more).score()).isGreaterThanOrEqualTo(before);
        }
    }

    @Property
    void everySkillIsCountedOnce(@ForAll("fits") List<SkillFit> fits) {
        Match match = new Match(fits);
        assertThat(match.full() + match.half() + match.missing().size()).isEqualTo(match.asked());
        assertThat(MeterView.of(match).blocks()).hasSize(match.asked() > 12 ? 0 : match.asked());
    }

    @Test
    void anEssentialSkillWeighsDouble() {
        Match essential = new Match(List.of(fit(true, Hold.FULL), fit(false, Hold.NONE)));
        Match useful = new Match(List.of(fit(true, Hold.NONE), fit(false, Hold.FULL)));
        assertThat(essential.score()).isEqualTo(2 * useful.score());
    }

    @Test
    void sevenOfTenComesBeforeOneOfTwo() {
        List<SkillFit> seven = new ArrayList<>();
        for (int i = 0; i < 10; i++) seven.add(fit(true, i < 7 ? Hold.FULL : Hold.NONE));
        Match two = new Match(List.of(fit(true, Hold.FULL), fit(true, Hold.NONE)));
        assertThat(new Match(seven).score()).isGreaterThan(two.score());
    }
}
