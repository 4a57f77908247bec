package skills.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splits Dutch (and German) compounds into words that it has seen: heftruckchauffeur is heftruck
 * and chauffeur. Parts may be joined by -s-, -e- or -en-. Unchangeable, may be used by many
 * threads.
 */
public final class Compounds {

    private static final int SHORTEST = 4;
    private static final int SHORTEST_LAST = 3;
    private static final int SHORTEST_WHOLE = 8;
    private static final List<String> LINKS = List.of("", "s", "en", "e");

    /** So much more rare than its parts a known word may be and still be split. */
    private static final double COST_OF_PART = 9;

    private final Map<String, Integer> counts;
    private final double all;

    private Compounds(Map<String, Integer> counts) {
        this.counts = Map.copyOf(counts);
        this.all = Math.log(1 + counts.values().stream().mapToLong(Integer::longValue).sum());
    }

    /**
     * From folded words with how often each was seen; words shorter than 3 letters are left out.
     */
    public static Compounds of(Map<String, Integer> counts) {
        var kept = new HashMap<String, Integer>();
        counts.forEach(
                (word, n) -> {
                    if (word.length() >= SHORTEST_LAST && n > 0 && letters(word)) kept.put(word, n);
                });
        return new Compounds(kept);
    }

    /** Counts the words of texts and learns from those seen at least {@code least} times. */
    public static Compounds learn(Collection<String> texts, int least) {
        var counts = new HashMap<String, Integer>();
        for (String text : texts)
            for (String word : Tokens.words(text)) counts.merge(word, 1, Integer::sum);
        counts.values().removeIf(n -> n < least);
        return of(counts);
    }

    /** The words it knows with their counts, in alphabetical order. */
    public Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /**
     * The parts of a folded word, without the letters that join them; the word alone when it is no
     * compound or has parts that were never seen.
     */
    public List<String> split(String word) {
        int n = word.length();
        if (n < SHORTEST_WHOLE || !letters(word)) return List.of(word);
        // best[i]: cheapest way to read the first i letters; a part costs by how rare it is.
        double[] best = new double[n + 1];
        int[] from = new int[n + 1];
        int[] end = new int[n + 1];
        java.util.Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        for (int i = 0; i < n; i++) {
            if (best[i] == Double.POSITIVE_INFINITY) continue;
            for (int j = i + SHORTEST_LAST; j <= n; j++) {
                if (j < n && j - i < SHORTEST || i == 0 && j == n) continue;
                Integer seen = counts.get(word.substring(i, j));
                if (seen == null) continue;
                double cost = best[i] + COST_OF_PART + all - Math.log(seen);
                for (String link : LINKS) {
                    int next = j + link.length();
                    boolean inside = link.isEmpty() || next <= n - SHORTEST_LAST;
                    if (!inside || !word.startsWith(link, j)) continue;
                    double with = cost + link.length();
                    if (with < best[next]) {
                        best[next] = with;
                        from[next] = i;
                        end[next] = j;
                    }
                }
            }
        }
        if (best[n] == Double.POSITIVE_INFINITY) return List.of(word);
        var parts = new ArrayList<String>();
        for (int i = n; i > 0; i = from[i]) parts.addFirst(word.substring(from[i], end[i]));
        return parts.size() < 2 ? List.of(word) : List.copyOf(parts);
    }

    private static boolean letters(String word) {
        for (int i = 0; i < word.length(); i++)
            if (!Character.isLetter(word.charAt(i))) return false;
        return true;
    }
}
