package skills.evaluation.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.StudyFiles.Fault;
import skills.evaluation.data.StudyFiles.What;
import skills.evaluation.data.StudyFiles.Which;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Columns;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.UseDefinition;

/** The file of participants. */
final class ParticipantRows {
    private static final String CONSENTED = "consented";
    private static final String CONTAMINATED = "contaminated";
    private static final String MOVED = "moved";
    private static final String USE = "use_";

    private final Plan plan;
    private final Columns columns;
    private final Sheet sheet;
    final List<Participant> participants = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();

    ParticipantRows(Plan plan, Sheet sheet) {
        this.plan = plan;
        this.columns = plan.columns();
        this.sheet = sheet;
    }

    void read() {
        if (!sheet.has(columns.id()))
            throw new StudyFileFault(
                    Which.PARTICIPANTS, "There is no column " + columns.id() + ".");
        if (!sheet.has(columns.arm()) && !sheet.has(columns.offered()))
            throw new StudyFileFault(
                    Which.PARTICIPANTS,
                    "There is no column that says who was offered the passport (%s)."
                            .formatted(columns.arm() != null ? columns.arm() : columns.offered()));
        StudyFiles.columns(Which.PARTICIPANTS, sheet, known(), faults);
        Set<String> seen = new HashSet<>();
        for (Sheet.Row row : sheet.rows()) {
            String id = sheet.text(row, columns.id());
            if (id == null) {
                add(row, columns.id(), What.NO_ID, "");
                continue;
            }
            if (!seen.add(id)) {
                add(row, columns.id(), What.DOUBLED_PARTICIPANT, id);
                continue;
            }
            String arm = arm(row);
            if (arm != null) participants.add(participant(row, id, arm));
        }
    }

    private Set<@Nullable String> known() {
        Set<@Nullable String> known = new HashSet<>();
        known.addAll(
                java.util.Arrays.asList(
                        columns.id(),
                        columns.arm(),
                        columns.offered(),
                        columns.unit(),
                        columns.school(),
                        columns.gender(),
                        columns.age(),
                        columns.user(),
                        columns.sessions(),
                        columns.minutes(),
                        CONSENTED,
                        CONTAMINATED,
                        MOVED));
        for (UseDefinition use : plan.uses()) known.add(USE + use.id());
        return known;
    }

    /** Null, with a fault, where the plan has no such arm. */
    private @Nullable String arm(Sheet.Row row) {
        if (sheet.has(columns.arm())) {
            String name = sheet.text(row, columns.arm());
            for (Arm arm : plan.arms()) if (arm.id().equals(name)) return name;
            add(row, columns.arm(), What.UNKNOWN_ARM, name == null ? "" : name);
            return null;
        }
        Boolean offered = truth(row, columns.offered());
        if (offered != null)
            for (Arm arm : plan.arms()) if (arm.offered() == offered) return arm.id();
        if (sheet.text(row, columns.offered()) == null)
            add(row, columns.offered(), What.UNKNOWN_ARM, "");
        return null;
    }

    private Participant participant(Sheet.Row row, String id, String arm) {
        Map<String, Boolean> uses = new TreeMap<>();
        for (UseDefinition use : plan.uses()) {
            Boolean is = truth(row, USE + use.id());
            if (is != null) uses.put(use.id(), is);
        }
        Double sittings = number(row, columns.sessions());
        Boolean consented = truth(row, CONSENTED);
        return new Participant(
                id,
                arm,
                sheet.text(row, columns.unit()),
                sheet.text(row, columns.school()),
                sheet.text(row, columns.gender()),
                number(row, columns.age()),
                truth(row, columns.user()),
                sittings == null ? null : (int) Math.round(sittings),
                number(row, columns.minutes()),
                consented == null || consented,
                Boolean.TRUE.equals(truth(row, CONTAMINATED)),
                Boolean.TRUE.equals(truth(row, MOVED)),
                uses);
    }

    private @Nullable Double number(Sheet.Row row, @Nullable String column) {
        String text = sheet.text(row, column);
        if (text == null) return null;
        OptionalDouble number = Sheet.number(text);
        if (number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() < 1e9)
            return number.getAsDouble();
        add(row, column, number.isPresent() ? What.OUT_OF_RANGE : What.NOT_A_NUMBER, text);
        return null;
    }

    private @Nullable Boolean truth(Sheet.Row row, @Nullable String column) {
        String text = sheet.text(row, column);
        if (text == null) return null;
        switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "1", "true", "1.0", "1,0" -> {
                return true;
            }
            case "0", "false", "0.0", "0,0" -> {
                return false;
            }
            default -> {
                add(row, column, What.NOT_A_NUMBER, text);
                return null;
            }
        }
    }

    private void add(Sheet.Row row, @Nullable String column, What what, String value) {
        faults.add(
                new Fault(
                        Which.PARTICIPANTS,
                        row.number(),
                        column == null ? "" : column,
                        what,
                        value));
    }
}
