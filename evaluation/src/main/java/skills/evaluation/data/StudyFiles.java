package skills.evaluation.data;

import java.io.Reader;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Plan;

/**
 * Reads a study from two files: one row for each participant, and one row for each participant and
 * wave with the answers. What cannot be used is left out and told; the rest is read.
 */
public final class StudyFiles {

    public enum Which {
        PARTICIPANTS,
        RESPONSES
    }

    /** What is the matter, and so what was left out. */
    public enum What {
        /** The column is not known to the plan; it was not read. */
        UNKNOWN_COLUMN,
        /** Two columns have this name; the first was read. */
        DOUBLED_COLUMN,
        /** The plan has a scale with this item, and the file does not. */
        MISSING_COLUMN,
        /** The row has no participant; it was left out. */
        NO_ID,
        /** The participant stands there already; this row was left out. */
        DOUBLED_PARTICIPANT,
        /** The plan has no such arm; the row was left out. */
        UNKNOWN_ARM,
        /** No such participant; the row was left out, and counts as not linked. */
        UNKNOWN_PARTICIPANT,
        /** The plan has no such wave; the row was left out. */
        UNKNOWN_WAVE,
        /** There are answers of this participant at this wave already; this row was left out. */
        DOUBLED_ANSWERS,
        /** Not an answer that the scale has; the cell was left out. */
        OUT_OF_RANGE,
        /** Not a number, or not yes or no; the cell was left out. */
        NOT_A_NUMBER
    }

    /**
     * @param row as a spreadsheet counts, 1 for the names of the columns
     * @param column empty where the whole row is meant
     * @param value what stands there; may be empty
     */
    public record Fault(Which file, int row, String column, What what, String value) {}

    /** What could be read, and what could not. */
    public record Loaded(StudyData data, List<Fault> faults) {
        public Loaded {
            faults = List.copyOf(faults);
        }
    }

    private StudyFiles() {}

    /**
     * As the other, for files that come without a log of a lot: whatever the plan says, a study
     * that cannot show its lot is no experiment.
     */
    public static Loaded read(Plan plan, Reader participants, Reader responses) {
        return read(plan, participants, responses, false);
    }

    /**
     * @param participants columns as the plan's {@link skills.evaluation.plan.Columns} name them;
     *     beside these "consented", "contaminated", "moved" (0 or 1) and "use_ID" for a further
     *     definition of use
     * @param responses columns of the participant, the wave, and each item ("selfinsight_1")
     * @param byLot whether a log shows that the plan's lot was drawn and followed
     * @throws StudyFileFault when a file is no table or has no column for the participant, the arm
     *     or the wave
     */
    public static Loaded read(Plan plan, Reader participants, Reader responses, boolean byLot) {
        Sheet people = Sheet.read(Which.PARTICIPANTS, participants);
        Sheet answers = Sheet.read(Which.RESPONSES, responses);
        ParticipantRows read = new ParticipantRows(plan, people);
        read.read();
        Set<String> ids = new LinkedHashSet<>();
        read.participants.forEach(p -> ids.add(p.id()));
        ResponseRows given = new ResponseRows(plan, answers, new HashSet<>(ids));
        given.read();
        List<Fault> faults = new java.util.ArrayList<>(read.faults);
        faults.addAll(given.faults);
        return new Loaded(
                new StudyData(plan, read.participants, given.answers, byLot, given.unlinked),
                faults);
    }

    static void columns(Which file, Sheet sheet, Set<@Nullable String> known, List<Fault> faults) {
        for (String name : sheet.columns().keySet())
            if (!known.contains(name))
                faults.add(new Fault(file, 1, name, What.UNKNOWN_COLUMN, ""));
        for (String name : sheet.doubled())
            faults.add(new Fault(file, 1, name, What.DOUBLED_COLUMN, ""));
    }
}
