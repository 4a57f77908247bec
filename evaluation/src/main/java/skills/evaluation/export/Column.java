package skills.evaluation.export;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Text;

/**
 * A column of a table, as the codebooks describe it.
 *
 * @param label what it is, short
 * @param note what a user of it must know; may be empty
 * @param values the values it may have with their meaning; empty where they speak for themselves
 * @param lowest null without limit; @param highest likewise
 * @param groups whether counts of its values may be told
 */
record Column(
        String name,
        Kind kind,
        Text label,
        Text note,
        List<Value> values,
        @Nullable Integer lowest,
        @Nullable Integer highest,
        boolean groups) {

    static final Text NONE = new Text("", "");

    enum Kind {
        TEXT,
        INTEGER,
        NUMBER
    }

    record Value(String code, Text meaning) {}

    Column {
        values = List.copyOf(values);
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException("no name for a column: " + name);
    }

    /** What SPSS, R and a database all take. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    static Column text(String name, Text label) {
        return new Column(name, Kind.TEXT, label, NONE, List.of(), null, null, false);
    }

    static Column number(String name, Text label) {
        return new Column(name, Kind.NUMBER, label, NONE, List.of(), null, null, false);
    }

    static Column yesNo(String name, Text label) {
        return new Column(
                name,
                Kind.INTEGER,
                label,
                NONE,
                List.of(
                        new Value("0", new Text("nee", "no")),
                        new Value("1", new Text("ja", "yes"))),
                0,
                1,
                true);
    }

    Column noted(Text note) {
        return new Column(name, kind, label, note, values, lowest, highest, groups);
    }

    Column grouped(List<Value> values) {
        return new Column(name, kind, label, note, values, lowest, highest, true);
    }

    Column named(String name, Text label) {
        return new Column(name, kind, label, note, values, lowest, highest, groups);
    }

    /** Letters, digits and underscores that begin with a letter, from any text. */
    static String safe(String text) {
        String plain = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String begun = plain.matches("[a-z].*") ? plain : "w" + plain;
        return begun.substring(0, Math.min(begun.length(), 30));
    }
}
