package skills.evaluation.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** A table as text, for programs and for a Dutch spreadsheet. */
final class CsvFile {

    enum Dialect {
        /** Comma, decimal point. */
        COMMA(',', ""),
        /** As Excel with Dutch settings opens it: semicolon, decimal comma, marked as UTF-8. */
        DUTCH_EXCEL(';', "\uFEFF");

        final char delimiter;
        final String mark;

        Dialect(char delimiter, String mark) {
            this.delimiter = delimiter;
            this.mark = mark;
        }
    }

    private CsvFile() {}

    static String write(Table table, Dialect dialect) {
        return write(
                table.columns().stream().map(Column::name).toList(),
                table.rows().stream()
                        .map(row -> row.stream().map(cell -> cell(cell, dialect)).toList())
                        .toList(),
                dialect);
    }

    static String write(List<String> names, List<List<String>> rows, Dialect dialect) {
        StringBuilder text = new StringBuilder(dialect.mark);
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(dialect.delimiter)
                        .setQuoteMode(QuoteMode.MINIMAL)
                        .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(names);
            for (List<String> row : rows) printer.printRecord(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(@Nullable Object cell, Dialect dialect) {
        if (cell instanceof String text) {
            String safe = Protection.harmless(text);
            return safe == null ? "" : safe;
        }
        String plain = Table.plain(cell);
        return dialect == Dialect.DUTCH_EXCEL ? plain.replace('.', ',') : plain;
    }
}
