package skills.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.platform.CsvTable;
import skills.platform.ImportFailed;
import skills.platform.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A file with courses: schema.org Course as JSON (one, a list, a graph, one a line), or CSV. */
final class CourseFile {

    private static final int MOST_BYTES = 32 << 20;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** Column names, in lower case, for each part of a course. */
    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "name", List.of("name", "course", "naam", "cursus", "opleiding"),
                    "provider", List.of("provider", "aanbieder", "school", "organisatie"),
                    "teaches", List.of("teaches", "skills", "leert", "vaardigheden"),
                    "price", List.of("price", "cost", "prijs", "kosten"),
                    "hours", List.of("hours", "uren", "studielast"),
                    "weeks", List.of("weeks", "weken"),
                    "place", List.of("place", "plaats", "locatie"),
                    "starts", List.of("starts", "start", "startdate", "startdatum"),
                    "url", List.of("url", "link", "website"),
                    "source", List.of("source", "bron"));

    /**
     * One row.
     *
     * @param line of the file; for JSON the number of the course
     * @param wrong why it cannot be read; null when it can
     */
    record Row(long line, @Nullable JsonNode course, @Nullable String wrong, String text) {}

    private CourseFile() {}

    /**
     * @throws ImportFailed when nothing can be read at all
     */
    static List<Row> rows(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) throw new ImportFailed(path + " is a folder; give one file.");
        if (Files.size(path) > MOST_BYTES)
            throw new ImportFailed(name + " is larger than " + (MOST_BYTES >> 20) + " MB.");
        try {
            String text = TextFile.of(Files.readAllBytes(path)).text();
            String start = text.stripLeading();
            if (start.isEmpty()) throw new ImportFailed(name + " is empty.");
            List<Row> rows =
                    start.startsWith("{") || start.startsWith("[")
                            ? json(name, text)
                            : csv(name, text);
            if (rows.isEmpty()) throw new ImportFailed(name + " holds no Course.");
            return rows;
        } catch (TextFile.Unreadable e) {
            throw new ImportFailed(name + " is no text: JSON or CSV is expected.");
        }
    }

    private static List<Row> json(String name, String text) throws ImportFailed {
        try {
            List<JsonNode> found = new ArrayList<>();
            collect(JSON.readTree(text), found, 0);
            List<Row> rows = new ArrayList<>();
            for (JsonNode node : found)
                rows.add(new Row(rows.size() + 1, node, null, node.toString()));
            if (!rows.isEmpty() || text.lines().filter(l -> !l.isBlank()).count() < 2) return rows;
        } catch (JacksonException e) {
            if (text.lines().filter(l -> l.stripLeading().startsWith("{")).count() < 2)
                throw new ImportFailed(name + " is not valid JSON.", e);
        }
        return lines(text);
    }

    private static List<Row> lines(String text) {
        List<Row> rows = new ArrayList<>();
        long number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.isBlank()) continue;
            try {
                List<JsonNode> found = new ArrayList<>();
                collect(JSON.readTree(line), found, 0);
                if (found.isEmpty()) rows.add(new Row(number, null, "no Course", line));
                for (JsonNode node : found) rows.add(new Row(number, node, null, line));
            } catch (JacksonException e) {
                rows.add(new Row(number, null, "not valid JSON", line));
            }
        }
        return rows;
    }

    private static void collect(JsonNode node, List<JsonNode> found, int depth) {
        if (depth > 6) return;
        if (node.isArray()) for (JsonNode one : node) collect(one, found, depth + 1);
        else if (node.isObject()) {
            if (isCourse(node.path("@type"))) found.add(node);
            else
                for (String inside :
                        List.of("@graph", "itemListElement", "item", "courses", "jsonld"))
                    collect(node.path(inside), found, depth + 1);
        }
    }

    private static boolean isCourse(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) if (isCourse(one)) return true;
            return false;
        }
        return type.isString()
                && type.stringValue().matches("(https?://schema\\.org/|schema:)?Course");
    }

    private static List<Row> csv(String name, String text) throws ImportFailed {
        CsvTable table = CsvTable.of(text);
        if (table.rows().isEmpty()) throw new ImportFailed(name + " is empty.");
        Map<String, Integer> columns = columns(table.rows().getFirst());
        for (String needed : List.of("name", "provider", "teaches"))
            if (!columns.containsKey(needed))
                throw new ImportFailed(
                        name
                                + " has no column "
                                + needed
                                + "; expected are name, provider, teaches, and if known price,"
                                + " hours, weeks, place, starts, url, source.");
        List<Row> rows = new ArrayList<>();
        for (CsvTable.Row row : table.rows().subList(1, table.rows().size()))
            rows.add(
                    new Row(
                            row.line(),
                            course(row, columns),
                            null,
                            String.join(" | ", row.cells())));
        if (table.brokenAt() != null)
            rows.add(
                    new Row(
                            table.brokenAt(),
                            null,
                            "a quotation mark does not close: nothing from here on was read",
                            ""));
        return rows;
    }

    private static Map<String, Integer> columns(CsvTable.Row header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String cell = header.cell(i).toLowerCase(Locale.ROOT).strip();
            for (var column : COLUMNS.entrySet())
                if (column.getValue().contains(cell)) columns.putIfAbsent(column.getKey(), i);
        }
        return columns;
    }

    /** The row as the Course that it stands for, so that one reader checks them all. */
    private static ObjectNode course(CsvTable.Row row, Map<String, Integer> columns) {
        ObjectNode course = JSON.createObjectNode();
        for (String field : List.of("name", "provider", "url", "source"))
            course.put(field, cell(row, columns, field));
        ArrayNode teaches = course.putArray("teaches");
        for (String one : cell(row, columns, "teaches").split("[|;]")) teaches.add(one.strip());
        String weeks = cell(row, columns, "weeks");
        if (!weeks.isEmpty()) course.put("timeRequired", "P" + weeks + "W");
        course.putObject("offers").put("price", cell(row, columns, "price"));
        ObjectNode instance = course.putObject("hasCourseInstance");
        instance.put("courseWorkload", cell(row, columns, "hours"));
        instance.put("startDate", cell(row, columns, "starts"));
        instance.put("location", cell(row, columns, "place"));
        return course;
    }

    private static String cell(CsvTable.Row row, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null ? "" : row.cell(at);
    }
}
