package skills.vacancy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import skills.platform.ImportFailed;
import skills.platform.TextFile;
import tools.jackson.databind.JsonNode;

/** A file with vacancies in any of the forms that are read: what is in it decides, not its name. */
final class VacancyFile {

    /** Also of a compressed file once it is unpacked, however small it was. */
    static final int MOST_BYTES = 64 << 20;

    /** One row of the file. */
    sealed interface Row {

        /** Line of the file; for a list in one JSON text the number of the item. */
        long line();

        record Read(long line, JsonNode posting) implements Row {}

        record Bad(long line, String reason, String text) implements Row {}
    }

    /** A part of the file that is read when it is asked for; several threads may ask at once. */
    @FunctionalInterface
    interface Piece {

        List<Row> rows();
    }

    private VacancyFile() {}

    /**
     * @throws ImportFailed when no row can be read at all, with the reason in a sentence
     */
    static List<Row> rows(Path path) throws IOException {
        return all(pieces(path));
    }

    static List<Row> rows(String name, byte[] bytes) throws ImportFailed {
        return all(pieces(name, bytes));
    }

    private static List<Row> all(List<Piece> pieces) {
        return pieces.stream().flatMap(p -> p.rows().stream()).toList();
    }

    /** As {@link #rows(Path)}, in the order of the file, most of it not read yet. */
    static List<Piece> pieces(Path path) throws IOException {
        String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        if (!Files.exists(path)) throw new ImportFailed("There is no file " + path + ".");
        if (Files.isDirectory(path)) throw new ImportFailed(path + " is a folder; give one file.");
        return pieces(name, bytes(name, path));
    }

    static List<Piece> pieces(String name, byte[] bytes) throws ImportFailed {
        return pieces(name, text(name, bytes));
    }

    static List<Piece> pieces(String name, String text) throws ImportFailed {
        String start = text.stripLeading();
        if (start.isEmpty()) throw new ImportFailed(name + " is empty.");
        return switch (start.charAt(0)) {
            case '{', '[' -> JsonRows.pieces(name, text);
            case '<' -> made(HtmlRows.read(name, text));
            default -> made(CsvRows.read(name, text));
        };
    }

    private static List<Piece> made(List<Row> rows) {
        return rows.stream().<Piece>map(row -> () -> List.of(row)).toList();
    }

    private static byte[] bytes(String name, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = limited(name, in);
            boolean gzip =
                    bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
            return gzip
                    ? limited(name, new GZIPInputStream(new ByteArrayInputStream(bytes)))
                    : bytes;
        } catch (java.io.EOFException | ZipException e) {
            throw new ImportFailed(name + " is compressed, but broken or not complete.", e);
        }
    }

    private static byte[] limited(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length <= MOST_BYTES) return bytes;
        throw new ImportFailed(
                name
                        + " holds more than "
                        + (MOST_BYTES >> 20)
                        + " MB; split it into smaller files.");
    }

    private static String text(String name, byte[] bytes) throws ImportFailed {
        try {
            return TextFile.of(bytes).text();
        } catch (TextFile.Unreadable e) {
            throw new ImportFailed(
                    switch (e.reason()) {
                        case ARCHIVE ->
                                name
                                        + " is a zip file or an Excel workbook; save it as CSV, or unpack it.";
                        case NOT_TEXT -> name + " is not a text file.";
                    });
        }
    }
}
