package skills.evaluation.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skills.evaluation.analysis.AsOffered.Lead;
import skills.evaluation.analysis.Graded.Conclusion;
import skills.evaluation.analysis.Graded.Reason;
import skills.evaluation.reference.Original;
import skills.statistics.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated original study against the numbers of the reference files. */
class AnalysisTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static Findings found;
    private static JsonNode study;
    private static JsonNode extra;

    @BeforeAll
    static void analyse() throws Exception {
        found = Analysis.of(Original.data(), Progress.NONE);
        study = JSON.readTree(Files.readString(Original.REFERENCE.resolve("expected-study.json")));
        extra = JSON.readTree(Files.readString(Original.REFERENCE.resolve("expected-extra.json")));
    }

    private static JsonNode expected(JsonNode file, String id) {
        for (JsonNode c : file.get("cases"))
            if (c.get("id").asString().equals(id)) return c.get("expected");
        throw new IllegalArgumentException(id);
    }

    private static void close(double value, JsonNode node, String pointer) {
        double want = node.at(pointer).asDouble();
        assertThat(node.at(pointer).isNumber()).as(pointer).isTrue();
        assertThat(value).as(pointer).isCloseTo(want, within(1e-6 * Math.max(1, Math.abs(want))));
    }

    @Test
    void theFlowCloses() {
        JsonNode flow = expected(study, "study.flow");
        assertThat(found.flow().enrolled()).isEqualTo(flow.get("enrolled").asInt());
        assertThat(found.flow().offered()).isEqualTo(flow.get("offered").asInt());
        assertThat(found.flow().control()).isEqualTo(flow.get("control").asInt());
        assertThat(found.flow().firstAndLast()).isEqualTo(flow.get("t1_and_t3").asInt());
        assertThat(found.flow().linking().lastWithoutFirst())
                .isEqualTo(flow.get("t3_without_t1").asInt());
        Flow.Arm control = found.flow().arms().getFirst();
        Flow.Arm offered = found.flow().arms().getLast();
        assertThat(control.answered()).isEqualTo(Map.of("1", 44, "2", 9, "3", 13));
        assertThat(offered.answered()).isEqualTo(Map.of("1", 88, "2", 19, "3", 59));
        assertThat(offered.users()).isEqualTo(flow.get("offered_used").asInt());
        assertThat(control.users()).isZero();
    }

    @Test
    void attritionIsSevereAndWhoLeftIsShown() {
        JsonNode wwc = expected(extra, "attrition.wwc");
        AttritionFinding a = found.attrition();
        close(a.overall(), wwc, "/overall");
        close(a.offered(), wwc, "/offered");
        close(a.control(), wwc, "/control");
        close(a.differential(), wwc, "/differential");
        assertThat(a.verdict()).isEqualTo(AttritionFinding.Verdict.SEVERE);
        JsonNode logit = expected(study, "study.attrition.logit");
        AttritionFinding.Leaving leaving = a.leaving().orThrow();
        assertThat(leaving.n()).isEqualTo(logit.get("n").asInt());
        close(leaving.auc(), logit, "/auc");
        close(leaving.terms().getFirst().odds(), logit, "/coef/1/or");
        close(a.random().orThrow().p(), expected(study, "study.little"), "/p");
        JsonNode leavers = expected(study, "study.attrition.proactivity");
        Compared proactivity =
                a.leavers().stream()
                        .filter(c -> c.name().equals("proactivity"))
                        .findFirst()
                        .orElseThrow();
        close(proactivity.group().mean(), leavers, "/mean/0");
        close(proactivity.reference().mean(), leavers, "/mean/1");
        assertThat(proactivity.difference()).isCloseTo(-.4, within(.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"selfinsight", "jobinsecurity", "proactivity", "haphazard"})
    void eachOutcomeEqualsTheReference(String scale) {
        OutcomeFinding o = found.outcome(scale);
        assertThat(o.asOffered().lead()).isEqualTo(Lead.CLASSES);
        Effect persons = o.asOffered().persons().orThrow();
        JsonNode cace = expected(extra, "cace.study").get(scale);
        close(persons.estimate(), cace, "/itt/b");
        close(persons.standardError(), cace, "/itt/se_hc3");
        assertThat(persons.n()).isEqualTo(cace.get("n").asInt());
        assertThat(persons.n() + persons.leftOut().stream().mapToInt(LeftOut::count).sum())
                .isEqualTo(143);
        JsonNode cluster = expected(extra, "cluster5.study").get(scale);
        AsOffered.Classes classes = o.asOffered().classes().orThrow();
        close(classes.effect().estimate(), cluster, "/cluster_level/diff");
        close(classes.effect().p(), cluster, "/cluster_level/p");
        close(classes.effect().interval().low(), cluster, "/cluster_level/ci95/0");
        assertThat(classes.effect().df()).isEqualTo(3);
        close(classes.permutation().p(), cluster, "/permutation/p_two_sided");
        close(classes.permutation().smallestPossible(), cluster, "/permutation/p_min_possible");
        close(classes.wild().p(), cluster, "/wild_cluster_bootstrap/p");
        close(o.asOffered().clusters().orThrow().p(), cluster, "/cr2/p");
        assertThat(classes.random().df()).isLessThanOrEqualTo(3);
        assertThat(o.asOffered().effect()).isEqualTo(Part.of(classes.effect()));

        AmongUsers users = o.amongUsers().orThrow();
        close(users.firstStage(), cace, "/first_stage/b");
        close(users.f(), cace, "/first_stage/F");
        close(users.effect().estimate(), cace, "/tsls/b");
        close(users.personsSet().low(), cace, "/anderson_rubin_95/low");
        close(users.personsSet().high(), cace, "/anderson_rubin_95/high");
        assertThat(users.set().kind()).isEqualTo(AmongUsers.Kind.BOUNDED);
        assertThat(users.set().low()).isLessThanOrEqualTo(users.personsSet().low());
        assertThat(users.set().high()).isGreaterThanOrEqualTo(users.personsSet().high());
        assertThat(users.users()).isEqualTo(cace.get("n_users").asInt());

        JsonNode lee = expected(extra, "lee.study").get(scale);
        MissingFinding.Lee bounds = o.missing().lee().orThrow();
        close(bounds.bounds().low(), lee, "/lower");
        close(bounds.bounds().high(), lee, "/upper");
        close(bounds.trimmed(), lee, "/trim_share");

        AsTreated.Outcome treated = found.asTreated().orThrow().outcomes().get(scale);
        JsonNode ancova = expected(study, "study.ancova." + scale);
        close(treated.plain().orThrow().estimate(), ancova, "/coef/2/b");
        close(treated.plain().orThrow().standardError(), ancova, "/coef/2/se_hc3");
        JsonNode ps = expected(extra, "ps.study");
        close(treated.weighted().orThrow().estimate(), ps, "/effect/" + scale + "/overlap/b");
        close(
                treated.weighted().orThrow().standardError(),
                ps,
                "/effect/" + scale + "/overlap/se_hc3");
        close(treated.robust().orThrow().estimate(), ps, "/aipw/" + scale + "/ate");

        JsonNode dose = expected(extra, "dose_tost_rci_bf.study").get(scale);
        close(o.dose().getFirst().effect().orThrow().estimate(), dose, "/per_session/b");
        close(o.dose().getLast().effect().orThrow().p(), dose, "/per_log1p_minutes/p_hc3");
        close(o.size().reliable().orThrow().reliability(), dose, "/rci/alpha_T1");
    }

    @Test
    void missingAnswersAreFilledInForAllWhoEnrolled() {
        for (OutcomeFinding o : found.outcomes()) {
            MissingFinding.Imputed imputed = o.missing().imputed().orThrow();
            assertThat(imputed.effect().n()).isEqualTo(143);
            assertThat(imputed.sets()).isEqualTo(50);
            assertThat(imputed.lambda()).isBetween(0., 1.);
            assertThat(o.missing().tipping().orThrow().steps()).hasSize(9);
            assertThat(o.missing().repeated().orThrow().waves()).containsExactly("1", "2", "3");
        }
        JsonNode ipw = expected(study, "study.ipw.proactivity");
        MissingFinding.Weighted weighted =
                found.outcome("proactivity").missing().weighted().orThrow();
        assertThat(weighted.effect().n()).isEqualTo(ipw.get("n").asInt());
        close(weighted.effectiveSize(), ipw, "/ess");
    }

    @Test
    void reliabilityEqualsTheReferenceAndInvarianceIsNotClaimed() {
        for (Measurement m : found.measurement()) {
            JsonNode first = expected(study, "study.rel." + m.scale() + ".T1");
            JsonNode last = expected(study, "study.rel." + m.scale() + ".T3");
            Measurement.Alpha a = m.waves().getFirst().alpha().orThrow();
            close(a.alpha(), first, "/alpha");
            close(a.interval().low(), first, "/alpha_ci95_feldt/0");
            close(m.waves().getLast().alpha().orThrow().alpha(), last, "/alpha");
            assertThat(m.waves()).hasSize(3);
            assertThat(m.invariance().not().reason()).isEqualTo(Part.Reason.TOO_FEW);
            assertThat(m.changes()).isNotEmpty();
        }
    }

    @Test
    void theAsTreatedComparisonIsNotComparable() {
        AsTreated t = found.asTreated().orThrow();
        JsonNode ps = expected(extra, "ps.study");
        assertThat(t.n()).isEqualTo(ps.get("n").asInt());
        close(t.othersSize(), ps, "/ess/overlap/control");
        assertThat(t.commonSupport()).isEqualTo(ps.get("common_support_n").asInt());
        assertThat(t.comparable()).isFalse();
        assertThat(t.because()).containsExactly(AsTreated.Because.TOO_FEW_OTHERS);
        assertThat(t.balance()).allMatch(c -> Math.abs(c.after()) < 1e-9);
    }

    @Test
    void weCannotTellAlthoughTheSimulatedEffectsAreNotZero() {
        assertThat(found.design().label()).isEqualTo(DesignFinding.Label.QUASI_EXPERIMENT);
        assertThat(found.outcomes()).hasSize(4);
        for (OutcomeFinding o : found.outcomes()) {
            assertThat(o.graded().grade()).isEqualTo(Grade.CANNOT_TELL);
            assertThat(o.graded().conclusion()).isEqualTo(Conclusion.UNDECIDED);
            assertThat(o.graded().reasons())
                    .contains(
                            Reason.TOO_FEW_CLASSES,
                            Reason.ATTRITION_SEVERE,
                            Reason.INTERVAL_HOLDS_ZERO);
            assertThat(o.size().detectable().orThrow().sd()).isGreaterThan(1);
            assertThat(o.adjustedP()).isEqualTo(1);
        }
        assertThat(found.whole().grade()).isEqualTo(Grade.CANNOT_TELL);
        assertThat(found.modes().differ()).isTrue();
    }

    @Test
    void theSameDataGiveTheSameFindingsAndSurviveJson() {
        Findings again = Analysis.of(Original.data(), Progress.NONE);
        String json = JSON.writeValueAsString(found);
        assertThat(JSON.writeValueAsString(again)).isEqualTo(json);
        assertThat(JSON.readValue(json, Findings.class)).isEqualTo(found);
        assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** Printed, not judged: a shared machine has no fixed speed. */
    @Test
    void timeOfTheDefaultAnalysis() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            Analysis.of(Original.data(), Progress.NONE);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("Default analysis of the original study: %.2f s%n", best / 1e9);
        assertThat(best).isPositive();
    }
}
