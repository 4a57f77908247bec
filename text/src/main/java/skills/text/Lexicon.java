package skills.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labels by their words: which say exactly this, and how much of the rare words two share. */
final class Lexicon {

    private final Compounds compounds;
    private final Map<String, int[]> exact;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final float[] rarity;
    private final int[][] stems;
    private final int[] firstLabel;

    Lexicon(Compounds compounds, String[] labels, int[] firstLabel) {
        this.compounds = compounds;
        this.firstLabel = firstLabel;
        stems = new int[labels.length][];
        var split = new HashMap<String, List<String>>();
        var same = new HashMap<String, Set<Integer>>();
        var concepts = new ArrayList<Set<Integer>>();
        for (int c = 0; c + 1 < firstLabel.length; c++)
            for (int l = firstLabel[c]; l < firstLabel[c + 1]; l++) {
                same.computeIfAbsent(Tokens.fold(labels[l]), k -> new LinkedHashSet<>()).add(c);
                stems[l] = stems(labels[l], split);
                while (concepts.size() < numbers.size()) concepts.add(new HashSet<>());
                for (int s : stems[l]) concepts.get(s).add(c);
            }
        exact = new HashMap<>();
        same.forEach(
                (text, all) -> exact.put(text, all.stream().mapToInt(Integer::intValue).toArray()));
        rarity = new float[numbers.size()];
        for (int s = 0; s < rarity.length; s++)
            rarity[s] = (float) Math.log((double) firstLabel.length / concepts.get(s).size());
    }

    /** Stems of words and of the parts of compounds, each once, ascending; unknown ones are -1. */
    private int[] stems(String text, @Nullable Map<String, List<String>> known) {
        var all = new LinkedHashSet<Integer>();
        int unknown = -1;
        boolean learn = known != null;
        for (String word : Tokens.words(text)) {
            for (String stem : learn ? known.computeIfAbsent(word, this::parts) : parts(word)) {
                Integer number = numbers.get(stem);
                if (number == null && learn) {
                    number = numbers.size();
                    numbers.put(stem, number);
                }
                all.add(number == null ? unknown-- : number);
            }
        }
        return all.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private List<String> parts(String word) {
        return compounds.split(word).stream().map(Stems::dutch).toList();
    }

    Query query(String text) {
        return new Query(text);
    }

    /** A text that is compared with labels. */
    final class Query {
        private final int[] asked;
        private final double whole;
        private final int[] same;

        Query(String text) {
            asked = stems(text, null);
            double sum = 0;
            for (int s : asked) sum += weight(s);
            whole = sum;
            same = exact.getOrDefault(Tokens.fold(text), new int[0]);
        }

        /** Concepts with a label that says exactly this. */
        int[] exact() {
            return same;
        }

        /**
         * Whether a label is the same; the best share of common words among all words of text and
         * label; the best share of the text's words in one label; their share in all labels
         * together; the best share of a label's words in the text.
         */
        double[] features(int concept) {
            double is = Arrays.stream(same).anyMatch(c -> c == concept) ? 1 : 0;
            double together = 0;
            double covered = 0;
            double contained = 0;
            var found = new boolean[asked.length];
            for (int l = firstLabel[concept]; l < firstLabel[concept + 1]; l++) {
                double common = 0;
                double label = 0;
                int a = 0;
                for (int s : stems[l]) {
                    label += rarity[s];
                    while (a < asked.length && asked[a] < s) a++;
                    if (a < asked.length && asked[a] == s) {
                        common += rarity[s];
                        found[a] = true;
                    }
                }
                if (common == 0) continue;
                together = Math.max(together, common / (whole + label - common));
                covered = Math.max(covered, common / whole);
                contained = Math.max(contained, common / label);
            }
            double all = 0;
            for (int a = 0; a < asked.length; a++) if (found[a]) all += rarity[asked[a]];
            return new double[] {is, together, covered, whole == 0 ? 0 : all / whole, contained};
        }

        private double weight(int stem) {
            return stem >= 0 ? rarity[stem] : Math.log(firstLabel.length);
        }
    }
}
