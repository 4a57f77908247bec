package skills.evaluation.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skills.evaluation.analysis.AttritionFinding.Verdict;
import skills.evaluation.analysis.Graded.Conclusion;
import skills.evaluation.analysis.Graded.Direction;
import skills.evaluation.analysis.Graded.Reason;
import skills.evaluation.plan.Outcome.Expected;
import skills.evaluation.plan.Scale.Better;
import skills.statistics.distribution.Tail;

class GradingTest {
    private static final double BOUND = .3;

    /** A study with this estimate and standard error; the rest spotless unless changed. */
    private static final class Study {
        boolean primary = true;
        boolean byLot = true;
        int classes;
        double smallestP;
        Verdict attrition = Verdict.LOW;
        @Nullable Range lee;
        double imputedShift;
        boolean nothingMissing;
        @Nullable Double tipping;
        boolean startedDifferent;
        boolean modesDiffer;
        double contaminated;
        @Nullable Double reliability = .8;
        Better better = Better.HIGH;
        Expected expected = Expected.RISES;

        Evidence evidence(double estimate, double se) {
            return new Evidence(
                    primary,
                    byLot,
                    classes,
                    smallestP,
                    attrition,
                    estimate,
                    around(estimate, se),
                    Tail.normal(Math.abs(estimate / se)),
                    Math.max(
                            Tail.normalBelow(-(estimate + BOUND) / se),
                            Tail.normalBelow((estimate - BOUND) / se)),
                    BOUND,
                    around(estimate + imputedShift, 1.2 * se),
                    nothingMissing,
                    lee,
                    tipping,
                    startedDifferent,
                    modesDiffer,
                    contaminated,
                    reliability,
                    better,
                    expected,
                    .05);
        }

        Graded graded(double estimate, double se) {
            return Grading.of(evidence(estimate, se));
        }
    }

    private static Range around(double middle, double se) {
        return new Range(middle - 1.96 * se, middle + 1.96 * se, .95);
    }

    @Test
    void aClearEffectInACleanExperimentIsStrong() {
        Graded graded = new Study().graded(.5, .1);
        assertThat(graded)
                .isEqualTo(
                        new Graded(
                                Conclusion.DIFFERENCE,
                                Direction.BETTER,
                                Grade.STRONG,
                                List.of(Reason.DECIDED)));
    }

    @Test
    void withoutALotNothingIsMoreThanAHint() {
        Study study = new Study();
        study.byLot = false;
        assertThat(study.graded(.9, .05).grade()).isEqualTo(Grade.HINT);
        assertThat(study.graded(.9, .05).reasons()).containsExactly(Reason.NO_LOT);
        assertThat(study.graded(0, .05).conclusion()).isEqualTo(Conclusion.NO_EFFECT_OF_THIS_SIZE);
        assertThat(study.graded(0, .05).grade()).isEqualTo(Grade.HINT);
    }

    @Test
    void tooFewClassesNeverTellWhateverTheData() {
        Study study = new Study();
        study.classes = 5;
        study.smallestP = .1;
        assertThat(study.graded(5, .01).grade()).isEqualTo(Grade.CANNOT_TELL);
        assertThat(study.graded(5, .01).reasons()).containsExactly(Reason.TOO_FEW_CLASSES);
        assertThat(study.graded(0, .01).grade()).isEqualTo(Grade.CANNOT_TELL);
    }

    @Test
    void noEffectOfThisSizeIsNotTheSameAsCannotTell() {
        assertThat(new Study().graded(.02, .05).conclusion())
                .isEqualTo(Conclusion.NO_EFFECT_OF_THIS_SIZE);
        assertThat(new Study().graded(.02, .05).grade()).isEqualTo(Grade.PROBABLY);
        assertThat(new Study().graded(.02, .5).conclusion()).isEqualTo(Conclusion.UNDECIDED);
        assertThat(new Study().graded(.02, .5).grade()).isEqualTo(Grade.CANNOT_TELL);
        assertThat(new Study().graded(.15, .02).conclusion())
                .isEqualTo(Conclusion.DIFFERENCE_TOO_SMALL_TO_MATTER);
    }

    @Test
    void severeAttritionTellsNothingAndHighOnlyWhenTheBoundsStayOffZero() {
        Study study = new Study();
        study.attrition = Verdict.SEVERE;
        assertThat(study.graded(.5, .05).grade()).isEqualTo(Grade.CANNOT_TELL);
        study.attrition = Verdict.HIGH;
        study.lee = new Range(-.1, 1, 0);
        assertThat(study.graded(.5, .05).reasons())
                .containsExactly(Reason.ATTRITION_HIGH_AND_BOUNDS_HOLD_ZERO);
        study.lee = new Range(.1, .9, 0);
        assertThat(study.graded(.5, .05).grade()).isEqualTo(Grade.HINT);
        study.attrition = Verdict.SOME;
        assertThat(study.graded(.5, .05).grade()).isEqualTo(Grade.STRONG);
        study.lee = new Range(-.1, .9, 0);
        assertThat(study.graded(.5, .05).grade()).isEqualTo(Grade.PROBABLY);
    }

