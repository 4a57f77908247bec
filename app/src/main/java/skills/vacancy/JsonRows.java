package skills.vacancy;

import java.util.ArrayList;
import java.util.List;
import skills.platform.ImportFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JobPostings in JSON: one, a list, a graph, or one a line. */
final class JsonRows {

    /**
     * Brackets, names and values: far more than vacancies need, and still no memory full of them.
     */
    private static final long MOST_PARTS = 3_000_000;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxTokenCount(MOST_PARTS)
                                                    .build())
                                    .build())
                    .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonRows() {}

    static List<VacancyFile.Piece> pieces(String name, String text) throws ImportFailed {
        // One object a line: then one of the first lines is whole, also where another is broken.
        List<String> first =
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).limit(4).toList();
        if (first.size() > 1 && first.stream().anyMatch(l -> l.startsWith("{") && parses(l)))
            return lines(text);
        try {
            List<JsonNode> found = postings(JSON.readTree(text));
            if (found.isEmpty()) throw new ImportFailed(name + " is JSON without a JobPosting.");
            List<VacancyFile.Piece> rows = new ArrayList<>();
            for (JsonNode node : found) {
                VacancyFile.Row row = new VacancyFile.Row.Read(rows.size() + 1, node);
                rows.add(() -> List.of(row));
            }
            return rows;
        } catch (JacksonException e) {
            throw new ImportFailed(name + " is not valid JSON: " + reason(e) + ".", e);
        }
    }

    private static List<VacancyFile.Piece> lines(String text) {
        List<VacancyFile.Piece> lines = new ArrayList<>();
        long number = 0;
        for (String line : text.split("\\R", -1)) {
            long at = ++number;
            if (!line.isBlank()) lines.add(() -> line(at, line));
        }
        return lines;
    }

    private static List<VacancyFile.Row> line(long number, String line) {
        try {
            List<JsonNode> found = postings(JSON.readTree(line));
            if (found.isEmpty())
                return List.of(new VacancyFile.Row.Bad(number, "no JobPosting", line));
            return found.stream()
                    .<VacancyFile.Row>map(node -> new VacancyFile.Row.Read(number, node))
                    .toList();
        } catch (JacksonException e) {
            String reason = reason(e).replaceFirst(" at line 1, ", " at ");
            return List.of(new VacancyFile.Row.Bad(number, "not valid JSON: " + reason, line));
        }
    }

    private static boolean parses(String text) {
        try {
            JSON.readTree(text);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** What went wrong and where, without the library's inner words. */
    static String reason(JacksonException e) {
        if (e instanceof StreamConstraintsException)
            return "it is too large or too deeply nested to be a list of vacancies";
        var at = e.getLocation();
        boolean end = e instanceof tools.jackson.core.exc.UnexpectedEndOfInputException;
        String what = end ? "it ends in the middle" : "a mistake";
        return at == null || at.getLineNr() < 1
                ? what
                : what + " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    static List<JsonNode> postings(String json) {
        return postings(JSON.readTree(json));
    }

    /** Each JobPosting in a text, in order, however it is wrapped. */
    private static List<JsonNode> postings(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        collect(node, found, 0);
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found, int depth) {
        if (depth > 8) return;
        if (node.isArray()) {
            for (JsonNode item : node) collect(item, found, depth + 1);
        } else if (node.isObject()) {
            if (isPosting(node)) found.add(node);
            else
                for (String inside :
                        List.of(
                                "@graph",
                                "itemListElement",
                                "item",
                                "mainEntity",
                                "jobs",
                                "vacancies",
                                "vacatures",
                                "results",
                                "data")) {
                    collect(node.path(inside), found, depth + 1);
                }
        }
    }

    private static boolean isPosting(JsonNode node) {
        JsonNode type = node.path("@type");
        if (type.isArray()) {
            for (JsonNode one : type) if (isJob(one)) return true;
            return false;
        }
        return type.isMissingNode() ? node.has("title") && node.has("datePosted") : isJob(type);
    }

    private static boolean isJob(JsonNode type) {
        return type.isString()
                && type.stringValue().matches("(https?://schema\\.org/|schema:)?JobPosting");
    }
}
