package skills.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skills.platform.CsvTable;
import skills.platform.TextFile;

/**
 * One CSV file of an instrument: which column is what, and what is wrong with it. Remarks are
 * gathered, so that somebody sees all of them at once.
 */
final class ImportedTable {

    /** Of one file; a questionnaire of 300 statements in two languages is a tenth of it. */
    static final int MOST_BYTES = 1_000_000;

    private static final int MOST_ROWS = 1_000;

    /** What Excel makes of a text that it took for a formula. */
    private static final Pattern FAILED_FORMULA =
            Pattern.compile("#(NAAM|NAME|REF|VERW|WAARDE|VALUE|N/A|N/B|DEEL/0|DIV/0)[?!]?.*");

    /** UTF-8 that was read as Windows-1252 and saved again. */
    private static final Pattern GARBLED = Pattern.compile("\ufffd|Ã[\u0080-\u00bf]|â€.");

    private final String file;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, String> asWritten = new HashMap<>();
    private final List<CsvTable.Row> rows = new ArrayList<>();
    private final List<Remark> remarks;

    /**
     * @param remarks where they are gathered
     */
    private ImportedTable(String file, List<Remark> remarks) {
        this.file = file;
        this.remarks = remarks;
    }

    /**
     * Reads a file.
     *
     * @param columns that may be there, each with the other names it goes by
     * @param needed without which no row can be read
     * @return null when no row can be read; the remarks say why
     */
    static @Nullable ImportedTable read(
            String file,
            byte[] bytes,
            Map<String, List<String>> columns,
            List<String> needed,
            List<Remark> remarks) {
        var table = new ImportedTable(file, remarks);
        return table.fill(bytes, columns, needed) ? table : null;
    }

    private boolean fill(byte[] bytes, Map<String, List<String>> known, List<String> needed) {
        if (bytes.length > MOST_BYTES) return fail("file.big", MOST_BYTES / 1_000_000);
        TextFile text;
        try {
            text = TextFile.of(bytes);
        } catch (TextFile.Unreadable e) {
            return fail("file." + e.reason().name().toLowerCase(Locale.ROOT));
        }
        if (text.text().isBlank()) return fail("file.empty");
        CsvTable table = CsvTable.of(text.text());
        if (table.brokenAt() != null) wrong(table.brokenAt(), "", "file.quote");
        if (table.rows().isEmpty()) return false;
        if (!header(table.rows().getFirst(), known, needed)) return false;
        if (text.windows()) note(0, "", "file.windows");
        for (CsvTable.Row row : table.rows().subList(1, table.rows().size())) add(row);
        if (rows.isEmpty()) return fail("rows.none");
        if (rows.size() > MOST_ROWS) return fail("rows.many", MOST_ROWS);
        return true;
    }

    private boolean header(
            CsvTable.Row header, Map<String, List<String>> known, List<String> needed) {
        for (int i = 0; i < header.cells().size(); i++) {
            String name = folded(header.cell(i));
            if (name.isEmpty()) continue;
            String column =
                    known.entrySet().stream()
                            .filter(c -> c.getKey().equals(name) || c.getValue().contains(name))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(null);
            if (column == null) note(header.line(), header.cell(i), "header.unknown");
            else if (columns.putIfAbsent(column, i) != null)
                wrong(header.line(), header.cell(i), "header.twice");
            else asWritten.put(column, header.cell(i));
        }
        List<String> missing = needed.stream().filter(c -> !columns.containsKey(c)).toList();
        if (missing.isEmpty()) return true;
        wrong(
                header.line(),
                "",
                "header",
                String.join(", ", missing),
                String.join(", ", known.keySet()));
        return false;
    }

