package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Skill;

/**
 * @param learn how one usually gets this skill; null when we do not know
 */
record SkillGapView(Skill skill, @Nullable LocalizedText learn, List<Opens> opens) {

    /** An occupation that asks the skill, and how many of its skills one would then have. */
    record Opens(OccupationId occupation, LocalizedText title, long then, int asked) {}
}
