package skills.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.platform.Faults;
import skills.platform.Rosette;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/**
 * What the page of a result shows, its PDF too.
 *
 * @param result the last one kept of what is shown; null when it was never completed
 * @param open questions that are open; of the new time when {@code again}
 * @param on where the next open question is; null when none is
 * @param again the questionnaire was completed and begun anew: the completed one is shown
 * @param before when the time before was, with what changed since; null when this is the first
 * @param missing where the questions of a scale are of which too little was answered
 * @param contested by scale, the note of what does not sound like the person
 * @param tips by scale, what one could do with it
 * @param seconds what one question takes
 */
record ResultsView(
        ScoreReport report,
        int answered,
        int asked,
        @Nullable Result result,
        int open,
        @Nullable String on,
        boolean again,
        MoreQuestions more,
        @Nullable Instant before,
        List<Change> changes,
        List<Result> history,
        Map<String, String> missing,
        Map<String, String> contested,
        Map<String, List<Tip>> tips,
        int seconds,
        Rosette rosette,
        Faults faults) {

    /**
     * @param skill null when the instrument names one that we do not have; likewise the occupation
     */
    record Tip(
            LocalizedText text,
            @Nullable SkillId skill,
            @Nullable LocalizedText skillName,
            @Nullable OccupationId occupation,
            @Nullable LocalizedText title) {}

    String name() {
        return report.instrument().id().name();
    }

    boolean isSoFar() {
        return on != null && !again;
    }

    /** What is compared with the time before, where something can be said. */
    List<Change> shown() {
        return changes.stream().filter(c -> c.verdict() == Change.Verdict.HIGHER || c.verdict() == Change.Verdict.LOWER).toList();
    }

    boolean isComparable() {
        return changes.stream().anyMatch(c -> c.verdict() != Change.Verdict.NOT_COMPARABLE);
    }

    ResultsView with(Faults found) {
        return new ResultsView(
                report, answered, asked, result, open, on, again, more, before, changes, history,
                missing, contested, tips, seconds, rosette, found);
    }
}
