package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Columns;

/**
 * The two files of a study as it is kept, complete: they are read back as they were, unlike an
 * export, which leaves out what is too small.
 */
final class StudySheets {

    private StudySheets() {}

    /** One row for each participant. The plan's columns must be {@link Columns#OWN}. */
    static String participants(StudyData data) {
        Columns c = Columns.OWN;
        var out = new StringBuilder();
        row(
                out,
                List.of(
                        c.id(),
                        "arm",
                        "class",
                        "school",
                        "gender",
                        "age",
                        "user",
                        "sessions",
                        "minutes",
                        "consented",
                        "contaminated"));
        for (Participant p : data.sorted())
            row(
                    out,
                    java.util.Arrays.asList(
                            p.id(),
                            p.arm(),
                            p.unit(),
                            p.school(),
                            p.gender(),
                            said(p.age()),
                            p.user() == null ? null : p.user() ? "1" : "0",
                            said(p.sittings()),
                            said(p.minutes()),
                            p.consented() ? "1" : "0",
                            p.contaminated() ? "1" : "0"));
        return out.toString();
    }

    /** One row for each participant and wave with answers. */
    static String responses(StudyData data) {
        List<String> items = new ArrayList<>();
        data.plan().scales().forEach(s -> items.addAll(s.columns()));
        List<String> head = new ArrayList<>(List.of(Columns.OWN.id(), Columns.OWN.wave()));
        head.addAll(items);
        var out = new StringBuilder();
        row(out, head);
        for (var wave : data.plan().waves()) {
            Map<String, Map<String, Integer>> sheets =
                    data.answers().getOrDefault(wave.id(), Map.of());
            for (Participant p : data.sorted()) {
                Map<String, Integer> sheet = sheets.get(p.id());
                if (sheet == null) continue;
                List<@Nullable String> cells = new ArrayList<>(List.of(p.id(), wave.id()));
                for (String item : items) cells.add(said(sheet.get(item)));
                row(out, cells);
            }
        }
        return out.toString();
    }

    private static @Nullable String said(@Nullable Number number) {
        return number == null ? null : number.toString();
    }

    private static void row(StringBuilder out, List<? extends @Nullable String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i) == null ? "" : cells.get(i);
            if (i > 0) out.append(',');
            out.append(
                    cell.matches("(?s).*[,\"\n\r].*")
                            ? '"' + cell.replace("\"", "\"\"") + '"'
                            : cell);
        }
        out.append('\n');
    }
}
