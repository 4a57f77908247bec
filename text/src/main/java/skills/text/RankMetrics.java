package skills.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a ranking is worth, averaged over queries. All but {@code mrrConcept} rank every label, as
 * the benchmarks do.
 *
 * @param queries how many were averaged
 * @param mrr mean of 1 over the rank of the first right label; 0 where none is found
 * @param mrrConcept the same, where each concept has one place: that of its best label
 * @param map mean average precision, over all right labels
 * @param ndcg5 discounted gain of the first five against the best possible (gain 2^g - 1)
 * @param hit1 share of queries whose first label is right
 * @param hit5 share with a right one among the first five
 * @param hit10 share with a right one among the first ten
 */
record RankMetrics(
        int queries,
        double mrr,
        double mrrConcept,
        double map,
        double ndcg5,
        double hit1,
        double hit5,
        double hit10) {

    /**
     * Of one query.
     *
     * @param ranked ids of elements, best first, each once
     * @param rankedConcepts concepts, best first, each once
     * @param gains worth of the right elements, each above 0
     * @param rightConcepts the concepts that a right element stands for
     */
    static RankMetrics of(
            List<String> ranked,
            List<String> rankedConcepts,
            Map<String, Integer> gains,
            Set<String> rightConcepts) {
        int first = 0;
        int right = 0;
        double precisions = 0;
        double gained = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Integer gain = gains.get(ranked.get(i));
            if (gain == null) continue;
            right++;
            if (first == 0) first = i + 1;
            precisions += (double) right / (i + 1);
            if (i < 5) gained += (Math.pow(2, gain) - 1) / log2(i + 2);
        }
        Integer[] best = gains.values().toArray(Integer[]::new);
        Arrays.sort(best, Comparator.reverseOrder());
        double most = 0;
        for (int i = 0; i < Math.min(5, best.length); i++)
            most += (Math.pow(2, best[i]) - 1) / log2(i + 2);
        double concept = 0;
        for (int i = 0; i < rankedConcepts.size() && concept == 0; i++)
            if (rightConcepts.contains(rankedConcepts.get(i))) concept = 1.0 / (i + 1);
        return new RankMetrics(
                1,
                first == 0 ? 0 : 1.0 / first,
                concept,
                gains.isEmpty() ? 0 : precisions / gains.size(),
                most == 0 ? 0 : gained / most,
                within(first, 1),
                within(first, 5),
                within(first, 10));
    }

    /** The mean, each query counting once; all zero when there is none. */
    static RankMetrics mean(List<RankMetrics> all) {
        int n = all.stream().mapToInt(RankMetrics::queries).sum();
        double[] sums = new double[7];
        for (RankMetrics m : all) {
            double[] own = {m.mrr, m.mrrConcept, m.map, m.ndcg5, m.hit1, m.hit5, m.hit10};
            for (int i = 0; i < sums.length; i++) sums[i] += m.queries * own[i];
        }
        for (int i = 0; i < sums.length; i++) sums[i] = n == 0 ? 0 : sums[i] / n;
        return new RankMetrics(n, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
    }

    /** Concepts in the order of their best element. */
    static List<String> concepts(List<String> ranked, BenchSet set) {
        var seen = new HashSet<String>();
        return ranked.stream().map(set::concept).filter(seen::add).toList();
    }

    private static double within(int rank, int k) {
        return rank > 0 && rank <= k ? 1 : 0;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
