package skills.assessment;

import java.util.UUID;
import skills.taxonomy.SkillId;

/**
 * One question of a session.
 *
 * @param id a skill, or an item or block of the instrument
 * @param withScene shown with its drawing
 */
record AskedItem(String id, boolean withScene) {

    static AskedItem skill(SkillId skill) {
        return new AskedItem(skill.value().toString(), false);
    }

    SkillId skill() {
        return new SkillId(UUID.fromString(id));
    }
}
