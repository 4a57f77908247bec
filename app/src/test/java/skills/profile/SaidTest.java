package skills.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import skills.taxonomy.SkillId;

/** What stands of all that was said. */
class SaidTest {

    private static final SkillId SKILL = new SkillId(new UUID(0, 1));
    private static final Instant T = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aLevelBeatsATaskWithoutOneAlsoWhenTheTaskCameLater() {
        var standing =
                Said.current(
                        List.of(
                                said(0, Level.ALONE, ClaimSource.STATEMENT, "s1"),
                                said(5, null, ClaimSource.TASK, "t1")));
        assertThat(standing).singleElement().extracting(SkillClaim::level).isEqualTo(Level.ALONE);
    }

    @Test
    void theLatestLevelWins() {
        var standing =
                Said.current(
                        List.of(
                                said(9, Level.WITH_HELP, ClaimSource.STATEMENT, "s2"),
                                said(0, Level.TEACHES, ClaimSource.STATEMENT, "s1")));
        assertThat(standing)
                .singleElement()
                .extracting(SkillClaim::level)
                .isEqualTo(Level.WITH_HELP);
    }

    @Test
    void whatIsWithdrawnFallsBackToWhatAnotherSourceSaid() {
        var standing =
                Said.current(
                        List.of(
                                said(0, Level.ALONE, ClaimSource.STATEMENT, "s1"),
                                said(5, Level.TEACHES, ClaimSource.STATEMENT, "s2"),
                                row(6, Said.Stance.WITHDRAWN, null, ClaimSource.STATEMENT, "s2")));
        assertThat(standing).singleElement().extracting(SkillClaim::level).isEqualTo(Level.ALONE);
    }

    @Test
    void aDenialSilencesAllThatWasSaidBeforeAndNothingAfter() {
        var before = said(0, Level.ALONE, ClaimSource.STATEMENT, "s1");
        var denial = row(5, Said.Stance.DENIED, null, ClaimSource.DISCOVERED, "t1");
        var after = said(9, null, ClaimSource.ENTRY, "e1");
        assertThat(Said.current(List.of(before, denial))).isEmpty();
        assertThat(Said.denied(List.of(before, denial))).containsExactly(SKILL);
        assertThat(Said.current(List.of(before, denial, after)))
                .singleElement()
                .extracting(SkillClaim::source)
                .isEqualTo(ClaimSource.ENTRY);
        assertThat(Said.denied(List.of(before, denial, after))).isEmpty();
    }

    @Test
    void aDenialTakenBackLetsSpeakAgainWhatWasSaidBefore() {
        var all =
                List.of(
                        said(0, Level.ALONE, ClaimSource.STATEMENT, "s1"),
                        row(5, Said.Stance.DENIED, null, ClaimSource.DISCOVERED, "t1"),
                        row(6, Said.Stance.WITHDRAWN, null, ClaimSource.DISCOVERED, "t1"));
        assertThat(Said.current(all))
                .singleElement()
                .extracting(SkillClaim::level)
                .isEqualTo(Level.ALONE);
        assertThat(Said.denied(all)).isEmpty();
    }

    @Property
    void whatStandsDoesNotHangOnTheOrderOfSaving(
            @ForAll("histories") List<Said> history, @ForAll long seed) {
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Said.current(shuffled)).isEqualTo(Said.current(history));
        assertThat(Said.denied(shuffled)).isEqualTo(Said.denied(history));
    }

    @Property
    void sayingTheSameAgainChangesNothing(@ForAll("histories") List<Said> history) {
        var twice = new ArrayList<>(history);
        twice.addAll(history);
        assertThat(Said.current(twice)).isEqualTo(Said.current(history));
    }

    @Property
    void noSkillStandsAndIsDeniedAndNoneStandsTwice(@ForAll("histories") List<Said> history) {
        var standing = Said.current(history).stream().map(SkillClaim::skill).toList();
        assertThat(standing).doesNotHaveDuplicates().noneMatch(Said.denied(history)::contains);
    }

    @Provide
    Arbitrary<List<Said>> histories() {
        // Few values, so that instants, sources and skills meet often.
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Said.Stance.class),
                        Arbitraries.of(Level.class).injectNull(0.3),
                        Arbitraries.of(ClaimSource.class),
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(1, 3))
                .as(
                        (second, stance, level, source, ref, skill) ->
                                new Said(
                                        stance,
                                        new SkillClaim(
                                                new SkillId(new UUID(0, skill)),
                                                stance == Said.Stance.SAID ? level : null,
                                                source,
                                                ref,
                                                null,
                                                T.plusSeconds(second))))
                .list()
                .ofMaxSize(15);
    }

    private static Said said(int second, Level level, ClaimSource source, String ref) {
        return row(second, Said.Stance.SAID, level, source, ref);
    }

    private static Said row(
            int second, Said.Stance stance, Level level, ClaimSource source, String ref) {
        return new Said(
                stance, new SkillClaim(SKILL, level, source, ref, null, T.plusSeconds(second)));
    }
}
