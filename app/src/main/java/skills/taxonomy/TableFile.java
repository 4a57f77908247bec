package skills.taxonomy;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import skills.platform.ImportFailed;
import skills.platform.RejectedRows;

/**
 * A table in a text file with a heading row: comma, semicolon or tab, plain or .gz. What is wrong
 * with the file as a whole becomes one sentence.
 *
 * @param name as the person knows it
 * @param heading how the heading row starts, where other lines come before it; else null
 */
record TableFile(String name, Opener opener, @Nullable String heading) {

    /** Far above the longest row of ESCO, and small enough to hold. */
    private static final int LONGEST_LINE = 1_000_000;

    private static final int LOOK_AHEAD = 64 * 1024;

    TableFile(String name, Opener opener) {
        this(name, opener, null);
    }

    /** The same file, read from the heading row that starts so. */
    TableFile startingAt(String heading) {
        return new TableFile(name, opener, heading);
    }

    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Takes one row; a reason comes back when the row cannot be used. */
    @FunctionalInterface
    interface RowReader {
        void read(Row row) throws IOException;
    }

    /** A row that cannot be used; the message is the reason. */
    static final class Unusable extends RuntimeException {
        Unusable(String reason) {
            super(reason, null, false, false);
        }
    }

    /** One row; values by the name of their column. */
    record Row(CSVRecord values, long line) {

        /** Cleaned to one line; empty when the file has no such column. */
        String get(String column) {
            return Clean.label(raw(column));
        }

        String raw(String column) {
            return values.isMapped(column) && values.isSet(column) ? values.get(column) : "";
        }

        String need(String column) {
            String value = get(column);
            if (value.isEmpty()) throw new Unusable("no " + column);
            return value;
        }

        String needUri(String column) {
            String value = need(column);
            if (!value.startsWith("http://") && !value.startsWith("https://"))
                throw new Unusable(column + " is not an address");
            return value;
        }
    }

    String baseName() {
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    /**
     * Whether the heading row names all these columns; for files that are told apart by content.
     */
    void requireColumns(List<String> header, String... columns) throws ImportFailed {
        List<String> missing = Arrays.stream(columns).filter(c -> !header.contains(c)).toList();
        if (!missing.isEmpty())
            throw new ImportFailed(
                    name
                            + " lacks the column"
                            + (missing.size() > 1 ? "s " : " ")
                            + String.join(", ", missing)
                            + "; is it the right file?");
    }

    /**
     * Reads all rows.
     *
     * @return how many rows there were, the rejected ones included
     */
    int forEach(RejectedRows rejected, RowReader reader, String... requiredColumns)
            throws ImportFailed {
        long line = 1;
        long[] skipped = {0};
        try (InputStream in =
                        name.endsWith(".gz")
                                ? new GZIPInputStream(opener.open(), LOOK_AHEAD)
                                : opener.open();
                var text =
                        new BufferedReader(
                                new LineGuard(
                                        new InputStreamReader(
                                                in, StandardCharsets.UTF_8.newDecoder())),
                                LOOK_AHEAD);
                CSVParser parser = parser(text, skipped)) {
            List<String> header = parser.getHeaderNames();
            requireColumns(header, requiredColumns);
            int rows = 0;
            for (CSVRecord record : parser) {
                rows++;
                try {
                    // Some writers leave out empty columns at the end of a row.
                    if (record.size() > header.size()
                            || !Arrays.stream(requiredColumns).allMatch(record::isSet))
                        throw new Unusable(
                                record.size() + " columns where the heading has " + header.size());
                    reader.read(new Row(record, line + 1 + skipped[0]));
                } catch (Unusable e) {
                    rejected.add(
                            name,
                            line + 1 + skipped[0],
                            String.valueOf(e.getMessage()),
                            String.join(",", record.toList()));
                }
                line = parser.getCurrentLineNumber();
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw failure(e, line);
        }
    }

    /** Whether the file cannot be read at all, in words. */
    private ImportFailed failure(Exception e, long line) {
        Throwable cause = e instanceof UncheckedIOException wrapped ? wrapped.getCause() : e;
        return switch (cause) {
            case ImportFailed said -> said;
            case CharacterCodingException c ->
                    new ImportFailed(
                            name
                                    + " is not UTF-8 text (after line "
                                    + line
                                    + "); save it as UTF-8 first.",
                            c);
            case EOFException c ->
                    new ImportFailed(name + " is cut off: the end is missing. Get it again.", c);
            case ZipException c ->
                    new ImportFailed(name + " is damaged or not a compressed file at all.", c);
            case CSVException c ->
                    new ImportFailed(
                            name + " has a quotation mark out of place after line " + line + ".",
                            c);
            case IllegalArgumentException c ->
                    new ImportFailed(
                            name + " has a heading row that cannot be used: " + c.getMessage(), c);
            default -> new ImportFailed(name + " cannot be read: " + cause.getMessage(), cause);
        };
    }

    private CSVParser parser(BufferedReader text, long[] skipped) throws IOException {
        text.mark(LOOK_AHEAD);
        var start = new StringBuilder();
        int c;
        while (start.length() < LOOK_AHEAD / 2 && (c = text.read()) >= 0) {
            start.append((char) c);
            if (c == '\n' && !start.toString().isBlank()) break;
        }
        String first = start.toString().replace("\uFEFF", "").strip();
        if (first.isEmpty()) throw new ImportFailed(name + " is empty.");
        if (first.startsWith("<"))
            throw new ImportFailed(
                    name + " is a web page or XML, not a table. Was the download refused?");
        if (first.indexOf('\0') >= 0) throw new ImportFailed(name + " is not a text file.");
        text.reset();
        if (heading != null) skipped[0] = skipTo(heading, text);
        text.mark(1);
        if (text.read() != '\uFEFF') text.reset();
        char delimiter = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') >= 0 ? ',' : ';';
        CSVFormat.Builder format =
                delimiter == '\t'
                        ? CSVFormat.TDF.builder().setQuote(null)
                        : CSVFormat.DEFAULT.builder();
        return format.setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(false)
                .setIgnoreSurroundingSpaces(false)
                .get()
                .parse(text);
    }

    private long skipTo(String start, BufferedReader text) throws IOException {
        for (long lines = 0; ; lines++) {
            text.mark(LOOK_AHEAD);
            String line = text.readLine();
            if (line == null)
                throw new ImportFailed(
                        name + " has no heading row that starts with " + start + ".");
            if (line.startsWith(start)) {
                text.reset();
                return lines;
            }
        }
    }

    /** Stops at a line that no real file has, before it fills the memory. */
    private final class LineGuard extends FilterReader {

        private int length;
        private long line = 1;

        LineGuard(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int size) throws IOException {
            int count = super.read(buffer, offset, size);
            for (int i = offset; i < offset + count; i++) {
                if (buffer[i] == '\n') {
                    length = 0;
                    line++;
                } else if (++length > LONGEST_LINE) {
                    throw new ImportFailed(
                            name
                                    + " has a line of more than a million characters (line "
                                    + line
                                    + "): not a table.");
                }
            }
            return count;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }
}
