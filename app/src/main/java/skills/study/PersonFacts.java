package skills.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a person, column by column, as it is kept. */
final class PersonFacts {

    static final String GENDER = "gender";
    static final String AGE = "age";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PersonFacts() {}

    static String write(Map<String, String> facts) {
        return JSON.writeValueAsString(new java.util.TreeMap<>(facts));
    }

    static Map<String, String> read(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() {});
    }

    /** What was known, and on top of it what was told later. */
    static Map<String, String> and(Map<String, String> known, Map<String, String> told) {
        Map<String, String> all = new LinkedHashMap<>(known);
        told.forEach(
                (column, value) -> {
                    if (!value.isBlank()) all.put(column, value);
                });
        return all;
    }
}
