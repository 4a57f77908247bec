package skills.evaluation.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The codebook as a table, for people. */
final class CodebookFile {

    private CodebookFile() {}

    static String write(List<Table> tables, CsvFile.Dialect dialect) {
        List<List<String>> rows = new ArrayList<>();
        for (Table table : tables)
            for (Column c : table.columns())
                rows.add(
                        List.of(
                                table.name(),
                                c.name(),
                                c.kind().name().toLowerCase(java.util.Locale.ROOT),
                                text(c.label().nl()),
                                text(c.label().en()),
                                c.lowest() == null ? "" : c.lowest().toString(),
                                c.highest() == null ? "" : c.highest().toString(),
                                text(values(c, true)),
                                text(values(c, false)),
                                text(c.note().nl()),
                                text(c.note().en())));
        return CsvFile.write(
                List.of(
                        "table",
                        "column",
                        "type",
                        "label_nl",
                        "label_en",
                        "lowest",
                        "highest",
                        "values_nl",
                        "values_en",
                        "note_nl",
                        "note_en"),
                rows,
                dialect);
    }

    private static String values(Column c, boolean dutch) {
        return c.values().stream()
                .map(v -> v.code() + "=" + (dutch ? v.meaning().nl() : v.meaning().en()))
                .collect(Collectors.joining("; "));
    }

    private static String text(String text) {
        String safe = Protection.harmless(text);
        return safe == null ? "" : safe;
    }
}
