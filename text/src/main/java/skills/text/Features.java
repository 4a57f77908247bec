package skills.text;

import java.util.Arrays;
import java.util.List;

/**
 * What of a text is looked at: its words, their stems and parts, and the character 3- to 5-grams of
 * each word. Each is a 64-bit hash; two that clash are too rare to matter.
 */
final class Features {

    /** A longer text says no more about which concept it is. */
    static final int MOST_WORDS = 48;

    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    private static final int LONGEST_WORD = 40;
    private static final long WORD = 0x9E3779B97F4A7C15L;
    private static final long STEM = 0xC2B2AE3D27D4EB4FL;
    private static final long GRAM = 0x165667B19E3779F9L;

    private final Compounds compounds;

    Features(Compounds compounds) {
        this.compounds = compounds;
    }

    Compounds compounds() {
        return compounds;
    }

    /** The features of a text, each as often as it occurs, in a fixed order. */
    long[] of(String text) {
        var out = new Out();
        for (String word : words(text)) add(word, out);
        return Arrays.copyOf(out.all, out.size);
    }

    /** The words of a text that are looked at. */
    static List<String> words(String text) {
        List<String> words = Tokens.words(text);
        return words.subList(0, Math.min(MOST_WORDS, words.size()));
    }

    /** The features of one folded word. */
    long[] ofWord(String word) {
        var out = new Out();
        add(word, out);
        return Arrays.copyOf(out.all, out.size);
    }

    private void add(String whole, Out out) {
        String word = whole.length() > LONGEST_WORD ? whole.substring(0, LONGEST_WORD) : whole;
        out.add(hash(WORD, word, 0, word.length()));
        String dutch = Stems.dutch(word);
        out.add(hash(STEM, dutch, 0, dutch.length()));
        String english = Stems.english(word);
        if (!english.equals(dutch)) out.add(hash(STEM, english, 0, english.length()));
        List<String> parts = compounds.split(word);
        if (parts.size() > 1)
            for (String part : parts) {
                String stem = Stems.dutch(part);
                out.add(hash(STEM, stem, 0, stem.length()));
            }
        String edged = "<" + word + ">";
        int n = edged.length();
        for (int size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++)
            for (int i = 0; i + size <= n; i++) out.add(hash(GRAM, edged, i, i + size));
    }

    private static long hash(long kind, String text, int from, int to) {
        long h = kind;
        for (int i = from; i < to; i++) {
            h ^= text.charAt(i);
            h *= 0x100000001B3L;
            h ^= h >>> 29;
        }
        h *= 0xBF58476D1CE4E5B9L;
        return h ^ (h >>> 32);
    }

    private static final class Out {
        private long[] all = new long[128];
        private int size;

        void add(long value) {
            if (size == all.length) all = Arrays.copyOf(all, 2 * size);
            all[size++] = value;
        }
    }
}
