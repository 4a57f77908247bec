package skills.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;

/** One row of what was ever said about a skill, and the rules that tell what stands of it now. */
record Said(Stance stance, SkillClaim claim) {

    enum Stance {
        SAID,
        WITHDRAWN,
        DENIED
    }

    /**
     * From the first said to the last. Rows of the same instant are ordered by their content, so
     * that what stands does not hang on the order in which they were stored.
     */
    static final Comparator<Said> ORDER =
            Comparator.comparing((Said s) -> s.claim.at())
                    .thenComparing(Said::stance)
                    .thenComparing(s -> s.claim.level() == null ? -1 : s.claim.level().number())
                    .thenComparing(s -> s.claim.source())
                    .thenComparing(s -> s.claim.sourceRef())
                    .thenComparing(s -> s.claim.because() == null ? "" : s.claim.because().nl());

    /**
     * What stands of each skill: at most one claim a skill, in the order in which they were said.
     */
    static List<SkillClaim> current(List<Said> all) {
        List<SkillClaim> standing = new ArrayList<>();
        bySkill(all).values().forEach(rows -> standing(rows).ifPresent(standing::add));
        standing.sort(Comparator.comparing(SkillClaim::at).thenComparing(c -> c.skill().value()));
        return standing;
    }

    /** The skills of which the last word is: not me. */
    static Set<SkillId> denied(List<Said> all) {
        return bySkill(all).entrySet().stream()
                .filter(
                        e -> {
                            var denial = denial(lastBySource(e.getValue()));
                            return denial != null && standing(e.getValue()).isEmpty();
                        })
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything that stands of each skill, whatever said it, the oldest first. */
    static Map<SkillId, List<SkillClaim>> voices(List<Said> all) {
        Map<SkillId, List<SkillClaim>> voices = new LinkedHashMap<>();
        bySkill(all)
                .forEach(
                        (skill, rows) -> {
                            List<Said> standing = standingOf(rows);
                            if (!standing.isEmpty())
                                voices.put(
                                        skill,
                                        standing.stream().sorted(ORDER).map(Said::claim).toList());
                        });
        return voices;
    }

    /** A level beats none, a later word an earlier one; what was said before a denial is silent. */
    private static Optional<SkillClaim> standing(List<Said> ofOneSkill) {
        return standingOf(ofOneSkill).stream()
                .max(Comparator.comparing((Said s) -> s.claim.level() != null).thenComparing(ORDER))
                .map(Said::claim);
    }

    private static List<Said> standingOf(List<Said> ofOneSkill) {
        List<Said> last = lastBySource(ofOneSkill);
        Said denial = denial(last);
        return last.stream()
                .filter(s -> s.stance == Stance.SAID)
                .filter(s -> denial == null || ORDER.compare(s, denial) > 0)
                .toList();
    }

    /** A source that speaks again replaces what it said before. */
    private static List<Said> lastBySource(List<Said> ofOneSkill) {
        record Voice(ClaimSource source, String ref) {}
        Map<Voice, Said> last = new HashMap<>();
        ofOneSkill.stream()
                .sorted(ORDER)
                .forEach(s -> last.put(new Voice(s.claim.source(), s.claim.sourceRef()), s));
        return List.copyOf(last.values());
    }

    private static @Nullable Said denial(List<Said> last) {
        return last.stream().filter(s -> s.stance == Stance.DENIED).max(ORDER).orElse(null);
    }

    private static Map<SkillId, List<Said>> bySkill(List<Said> all) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                s -> s.claim.skill(), LinkedHashMap::new, Collectors.toList()));
    }

    Instant at() {
        return claim.at();
    }
}
