package skills.statistics.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One case of the reference files: data, method in words, tolerance in words, expected values. */
public record ReferenceCase(String id, JsonNode json) {

    static final List<String> FILES =
            List.of("expected.json", "expected-study.json", "expected-extra.json");

    static Map<String, ReferenceCase> all() {
        Map<String, ReferenceCase> cases = new LinkedHashMap<>();
        for (String file : FILES)
            try (var in = ReferenceCase.class.getResourceAsStream("/reference/" + file)) {
                for (JsonNode node : new ObjectMapper().readTree(in).get("cases")) {
                    String id = node.get("id").asString();
                    if (cases.put(id, new ReferenceCase(id, node)) != null)
                        throw new IllegalStateException("case " + id + " stands twice");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return cases;
    }

    JsonNode expected() {
        return json.get("expected");
    }

    /** Pointers of all numbers and truth values among the expected values. */
    Set<String> leaves() {
        Set<String> leaves = new LinkedHashSet<>();
        collect("", expected(), leaves);
        return leaves;
    }

    private static void collect(String at, JsonNode node, Set<String> leaves) {
        if (node.isNumber() || node.isBoolean()) leaves.add(at);
        else if (node.isArray())
            for (int i = 0; i < node.size(); i++) collect(at + "/" + i, node.get(i), leaves);
        else if (node.isObject())
            for (String key : node.propertyNames())
                collect(
                        at + "/" + key.replace("~", "~0").replace("/", "~1"),
                        node.get(key),
                        leaves);
    }
}
