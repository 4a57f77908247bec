package skills.vacancy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A text as the set of its runs of five words, hashed: what is left of it when it is copied. */
final class Shingles {

    private static final int WORDS = 5;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final long[] sorted;

    private Shingles(long[] sorted) {
        this.sorted = sorted;
    }

    static Shingles of(String html) {
        List<String> words =
                DoubleKeys.words(
                        org.jsoup.parser.Parser.unescapeEntities(
                                TAG.matcher(html).replaceAll(" "), false));
        if (words.size() < WORDS) return new Shingles(new long[0]);
        long[] all = new long[words.size() - WORDS + 1];
        for (int i = 0; i < all.length; i++) {
            long hash = 17;
            for (int j = i; j < i + WORDS; j++) {
                hash = hash * 0x9E3779B97F4A7C15L + words.get(j).hashCode();
                hash ^= hash >>> 29;
            }
            all[i] = hash;
        }
        return new Shingles(Arrays.stream(all).sorted().distinct().toArray());
    }

    int size() {
        return sorted.length;
    }

    /** Which part of the shorter text stands in the longer one, 0 to 1; 0 when one is empty. */
    double sharedWith(Shingles other) {
        int smallest = Math.min(sorted.length, other.sorted.length);
        if (smallest == 0) return 0;
        int i = 0;
        int j = 0;
        int both = 0;
        while (i < sorted.length && j < other.sorted.length) {
            int order = Long.compare(sorted[i], other.sorted[j]);
            if (order == 0) both++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return (double) both / smallest;
    }
}
