package skills.text;

import java.util.List;
import java.util.Map;

/**
 * A concept of a taxonomy with its texts.
 *
 * @param id its URI, or another name that is its own
 * @param kind what it is
 * @param group the four-digit ISCO group of an occupation, otherwise empty
 * @param labels its names by language (nl, en, de), the preferred one first
 * @param descriptions what it says about itself, by language
 */
public record Concept(
        String id,
        Kind kind,
        String group,
        Map<String, List<String>> labels,
        Map<String, String> descriptions) {

    /** What a concept can be. */
    public enum Kind {
        OCCUPATION,
        OCCUPATION_GROUP,
        SKILL
    }

    public Concept {
        labels = Map.copyOf(labels);
        descriptions = Map.copyOf(descriptions);
    }

    /** Its names in a language; empty when it has none. */
    public List<String> labels(String language) {
        return labels.getOrDefault(language, List.of());
    }
}
