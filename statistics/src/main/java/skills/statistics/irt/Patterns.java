package skills.statistics.irt;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import skills.statistics.items.Items;

/**
 * The different answer patterns and how often each occurs, in the order of their first appearance.
 *
 * @param answers one row a pattern; -1 where missing
 * @param counts persons with the pattern
 * @param categories of each item
 * @param persons with at least one answer
 */
record Patterns(int[][] answers, int[] counts, int[] categories, int persons) {

    static final int MOST = 20;

    static Patterns of(Items items) {
        int[][] codes = items.categories(MOST);
        Map<String, Integer> seen = new LinkedHashMap<>();
        int[][] answers = new int[codes.length][];
        int[] counts = new int[codes.length];
        int[] categories = new int[items.items()];
        int persons = 0;
        for (int[] row : codes) {
            if (Arrays.stream(row).allMatch(k -> k < 0)) continue;
            persons++;
            char[] key = new char[row.length];
            for (int j = 0; j < row.length; j++) {
                key[j] = (char) (row[j] + 1);
                categories[j] = Math.max(categories[j], row[j] + 1);
            }
            Integer at = seen.putIfAbsent(new String(key), seen.size());
            if (at == null) {
                at = seen.size() - 1;
                answers[at] = row;
            }
            counts[at]++;
        }
        return new Patterns(
                Arrays.copyOf(answers, seen.size()),
                Arrays.copyOf(counts, seen.size()),
                categories,
                persons);
    }

    /** Shares of the answers to an item. */
    double[] shares(int item) {
        double[] share = new double[categories[item]];
        double sum = 0;
        for (int i = 0; i < answers.length; i++)
            if (answers[i][item] >= 0) {
                share[answers[i][item]] += counts[i];
                sum += counts[i];
            }
        for (int k = 0; k < share.length; k++) share[k] /= sum;
        return share;
    }
}
