package skills.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The report file of an import: each row that was left out, with file, line and reason. */
public final class RejectedRows implements AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final int MOST_TEXT = 300;

    private final Path path;
    private @Nullable CSVPrinter out;
    private int count;

    /** The file is made with the first row that is rejected. */
    public RejectedRows(Path folder, String importer, Clock clock) {
        path =
                folder.toAbsolutePath()
                        .normalize()
                        .resolve(
                                "rejected-"
                                        + importer
                                        + "-"
                                        + STAMP.format(clock.instant())
                                        + ".csv");
    }

    /**
     * @param line of the file, counted from 1
     * @param text what the row says, cut when long
     */
    public void add(String file, long line, String reason, String text) {
        try {
            if (out == null) {
                Files.createDirectories(path.getParent());
                out = new CSVPrinter(Files.newBufferedWriter(path), CSVFormat.DEFAULT);
                out.printRecord("file", "line", "reason", "row");
            }
            out.printRecord(
                    file,
                    line,
                    reason,
                    text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…");
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int count() {
        return count;
    }

    /** Where the file is; null as long as no row was rejected. */
    public @Nullable Path path() {
        return out == null ? null : path;
    }

    @Override
    public void close() throws IOException {
        if (out != null) out.close();
    }
}
