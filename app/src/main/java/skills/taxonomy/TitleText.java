package skills.taxonomy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How titles are compared: folded, cut into words, rid of plural and gender, with typing errors.
 */
final class TitleText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_STEM = 3;

    /** Endings of persons and plurals, longest first: kapster, kappers and kapper are one. */
    private static final List<String> ENDINGS =
            List.of(
                    "vrouwen", "lieden", "vrouw", "mannen", "trices", "trice", "sters", "teuse",
                    "essen", "aars", "eurs", "euse", "aren", "ingen", "ster", "teur", "man", "men",
                    "lui", "ess", "aar", "eur", "ers", "ing", "er", "en", "in", "e", "s");

    private TitleText() {}

    /**
     * Lower case, no accents, words between single spaces; the hyphen of a left-out part joins
     * nothing.
     */
    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(plain.toLowerCase(Locale.ROOT).replace("’", "").replace("'", ""))
                .replaceAll(" ")
                .strip();
    }

    static String[] words(String folded) {
        return folded.isEmpty() ? new String[0] : folded.split(" ");
    }

    /** What is left of a word without plural and gender; not a word that anybody reads. */
    static String stem(String word) {
        String rest = word;
        // At most two endings: medewerk-ster-s.
        for (int round = 0; round < 2; round++) {
            String shorter = withoutEnding(rest);
            if (shorter.equals(rest)) break;
            rest = shorter;
        }
        return sameSpelling(rest);
    }

    private static String withoutEnding(String word) {
        for (String ending : ENDINGS)
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM)
                return word.substring(0, word.length() - ending.length());
        return word;
    }

    /** Dutch doubles vowels and consonants by the ending that follows: verkoop-, verkop-er. */
    private static String sameSpelling(String stem) {
        var out = new StringBuilder();
        for (int i = 0; i < stem.length(); i++)
            if (i == 0 || stem.charAt(i) != stem.charAt(i - 1)) out.append(stem.charAt(i));
        int last = out.length() - 1;
        if (last >= 0 && out.charAt(last) == 'z') out.setCharAt(last, 's');
        if (last >= 0 && out.charAt(last) == 'v') out.setCharAt(last, 'f');
        return out.toString();
    }

    /**
     * Typing errors between two words: letters left out, added, wrong or swapped with their
     * neighbour.
     *
     * @param prefix what follows in {@code known} after the part that was typed is free
     * @return the number, or more than {@code most} when there are more
     */
    static int errors(String typed, String known, int most, boolean prefix) {
        int n = typed.length();
        int m = known.length();
        if (!prefix && Math.abs(n - m) > most || n - m > most) return most + 1;
        if (prefix) m = Math.min(m, n + most);
        int[] before = new int[m + 1];
        int[] last = new int[m + 1];
        int[] row = new int[m + 1];
        for (int j = 0; j <= m; j++) last[j] = j;
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int best = row[0];
            for (int j = 1; j <= m; j++) {
                boolean same = typed.charAt(i - 1) == known.charAt(j - 1);
                int cost =
                        Math.min(
                                Math.min(last[j] + 1, row[j - 1] + 1),
                                last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == known.charAt(j - 2)
                        && typed.charAt(i - 2) == known.charAt(j - 1))
                    cost = Math.min(cost, before[j - 2] + 1);
                row[j] = cost;
                best = Math.min(best, cost);
            }
            if (best > most) return most + 1;
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return prefix ? Arrays.stream(last).min().orElse(most + 1) : last[m];
    }

    /** How many errors a word of this length may have and still be meant. */
    static int forgiven(int length) {
        return length < 4 ? 0 : length < 6 ? 1 : length < 13 ? 2 : 3;
    }
}
