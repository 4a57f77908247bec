package skills.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into words that compare well: lower case, without accents and apostrophes. */
public final class Tokens {

    /**
     * A word where it stands.
     *
     * @param text the word folded; letters and digits, with {@code +}, {@code #} and inner dots
     *     kept where they tell names apart (c++, c#, .net, node.js)
     * @param start first char (UTF-16) in the text that was cut
     * @param end the char after its last
     */
    public record Token(String text, int start, int end) {}

    private Tokens() {}

    /** The words of a text in their order; empty when it has none. */
    public static List<Token> of(String text) {
        var all = new ArrayList<Token>();
        int n = text.length();
        int i = 0;
        while (i < n) {
            int code = text.codePointAt(i);
            boolean dotName =
                    code == '.'
                            && i + 1 < n
                            && Character.isLetter(text.charAt(i + 1))
                            && (i == 0 || Character.isWhitespace(text.charAt(i - 1)));
            if (!Character.isLetterOrDigit(code) && !dotName) {
                i += Character.charCount(code);
                continue;
            }
            int start = i;
            i += Character.charCount(code);
            while (i < n) {
                int next = text.codePointAt(i);
                int width = Character.charCount(next);
                if (inWord(next) || inner(text, i, next)) i += width;
                else break;
            }
            while (i < n && (text.charAt(i) == '+' || text.charAt(i) == '#')) i++;
            String word = word(text.substring(start, i));
            if (!word.isEmpty()) all.add(new Token(word, start, i));
        }
        return all;
    }

    /** The folded words of a text alone. */
    public static List<String> words(String text) {
        return of(text).stream().map(Token::text).toList();
    }

    /** The folded words with one space between: equal for texts that say the same word by word. */
    public static String fold(String text) {
        return String.join(" ", words(text));
    }

    private static boolean inWord(int code) {
        int type = Character.getType(code);
        return Character.isLetterOrDigit(code)
                || type == Character.NON_SPACING_MARK
                // Invisible: a soft hyphen or a joiner inside a word parts nothing.
                || type == Character.FORMAT;
    }

    /** An apostrophe or a dot between two letters belongs to the word. */
    private static boolean inner(String text, int at, int code) {
        if (code != '\'' && code != '’' && code != '.') return false;
        return at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    private static String word(String raw) {
        boolean ascii = true;
        for (int i = 0; i < raw.length() && ascii; i++) ascii = raw.charAt(i) < 128;
        String plain = ascii ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKD);
        plain = plain.toLowerCase(Locale.ROOT);
        var out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == 'ß') out.append("ss");
            else if (c == 'ø') out.append('o');
            else if (c == 'æ') out.append("ae");
            else if (c < 128 ? c != '\'' : Character.isLetterOrDigit(c) || Character.isSurrogate(c))
                out.append(c);
        }
        return out.toString();
    }
}
