package skills.evaluation.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import skills.evaluation.analysis.AsOffered.Lead;
import skills.evaluation.analysis.Graded.Conclusion;
import skills.evaluation.analysis.Graded.Direction;
import skills.evaluation.analysis.Graded.Reason;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Allocation;
import skills.statistics.Cancelled;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import tools.jackson.databind.json.JsonMapper;

class MadeStudyTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Analyses, and checks what holds for every study. */
    private static Findings analyse(StudyData data) {
        Findings found = Analysis.of(data, Progress.NONE);
        String json = JSON.writeValueAsString(found);
        assertThat(json).doesNotContain("\"NaN\"").doesNotContain("Infinity\"");
        assertThat(JSON.readValue(json, Findings.class)).isEqualTo(found);
        assertThat(found.outcomes()).hasSameSizeAs(data.plan().outcomes());
        for (OutcomeFinding o : found.outcomes()) closes(o, data.participants().size());
        if (found.asTreated().isThere())
            found.asTreated()
                    .orThrow()
                    .outcomes()
                    .values()
                    .forEach(t -> closes(t.plain(), data.participants().size()));
        return found;
    }

    /** Whoever is not in a number is told beside it. */
    private static void closes(OutcomeFinding o, int enrolled) {
        closes(o.asOffered().persons(), enrolled);
        closes(o.asOffered().effect(), enrolled);
        o.dose().forEach(d -> closes(d.effect(), enrolled));
        o.sensitivity().forEach(s -> closes(s.effect(), enrolled));
        if (o.missing().imputed().isThere())
            closes(Part.of(o.missing().imputed().orThrow().effect()), enrolled);
        if (o.missing().repeated().isThere())
            closes(Part.of(o.missing().repeated().orThrow().effect()), enrolled);
        if (o.missing().weighted().isThere())
            closes(Part.of(o.missing().weighted().orThrow().effect()), enrolled);
        if (o.amongUsers().isThere())
            assertThat(o.amongUsers().orThrow().n() + sum(o.amongUsers().orThrow().leftOut()))
                    .isEqualTo(enrolled);
    }

    private static void closes(Part<Effect> part, int enrolled) {
        if (!part.isThere()) return;
        Effect effect = part.orThrow();
        assertThat(effect.n() + sum(effect.leftOut())).isEqualTo(enrolled);
        assertThat(effect.group() + effect.reference()).isEqualTo(effect.n());
        assertThat(effect.interval().low()).isLessThanOrEqualTo(effect.estimate());
        assertThat(effect.interval().high()).isGreaterThanOrEqualTo(effect.estimate());
    }

    private static int sum(List<LeftOut> leftOut) {
        return leftOut.stream().mapToInt(LeftOut::count).sum();
    }

    @Test
    void aClearEffectOnPersonsByLotIsFoundAndGraded() {
        MadeStudy study = new MadeStudy();
        study.persons = 300;
        study.effect = .8;
        study.outcomes = 2;
        Findings found = analyse(study.data());
        assertThat(found.design().label()).isEqualTo(DesignFinding.Label.EXPERIMENT);
        OutcomeFinding o = found.outcomes().getFirst();
        assertThat(o.asOffered().lead()).isEqualTo(Lead.PERSONS);
        assertThat(o.graded().conclusion()).isEqualTo(Conclusion.DIFFERENCE);
        assertThat(o.graded().direction()).isEqualTo(Direction.BETTER);
        assertThat(o.graded().grade()).isEqualTo(Grade.STRONG);
        assertThat(o.missing().imputed().not().reason()).isEqualTo(Part.Reason.NOT_NEEDED);
        assertThat(o.amongUsers().orThrow().effect().estimate())
                .isGreaterThan(o.asOffered().effect().orThrow().estimate());
        assertThat(found.measurement().getFirst().invariance().orThrow().steps()).hasSize(3);
        assertThat(found.whole().grade()).isEqualTo(Grade.STRONG);
        assertThat(o.adjustedP()).isGreaterThanOrEqualTo(o.asOffered().effect().orThrow().p());
    }

    @Test
    void noEffectIsSaidWhenItIsShownAndNotWhenThereIsTooLittle() {
        MadeStudy study = new MadeStudy();
        study.persons = 800;
        OutcomeFinding large = analyse(study.data()).outcomes().getFirst();
        assertThat(large.graded().conclusion()).isEqualTo(Conclusion.NO_EFFECT_OF_THIS_SIZE);
        assertThat(large.graded().grade()).isEqualTo(Grade.PROBABLY);
        study.persons = 24;
        OutcomeFinding small = analyse(study.data()).outcomes().getFirst();
        assertThat(small.graded().conclusion()).isEqualTo(Conclusion.UNDECIDED);
        assertThat(small.size().detectable().orThrow().sd())
                .isGreaterThan(large.size().detectable().orThrow().sd());
    }

    @Test
    void classesLeadByTheirMeansBelowTenAndByTheirErrorsAbove() {
        MadeStudy study = new MadeStudy();
        study.unit = Allocation.Unit.CLASS;
        study.classes = 8;
        study.persons = 160;
        study.effect = .9;
        study.betweenClasses = .1;
        Findings few = analyse(study.data());
        AsOffered by = few.outcomes().getFirst().asOffered();
        assertThat(by.lead()).isEqualTo(Lead.CLASSES);
        assertThat(by.effect().orThrow().df()).isEqualTo(6);
        // Four of eight: 70 ways, and each has a mirror that is just as large.
        assertThat(by.classes().orThrow().permutation().allocations()).isEqualTo(70);
        assertThat(by.classes().orThrow().permutation().smallestPossible())
                .isCloseTo(2 / 70., within(1e-12));
        assertThat(few.outcomes().getFirst().graded().grade()).isEqualTo(Grade.HINT);
        assertThat(few.outcomes().getFirst().graded().reasons()).contains(Reason.FEW_CLASSES);
        study.classes = 24;
        study.persons = 480;
        Findings many = analyse(study.data());
        assertThat(many.outcomes().getFirst().asOffered().lead()).isEqualTo(Lead.CLUSTERS);
        assertThat(many.outcomes().getFirst().asOffered().effect().orThrow().standardError())
                .isEqualTo(
                        many.outcomes()
                                .getFirst()
                                .asOffered()
                                .clusters()
                                .orThrow()
                                .standardError());
        assertThat(many.outcomes().getFirst().graded().grade())
                .isGreaterThanOrEqualTo(Grade.PROBABLY);
        assertThat(Analysis.leading(study.data()).get("scale1"))
                .isEqualTo(many.outcomes().getFirst().asOffered().effect());
    }

    @Test
    void sixClassesCannotGiveAPBelowOneInTwentyWithItsMirror() {
        MadeStudy study = new MadeStudy();
        study.unit = Allocation.Unit.CLASS;
        study.classes = 6;
        study.persons = 120;
        study.effect = 2;
        OutcomeFinding o = analyse(study.data()).outcomes().getFirst();
        assertThat(o.asOffered().classes().orThrow().permutation().smallestPossible())
                .isCloseTo(.1, within(1e-12));
        assertThat(o.graded().grade()).isEqualTo(Grade.CANNOT_TELL);
        assertThat(o.graded().reasons()).containsExactly(Reason.TOO_FEW_CLASSES);
    }

    @Test
    void highAttritionTakesTheNameOfAnExperimentAway() {
        MadeStudy study = new MadeStudy();
        study.leavesOffered = .3;
        study.leavesControl = .3;
        study.effect = .5;
        Findings found = analyse(study.data());
        assertThat(found.attrition().verdict().compareTo(AttritionFinding.Verdict.HIGH))
                .isGreaterThanOrEqualTo(0);
        assertThat(found.design().label()).isEqualTo(DesignFinding.Label.QUASI_EXPERIMENT);
        assertThat(found.design().because())
                .containsExactly(
                        DesignFinding.Because.LOT_LOGGED, DesignFinding.Because.ATTRITION_TOO_HIGH);
        OutcomeFinding o = found.outcomes().getFirst();
        assertThat(o.missing().imputed().orThrow().effect().n()).isEqualTo(200);
        assertThat(o.missing().weighted().isThere()).isTrue();
        assertThat(o.graded().grade()).isLessThanOrEqualTo(Grade.HINT);
    }

    @Test
    void whoWithdrewCountsAsEnrolledAndInNothingElse() {
        MadeStudy study = new MadeStudy();
        StudyData data =
                MadeStudy.with(
                        study.data(),
                        p ->
                                p.id().compareTo("p0020") < 0
                                        ? new Participant(
                                                p.id(), p.arm(), null, null, null, null, null, null,
                                                null, false, false)
                                        : p);
        Findings found = analyse(data);
        assertThat(found.flow().withdrawn()).isEqualTo(20);
        assertThat(found.flow().enrolled()).isEqualTo(200);
        assertThat(found.flow().firstAndLast()).isEqualTo(180);
        assertThat(found.attrition().left()).isEqualTo(20);
        Effect effect = found.outcomes().getFirst().asOffered().effect().orThrow();
        assertThat(effect.n()).isEqualTo(180);
        assertThat(effect.leftOut()).containsExactly(new LeftOut(LeftOut.Why.WITHDRAWN, 20));
    }

    @Test
    void contaminationAndMovesAreCountedAndAnalysedAsAllocated() {
        StudyData data =
                MadeStudy.with(
                        new MadeStudy().data(),
                        p ->
                                p.arm().equals("control") && p.id().endsWith("1")
                                        ? new Participant(
                                                p.id(),
                                                p.arm(),
                                                p.unit(),
                                                p.school(),
                                                p.gender(),
                                                p.age(),
                                                true,
                                                1,
                                                5.,
                                                true,
                                                true,
                                                true,
                                                Map.of())
                                        : p);
        Findings found = analyse(data);
        assertThat(found.flow().contaminated()).isEqualTo(20);
        assertThat(found.flow().moved()).isEqualTo(20);
        assertThat(found.uses().getFirst().controlUsers()).isEqualTo(20);
        OutcomeFinding o = found.outcomes().getFirst();
        assertThat(o.asOffered().effect().orThrow().n()).isEqualTo(200);
        assertThat(o.amongUsers().orThrow().controlUsers()).isEqualTo(20);
        Sensitivity without =
                o.sensitivity().stream()
                        .filter(s -> s.kind() == Sensitivity.Kind.WITHOUT_CONTAMINATED)
                        .findFirst()
                        .orElseThrow();
        assertThat(without.effect().orThrow().n()).isEqualTo(180);
    }

    @Test
    void theOrderOfTheDataChangesNothing() {
        MadeStudy study = new MadeStudy();
        study.persons = 120;
        study.leavesOffered = .2;
        study.leavesControl = .1;
        StudyData data = study.data();
        List<Participant> shuffled = new ArrayList<>(data.participants());
        Collections.shuffle(shuffled, new Random(3));
        Map<String, Map<String, Map<String, Integer>>> turned = new LinkedHashMap<>();
        for (String wave : List.of("T3", "T1")) turned.put(wave, data.answers().get(wave));
        assertThat(analyse(new StudyData(data.plan(), shuffled, turned, true)))
                .isEqualTo(analyse(data));
    }

    @Test
    void poorDataGiveFindingsThatSayWhyAndNeverAnError() {
        MadeStudy study = new MadeStudy();
        study.persons = 40;
        StudyData data = study.data();
        Map<String, Map<String, Map<String, Integer>>> none =
                Map.of("T1", Map.of(), "T3", Map.of());
        Map<String, Map<String, Map<String, Integer>>> onlyFirst =
                Map.of("T1", data.answers().get("T1"), "T3", Map.of());
        Map<String, Map<String, Map<String, Integer>>> onlyLast =
                Map.of("T1", Map.of(), "T3", data.answers().get("T3"));
        for (var answers : List.of(none, onlyFirst, onlyLast)) {
            Findings found =
                    analyse(new StudyData(data.plan(), data.participants(), answers, true));
            OutcomeFinding o = found.outcomes().getFirst();
            assertThat(o.asOffered().effect().isThere()).isFalse();
            assertThat(o.asOffered().effect().not().sentence()).isNotBlank();
            assertThat(o.graded().grade()).isEqualTo(Grade.CANNOT_TELL);
            assertThat(o.graded().reasons()).contains(Reason.NO_RESULT);
            assertThat(o.adjustedP()).isNull();
        }
        // The same answer from everybody.
        Map<String, Map<String, Map<String, Integer>>> same = new LinkedHashMap<>();
        data.answers()
                .forEach(
                        (wave, sheets) -> {
                            Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
                            sheets.forEach(
                                    (id, sheet) -> {
                                        Map<String, Integer> three = new LinkedHashMap<>(sheet);
                                        three.replaceAll((item, v) -> 3);
                                        all.put(id, three);
                                    });
                            same.put(wave, all);
                        });
        assertThat(
                        analyse(new StudyData(data.plan(), data.participants(), same, true))
                                .whole()
                                .grade())
                .isEqualTo(Grade.CANNOT_TELL);
        // Use that nobody measured, and nothing else known of anybody.
        Findings bare =
                analyse(
                        MadeStudy.with(
                                data,
                                p ->
                                        new Participant(
                                                p.id(), p.arm(), null, null, null, null, null, null,
                                                null, true, false)));
        assertThat(bare.outcomes().getFirst().amongUsers().not().reason())
                .isEqualTo(Part.Reason.NOT_MEASURED);
        assertThat(bare.asTreated().not().reason()).isEqualTo(Part.Reason.NOT_MEASURED);
        assertThat(bare.outcomes().getFirst().asOffered().effect().isThere()).isTrue();
        // Everybody used it who was offered it, and nobody else.
        Findings perfect =
                analyse(
                        MadeStudy.with(
                                data,
                                p ->
                                        new Participant(
                                                p.id(),
                                                p.arm(),
                                                null,
                                                null,
                                                "x",
                                                17.,
                                                p.arm().equals("offered"),
                                                1,
                                                1.,
                                                true,
                                                false)));
        assertThat(perfect.outcomes().getFirst().amongUsers().orThrow().f()).isNull();
        for (int persons = 2; persons <= 12; persons++) {
            study.persons = persons;
            analyse(study.data());
        }
    }

    @Test
    void classesWithoutNamesOrOfBothArmsGiveNoResult() {
        MadeStudy study = new MadeStudy();
        study.unit = Allocation.Unit.CLASS;
        study.classes = 4;
        study.persons = 80;
        StudyData data = study.data();
        Findings nameless =
                analyse(
                        MadeStudy.with(
                                data,
                                p ->
                                        p.id().equals("p0003")
                                                ? new Participant(
                                                        p.id(), p.arm(), null, null, null, null,
                                                        null, null, null, true, false)
                                                : p));
        AsOffered by = nameless.outcomes().getFirst().asOffered();
        assertThat(by.effect().not().reason()).isEqualTo(Part.Reason.NO_CLASSES);
        assertThat(nameless.whole().reasons()).contains(Reason.NO_RESULT);
        Findings mixed =
                analyse(
                        MadeStudy.with(
                                data,
                                p ->
                                        p.id().equals("p0003")
                                                ? new Participant(
                                                        p.id(), "offered", p.unit(), null, null,
                                                        null, null, null, null, true, false)
                                                : p));
        assertThat(mixed.outcomes().getFirst().asOffered().effect().not().sentence())
                .contains("partly offered");
    }

    @Test
    void aStudyWithOneArmIsRefused() {
        StudyData data =
                MadeStudy.with(
                        new MadeStudy().data(),
                        p ->
                                new Participant(
                                        p.id(), "control", null, null, null, null, null, null, null,
                                        true, false));
        assertThatThrownBy(() -> Analysis.of(data, Progress.NONE)).isInstanceOf(Unusable.class);
    }

    @Test
    void itTellsHowFarItIsAndStopsWhenAsked() {
        MadeStudy study = new MadeStudy();
        study.leavesOffered = .1;
        AtomicLong last = new AtomicLong(-1);
        Analysis.of(
                study.data(),
                (done, of) -> {
                    assertThat(of).isEqualTo(100);
                    assertThat(done).isGreaterThanOrEqualTo(last.getAndSet(done));
                    return true;
                });
        assertThat(last.get()).isEqualTo(100);
        assertThatThrownBy(() -> Analysis.of(study.data(), (done, of) -> done < 10))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void rareLevelsOfACovariateDoNotStopTheResult() {
        MadeStudy study = new MadeStudy();
        var plan = study.plan();
        var a = plan.analysis();
        var adjusted =
                new skills.evaluation.plan.Plan(
                        plan.name(),
                        plan.title(),
                        plan.question(),
                        plan.simulated(),
                        plan.remark(),
                        plan.zone(),
                        plan.arms(),
                        plan.allocation(),
                        plan.waves(),
                        plan.scales(),
                        plan.outcomes(),
                        plan.uses(),
                        plan.consents(),
                        plan.withheld(),
                        plan.equalTask(),
                        plan.incentive(),
                        plan.retentionMonths(),
                        plan.expectations(),
                        new skills.evaluation.plan.AnalysisPlan(
                                a.first(),
                                a.last(),
                                a.mainUse(),
                                List.of("gender", "age"),
                                a.alpha(),
                                a.imputations(),
                                a.resamples(),
                                a.seed()),
                        plan.columns());
        StudyData data =
                MadeStudy.with(
                        study.data(adjusted),
                        p ->
                                p.id().equals("p0000")
                                        ? new Participant(
                                                p.id(), p.arm(), null, null, "x", 17., false, 0, 0.,
                                                true, false)
                                        : p.id().equals("p0001")
                                                ? new Participant(
                                                        p.id(), p.arm(), null, null, null, 17.,
                                                        null, null, null, true, false)
                                                : p);
        AsOffered by = analyse(data).outcomes().getFirst().asOffered();
        assertThat(by.adjustedFor()).containsExactly("genderm", "age");
        assertThat(by.effect().orThrow().n()).isEqualTo(199);
        assertThat(by.effect().orThrow().leftOut())
                .containsExactly(new LeftOut(LeftOut.Why.NO_COVARIATE, 1));
    }

    @Test
    void timeOfALargeStudyInClasses() {
        MadeStudy study = new MadeStudy();
        study.unit = Allocation.Unit.CLASS;
        study.classes = 40;
        study.persons = 800;
        study.outcomes = 4;
        study.leavesOffered = .2;
        study.leavesControl = .2;
        study.betweenClasses = .2;
        long start = System.nanoTime();
        Findings found = analyse(study.data());
        System.out.printf(
                "Default analysis of 800 persons in 40 classes: %.2f s%n",
                (System.nanoTime() - start) / 1e9);
        assertThat(found.outcomes().getFirst().missing().imputed().orThrow().from())
                .contains("class", "use", "scale1.T1", "scale4.T3");
    }
}
