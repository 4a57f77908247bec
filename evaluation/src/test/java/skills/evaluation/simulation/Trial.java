package skills.evaluation.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.evaluation.Plans;
import skills.evaluation.analysis.AmongUsers;
import skills.evaluation.analysis.AsOffered;
import skills.evaluation.analysis.Effect;
import skills.evaluation.analysis.MainResult;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Plan;
import skills.statistics.Progress;
import skills.statistics.cluster.Classes;

/** Many studies after one plan, analysed by the code that analyses a real one. */
final class Trial {

    /** Forty classes of twenty, one primary outcome of .3 standard deviations. */
    static final Plan PLAN =
            Plans.plan(
                    Plans.blocks(Allocation.Unit.CLASS, List.of(), 2, 4),
                    Plans.arms(1, 1),
                    1,
                    new Expectations(800, 40, .1, .5, .75, .6));

    private static final String SCALE = "scale1";

    /** How often each method said that there is something, and held the truth. */
    static final class Counts {
        final Map<String, Integer> rejected = new LinkedHashMap<>();
        final Map<String, Integer> held = new LinkedHashMap<>();
        int studies;

        private void test(String method, boolean rejects) {
            rejected.merge(method, rejects ? 1 : 0, Integer::sum);
        }

        private void interval(String method, boolean holds) {
            held.merge(method, holds ? 1 : 0, Integer::sum);
        }

        private void add(Counts other) {
            other.rejected.forEach((k, v) -> rejected.merge(k, v, Integer::sum));
            other.held.forEach((k, v) -> held.merge(k, v, Integer::sum));
            studies += other.studies;
        }

        double rejected(String method) {
            return (double) rejected.get(method) / studies;
        }

        double held(String method) {
            return (double) held.get(method) / studies;
        }

        /** Of a share that should be p. */
        double error(double p) {
            return Math.sqrt(p * (1 - p) / studies);
        }
    }

    private Trial() {}

    static Counts run(int studies, boolean effective, long firstSeed) {
        SimulatedStudies simulated = SimulatedStudies.of(PLAN);
        Counts all = new Counts();
        List<Counts> each = new ArrayList<>();
        IntStream.range(0, studies)
                .mapToObj(i -> one(simulated, effective, firstSeed + i))
                .forEach(each::add);
        each.forEach(all::add);
        return all;
    }

    private static Counts one(SimulatedStudies simulated, boolean effective, long seed) {
        MainResult found = MainResult.of(simulated.draw(effective, seed), SCALE);
        double alpha = PLAN.analysis().alpha();
        double offer = effective ? simulated.effectOfOffer(SCALE) : 0;
        double use = effective ? simulated.effectOfUse(SCALE) : 0;
        Counts counts = new Counts();
        counts.studies = 1;
        AsOffered asOffered = found.asOffered();
        AsOffered.Classes classes = asOffered.classes().orThrow();
        effect(counts, "leading result", asOffered.effect().orThrow(), offer);
        effect(counts, "class means, t", classes.effect(), offer);
        effect(counts, "persons, CR2 by class", asOffered.clusters().orThrow(), offer);
        effect(counts, "persons, HC3", asOffered.persons().orThrow(), offer);
        counts.test("wild cluster bootstrap", classes.wild().p() <= alpha);
        counts.test(
                "class means, permutation",
                new Classes(classes.means(), classes.offered(), classes.sizes())
                                .drawnPermutation(999, seed, Progress.NONE)
                                .p()
                        <= alpha);
        AsOffered.Random random = classes.random();
        counts.test("random classes, Kenward-Roger", random != null && random.p() <= alpha);
        AmongUsers users = found.amongUsers().orThrow();
        counts.test("among users, set", !users.set().holds(0));
        counts.interval("among users, set", users.set().holds(use));
        counts.test("among users, set by persons", !users.personsSet().holds(0));
        counts.interval("among users, set by persons", users.personsSet().holds(use));
        return counts;
    }

    private static void effect(Counts counts, String method, Effect effect, double truth) {
        counts.test(method, effect.p() <= PLAN.analysis().alpha());
        counts.interval(method, effect.interval().holds(truth));
    }
}
