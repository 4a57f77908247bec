package skills.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import skills.RoomTest;
import skills.evaluation.allocation.AllocationList;
import skills.evaluation.allocation.Lot;
import skills.evaluation.allocation.Unit;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.AnalysisPlan;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Text;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.Problem;

/** Plans in versions, the freeze, and the list that nobody sees. */
class StudiesTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired Studies studies;
    @Autowired StudyUnits units;
    @Autowired Freezing freezing;
    @Autowired DryRuns dryRuns;
    @Autowired StandardPlan standard;
    @Autowired TransactionTemplate transaction;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private record Made(StudyId id, AccountId by) {}

    private AccountId researcher(String name, skills.identity.OrganizationId at) {
        AccountId account =
                demo.person(name + "-" + run, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        demo.researcher(account, at);
        return account;
    }

    private Plan plan(String name) {
        return PlanParts.of(standard.on(LocalDate.ofInstant(now(), java.time.ZoneOffset.UTC)))
                .named(name)
                .plan();
    }

    private Made made(Plan plan) {
        var school = demo.organization("School " + plan.name());
        AccountId by = researcher("r-" + plan.name(), school);
        return new Made(studies.make(plan, school, by, false).orElseThrow(), by);
    }

    private static List<StudyUnit> classes(int n) {
        List<StudyUnit> all = new ArrayList<>();
        for (int i = 1; i <= n; i++)
            all.add(
                    new StudyUnit(
                            new Unit("4" + (char) ('A' + i - 1), "Zuid", Map.of(), 20 + i),
                            null,
                            null));
        return all;
    }

    private static Plan persons(Plan plan) {
        return PlanParts.of(plan)
                .allocation(
                        new Allocation(
                                Allocation.Unit.PERSON,
                                Allocation.Method.BLOCKS,
                                List.of(),
                                List.of(2, 4)))
                .plan();
    }

    @Test
    void eachSaveIsAnotherVersionAndTheSamePlanIsNone() {
        Made m = made(plan("versions-" + run));
        Plan first = studies.find(m.id).orElseThrow().plan();
        Plan second =
                PlanParts.of(first).question(new Text("Anders", "Other"), first.question()).plan();
        studies.save(m.id, second, m.by);
        studies.save(m.id, second, m.by);
        assertThat(studies.versions(m.id))
                .extracting(Studies.Version::version)
                .containsExactly(1, 2);
        assertThat(studies.versions(m.id).getFirst().plan()).isEqualTo(first);
        assertThat(studies.find(m.id).orElseThrow().plan()).isEqualTo(second);
        assertThat(studies.versions(m.id)).extracting(Studies.Version::by).containsOnly(1);
    }

    @Test
    void onlyResearchersOfTheOrganisationSeeAStudy() {
        Made m = made(plan("seen-" + run));
        AccountId elsewhere = researcher("elsewhere", demo.organization("Andere school " + run));
        AccountId colleague =
                researcher("colleague", studies.find(m.id).orElseThrow().organization());
        assertThat(studies.ofResearcher(m.by, m.id)).isPresent();
        assertThat(studies.ofResearcher(colleague, m.id)).isPresent();
        assertThat(studies.ofResearcher(elsewhere, m.id)).isEmpty();
        assertThat(studies.ofResearcher(elsewhere)).isEmpty();
        assertThat(studies.make(plan("seen-" + run), demo.organization("S " + run), m.by, false))
                .as("the name is taken")
                .isEmpty();
    }

    @Test
    void aPlanThatLacksSomethingIsNotFrozen() {
        Made m = made(plan("lacking-" + run));
        assertThatThrownBy(() -> freezing.freeze(m.id, 5L, m.by)).isInstanceOf(Problem.class);
        assertThat(studies.find(m.id).orElseThrow().frozen()).isNull();
    }

    @Test
    void theFrozenListIsTheOneThatTheSeedGivesAndStaysWhatItIs() {
        Made m = made(plan("frozen-" + run));
        units.replace(m.id, classes(8));
        Frozen frozen = freezing.freeze(m.id, 5L, m.by);
        Study study = studies.find(m.id).orElseThrow();
        AllocationList list =
                Lot.draw(study.plan(), classes(8).stream().map(StudyUnit::unit).toList(), 5);
        assertThat(frozen.planHash()).isEqualTo(PlanFile.hash(study.plan()));
        assertThat(frozen.listHash()).isEqualTo(list.hash());
        assertThat(frozen.seedGiven()).isTrue();
        assertThat(freezing.freeze(m.id, 6L, m.by)).as("once").isEqualTo(frozen);
        for (int i = 0; i < 8; i++) {
            String name = "4" + (char) ('A' + i);
            assertThat(studies.armOfUnit(m.id, "Zuid", name).orElseThrow().arm())
                    .isEqualTo(list.armOf("Zuid", name).orElseThrow());
        }
        assertThat(studies.armOfUnit(m.id, "Noord", "4A")).isEmpty();
        assertThat(studies.nextArm(m.id, "")).as("classes are no persons").isEmpty();
    }

    @Test
    void aDrawnSeedIsAnotherOneEachTime() {
        Set<Long> seeds = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            Made m = made(plan("drawn" + i + "-" + run));
            units.replace(m.id, classes(4));
            Frozen frozen = freezing.freeze(m.id, null, m.by);
            assertThat(frozen.seedGiven()).isFalse();
            seeds.add(frozen.seed());
        }
        assertThat(seeds).hasSize(3);
    }

    @Test
    void aFrozenPlanTakesAnotherAnalysisUntilTheFirstWaveClosesAndNothingElse() {
        Made m = made(plan("analysis-" + run));
        units.replace(m.id, classes(4));
        Frozen frozen = freezing.freeze(m.id, null, m.by);
        Plan plan = studies.find(m.id).orElseThrow().plan();
        AnalysisPlan a = plan.analysis();
        Plan finer = PlanParts.with(plan, alpha(a, .01));
        studies.save(m.id, finer, m.by);
        assertThat(studies.find(m.id).orElseThrow().plan().analysis().alpha()).isEqualTo(.01);
        assertThat(studies.find(m.id).orElseThrow().frozen()).isEqualTo(frozen);
        Plan other = PlanParts.of(plan).keeping(99, plan.zone(), plan.incentive()).plan();
        assertThatThrownBy(() -> studies.save(m.id, other, m.by)).isInstanceOf(Problem.class);

        clock.set(studies.find(m.id).orElseThrow().closes("T1").minus(Duration.ofSeconds(1)));
        studies.save(m.id, PlanParts.with(plan, alpha(a, .02)), m.by);
        clock.set(studies.find(m.id).orElseThrow().closes("T1"));
        assertThatThrownBy(() -> studies.save(m.id, PlanParts.with(plan, alpha(a, .03)), m.by))
                .isInstanceOf(Problem.class);
        assertThat(studies.versions(m.id)).hasSize(3);
    }

    private static AnalysisPlan alpha(AnalysisPlan a, double alpha) {
        return new AnalysisPlan(
                a.first(),
                a.last(),
                a.mainUse(),
                a.strata(),
                alpha,
                a.imputations(),
                a.resamples(),
                a.seed());
    }

    @Test
    void twentyWhoAskAtOnceGetTheFirstTwentySlotsNoneTwiceAndNoneSkipped() throws Exception {
        Made m = made(persons(plan("parallel-" + run)));
        freezing.freeze(m.id, 7L, m.by);
        List<String> drawn =
                Lot.draw(studies.find(m.id).orElseThrow().plan(), List.of(), 7).slots().stream()
                        .limit(20)
                        .map(s -> s.arm())
                        .toList();
        var start = new CountDownLatch(1);
        List<Future<TakenSlot>> asked = new ArrayList<>();
        try (var all = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++)
                asked.add(
                        all.submit(
                                () -> {
                                    start.await();
                                    return studies.nextArm(m.id, "level=9").orElseThrow();
                                }));
            start.countDown();
            String[] arms = new String[20];
            for (var one : asked) {
                TakenSlot slot = one.get();
                assertThat(slot.stratum()).as("nobody knows level 9").isEmpty();
                assertThat(arms[slot.position() - 1]).as("twice").isNull();
                arms[slot.position() - 1] = slot.arm();
            }
            assertThat(arms).containsExactlyElementsOf(drawn);
        }
    }

    @Test
    void aSlotThatWasTakenInAFailedTransactionGoesToTheNextOne() {
        Made m = made(persons(plan("undone-" + run)));
        freezing.freeze(m.id, 7L, m.by);
        transaction.executeWithoutResult(
                t -> {
                    assertThat(studies.nextArm(m.id, "").orElseThrow().position()).isOne();
                    t.setRollbackOnly();
                });
        assertThat(studies.nextArm(m.id, "").orElseThrow().position()).isOne();
        assertThat(studies.nextArm(m.id, "").orElseThrow().position()).isEqualTo(2);
    }

    @Test
    void whereSomebodyChoseTheListIsTheChoice() {
        Plan plan = plan("chosen-" + run);
        Made m =
                made(
                        PlanParts.of(plan)
                                .allocation(
                                        new Allocation(
                                                Allocation.Unit.CLASS,
                                                Allocation.Method.CHOSEN,
                                                List.of(),
                                                List.of()))
                                .plan());
        units.replace(m.id, classes(2));
        assertThatThrownBy(() -> freezing.freeze(m.id, null, m.by)).isInstanceOf(Problem.class);
        List<StudyUnit> classes = classes(2);
        units.replace(
                m.id,
                List.of(
                        new StudyUnit(classes.get(0).unit(), null, "later"),
                        new StudyUnit(classes.get(1).unit(), null, "now")));
        freezing.freeze(m.id, null, m.by);
        assertThat(studies.armOfUnit(m.id, "Zuid", "4A").orElseThrow().arm()).isEqualTo("later");
        assertThat(studies.armOfUnit(m.id, "Zuid", "4B").orElseThrow().arm()).isEqualTo("now");
    }

    @Test
    void theFreezeEndsADryRun() {
        Made m = made(plan("dry-" + run));
        units.replace(m.id, classes(4));
        dryRuns.begin(m.id, m.by);
        dryRuns.begin(m.id, m.by);
        assertThat(dryRuns.isOpen(m.id)).isTrue();
        freezing.freeze(m.id, null, m.by);
        assertThat(dryRuns.isOpen(m.id)).isFalse();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from study_dry_run_erased e join study_dry_run r on r.id = e.run where r.study = :study")
                                .param("study", m.id.value())
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    @Test
    void armsOfADryRunGoRoundByTheirShares() {
        Plan plan = plan("round-" + run);
        assertThat(DryRuns.arm(plan, 1)).isEqualTo("now");
        assertThat(DryRuns.arm(plan, 2)).isEqualTo("later");
        assertThat(DryRuns.arm(plan, 3)).isEqualTo("now");
    }
}
