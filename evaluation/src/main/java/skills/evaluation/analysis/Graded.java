package skills.evaluation.analysis;

import java.util.List;

/**
 * What may be said, and how surely.
 *
 * @param reasons what keeps the grade from being higher, or makes it what it is; the weightiest
 *     first
 */
public record Graded(
        Conclusion conclusion, Direction direction, Grade grade, List<Reason> reasons) {

    public Graded {
        reasons = List.copyOf(reasons);
    }

    public enum Conclusion {
        /** The data do not decide. */
        UNDECIDED,
        /** The offered differ from the control. */
        DIFFERENCE,
        /** They differ, and by less than the plan calls worth having. */
        DIFFERENCE_TOO_SMALL_TO_MATTER,
        /** An effect worth having is ruled out. That is knowing, and not the same as undecided. */
        NO_EFFECT_OF_THIS_SIZE
    }

    /** Of the estimate; NONE without one, and for a conclusion that has none. */
    public enum Direction {
        BETTER,
        WORSE,
        /** The scale has no better side. */
        HIGHER,
        LOWER,
        NONE
    }

    public enum Reason {
        NO_RESULT,
        INTERVAL_HOLDS_ZERO,
        /** A difference by itself, but not for who looks at several outcomes. */
        NOT_AFTER_CORRECTION,
        TOO_FEW_CLASSES,
        ATTRITION_SEVERE,
        ATTRITION_HIGH_AND_BOUNDS_HOLD_ZERO,
        NO_LOT,
        ATTRITION_HIGH,
        NOT_PRIMARY,
        STARTED_DIFFERENT,
        MISSING_ANSWERS_CHANGE_IT,
        FEW_CLASSES,
        MODES_DIFFER,
        CONTAMINATED,
        UNRELIABLE_SCALE,
        EVIDENCE_MODEST,
        AGAINST_EXPECTATION,
        SMALLER_THAN_MATTERS,
        DECIDED
    }
}