    private void add(CsvTable.Row row) {
        if (row.cells().stream().allMatch(String::isBlank)) return;
        boolean header =
                columns.entrySet().stream()
                        .allMatch(
                                c ->
                                        row.cell(c.getValue())
                                                .equalsIgnoreCase(asWritten.get(c.getKey())));
        if (header) wrong(row.line(), "", "header.again");
        else if (row.cells().size() > width()
                && row.cells().subList(width(), row.cells().size()).stream()
                        .anyMatch(c -> !c.isBlank())) wrong(row.line(), "", "row.long");
        else rows.add(row);
    }

    private int width() {
        return columns.values().stream().max(Integer::compare).orElse(0) + 1;
    }

    List<Cells> rows() {
        return rows.stream().map(Cells::new).toList();
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Small letters, and one _ for everything between words. */
    static String folded(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
                .replaceAll("^_|_$", "");
    }

    private boolean fail(String key, Object... arguments) {
        wrong(0, "", key, arguments);
        return false;
    }

    void wrong(long line, String column, String key, Object... arguments) {
        remarks.add(new Remark(file, line, column, true, "instruments." + key, List.of(arguments)));
    }

    void note(long line, String column, String key, Object... arguments) {
        remarks.add(
                new Remark(file, line, column, false, "instruments." + key, List.of(arguments)));
    }

    /** One row, cell by cell; what is wrong with a cell becomes a remark. */
    final class Cells {

        private final CsvTable.Row row;
        private final Set<String> told = new HashSet<>();

        private Cells(CsvTable.Row row) {
            this.row = row;
        }

        long line() {
            return row.line();
        }

        /** As it stands; empty when there is none. */
        String raw(String column) {
            Integer at = columns.get(column);
            return at == null ? "" : row.cell(at);
        }

        /** In small letters, the true minus sign made a common one. */
        String word(String column) {
            return raw(column).toLowerCase(Locale.ROOT).replace('−', '-');
        }

        void wrong(String column, String key, Object... arguments) {
            ImportedTable.this.wrong(
                    line(), asWritten.getOrDefault(column, column), key, arguments);
        }

        void note(String column, String key, Object... arguments) {
            ImportedTable.this.note(line(), asWritten.getOrDefault(column, column), key, arguments);
        }

        /** A text for people, of at most so many characters; it may be missing. */
        String text(String column, int longest) {
            String text = raw(column).replaceAll("[\\p{Cc}&&[^\\n]]", " ").strip();
            if (text.isEmpty() || !told.add(column)) return text;
            if (FAILED_FORMULA.matcher(text).matches()) wrong(column, "text.excel", text);
            else if ("=+-@−".indexOf(text.charAt(0)) >= 0)
                wrong(column, "text.formula", text.substring(0, 1));
            else if (GARBLED.matcher(text).find()) wrong(column, "text.broken");
            else if (text.length() > longest) wrong(column, "text.long", longest, text.length());
            else if (text.matches("(?s).*<[a-zA-Z/!].*")) note(column, "text.html");
            return text;
        }

        /**
         * In each of two languages that has one; the columns are name_nl and name_en, or nl and en.
         */
        Map<String, String> texts(String name, int longest) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (String language : List.of("nl", "en")) {
                String text = text(name.isEmpty() ? language : name + "_" + language, longest);
                if (!text.isEmpty()) texts.put(language, text);
            }
            return texts;
        }

        /** A number with a decimal comma or point; null when it is none. */
        @Nullable Double number(String column) {
            try {
                double number = Double.parseDouble(word(column).replace(',', '.'));
                if (Math.abs(number) <= 100) return number;
            } catch (NumberFormatException e) {
                // told below
            }
            wrong(column, "number", raw(column));
            return null;
        }

        /** A whole number; the fallback when there is none. */
        int whole(String column, int from, int to, int fallback) {
            String text = word(column);
            if (text.isEmpty()) return fallback;
            if (text.matches("\\d{1,4}")) {
                int number = Integer.parseInt(text);
                if (number >= from && number <= to) return number;
            }
            wrong(column, "whole", from, to, raw(column));
            return fallback;
        }
    }
}
