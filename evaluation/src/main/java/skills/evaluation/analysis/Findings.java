package skills.evaluation.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a study, in the order in which it is to be read. The same data, plan and seed
 * give the same findings.
 *
 * @param measurement of every scale of the plan
 * @param outcomes in the order of the plan; every primary one is there, whatever came out
 * @param asTreated last, and labelled: people chose use themselves
 * @param whole the answer to the study's question, over its primary outcomes
 */
public record Findings(
        Made made,
        DesignFinding design,
        Flow flow,
        AttritionFinding attrition,
        Baseline baseline,
        List<Measurement> measurement,
        List<OutcomeFinding> outcomes,
        Part<AsTreated> asTreated,
        List<Use> uses,
        Careless careless,
        Modes modes,
        Graded whole) {

    public Findings {
        measurement = List.copyOf(measurement);
        outcomes = List.copyOf(outcomes);
        uses = List.copyOf(uses);
    }

    /**
     * @param seed of everything that was drawn; @param versions of the analysis and of Java
     */
    public record Made(String dataHash, String planHash, long seed, Map<String, String> versions) {}

    /**
     * How many are users by one definition.
     *
     * @param main whether the effect among users rests on it
     * @param known persons of whom it is known
     * @param offeredUsers of @param offeredKnown; @param controlUsers of @param controlKnown
     */
    public record Use(
            String id,
            boolean main,
            int known,
            int offeredUsers,
            int offeredKnown,
            int controlUsers,
            int controlKnown) {}

    /**
     * Answers of the last wave that look careless. Nobody is left out for it but in the comparison
     * that says so.
     *
     * @param checked persons with every answer at the last wave
     * @param flagged of these
     */
    public record Careless(int checked, int flagged, Part<Rule> rule) {}

    /**
     * Flagged: the same answer to this many items in a row, or a pattern of answers that one in a
     * thousand would give.
     */
    public record Rule(int longString, double mahalanobisP) {}

    /**
     * How each wave was asked.
     *
     * @param differ between the first and the last wave: a change may then come from the way of
     *     asking; both arms share it, so the comparison between them suffers less
     * @param byWave mode of each wave
     */
    public record Modes(boolean differ, Map<String, String> byWave) {}

    /** The finding of a scale; null when it is no outcome of the plan. */
    public @Nullable OutcomeFinding outcome(String scale) {
        return outcomes.stream().filter(o -> o.scale().equals(scale)).findFirst().orElse(null);
    }
}
