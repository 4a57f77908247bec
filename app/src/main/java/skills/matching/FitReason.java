package skills.matching;

import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;

/** What counted in a component of a fit. */
sealed interface FitReason {

    /** Why a skill counts, or does not. */
    enum Ground {
        /** The person answered: has it, at some level, or not yet, or not me. */
        OWN,
        /** Concluded from a skill that is like it. */
        NEAR,
        /** Concluded from skills of the same group. */
        GROUP,
        /** Concluded from the person's own occupation. */
        EXPECTED,
        /** The person said nothing of it. */
        UNSAID
    }

    /**
     * One skill that is asked.
     *
     * @param share of the weight of all skills asked, 0 to 1
     * @param rarity 0 asked everywhere, to 1 asked in one occupation
     * @param credit what the person has of it
     * @param like the skill it was concluded from, of {@link Ground#NEAR}
     */
    record OfSkill(
            SkillId skill,
            boolean must,
            double share,
            double rarity,
            Band credit,
            Ground ground,
            @Nullable SkillId like)
            implements FitReason {}

    /**
     * @param alike from 0 to 1, how alike the skills of that work are; 1 for the same occupation
     */
    record OfWork(Worked work, double alike) implements FitReason {}

    /**
     * @param asked level of the European framework that the work asks
     * @param told the vacancy names the level itself; false: from the job zone of O*NET
     * @param field from 0 to 1, how near the field is; null when not known
     */
    record OfStudy(Studied study, int asked, boolean told, @Nullable Double field)
            implements FitReason {}

    /**
     * @param km as the crow flies
     */
    record OfTravel(double km, double within) implements FitReason {}

    /**
     * @param hours from 0 to 1, how the hours meet the wish; null when one of both is not known
     * @param pay likewise
     */
    record OfWishes(@Nullable Double hours, @Nullable Double pay) implements FitReason {}
}
