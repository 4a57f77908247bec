package skills.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.assessment.SkillLists;
import skills.kernel.AccountId;
import skills.profile.ClaimSource;
import skills.profile.SkillClaim;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;

/** Gathers what a fit may know of a person: {@link FitFactor#reads} and nothing else. */
@Component
class FitPeople {

    private final SkillClaims claims;
    private final SkillLists lists;
    private final Backgrounds backgrounds;
    private final SearchAreas areas;
    private final Wishes wishes;
    private final FitWorks works;
    private final Clock clock;

    FitPeople(
            SkillClaims claims,
            SkillLists lists,
            Backgrounds backgrounds,
            SearchAreas areas,
            Wishes wishes,
            FitWorks works,
            Clock clock) {
        this.claims = claims;
        this.lists = lists;
        this.backgrounds = backgrounds;
        this.areas = areas;
        this.wishes = wishes;
        this.works = works;
        this.clock = clock;
    }

    /** The person as she is now, ready to be held against work. */
    Fitter fitter(AccountId account) {
        return Fitter.of(works.all().skillset(), of(account));
    }

    PersonFacts of(AccountId account) {
        Background background = backgrounds.of(account);
        Map<SkillId, List<SkillClaim>> voices = claims.voices(account);
        Instant now = clock.instant();
        Map<SkillId, HeldSkill> held = new HashMap<>();
        for (SkillClaim claim : claims.current(account))
            held.put(
                    claim.skill(),
                    held(
                            claim,
                            voices.getOrDefault(claim.skill(), List.of(claim)),
                            background.entries(),
                            now));
        OccupationId own = lists.occupation(account).orElse(null);
        var area = areas.of(account);
        return new PersonFacts(
                held,
                claims.denied(account),
                expected(own),
                background.work(),
                background.studies(),
                area.map(a -> a.place().point()).orElse(null),
                area.map(a -> (double) a.km()).orElse((double) SearchAreas.USUAL_KM),
                wishes.of(account));
    }

    /** Essential skills of the occupation that the person is in or learns for. */
    private Set<SkillId> expected(@Nullable OccupationId own) {
        Skillset skillset = works.all().skillset();
        int number = own == null ? -1 : skillset.at(own);
        if (number < 0) return Set.of();
        Set<SkillId> expected = new HashSet<>();
        for (int s : skillset.essential(number)) expected.add(skillset.skill(s));
        return expected;
    }

    /** The level that counts, with the best of what stands behind it and the latest use. */
    private static HeldSkill held(
            SkillClaim current,
            List<SkillClaim> voices,
            Map<String, Background.Entry> entries,
            Instant now) {
        Proof proof = Proof.SAID;
        int months = Integer.MAX_VALUE;
        for (SkillClaim voice : voices) {
            Background.Entry entry =
                    voice.source() == ClaimSource.ENTRY ? entries.get(voice.sourceRef()) : null;
            Proof of =
                    entry != null
                            ? entry.proof()
                            : voice.source() == ClaimSource.TASK ? Proof.DID : Proof.SAID;
            if (of.compareTo(proof) > 0) proof = of;
            Integer ago = entry == null ? null : entry.ago();
            months = Math.min(months, ago != null ? ago : since(voice.at(), now));
        }
        return new HeldSkill(current.skill(), current.level(), proof, months);
    }

    /** Months of 30.44 days. */
    private static int since(Instant at, Instant now) {
        return (int) Math.max(0, java.time.Duration.between(at, now).toHours() / 730.5);
    }
}
