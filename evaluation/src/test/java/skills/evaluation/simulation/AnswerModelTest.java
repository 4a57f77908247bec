package skills.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import skills.evaluation.Plans;
import skills.evaluation.data.Participant;
import skills.evaluation.data.Scores;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.statistics.Unusable;

class AnswerModelTest {

    /** One endless study: what was asked for comes out. */
    @Test
    void aLargeStudyIsWhatThePlanExpects() {
        Plan plan =
                Plans.plan(
                        Plans.blocks(Allocation.Unit.CLASS, List.of(), 2),
                        Plans.arms(1, 1),
                        1,
                        new Expectations(60_000, 3_000, .1, .5, .75, .6));
        SimulatedStudies studies = SimulatedStudies.of(plan);
        StudyData without = studies.draw(false, 1);
        StudyData with = studies.draw(true, 1);
        double[] first = Scores.of(without).score("scale1", "T1");
        double[] last = Scores.of(without).score("scale1", "T3");
        double[] moved = Scores.of(with).score("scale1", "T3");
        List<Participant> people = Scores.of(without).participants();
        assertThat(people).isEqualTo(Scores.of(with).participants());
        double sd = studies.effectOfOffer("scale1") / .3;
        double[] sums = new double[8];
        for (int i = 0; i < first.length; i++) {
            boolean offered = people.get(i).arm().equals("offered");
            if (offered) sums[0]++;
            if (Boolean.TRUE.equals(people.get(i).user())) sums[1]++;
            if (Double.isNaN(first[i]) || Double.isNaN(last[i])) continue;
            double x = first[i] - 3;
            double y = last[i] - 3;
            sums[2]++;
            sums[3] += x * x;
            sums[4] += x * y;
            sums[5] += y * y;
            if (offered) sums[6]++;
            if (offered) sums[7] += moved[i] - last[i];
        }
        assertThat(sums[1] / sums[0]).isEqualTo(.6, within(.015));
        assertThat(sums[2] / first.length).isEqualTo(.75, within(.01));
        assertThat(Math.sqrt(sums[3] / sums[2])).isEqualTo(sd, within(.02));
        assertThat(sums[4] / Math.sqrt(sums[3] * sums[5])).isEqualTo(.5, within(.02));
        // Those who stay started a little higher and use it a little more.
        assertThat(sums[7] / sums[6]).isEqualTo(studies.effectOfOffer("scale1"), within(.03 * sd));
        assertThat(likeness(people, first, last)).isEqualTo(.1, within(.02));
        assertThat(people.stream().filter(p -> p.arm().equals("control")))
                .noneMatch(Participant::user);
    }

    /** Share between classes of what a regression on the first wave leaves, by mean squares. */
    private static double likeness(List<Participant> people, double[] first, double[] last) {
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < first.length; i++)
            if (!Double.isNaN(first[i]) && !Double.isNaN(last[i])) {
                xx += (first[i] - 3) * (first[i] - 3);
                xy += (first[i] - 3) * (last[i] - 3);
            }
        java.util.Map<String, double[]> by = new java.util.HashMap<>();
        for (int i = 0; i < first.length; i++)
            if (!Double.isNaN(first[i]) && !Double.isNaN(last[i])) {
                double left = last[i] - 3 - xy / xx * (first[i] - 3);
                double[] sums = by.computeIfAbsent(people.get(i).cluster(), k -> new double[3]);
                sums[0]++;
                sums[1] += left;
                sums[2] += left * left;
            }
        double pairs = 0;
        double together = 0;
        double n = 0;
        double squares = 0;
        for (double[] s : by.values()) {
            together += s[1] * s[1] - s[2];
            pairs += s[0] * (s[0] - 1);
            n += s[0];
            squares += s[2];
        }
        return together / pairs / (squares / n);
    }

    @Test
    void theSameSeedGivesTheSameStudy() {
        SimulatedStudies studies =
                SimulatedStudies.of(
                        Plans.plan(
                                Plans.blocks(Allocation.Unit.PERSON, List.of(), 4),
                                Plans.arms(1, 1),
                                2,
                                new Expectations(60, 0, 0, .4, .8, .6)));
        assertThat(studies.draw(true, 7).hash()).isEqualTo(studies.draw(true, 7).hash());
        assertThat(studies.draw(true, 8).hash()).isNotEqualTo(studies.draw(true, 7).hash());
        assertThat(studies.draw(true, 7).participants())
                .allMatch(p -> p.unit() == null)
                .hasSize(60);
    }

    @Test
    void noScaleIsFirmerThanItsItemsAllow() {
        Scale scale =
                new Scale("s", new Text("", ""), "", 2, List.of(), 1, 5, 2, Scale.Better.HIGH);
        assertThatThrownBy(() -> AnswerModel.of(scale, .999, 0)).isInstanceOf(Unusable.class);
        AnswerModel model = AnswerModel.of(scale, .8, .1);
        assertThat(model.ownVariance()).isBetween(0., 1.);
        assertThatThrownBy(() -> model.shift(2)).isInstanceOf(Unusable.class);
        assertThat(model.answer(-9)).isEqualTo(1);
        assertThat(model.answer(0)).isEqualTo(3);
        assertThat(model.answer(9)).isEqualTo(5);
    }
}
