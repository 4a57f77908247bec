package skills.evaluation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.AnalysisPlan;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Columns;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.UseDefinition;
import skills.evaluation.plan.Wave;

/** Plans for tests: two arms, two waves, 1 to 4 scales of six items. */
public final class Plans {

    private Plans() {}

    public static Plan plan(
            Allocation allocation, List<Arm> arms, int outcomes, Expectations expectations) {
        Text none = new Text("", "");
        List<Scale> scales = new ArrayList<>();
        List<Outcome> chosen = new ArrayList<>();
        for (int i = 1; i <= outcomes; i++) {
            scales.add(new Scale("scale" + i, none, "", 6, List.of(2), 1, 5, 5, Scale.Better.HIGH));
            chosen.add(new Outcome("scale" + i, true, Outcome.Expected.RISES, .3));
        }
        return new Plan(
                "study",
                none,
                none,
                true,
                none,
                "Europe/Amsterdam",
                arms,
                allocation,
                List.of(wave("T1", 2), wave("T3", 5)),
                scales,
                chosen,
                List.of(
                        new UseDefinition(
                                "opened",
                                none,
                                UseDefinition.Kind.OPENED,
                                1,
                                UseDefinition.Place.ANYWHERE)),
                List.of(),
                none,
                none,
                none,
                12,
                expectations,
                new AnalysisPlan("T1", "T3", "opened", List.of(), .05, 20, 999, 1),
                Columns.OWN);
    }

    private static Wave wave(String id, int month) {
        return new Wave(
                id,
                new Text(id, id),
                LocalDateTime.of(2027, month, 1, 8, 0),
                LocalDateTime.of(2027, month, 20, 0, 0),
                Wave.Mode.LESSON,
                List.of(),
                0);
    }

    public static List<Arm> arms(int control, int offered) {
        return List.of(
                new Arm("control", new Text("", ""), false, control),
                new Arm("offered", new Text("", ""), true, offered));
    }

    public static Allocation blocks(Allocation.Unit unit, List<String> strata, Integer... sizes) {
        return new Allocation(unit, Allocation.Method.BLOCKS, strata, List.of(sizes));
    }

    public static Expectations expectations(int persons, int classes) {
        return new Expectations(persons, classes, .1, .5, .75, .6);
    }
}
