package skills.vacancy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts made comparable: lower case, no diacritics, no punctuation. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Folded() {}

    /** "'s-Hertogenbosch" becomes "s hertogenbosch". */
    static String fold(String text) {
        return isPlain(text) ? plain(text) : any(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 127) return false;
        return true;
    }

    /**
     * The same for what has letters of English only, as nearly every title has, without patterns.
     */
    private static String plain(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') folded.append((char) (c + 32));
            else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') folded.append(c);
            else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ')
                folded.append(' ');
        }
        int end = folded.length();
        if (end > 0 && folded.charAt(end - 1) == ' ') folded.setLength(end - 1);
        return folded.toString();
    }

    static String any(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
