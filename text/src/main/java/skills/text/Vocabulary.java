package skills.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;

/** Which features have a vector, and which row it is. Unchangeable. */
final class Vocabulary {

    private final long[] sorted;
    private final long[] keys;
    private final int[] rows;
    private final int mask;

    /**
     * @param features each once, in ascending order; the place of each is its row
     */
    Vocabulary(long[] features) {
        this.sorted = features;
        int size = Integer.highestOneBit(Math.max(8, features.length * 2)) << 1;
        keys = new long[size];
        rows = new int[size];
        Arrays.fill(rows, -1);
        mask = size - 1;
        for (int row = 0; row < features.length; row++) {
            int at = (int) features[row] & mask;
            while (rows[at] >= 0) at = at + 1 & mask;
            keys[at] = features[row];
            rows[at] = row;
        }
    }

    /**
     * The features that occur in at least so many of the texts; fewer when more than {@code most}.
     */
    static Vocabulary of(Collection<long[]> texts, int least, int most) {
        var counts = new HashMap<Long, Integer>();
        for (long[] text : texts)
            Arrays.stream(text).distinct().forEach(f -> counts.merge(f, 1, Integer::sum));
        int[] frequencies = counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        int needed = least;
        if (frequencies.length > most)
            needed = Math.max(least, frequencies[frequencies.length - most - 1] + 1);
        int enough = needed;
        return new Vocabulary(
                counts.entrySet().stream()
                        .filter(e -> e.getValue() >= enough)
                        .mapToLong(java.util.Map.Entry::getKey)
                        .sorted()
                        .toArray());
    }

    int size() {
        return sorted.length;
    }

    long[] features() {
        return sorted;
    }

    /** -1 when it has none. */
    int row(long feature) {
        int at = (int) feature & mask;
        while (rows[at] >= 0) {
            if (keys[at] == feature) return rows[at];
            at = at + 1 & mask;
        }
        return -1;
    }

    /** The rows of a text's features, those without a row left out. */
    int[] rows(long[] features) {
        int[] out = new int[features.length];
        int n = 0;
        for (long feature : features) {
            int row = row(feature);
            if (row >= 0) out[n++] = row;
        }
        return Arrays.copyOf(out, n);
    }
}
