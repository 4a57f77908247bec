package skills.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table in CSV as people and Dutch Excel write it: comma, semicolon, tab or bar, whichever the
 * first line has most of, or the one that a line {@code sep=;} names.
 *
 * @param rows the heading row first; cells without spaces around them; empty lines are left out
 * @param brokenAt the line where a quotation mark opens or closes in the wrong place, so that
 *     nothing from there on was read; null when all was
 */
public record CsvTable(List<Row> rows, @Nullable Long brokenAt) {

    /**
     * @param line of the file, counted from 1
     */
    public record Row(long line, List<String> cells) {

        /** Empty when the row ends before it. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    public static CsvTable of(String text) {
        String lines = text;
        char delimiter = 0;
        // Excel's own way to name the delimiter, in a first line.
        if (lines.regionMatches(true, 0, "sep=", 0, 4) && lines.length() > 5) {
            delimiter = lines.charAt(4);
            lines = lines.substring(lines.indexOf('\n') + 1);
        }
        int skipped = lines.length() == text.length() ? 0 : 1;
        if (delimiter == 0) delimiter = delimiter(lines.lines().findFirst().orElse(""));
        List<Row> rows = new ArrayList<>();
        long at = 1;
        var format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(true)
                        .setTrim(true)
                        .get();
        try (var records = format.parse(new StringReader(lines))) {
            for (CSVRecord record : records) {
                rows.add(new Row(at + skipped, record.toList()));
                at = records.getCurrentLineNumber() + 1;
            }
            return new CsvTable(List.copyOf(rows), null);
        } catch (UncheckedIOException | IOException e) {
            // A quote that never closes swallows the rest: nothing behind it can be trusted.
            return new CsvTable(List.copyOf(rows), at + skipped);
        }
    }

    private static char delimiter(String header) {
        char best = ',';
        for (char c : new char[] {';', '\t', '|'})
            if (count(header, c) > count(header, best)) best = c;
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }
}
