package skills.evaluation.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.StudyFiles.Fault;
import skills.evaluation.data.StudyFiles.What;
import skills.evaluation.data.StudyFiles.Which;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;

/** The file of answers. */
final class ResponseRows {
    private final Plan plan;
    private final Sheet sheet;
    private final Set<String> participants;
    final Map<String, Map<String, Map<String, Integer>>> answers = new LinkedHashMap<>();
    final Map<String, Integer> unlinked = new LinkedHashMap<>();
    final List<Fault> faults = new ArrayList<>();

    ResponseRows(Plan plan, Sheet sheet, Set<String> participants) {
        this.plan = plan;
        this.sheet = sheet;
        this.participants = participants;
        plan.waves().forEach(w -> answers.put(w.id(), new LinkedHashMap<>()));
    }

    void read() {
        String id = plan.columns().id();
        String wave = plan.columns().wave();
        for (String column : List.of(id, wave))
            if (!sheet.has(column))
                throw new StudyFileFault(Which.RESPONSES, "There is no column " + column + ".");
        Set<@Nullable String> known = new HashSet<>(List.of(id, wave));
        for (Scale scale : plan.scales())
            for (String item : scale.columns()) {
                known.add(item);
                if (!sheet.has(item))
                    faults.add(new Fault(Which.RESPONSES, 1, item, What.MISSING_COLUMN, ""));
            }
        StudyFiles.columns(Which.RESPONSES, sheet, known, faults);
        for (Sheet.Row row : sheet.rows()) row(row, id, wave);
    }

    private void row(Sheet.Row row, String idColumn, String waveColumn) {
        String id = sheet.text(row, idColumn);
        String wave = sheet.text(row, waveColumn);
        if (wave == null || !answers.containsKey(wave)) {
            add(row, waveColumn, What.UNKNOWN_WAVE, wave == null ? "" : wave);
            return;
        }
        if (id == null || !participants.contains(id)) {
            add(
                    row,
                    idColumn,
                    id == null ? What.NO_ID : What.UNKNOWN_PARTICIPANT,
                    id == null ? "" : id);
            unlinked.merge(wave, 1, Integer::sum);
            return;
        }
        if (answers.get(wave).containsKey(id)) {
            add(row, idColumn, What.DOUBLED_ANSWERS, id);
            return;
        }
        Map<String, Integer> sheetOf = new LinkedHashMap<>();
        for (Scale scale : plan.scales())
            for (String item : scale.columns()) {
                String text = sheet.text(row, item);
                if (text != null) cell(row, scale, item, text, sheetOf);
            }
        answers.get(wave).put(id, sheetOf);
    }

    private void cell(
            Sheet.Row row, Scale scale, String item, String text, Map<String, Integer> into) {
        OptionalDouble number = Sheet.number(text);
        if (number.isEmpty()) {
            add(row, item, What.NOT_A_NUMBER, text);
            return;
        }
        double value = number.getAsDouble();
        if (value != Math.rint(value) || value < scale.lowest() || value > scale.highest()) {
            add(row, item, What.OUT_OF_RANGE, text);
            return;
        }
        into.put(item, (int) value);
    }

    private void add(Sheet.Row row, String column, What what, String value) {
        faults.add(new Fault(Which.RESPONSES, row.number(), column, what, value));
    }
}
