package skills.taxonomy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the dirt of other people's files out of texts. */
final class Clean {

    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD\\p{Cc}&&[^\\t\\n\\r\\u000B\\f\\u0085]]");
    private static final Pattern SPACES =
            Pattern.compile(
                    "[\\s\\u00A0\\u0085\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");
    private static final Pattern SEPARATOR = Pattern.compile("[\\r\\n]+| \\| ");

    private Clean() {}

    /** One line, single plain spaces, composed characters, nothing invisible. */
    static String label(@Nullable String text) {
        if (text == null) return "";
        if (plain(text)) return text;
        String visible =
                INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** The text with a capital to begin with, as on a line of its own. */
    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    /** Like a label, but paragraphs stay; null when nothing is left. */
    static @Nullable String paragraphs(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var kept = new ArrayList<String>();
        for (String line : text.split("\\R+")) {
            String clean = label(line);
            if (!clean.isEmpty()) kept.add(clean);
        }
        return kept.isEmpty() ? null : String.join("\n", kept);
    }

    /**
     * Labels that stand in one field, on lines of their own or between bars: each once, without the
     * main one.
     */
    static List<String> labels(@Nullable String text, String main) {
        if (text == null || text.isBlank()) return List.of();
        var all = new LinkedHashSet<String>();
        for (String part : SEPARATOR.split(text)) {
            String clean = label(part);
            if (!clean.isEmpty() && !clean.equals(main)) all.add(clean);
        }
        return List.copyOf(all);
    }

    /** Most texts are plain ASCII and need nothing. */
    private static boolean plain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }
}
