package skills.evaluation.analysis;

import java.util.List;
import java.util.Map;

/**
 * How many there were at each step.
 *
 * @param withdrawn with deletion of their answers: they only count as enrolled
 * @param contaminated not offered the passport, and opened it all the same
 * @param moved changed class or school; analysed in the arm of their allocation
 * @param firstAndLast answered both waves that decide
 * @param arms in the order of the plan
 */
public record Flow(
        int enrolled,
        int offered,
        int control,
        int withdrawn,
        int contaminated,
        int moved,
        int firstAndLast,
        List<Arm> arms,
        Linking linking) {

    public Flow {
        arms = List.copyOf(arms);
    }

    /**
     * @param users by the main definition; @param useUnknown of whom it was not measured
     * @param answered by wave
     */
    public record Arm(
            String arm,
            boolean offered,
            int allocated,
            int consented,
            int users,
            int useUnknown,
            Map<String, Integer> answered,
            int firstAndLast,
            int moved,
            int contaminated) {}

    /**
     * Answers that could not be followed over time.
     *
     * @param unlinked by wave: sheets without a participant
     * @param lastWithoutFirst participants with answers at the last wave and none at the first
     */
    public record Linking(Map<String, Integer> unlinked, int lastWithoutFirst) {}
}
