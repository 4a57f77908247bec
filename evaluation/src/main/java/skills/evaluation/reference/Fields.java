package skills.evaluation.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skills.statistics.Unusable;

/** Makes the objects of the results. */
final class Fields {

    private Fields() {}

    /** Names and values in turn, kept in order. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return fields;
    }

    /** What the method gives, or why it gives nothing. */
    static Object tried(Supplier<Object> method) {
        try {
            return method.get();
        } catch (Unusable e) {
            return of("unusable", e.getMessage());
        }
    }

    /** The same for each of the names. */
    static Map<String, Object> each(
            List<String> names, java.util.function.Function<String, Object> method) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : names) fields.put(name, tried(() -> method.apply(name)));
        return fields;
    }

    /** Arrays as lists; a number that JSON does not have (NaN, infinite) as null. */
    static @Nullable Object clean(@Nullable Object value) {
        return switch (value) {
            case Double d -> Double.isFinite(d) ? d : null;
            case double[] numbers -> {
                List<Object> list = new ArrayList<>();
                for (double number : numbers) list.add(clean(number));
                yield list;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                for (Object item : list) copy.add(clean(item));
                yield copy;
            }
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((name, item) -> copy.put((String) name, clean(item)));
                yield copy;
            }
            case null -> null;
            default -> value;
        };
    }
}