    @Test
    void eachFlawLowersAStrongResult() {
        assertThat(change(s -> s.primary = false)).isEqualTo(Grade.HINT);
        assertThat(change(s -> s.startedDifferent = true)).isEqualTo(Grade.STRONG);
        assertThat(change(s -> s.imputedShift = -.4)).isEqualTo(Grade.HINT);
        assertThat(change(s -> s.reliability = .5)).isEqualTo(Grade.HINT);
        assertThat(change(s -> s.classes = 9)).isEqualTo(Grade.HINT);
        assertThat(change(s -> s.classes = 19)).isEqualTo(Grade.PROBABLY);
        assertThat(change(s -> s.classes = 20)).isEqualTo(Grade.STRONG);
        assertThat(change(s -> s.tipping = -.5)).isEqualTo(Grade.PROBABLY);
        assertThat(change(s -> s.modesDiffer = true)).isEqualTo(Grade.PROBABLY);
        assertThat(change(s -> s.contaminated = .06)).isEqualTo(Grade.PROBABLY);
        assertThat(change(s -> s.expected = Expected.FALLS)).isEqualTo(Grade.PROBABLY);
        assertThat(new Study().graded(.5, .2).grade()).isEqualTo(Grade.PROBABLY);
    }

    @Test
    void armsThatStartedDifferentCountWhereNoLotMakesUpForIt() {
        Study study = new Study();
        study.startedDifferent = true;
        study.byLot = false;
        assertThat(study.graded(.5, .1).reasons())
                .containsExactly(Reason.NO_LOT, Reason.STARTED_DIFFERENT);
    }

    private static Grade change(java.util.function.Consumer<Study> flaw) {
        Study study = new Study();
        flaw.accept(study);
        return study.graded(.5, .1).grade();
    }

    @Property(tries = 5000)
    void lessDataWithTheSameEstimateNeverRaisesTheGrade(
            @ForAll @DoubleRange(min = -1, max = 1) double estimate,
            @ForAll @DoubleRange(min = .01, max = .5) double se,
            @ForAll @IntRange(min = 0, max = 60) int classes,
            @ForAll Verdict attrition,
            @ForAll boolean byLot,
            @ForAll boolean primary,
            @ForAll @DoubleRange(min = -.3, max = .3) double shift,
            @ForAll @DoubleRange(min = 0, max = .6) double width,
            @ForAll boolean flawed) {
        Study study = new Study();
        study.classes = classes;
        study.smallestP = classes == 0 ? 0 : Math.pow(.5, classes / 2.);
        study.attrition = attrition;
        study.byLot = byLot;
        study.primary = primary;
        study.imputedShift = shift;
        study.lee = new Range(estimate - width, estimate + width, 0);
        study.contaminated = flawed ? .1 : 0;
        Grade whole = study.graded(estimate, se).grade();
        study.classes = classes / 2;
        // Half of one class is a study of persons no longer: it keeps its one class.
        if (classes == 1) study.classes = 1;
        study.smallestP = classes == 0 ? 0 : Math.pow(.5, study.classes / 2.);
        Grade half = study.graded(estimate, se * Math.sqrt(2)).grade();
        assertThat(half).isLessThanOrEqualTo(whole);
    }

    @Property(tries = 2000)
    void moreAttritionOrALostLotNeverRaisesTheGrade(
            @ForAll @DoubleRange(min = -1, max = 1) double estimate,
            @ForAll @DoubleRange(min = .01, max = .5) double se,
            @ForAll @DoubleRange(min = 0, max = .6) double width) {
        Study study = new Study();
        study.lee = new Range(estimate - width, estimate + width, 0);
        Grade before = Grade.STRONG;
        for (Verdict verdict : Verdict.values()) {
            study.attrition = verdict;
            study.byLot = true;
            Grade with = study.graded(estimate, se).grade();
            study.byLot = false;
            assertThat(study.graded(estimate, se).grade())
                    .isLessThanOrEqualTo(with)
                    .isLessThanOrEqualTo(Grade.HINT);
            assertThat(with).isLessThanOrEqualTo(before);
            before = with;
        }
    }

    @Test
    void theWholeStudyFollowsItsSurestDifferenceAndRulesOutOnlyWhatAllRuleOut() {
        Graded strong = new Study().graded(.5, .1);
        Graded probably = new Study().graded(.5, .2);
        Graded unknown = new Study().graded(.1, .5);
        Graded nothing = new Study().graded(.0, .05);
        Graded worse = new Study().graded(-.5, .1);
        assertThat(Grading.whole(List.of(unknown, probably, strong))).isEqualTo(strong);
        assertThat(Grading.whole(List.of(nothing, nothing)).conclusion())
                .isEqualTo(Conclusion.NO_EFFECT_OF_THIS_SIZE);
        assertThat(Grading.whole(List.of(nothing, unknown)).conclusion())
                .isEqualTo(Conclusion.UNDECIDED);
        assertThat(Grading.whole(List.of(nothing, unknown)).grade()).isEqualTo(Grade.CANNOT_TELL);
        assertThat(Grading.whole(List.of(strong, worse)).direction()).isEqualTo(Direction.NONE);
    }
}
