package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.missing.ChainedEquations;
import skills.statistics.missing.ChainedEquations.Completed;

/**
 * The scores of all who enrolled and did not withdraw, without gaps, several times over; drawn
 * within each arm, so that an effect of the offer is not washed out.
 *
 * @param sets measures "scale.wave" with a place for each participant; NaN for who withdrew
 * @param from what was drawn on
 */
record Imputation(List<Completed> sets, List<String> from) {
    private static final int ROUNDS = 10;

    /** For each class this many answers at the last wave, or the classes are left out of it. */
    private static final int ANSWERS_PER_MEASURE = 5;

    /**
     * @param scales whose first and last wave are drawn together
     * @throws Unusable when an arm has too few answers for that
     */
    static Imputation of(People people, List<String> scales, int threads, Progress progress) {
        int m = Math.max(2, people.plan.analysis().imputations());
        List<Map<String, double[]>> sets = new ArrayList<>();
        for (int s = 0; s < m; s++) sets.add(new LinkedHashMap<>());
        TreeSet<String> from = new TreeSet<>();
        for (int arm = 0; arm < 2; arm++) {
            int which = arm;
            int[] in =
                    people.where(i -> people.offered[i] == which && people.person(i).consented());
            Map<String, double[]> measures = measures(people, scales, in, arm == 1);
            from.addAll(
                    measures.keySet().stream()
                            .map(k -> k.replaceFirst("^class/.*", "class"))
                            .toList());
            long seed = people.plan.analysis().seed() * 2 + arm;
            int begun = arm;
            List<Completed> done =
                    new ChainedEquations(ChainedEquations.How.NORMAL, m, ROUNDS, seed, threads)
                            .impute(measures, (d, of) -> progress.goOn(begun * of + d, 2 * of));
            for (int s = 0; s < m; s++)
                for (var e : done.get(s).measures().entrySet()) {
                    double[] all =
                            sets.get(s)
                                    .computeIfAbsent(
                                            e.getKey(), k -> people.filled(i -> Double.NaN));
                    for (int i = 0; i < in.length; i++) all[in[i]] = e.getValue()[i];
                }
        }
        return new Imputation(sets.stream().map(Completed::new).toList(), List.copyOf(from));
    }

    private static Map<String, double[]> measures(
            People people, List<String> scales, int[] in, boolean withUse) {
        Map<String, double[]> measures = new LinkedHashMap<>();
        int fewest = in.length;
        for (String scale : scales)
            for (var wave : people.plan.waves()) {
                double[] values = People.pick(people.score(scale, wave.id()), in);
                int known = known(values);
                boolean deciding = wave.id().equals(people.first) || wave.id().equals(people.last);
                if (deciding) fewest = Math.min(fewest, known);
                // A wave in between helps when most answered it, and costs when few did.
                if (deciding || 2 * known >= in.length)
                    measures.put(scale + "." + wave.id(), values);
            }
        double[] use = People.pick(people.use, in);
        if (withUse
                && known(use) > measures.size() + 2
                && Arrays.stream(use).filter(v -> !Double.isNaN(v)).distinct().count() > 1)
            measures.put("use", use);
        List<String> classes =
                IntStream.of(in)
                        .mapToObj(i -> people.clusters[i])
                        .filter(c -> !c.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        if (people.byClass
                && classes.size() > 1
                && fewest >= ANSWERS_PER_MEASURE * (measures.size() + classes.size() - 1))
            for (String name : classes.subList(1, classes.size()))
                measures.put(
                        "class/" + name,
                        IntStream.of(in)
                                .mapToDouble(i -> people.clusters[i].equals(name) ? 1 : 0)
                                .toArray());
        return measures;
    }

    private static int known(double[] values) {
        return (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    }
}
