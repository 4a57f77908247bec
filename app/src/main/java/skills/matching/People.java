package skills.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.assessment.SkillLists;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.Sentences;
import skills.profile.Level;
import skills.profile.SkillClaim;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Gathers what matching may know of a person. */
@Component
class People {

    private final SkillClaims claims;
    private final SkillLists lists;
    private final OccupationProfiles profiles;
    private final Skills skills;
    private final Sentences sentences;

    People(
            SkillClaims claims,
            SkillLists lists,
            OccupationProfiles profiles,
            Skills skills,
            Sentences sentences) {
        this.claims = claims;
        this.lists = lists;
        this.profiles = profiles;
        this.skills = skills;
        this.sentences = sentences;
    }

    Person of(AccountId account) {
        OccupationId own = lists.occupation(account).orElse(null);
        Map<SkillId, Held> held = new HashMap<>();
        if (own != null) expected(own, held);
        var denied = claims.denied(account);
        denied.forEach(held::remove);
        Set<SkillId> answered = new HashSet<>();
        for (SkillClaim claim : claims.current(account)) {
            answered.add(claim.skill());
            Held said = said(claim);
            // "Not yet" is an answer too: it takes away what we expected of the occupation.
            if (said == null) held.remove(claim.skill());
            else held.put(claim.skill(), said);
        }
        Map<SkillId, Held> all = withNear(held);
        answered.stream().filter(s -> !held.containsKey(s)).forEach(all::remove);
        denied.forEach(all::remove);
        return new Person(Map.copyOf(all), own, denied);
    }

    /** Who can do a skill on her own is halfway to the skills that are like it. */
    Map<SkillId, Held> withNear(Map<SkillId, Held> held) {
        Map<SkillId, Held> all = new HashMap<>(held);
        Map<SkillId, SkillId> like = new HashMap<>();
        held.forEach(
                (skill, h) -> {
                    if (h.hold() == Hold.FULL)
                        for (SkillId near : profiles.near(skill))
                            if (!held.containsKey(near)) like.putIfAbsent(near, skill);
                });
        var named = skills.all(like.values());
        like.forEach(
                (near, skill) -> {
                    if (named.containsKey(skill))
                        all.put(
                                near,
                                new Held(
                                        Hold.HALF,
                                        sentences.of("because.near", named.get(skill).name())));
                });
        return all;
    }

    /** Who works in an occupation, or learns for it, probably knows its essential skills a bit. */
    private void expected(OccupationId own, Map<SkillId, Held> held) {
        var profile = profiles.of(own);
        LocalizedText because = sentences.of("because.own", profile.title());
        for (ProfileSkill skill : profile.skills())
            if (skill.essential()) held.put(skill.skill(), new Held(Hold.HALF, because));
    }

    private @Nullable Held said(SkillClaim claim) {
        Level level = claim.level();
        LocalizedText because =
                level != null
                        ? sentences.of("because.level." + level.name().toLowerCase())
                        : claim.because() != null
                                ? sentences.of("because.did", claim.because())
                                : sentences.of("because.said");
        return switch (level) {
            case NOT_YET -> null;
            case WITH_HELP -> new Held(Hold.HALF, because);
            case null, default -> new Held(Hold.FULL, because);
        };
    }
}
