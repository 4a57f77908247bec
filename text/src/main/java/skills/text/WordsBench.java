package skills.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures rankings on a {@link BenchSet}. */
final class WordsBench {

    /**
     * @param all over all queries
     * @param a over the half that was looked at while tuning
     * @param b over the half that was set aside
     */
    record Figures(RankMetrics all, RankMetrics a, RankMetrics b) {}

    /**
     * @param alone ranked by likeness alone: further labels of a concept count in full
     * @param p50 median of the time a query took, in milliseconds
     * @param p99 its 99th percentile
     * @param cpu50 the median without waiting for a processor that others use
     * @param cpu99 its 99th percentile
     */
    record Measured(
            Figures own,
            Figures alone,
            Figures bm25,
            double p50,
            double p99,
            double cpu50,
            double cpu99) {

        /** Mean reciprocal rank as a share of BM25's. */
        double toBm25(Figures figures) {
            return figures.all().mrr() / Math.max(1e-9, bm25.all().mrr());
        }
    }

    private static final int WARM = 1500;

    private WordsBench() {}

    /**
     * Half A (for tuning) holds the queries whose folded text has an even first byte of its
     * SHA-256; half B, the others, is set aside. The same title is in the same half in every set.
     */
    static boolean halfA(String query) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Tokens.fold(query).getBytes(StandardCharsets.UTF_8));
            return hash[0] % 2 == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param kind titles, skills or vdab, as the command has it
     */
    static Concept.Kind concepts(String kind) {
        return kind.equals("titles") ? Concept.Kind.OCCUPATION : Concept.Kind.SKILL;
    }

    static Measured measure(BenchSet set, BenchIndex index, String language) {
        List<String> asked = new ArrayList<>();
        for (String id : set.queries().keySet()) if (set.gains().containsKey(id)) asked.add(id);
        // Some for nothing: Java compiles while it runs.
        for (int i = 0; i < WARM; i++) index.top(set.queries().get(asked.get(i % asked.size())));
        double[] times = new double[asked.size()];
        double[] cpu = new double[asked.size()];
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        var own = new ArrayList<RankMetrics>();
        var alone = new ArrayList<RankMetrics>();
        for (int i = 0; i < times.length; i++) {
            String id = asked.get(i);
            long start = System.nanoTime();
            long used = thread.getCurrentThreadCpuTime();
            BenchIndex.Ranked top = index.top(set.queries().get(id));
            times[i] = (System.nanoTime() - start) / 1e6;
            cpu[i] = (thread.getCurrentThreadCpuTime() - used) / 1e6;
            BenchIndex.Ranked all = index.all(top);
            own.add(of(set, id, all.elements(), all.concepts()));
            BenchIndex.Ranked plain = index.all(index.top(top.ranking(), 0));
            alone.add(of(set, id, plain.elements(), plain.concepts()));
        }
        Arrays.sort(times);
        Arrays.sort(cpu);
        return new Measured(
                figures(set, asked, own),
                figures(set, asked, alone),
                bm25(set, asked, language),
                percentile(times, 0.5),
                percentile(times, 0.99),
                percentile(cpu, 0.5),
                percentile(cpu, 0.99));
    }

    private static Figures bm25(BenchSet set, List<String> asked, String language) {
        var all = new ArrayList<RankMetrics>();
        try (var bm25 = new Bm25(set.corpus(), language)) {
            for (String id : asked) {
                List<String> ranked = bm25.rank(set.queries().get(id));
                all.add(of(set, id, ranked, RankMetrics.concepts(ranked, set)));
            }
        }
        return figures(set, asked, all);
    }

    private static RankMetrics of(
            BenchSet set, String query, List<String> ranked, List<String> concepts) {
        Map<String, Integer> gains = set.gains().get(query);
        Set<String> right = new HashSet<>();
        for (String element : gains.keySet()) right.add(set.concept(element));
        return RankMetrics.of(ranked, concepts, gains, right);
    }

    private static Figures figures(BenchSet set, List<String> asked, List<RankMetrics> each) {
        var a = new ArrayList<RankMetrics>();
        var b = new ArrayList<RankMetrics>();
        for (int i = 0; i < asked.size(); i++)
            (halfA(set.queries().get(asked.get(i))) ? a : b).add(each.get(i));
        return new Figures(RankMetrics.mean(each), RankMetrics.mean(a), RankMetrics.mean(b));
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
