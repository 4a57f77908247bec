package skills.study;

import java.util.List;
import skills.platform.Words;

/**
 * One question of a form about a plan.
 *
 * @param name of the field
 * @param label in the language of the page; @param hint likewise, may be empty
 * @param values what is filled in now: one, or any number of a choice of many
 * @param options of a choice; empty otherwise
 */
record Ask(
        String name,
        Kind kind,
        String label,
        String hint,
        List<String> values,
        List<Option> options) {

    enum Kind {
        LINE,
        TEXT,
        NUMBER,
        ONE,
        MANY
    }

    record Option(String value, String label) {}

    Ask {
        values = List.copyOf(values);
        options = List.copyOf(options);
    }

    static Ask line(Words words, String key, String name, String value) {
        return of(words, Kind.LINE, key, name, value);
    }

    static Ask text(Words words, String key, String name, String value) {
        return of(words, Kind.TEXT, key, name, value);
    }

    static Ask number(Words words, String key, String name, String value) {
        return of(words, Kind.NUMBER, key, name, value);
    }

    /** One of some; each option's label is the message key.VALUE. */
    static Ask one(Words words, String key, String name, String value, Enum<?>... options) {
        return new Ask(
                name,
                Kind.ONE,
                words.t(key),
                hint(words, key),
                List.of(value),
                java.util.Arrays.stream(options)
                        .map(o -> new Option(o.name(), words.t(key + "." + o.name())))
                        .toList());
    }

    static Ask one(Words words, String key, String name, String value, List<Option> options) {
        return new Ask(name, Kind.ONE, words.t(key), hint(words, key), List.of(value), options);
    }

    static Ask many(
            Words words, String key, String name, List<String> values, List<Option> options) {
        return new Ask(name, Kind.MANY, words.t(key), hint(words, key), values, options);
    }

    /** The same question as somebody answered it just now. */
    Ask with(Typed typed) {
        return new Ask(name, kind, label, hint, typed.all(name), options);
    }

    String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    boolean has(String option) {
        return values.contains(option);
    }

    private static Ask of(Words words, Kind kind, String key, String name, String value) {
        return new Ask(name, kind, words.t(key), hint(words, key), List.of(value), List.of());
    }

    /** Every question has the message key.hint; "-" where there is nothing to add. */
    private static String hint(Words words, String key) {
        String hint = words.t(key + ".hint");
        return hint.equals("-") ? "" : hint;
    }
}
