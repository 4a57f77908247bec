package skills.evaluation.analysis;

import java.util.List;
import skills.evaluation.plan.Allocation;

/**
 * What kind of study this was, by the facts and not by the plan.
 *
 * @param unit what was allocated as a whole
 * @param classes with at least one participant, in all; 0 where the data have no classes
 * @param because what decided the label
 */
public record DesignFinding(
        Label label,
        Allocation.Unit unit,
        boolean byLot,
        int classes,
        int classesOffered,
        int classesControl,
        List<Because> because) {

    public DesignFinding {
        because = List.copyOf(because);
    }

    public enum Label {
        /** A lot decided, and enough stayed. Reported as CONSORT asks. */
        EXPERIMENT,
        /** Everything else. Reported as TREND asks. */
        QUASI_EXPERIMENT
    }

    public enum Because {
        LOT_LOGGED,
        NO_LOT_LOGGED,
        /** It began as an experiment; so many left that the lot no longer makes the arms alike. */
        ATTRITION_TOO_HIGH
    }
}
