package skills.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;

/**
 * Whether the order that a fit gives is a good one: is an occupation found by half of its skills,
 * and do related occupations come first. The same persons for every ranker.
 */
final class FitEvaluation {

    static final int LIST = 10;
    private static final int RESAMPLES = 1_000;

    private final Skillset skillset;
    private final long seed;

    FitEvaluation(Skillset skillset, long seed) {
        this.skillset = skillset;
        this.seed = seed;
    }

    /** One measure of one ranker: a number for every query, in the order of the queries. */
    record Outcome(String ranker, String measure, double[] of) {

        double mean() {
            return Arrays.stream(of).average().orElse(0);
        }
    }

    /** The occupations to ask, by lot; a half by lot was used to set the weights. */
    List<Integer> occupations(int most, boolean tuned) {
        List<Integer> all = new ArrayList<>();
        for (int o = 0; o < skillset.occupations(); o++)
            if (isTuned(o) == tuned && skills(o).size() >= 4) all.add(o);
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(most, all.size()));
    }

    /** The half on which weights were chosen: figures over the other half are the honest ones. */
    boolean isTuned(int occupation) {
        return Math.floorMod(skillset.occupation(occupation).value().hashCode(), 2) == 0;
    }

    private List<SkillId> skills(int occupation) {
        return IntStream.concat(
                        Arrays.stream(skillset.essential(occupation)),
                        Arrays.stream(skillset.useful(occupation)))
                .mapToObj(skillset::skill)
                .toList();
    }

    /**
     * Half of an occupation's skills, one in five of what the person then says replaced by any
     * other skill: is the occupation first, among the first ten, and 1 / its place.
     */
    List<Outcome> leaveOut(
            List<Map.Entry<String, Rankers.Ranker>> rankers, List<Integer> occupations) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        int n = occupations.size();
        for (var ranker : rankers)
            for (String measure : List.of("hit1", "hit10", "mrr"))
                outcomes.put(
                        ranker.getKey() + measure,
                        new Outcome(ranker.getKey(), measure, new double[n]));
        for (int q = 0; q < n; q++) {
            int wanted = occupations.get(q);
            Set<SkillId> said = half(wanted, new Random(seed * 31 + q));
            for (var ranker : rankers) {
                int place = place(ranker.getValue().rank(said), wanted);
                outcomes.get(ranker.getKey() + "hit1").of[q] = place == 1 ? 1 : 0;
                outcomes.get(ranker.getKey() + "hit10").of[q] = place <= LIST ? 1 : 0;
                outcomes.get(ranker.getKey() + "mrr").of[q] = 1. / place;
            }
        }
        return List.copyOf(outcomes.values());
    }

    private Set<SkillId> half(int occupation, Random random) {
        List<SkillId> own = new ArrayList<>(skills(occupation));
        Collections.shuffle(own, random);
        int keep = (own.size() + 1) / 2;
        int noise = Math.round(keep / 4f);
        Set<SkillId> said = new LinkedHashSet<>(own.subList(0, keep));
        while (said.size() < keep + noise) {
            SkillId other = skillset.skill(random.nextInt(skillset.skills()));
            if (!own.contains(other)) said.add(other);
        }
        return said;
    }

    private static int place(int[] ranked, int wanted) {
        for (int i = 0; i < ranked.length; i++) if (ranked[i] == wanted) return i + 1;
        throw new IllegalStateException("not ranked");
    }

    /**
     * Somebody with all skills of an occupation: nDCG of the first ten others that can be judged,
     * by what O*NET calls related.
     */
    List<Outcome> related(
            List<Map.Entry<String, Rankers.Ranker>> rankers,
            List<Integer> occupations,
            Map<OccupationId, Map<OccupationId, Integer>> judged) {
        List<Integer> queries =
                occupations.stream()
                        .filter(o -> judged.containsKey(skillset.occupation(o)))
                        .filter(o -> ideal(judged.get(skillset.occupation(o))) > 0)
                        .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (var ranker : rankers) {
            double[] of = new double[queries.size()];
            for (int q = 0; q < of.length; q++) {
                int asked = queries.get(q);
                var worth = judged.get(skillset.occupation(asked));
                int[] ranked = ranker.getValue().rank(skills(asked));
                double dcg = 0;
                int place = 1;
                for (int i = 0; i < ranked.length && place <= LIST; i++) {
                    Integer gain = worth.get(skillset.occupation(ranked[i]));
                    if (gain == null || ranked[i] == asked) continue;
                    dcg += discounted(gain, place++);
                }
                of[q] = dcg / ideal(worth);
            }
            outcomes.add(new Outcome(ranker.getKey(), "ndcg10", of));
        }
        return outcomes;
    }

    private static double ideal(Map<OccupationId, Integer> worth) {
        int[] best =
                worth.values().stream()
                        .mapToInt(g -> -g)
                        .sorted()
                        .limit(LIST)
                        .map(g -> -g)
                        .toArray();
        double dcg = 0;
        for (int i = 0; i < best.length; i++) dcg += discounted(best[i], i + 1);
        return dcg;
    }

    private static double discounted(int gain, int place) {
        return (Math.pow(2, gain) - 1) * Math.log(2) / Math.log(place + 1);
    }

    /** Mean with a 95% interval over the queries, by resampling them. */
    double[] interval(double[] of) {
        Random random = new Random(seed);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (int i = 0; i < of.length; i++) sum += of[random.nextInt(of.length)];
            means[r] = sum / of.length;
        }
        Arrays.sort(means);
        return new double[] {means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40]};
    }

    /** Ours minus another's, of the same queries. */
    static double[] difference(Outcome ours, Outcome other) {
        double[] d = new double[ours.of.length];
        for (int i = 0; i < d.length; i++) d[i] = ours.of[i] - other.of[i];
        return d;
    }

    /** By ranker and measure, with the interval, and ours against each other one. */
    Map<String, Object> figures(List<Outcome> outcomes) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("n", outcomes.getFirst().of.length);
        Map<String, Outcome> ours = new HashMap<>();
        for (Outcome o : outcomes) if (o.ranker.equals("fit")) ours.put(o.measure, o);
        for (Outcome o : outcomes) {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("mean", round(o.mean()));
            figure.put("interval95", rounded(interval(o.of)));
            if (!o.ranker.equals("fit"))
                figure.put("fitMinusThis95", rounded(interval(difference(ours.get(o.measure), o))));
            all.put(o.ranker + "." + o.measure, figure);
        }
        return all;
    }

    static double round(double x) {
        return Math.round(x * 1e4) / 1e4;
    }

    private static double[] rounded(double[] xs) {
        return Arrays.stream(xs).map(FitEvaluation::round).toArray();
    }
}
