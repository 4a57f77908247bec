package skills.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, by field: keys of messages, in the order of the fields. */
public final class Faults {

    private final Map<String, String> byField = new LinkedHashMap<>();

    public Faults add(String field, String messageKey) {
        byField.putIfAbsent(field, messageKey);
        return this;
    }

    public Faults addIf(boolean wrong, String field, String messageKey) {
        return wrong ? add(field, messageKey) : this;
    }

    public boolean none() {
        return byField.isEmpty();
    }

    public @Nullable String of(String field) {
        return byField.get(field);
    }

    public Map<String, String> all() {
        return byField;
    }
}
