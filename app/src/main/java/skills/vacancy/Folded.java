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
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
