package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import skills.evaluation.Plans;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Plan;

/** Made-up studies for tests; six items on a scale, answers 1 to 5. */
final class MadeStudy {
    Allocation.Unit unit = Allocation.Unit.PERSON;
    int persons = 200;
    int classes;
    int outcomes = 1;
    boolean byLot = true;
    double effect;
    double betweenClasses;
    double leavesOffered;
    double leavesControl;
    double uses = .7;
    long seed = 1;

    Plan plan() {
        return Plans.plan(
                Plans.blocks(unit, List.of(), 2),
                Plans.arms(1, 1),
                outcomes,
                Plans.expectations(persons, Math.max(2, classes)));
    }

    StudyData data() {
        return data(plan());
    }

    StudyData data(Plan plan) {
        Random random = new Random(seed);
        List<Participant> people = new ArrayList<>();
        Map<String, Map<String, Map<String, Integer>>> answers = new LinkedHashMap<>();
        answers.put("T1", new LinkedHashMap<>());
        answers.put("T3", new LinkedHashMap<>());
        double[] ofClass = new double[Math.max(1, classes)];
        for (int c = 0; c < ofClass.length; c++)
            ofClass[c] = betweenClasses * random.nextGaussian();
        for (int i = 0; i < persons; i++) {
            int c = classes == 0 ? 0 : i % classes;
            boolean offered = unit == Allocation.Unit.CLASS ? c % 2 == 0 : i % 2 == 0;
            boolean user = offered && random.nextDouble() < uses;
            String id = "p%04d".formatted(i);
            people.add(
                    new Participant(
                            id,
                            offered ? "offered" : "control",
                            classes == 0 ? null : "class%02d".formatted(c),
                            null,
                            random.nextBoolean() ? "f" : "m",
                            16 + Math.floor(40 * random.nextDouble()) / 10,
                            user,
                            user ? 1 + random.nextInt(4) : 0,
                            user ? 60 * random.nextDouble() : 0,
                            true,
                            false));
            boolean leaves = random.nextDouble() < (offered ? leavesOffered : leavesControl);
            Map<String, Integer> first = new LinkedHashMap<>();
            Map<String, Integer> last = new LinkedHashMap<>();
            for (int s = 1; s <= outcomes; s++) {
                double trait = random.nextGaussian();
                double later =
                        .6 * trait
                                + .8 * random.nextGaussian()
                                + ofClass[c]
                                + (offered ? effect : 0);
                sheet(first, "scale" + s, trait, random);
                sheet(last, "scale" + s, later, random);
            }
            answers.get("T1").put(id, first);
            if (!leaves) answers.get("T3").put(id, last);
        }
        return new StudyData(plan, people, answers, byLot);
    }

    private static void sheet(
            Map<String, Integer> into, String scale, double trait, Random random) {
        for (int k = 1; k <= 6; k++) {
            long answer =
                    Math.clamp(Math.round(3 + .8 * (trait + .7 * random.nextGaussian())), 1, 5);
            into.put(scale + "_" + k, (int) (k == 2 ? 6 - answer : answer));
        }
    }

    /** The same people, some of them changed. */
    static StudyData with(StudyData data, java.util.function.UnaryOperator<Participant> change) {
        return new StudyData(
                data.plan(),
                data.participants().stream().map(change).toList(),
                data.answers(),
                data.byLot());
    }
}
