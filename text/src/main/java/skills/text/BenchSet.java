package skills.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Queries with their right answers in a corpus, as benchmarks of this form have them.
 *
 * @param queries text by id
 * @param gains for a query how much each element is worth: 1, or 2 where the set tells exact from
 *     close; elements that are not named are wrong
 * @param corpus text by id of the element
 * @param concepts concept by id of the element; an element without one stands for itself
 */
record BenchSet(
        Map<String, String> queries,
        Map<String, Map<String, Integer>> gains,
        Map<String, String> corpus,
        Map<String, String> concepts) {

    /** A file that is not as it should be; the message names file, line and what was expected. */
    static final class BadFile extends IOException {
        BadFile(String message) {
            super(message);
        }
    }

    /**
     * Reads files that are plain or .gz, with tabs between columns and no heading.
     *
     * @param queries id, text
     * @param annotations id of the query, anything, id of the element, gain (a whole number)
     * @param corpus id, text; or a CSV of ESCO with conceptUri and preferredLabel
     * @param mapping id of the element, concept; null when each element stands for itself
     * @throws BadFile when a row is malformed, an id occurs twice, or nothing is left to ask
     */
    static BenchSet read(Path queries, Path annotations, Path corpus, @Nullable Path mapping)
            throws IOException {
        Map<String, String> asked = pairs(queries, "id of the query, text");
        Map<String, String> elements =
                isCsv(corpus) ? esco(corpus) : pairs(corpus, "id of the element, text");
        var gains = new LinkedHashMap<String, Map<String, Integer>>();
        lines(
                annotations,
                4,
                "id of the query, 0, id of the element, gain",
                (cells, where) -> {
                    int gain;
                    try {
                        gain = Integer.parseInt(cells[3].strip());
                    } catch (NumberFormatException e) {
                        throw new BadFile(
                                where
                                        + ": the gain must be a whole number, not \""
                                        + cells[3]
                                        + "\".");
                    }
                    if (gain < 0 || gain > 10)
                        throw new BadFile(where + ": a gain is 0 to 10, not " + gain + ".");
                    // Sets may come in halves: an answer to a question that is not asked is no
                    // error.
                    if (gain > 0 && asked.containsKey(cells[0]))
                        gains.computeIfAbsent(cells[0], k -> new HashMap<>())
                                .merge(cells[2], gain, Math::max);
                });
        if (gains.isEmpty())
            throw new BadFile(annotations + ": no annotation is about a query of " + queries + ".");
        Map<String, String> concepts =
                mapping == null ? Map.of() : pairs(mapping, "id of the element, concept");
        return new BenchSet(asked, gains, elements, concepts);
    }

    /** The concept an element stands for. */
    String concept(String element) {
        return concepts.getOrDefault(element, element);
    }

    private static boolean isCsv(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    private static Map<String, String> esco(Path file) throws IOException {
        var all = new LinkedHashMap<String, String>();
        Taxonomy.rows(file, row -> add(row, all));
        if (all.isEmpty())
            throw new BadFile(file + ": no row with the columns conceptUri and preferredLabel.");
        return all;
    }

    private static void add(CSVRecord row, Map<String, String> all) {
        if (!row.isSet("conceptUri") || !row.isSet("preferredLabel")) return;
        String label = Taxonomy.clean(row.get("preferredLabel"));
        if (!label.isEmpty()) all.putIfAbsent(row.get("conceptUri"), label);
    }

    private static Map<String, String> pairs(Path file, String columns) throws IOException {
        var all = new LinkedHashMap<String, String>();
        lines(
                file,
                2,
                columns,
                (cells, where) -> {
                    if (all.putIfAbsent(cells[0], cells[1]) != null)
                        throw new BadFile(where + ": the id \"" + cells[0] + "\" occurs twice.");
                });
        if (all.isEmpty()) throw new BadFile(file + " is empty; expected rows of " + columns + ".");
        return all;
    }

    private interface Row {
        void take(String[] cells, String where) throws BadFile;
    }

    private static void lines(Path file, int count, String columns, Row each) throws IOException {
        try (BufferedReader reader = Taxonomy.reader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number == 1 && line.startsWith("\uFEFF")) line = line.substring(1);
                if (line.isBlank()) continue;
                String[] cells = line.split("\t", -1);
                boolean good = cells.length == count;
                for (int i = 0; good && i < cells.length; i++) good = !cells[i].isBlank();
                String where = file + ", line " + number;
                if (!good)
                    throw new BadFile(
                            where
                                    + ": expected "
                                    + count
                                    + " columns with tabs between ("
                                    + columns
                                    + "), found "
                                    + shown(line)
                                    + ".");
                each.take(cells, where);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw new BadFile("There is no file " + file + ".");
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new BadFile(file + " ends in .gz but is not packed so, or is cut off.");
        } catch (java.nio.charset.MalformedInputException e) {
            throw new BadFile(file + " is not UTF-8.");
        }
    }

    private static String shown(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        String text = line.length() > 60 ? line.substring(0, 60) + "…" : line;
        return cells.size() + " in \"" + text.replace("\t", "⇥") + "\"";
    }
}
