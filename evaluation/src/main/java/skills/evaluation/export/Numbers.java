package skills.evaluation.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as a table of one number a line, for programs without JSON. */
final class Numbers {

    private Numbers() {}

    static String write(Map<String, @Nullable Object> results) {
        List<List<String>> rows = new ArrayList<>();
        results.forEach((id, value) -> add(id, "", value, rows));
        return CsvFile.write(List.of("case", "path", "value"), rows, CsvFile.Dialect.COMMA);
    }

    private static void add(
            String id, String path, @Nullable Object value, List<List<String>> rows) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((name, item) -> add(id, path + "/" + name, item, rows));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) add(id, path + "/" + i, list.get(i), rows);
            }
            case Number number -> rows.add(List.of(id, path, number.toString()));
            case null, default -> {}
        }
    }

    /** Ids of the cases of which something differs. */
    static List<String> different(
            Map<String, @Nullable Object> some, Map<String, @Nullable Object> others) {
        return some.keySet().stream()
                .filter(id -> !java.util.Objects.equals(some.get(id), others.get(id)))
                .toList();
    }

    /**
     * Without what is told of a class of fewer persons than {@code smallest}: its number, and its
     * mean.
     */
    static Map<String, @Nullable Object> withoutSmallClasses(
            Map<String, @Nullable Object> results, int smallest) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(results);
        if (copy.get("cluster5.study") instanceof Map<?, ?> scales) {
            Map<String, Object> safe = new LinkedHashMap<>();
            scales.forEach((scale, found) -> safe.put((String) scale, small(found, smallest)));
            copy.put("cluster5.study", safe);
        }
        return copy;
    }

    private static Object small(Object found, int smallest) {
        if (!(found instanceof Map<?, ?> map) || !(map.get("class_n") instanceof Map<?, ?> sizes))
            return found;
        Map<String, @Nullable Object> copy = copy(map);
        Map<String, @Nullable Object> n = copy(sizes);
        Map<String, @Nullable Object> means = new LinkedHashMap<>();
        Map<String, @Nullable Object> level = new LinkedHashMap<>();
        if (map.get("cluster_level") instanceof Map<?, ?> given) level = copy(given);
        if (level.get("class_mean_residual") instanceof Map<?, ?> given) means = copy(given);
        for (String name : List.copyOf(n.keySet()))
            if (n.get(name) instanceof Number size && size.intValue() < smallest) {
                n.put(name, null);
                means.replace(name, null);
            }
        copy.put("class_n", n);
        if (!means.isEmpty()) {
            level.put("class_mean_residual", means);
            copy.put("cluster_level", level);
        }
        return copy;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put((String) name, value));
        return copy;
    }
}
