package skills.matching;

import skills.profile.Level;
import skills.taxonomy.SkillId;

/**
 * One thing that a person could change, and what the fit would then be, all else equal.
 *
 * @param after the whole fit after it
 * @param cautious what would then order it, see {@link Fit#cautious()}
 * @param component the component that changes, after it
 */
record FitChange(Step step, FitFactor factor, Band after, double cautious, Band component) {

    /** What would be different. */
    sealed interface Step {

        /** A skill that one says to have from now on, no level asked. */
        record AddSkill(SkillId skill) implements Step {}

        record RaiseLevel(SkillId skill, Level to) implements Step {}

        record AddProof(SkillId skill, Proof to) implements Step {}

        /** The middle of the area lies this far from the work. */
        record MoveNearer(double km) implements Step {}

        /** The area is this large. */
        record LookFurther(double km) implements Step {}
    }
}
