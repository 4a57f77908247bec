package skills.evaluation.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static skills.evaluation.Plans.arms;
import static skills.evaluation.Plans.blocks;

import java.util.List;
import org.junit.jupiter.api.Test;
import skills.evaluation.Plans;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Plan;
import skills.statistics.power.TwoGroupPower;

class AdviceTest {

    private static Plan classes(int persons, int classes, double r, double response) {
        return classes(arms(1, 1), persons, classes, r, response, 4);
    }

    private static Plan classes(
            List<Arm> arms, int persons, int classes, double r, double response, int outcomes) {
        return Plans.plan(
                blocks(Allocation.Unit.CLASS, List.of(), 2, 4),
                arms,
                outcomes,
                new Expectations(persons, classes, .1, r, response, .6));
    }

    private static List<Warning.Kind> kinds(Advice advice) {
        return advice.warnings().stream().map(Warning::kind).toList();
    }

    /**
     * With 14 answers a class, icc .10, three in five offered, without first wave: 1.54, .55 and
     * .38.
     */
    @Test
    void fiveTwentyAndFortyClassesSeeWhatIsKnownOfThem() {
        double[] known = {1.54, .55, .38};
        int[] classes = {5, 20, 40};
        for (int i = 0; i < 3; i++) {
            Advice advice = Advice.of(classes(arms(2, 3), 14 * classes[i], classes[i], 0, 1, 1));
            assertThat(advice.minimumDetectable()).isEqualTo(known[i], within(.006));
            assertThat(advice.designEffect()).isEqualTo(2.3, within(1e-9));
        }
    }

    @Test
    void fiveClassesCanNeverShowIt() {
        Advice advice = Advice.of(classes(70, 5, .5, 1));
        assertThat(advice.smallestP()).isEqualTo(.10, within(1e-12));
        assertThat(kinds(advice))
                .contains(
                        Warning.Kind.SMALLEST_P,
                        Warning.Kind.FEW_CLASSES,
                        Warning.Kind.OUT_OF_REACH,
                        Warning.Kind.UNDERPOWERED);
        assertThat(advice.warnings().getFirst())
                .isEqualTo(Warning.of(Warning.Kind.SMALLEST_P, "", .1, .05, 5));
        assertThat(advice.arms()).extracting(Advice.ArmForecast::units).containsExactly(3, 2);
    }

    /** Three against three: twenty ways, two of which always tie. */
    @Test
    void equalArmsHaveAMirrorImage() {
        assertThat(Advice.of(classes(84, 6, .5, 1)).smallestP()).isEqualTo(.10, within(1e-12));
        assertThat(Advice.of(classes(112, 8, .5, 1)).smallestP()).isEqualTo(2 / 70., within(1e-12));
        assertThat(kinds(Advice.of(classes(112, 8, .5, 1))))
                .contains(Warning.Kind.SMALLEST_P_OF_SEVERAL)
                .doesNotContain(Warning.Kind.SMALLEST_P);
    }

    @Test
    void theFirstWaveAndMoreClassesSharpenTheSight() {
        Advice without = Advice.of(classes(800, 40, 0, .75));
        Advice with = Advice.of(classes(800, 40, .5, .75));
        assertThat(with.minimumDetectable())
                .isEqualTo(without.minimumDetectable() * Math.sqrt(.75), within(1e-12));
        assertThat(with.amongUsers()).isEqualTo(with.minimumDetectable() / .6, within(1e-12));
        assertThat(with.table()).extracting(Advice.Row::units).contains(5, 10, 20, 40, 80, 200);
        for (int i = 1; i < with.table().size(); i++) {
            assertThat(with.table().get(i).power()).isGreaterThan(with.table().get(i - 1).power());
            assertThat(with.table().get(i).minimumDetectable())
                    .isLessThan(with.table().get(i - 1).minimumDetectable());
        }
        assertThat(with.table().stream().filter(Advice.Row::own).findFirst().orElseThrow().power())
                .isEqualTo(with.power());
        assertThat(with.outcomes().getFirst().powerOfSeveral()).isLessThan(with.power());
        assertThat(with.arms()).extracting(Advice.ArmForecast::answers).containsExactly(300., 300.);
    }

    @Test
    void asManyClassesAsAreNeededReachThePower() {
        Advice advice = Advice.of(classes(200, 10, .5, .75));
        int needed = advice.needed();
        assertThat(Advice.of(classes(20 * needed, needed, .5, .75)).power())
                .isGreaterThanOrEqualTo(.8);
        assertThat(Advice.of(classes(20 * (needed - 2), needed - 2, .5, .75)).power())
                .isLessThan(.8);
    }

    @Test
    void whoeverChoosesTheClassesShowsNoCause() {
        Plan plan =
                Plans.plan(
                        new Allocation(
                                Allocation.Unit.CLASS,
                                Allocation.Method.CHOSEN,
                                List.of(),
                                List.of()),
                        arms(1, 2),
                        5,
                        new Expectations(143, 5, .1, .5, .5, .4));
        Advice advice = Advice.of(plan);
        assertThat(kinds(advice))
                .containsSubsequence(
                        Warning.Kind.NO_CAUSE,
                        Warning.Kind.SMALLEST_P,
                        Warning.Kind.TOO_MANY_PRIMARY,
                        Warning.Kind.RESPONSE_LOW,
                        Warning.Kind.FEW_USERS,
                        Warning.Kind.UNEQUAL_ARMS);
    }

    @Test
    void withTwoClassesThereIsNoTest() {
        Advice advice = Advice.of(classes(40, 2, .5, .75));
        assertThat(advice.power()).isNull();
        assertThat(advice.minimumDetectable()).isNull();
        assertThat(kinds(advice)).contains(Warning.Kind.NO_TEST);
        assertThat(Advice.of(classes(0, 0, .5, .75)).power()).isNull();
    }

    @Test
    void personsOfOneClassTellEachOther() {
        Plan plan =
                Plans.plan(
                        blocks(Allocation.Unit.PERSON, List.of(), 4, 6),
                        arms(1, 1),
                        1,
                        new Expectations(128, 6, .1, 0, 1, .6));
        Advice advice = Advice.of(plan);
        assertThat(kinds(advice)).contains(Warning.Kind.CONTAMINATION);
        assertThat(advice.smallestP()).isNull();
        // Two groups of 64: .5 standard deviations (Cohen 1988, table 2.4.1).
        assertThat(advice.minimumDetectable()).isEqualTo(.50, within(.005));
        assertThat(advice.needed())
                .isBetween(
                        2 * TwoGroupPower.personsPerGroup(.3, .8, .05) - 1,
                        2 * TwoGroupPower.personsPerGroup(.3, .8, .05));
    }

    @Test
    void aSoundPlanHasNoWarnings() {
        assertThat(Advice.of(classes(arms(1, 1), 2000, 80, .5, .8, 1)).warnings()).isEmpty();
    }
}
