package skills.matching;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/**
 * What matching knows of a person: skills, and nothing of personality, drives or background.
 *
 * @param own the occupation the person is in or learns for
 * @param denied skills of which the person said: not me
 */
record Person(Map<SkillId, Held> held, @Nullable OccupationId own, Set<SkillId> denied) {

    Held of(SkillId skill, Held none) {
        return held.getOrDefault(skill, none);
    }
}
