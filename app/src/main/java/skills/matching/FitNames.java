package skills.matching;

import java.util.Map;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/** How occupations and skills that a fit mentions are called. */
record FitNames(Map<OccupationId, LocalizedText> occupations, Map<SkillId, LocalizedText> skills) {

    private static final LocalizedText UNKNOWN = LocalizedText.same("–");

    LocalizedText of(OccupationId id) {
        return occupations.getOrDefault(id, UNKNOWN);
    }

    LocalizedText of(SkillId id) {
        return skills.getOrDefault(id, UNKNOWN);
    }
}
