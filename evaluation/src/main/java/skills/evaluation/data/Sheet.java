package skills.evaluation.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file with columns, as people save it: comma or semicolon, with or without a byte order mark,
 * numbers with a point or a comma.
 *
 * @param columns place of each name
 * @param doubled names that stand above two columns; the first counts
 */
record Sheet(Map<String, Integer> columns, List<String> doubled, List<Row> rows) {

    /**
     * @param number of the line in a spreadsheet: 2 for the first below the names
     */
    record Row(int number, CSVRecord cells) {}

    static Sheet read(StudyFiles.Which file, Reader reader) {
        try (BufferedReader in = new BufferedReader(reader)) {
            StringBuilder text = new StringBuilder();
            char[] part = new char[8192];
            for (int n; (n = in.read(part)) > 0; ) text.append(part, 0, n);
            if (!text.isEmpty() && text.charAt(0) == '\uFEFF') text.deleteCharAt(0);
            return parse(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet parse(StudyFiles.Which file, String text) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator(text))
                        .setIgnoreEmptyLines(false)
                        .setIgnoreSurroundingSpaces(true)
                        .get();
        List<CSVRecord> records;
        try (var parser = format.parse(new java.io.StringReader(text))) {
            records = parser.getRecords();
        } catch (IllegalStateException | UncheckedIOException | IOException e) {
            throw new StudyFileFault(file, "This is no table: " + e.getMessage());
        }
        if (records.isEmpty()) throw new StudyFileFault(file, "The file is empty.");
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> doubled = new ArrayList<>();
        CSVRecord names = records.getFirst();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (!name.isEmpty() && columns.putIfAbsent(name, i) != null) doubled.add(name);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            boolean isEmpty = true;
            for (String cell : records.get(i)) isEmpty &= cell.isBlank();
            if (!isEmpty) rows.add(new Row(i + 1, records.get(i)));
        }
        return new Sheet(columns, doubled, rows);
    }

    /** Whichever stands oftener in the names, outside quotes. */
    private static char separator(String text) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == '\n' || c == '\r') break;
            if (c == ',') commas++;
            if (c == ';') semicolons++;
            if (c == '\t') tabs++;
        }
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    boolean has(@Nullable String column) {
        return column != null && columns.containsKey(column);
    }

    /** Null for an empty cell, NA, or a column that is not there. */
    @Nullable String text(Row row, @Nullable String column) {
        Integer at = column == null ? null : columns.get(column);
        if (at == null || at >= row.cells.size()) return null;
        String value = row.cells.get(at).strip();
        return value.isEmpty() || value.equals("NA") ? null : value;
    }

    /** With a point or a comma; empty when it is no finite number. */
    static OptionalDouble number(String value) {
        try {
            double number = Double.parseDouble(value.replace(',', '.'));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
