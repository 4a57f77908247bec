package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import skills.OptionalData;
import skills.evaluation.analysis.Analysis;
import skills.evaluation.analysis.AsTreated;
import skills.evaluation.analysis.DesignFinding;
import skills.evaluation.analysis.Findings;
import skills.evaluation.analysis.Grade;
import skills.evaluation.analysis.Graded;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.analysis.Part;
import skills.kernel.Language;
import skills.platform.Words;
import skills.statistics.Progress;
import skills.study.MadeUpStudies.Kind;

/** What a report says, and above all what it never says. */
class ReportTest {

    /** Of a comparison that people chose themselves. */
    private static final Pattern CAUSES =
            Pattern.compile(
                    "effect|leidt tot|werkt|helpt|zorgt voor|dankzij|leads to|works|helps|causes"
                            + "|because of|thanks to|improve|verbeter",
                    Pattern.CASE_INSENSITIVE);

    /** Anywhere. */
    private static final Pattern NEVER =
            Pattern.compile(
                    "effectief|effective\\b|leidt tot|leads to|bewezen|proves?\\b|proven|bewijst"
                            + "|significant|achteraf.{0,20}onderscheid|post.?hoc|observed power"
                            + "|gevalideerd|validated|precies kloppend|trend over",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern P = Pattern.compile("\\bp [=<]");

    private static final Map<Kind, Findings> MADE = new ConcurrentHashMap<>();

    private static final Kind CLASSES = new Kind(240, 12, .6, true, true, .97);
    private static final Kind CHOSEN = new Kind(160, 6, .3, true, false, .7);
    private static final Kind PERSONS = new Kind(200, 0, .5, false, true, .98);
    private static final Kind NOTHING = new Kind(300, 0, 0, true, true, .99);
    private static final Kind TEN = new Kind(10, 0, .5, true, true, .9);

    static Stream<Kind> kinds() {
        return Stream.of(CLASSES, CHOSEN, PERSONS, NOTHING, TEN);
    }

    private static Findings findings(Kind kind) {
        return MADE.computeIfAbsent(
                kind, k -> Analysis.of(MadeUpStudies.data(k, 7), Progress.NONE));
    }

    private static Words words(Language language) {
        return Words.of(language, "platform", "study-report");
    }

    private static List<ReportDocument> reports(Findings findings, Kind kind) {
        return Stream.of(Language.values())
                .map(
                        language ->
                                ReportWriter.of(
                                        findings,
                                        MadeUpStudies.plan(kind),
                                        List.of(),
                                        words(language)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyStudyGetsAReportInTheFixedOrder(Kind kind) {
        for (ReportDocument report : reports(findings(kind), kind))
            assertThat(report.sections().stream().map(ReportDocument.Section::id))
                    .containsExactly(
                            "flow",
                            "attrition",
                            "baseline",
                            "measurement",
                            "offered",
                            "missing",
                            "users",
                            "treated",
                            "dose",
                            "many",
                            "equivalence",
                            "change",
                            "sensitivity",
                            "deviations",
                            "definitions",
                            "versions");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noReportSaysWhatItMustNot(Kind kind) {
        for (ReportDocument report : reports(findings(kind), kind)) check(report);
    }

    /** Whatever the rules conclude, in any mixture. */
    @Test
    void noGradeMakesAReportSayWhatItMustNot() {
        Findings findings = findings(CHOSEN);
        int read = 0;
        for (Graded.Conclusion conclusion : Graded.Conclusion.values())
            for (Graded.Direction direction : Graded.Direction.values())
                for (Grade grade : Grade.values())
                    for (DesignFinding.Label label : DesignFinding.Label.values())
                        for (boolean comparable : new boolean[] {true, false}) {
                            var graded =
                                    new Graded(
                                            conclusion,
                                            direction,
                                            grade,
                                            List.copyOf(EnumSet.allOf(Graded.Reason.class)));
                            for (ReportDocument report :
                                    reports(with(findings, graded, label, comparable), CHOSEN)) {
                                check(report);
                                read++;
                            }
                        }
        assertThat(read).isEqualTo(4 * 5 * 4 * 2 * 2 * 2);
    }

    private static Findings with(
            Findings f, Graded graded, DesignFinding.Label label, boolean comparable) {
        List<OutcomeFinding> outcomes = new ArrayList<>();
        for (int i = 0; i < f.outcomes().size(); i++) {
            OutcomeFinding o = f.outcomes().get(i);
            // The last stays as it was, so that titles are of more than one kind.
            outcomes.add(
                    i == f.outcomes().size() - 1
                            ? o
                            : new OutcomeFinding(
                                    o.scale(),
                                    o.primary(),
                                    o.expected(),
                                    o.better(),
                                    o.smallestOfInterest(),
                                    o.unit(),
                                    o.trajectory(),
                                    o.asOffered(),
                                    o.adjustedP(),
                                    o.missing(),
                                    o.amongUsers(),
                                    o.dose(),
                                    o.size(),
                                    o.sensitivity(),
                                    graded));
        }
        DesignFinding d = f.design();
        AsTreated t = f.asTreated().orThrow();
        return new Findings(
                f.made(),
                new DesignFinding(
                        label,
                        d.unit(),
                        d.byLot(),
                        d.classes(),
                        d.classesOffered(),
                        d.classesControl(),
                        List.of(DesignFinding.Because.values())),
                f.flow(),
                f.attrition(),
                f.baseline(),
                f.measurement(),
                outcomes,
                Part.of(
                        new AsTreated(
                                t.n(),
                                t.users(),
                                t.balance(),
                                t.usersSize(),
                                t.othersSize(),
                                t.commonSupport(),
                                comparable,
                                comparable ? List.of() : List.of(AsTreated.Because.values()),
                                t.entropy(),
                                t.outcomes(),
                                t.leftOut())),
                f.uses(),
                f.careless(),
                f.modes(),
                graded);
    }

    private static void check(ReportDocument report) {
        List<String> all = new ArrayList<>(report.leadTexts());
        report.sections().forEach(s -> all.addAll(s.texts()));
        for (String text : all) {
            assertThat(NEVER.matcher(text).find()).as(text).isFalse();
            assertThat(text).doesNotContain("NaN", "null", "Infinity", "∞", "{0}");
        }
        for (String id : List.of("treated", "dose"))
            for (String text : report.section(id).texts())
                assertThat(CAUSES.matcher(text).find()).as(id + ": " + text).isFalse();
        for (String text : report.section("baseline").texts())
            assertThat(P.matcher(text).find()).as(text).isFalse();
        // A change within one group is never told as a result, with or without its p.
        for (String text : report.section("change").texts())
            assertThat(P.matcher(text).find()).as(text).isFalse();
        assertThat(String.join(" ", report.leadTexts()))
                .containsAnyOf("is niet aangetoond", "has not been established");
        for (String text : all) intervalFirst(text);
        for (String id : List.of("flow", "change", "baseline", "measurement", "definitions"))
            for (String text : report.section(id).texts())
                if (!id.equals("definitions")) assertThat(text).as(id).doesNotMatch("[1-9]");
    }

    /** In a sentence with both, the interval stands before the p. */
    private static void intervalFirst(String text) {
        var p = P.matcher(text);
        int interval = text.indexOf("interval");
        if (p.find() && interval >= 0) assertThat(interval).as(text).isLessThan(p.start());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noGroupBelowTenIsCounted(Kind kind) {
        for (ReportDocument report : reports(findings(kind), kind))
            for (var section : report.sections())
                for (String text : section.texts()) {
                    assertThat(text).doesNotContainPattern("\\(n = [1-9]\\)");
                    assertThat(text)
                            .doesNotContainPattern(
                                    "(^|[ :])[1-9] (mensen|people|(van de|of) [0-9]+ (mensen|people))");
                }
    }

    @Test
    void tenPeopleGiveNoFigureAndNoConclusion() {
        ReportDocument report = reports(findings(TEN), TEN).getFirst();
        assertThat(report.title()).isEqualTo("Helpt het paspoort? Weten we niet.");
        assertThat(report.section("offered").texts())
                .contains("Te weinig mensen, dus geen cijfer.")
                .noneMatch(t -> P.matcher(t).find());
    }

    @Test
    void aClearDifferenceByLotIsSaidWithItsGradeAndSide() {
        Findings findings = findings(CLASSES);
        ReportDocument report = reports(findings, CLASSES).getFirst();
        OutcomeFinding insecurity = findings.outcome("jobinsecurity");
        assertThat(insecurity.graded().conclusion()).isEqualTo(Graded.Conclusion.DIFFERENCE);
        String grade = insecurity.graded().grade().name().toLowerCase(Locale.ROOT);
        assertThat(report.section("offered").texts())
                .anyMatch(
                        t ->
                                t.endsWith("scoort lager, en dat is hier beter.")
                                        && t.startsWith(
                                                words(Language.NL)
                                                        .t(
                                                                "study.report.grade."
                                                                        + grade
                                                                        + ".sentence")));
        assertThat(report.title()).startsWith("Helpt het paspoort? Op ").contains("van de 4");
        assertThat(report.leadTexts()).anyMatch(t -> t.startsWith("Dit was een experiment."));
    }

    @Test
    void notKnowingIsNotTheSameAsNoDifference() {
        ReportDocument report = reports(findings(NOTHING), NOTHING).getFirst();
        assertThat(report.title()).isNotBlank();
        // Whatever came out for it, no outcome of this study is called better or worse.
        assertThat(report.title()).doesNotContain("wel.", "tegen");
    }

    @Test
    void theFiguresOfAnIncomparableComparisonOpenOnAClickAndNotOnPaper() throws Exception {
        Findings incomparable =
                with(
                        findings(CHOSEN),
                        findings(CHOSEN).whole(),
                        DesignFinding.Label.QUASI_EXPERIMENT,
                        false);
        ReportDocument report = reports(incomparable, CHOSEN).getFirst();
        assertThat(report.section("treated").blocks())
                .filteredOn(ReportDocument.Fold.class::isInstance)
                .allMatch(b -> !((ReportDocument.Fold) b).onPaper())
                .isNotEmpty();
        assertThat(report.section("treated").blocks())
                .noneMatch(ReportDocument.Grid.class::isInstance);
    }

    @Test
    void theFileNeedsNothingElseAndThePaperIsAPdfThatLasts() throws Exception {
        Words words = words(Language.EN);
        ReportDocument report = reports(findings(CHOSEN), CHOSEN).getLast();
        String file = ReportPapers.file(words, report);
        assertThat(file).contains("data:font/woff2;base64,").contains("<svg viewBox");
        assertThat(file.replaceAll("(?s)<style>.*</style>", ""))
                .doesNotContain("<script", "style=", "/static/", "src=", "href=");
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = ReportPapers.pdf(words, report);
        assertThat(failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void theStudyThatIsPlayedAfterTheFirstOneKnowsNothingAndSaysWhereItDiffers() throws Exception {
        var folder = OptionalData.need("reference-stats");
        skills.evaluation.plan.Plan plan;
        try (InputStream file =
                getClass().getResourceAsStream("/content/studies/original-simulated.json")) {
            plan = skills.evaluation.plan.PlanFile.read(new String(file.readAllBytes(), "UTF-8"));
        }
        try (var people =
                        java.nio.file.Files.newBufferedReader(
                                folder.resolve("study_participants.csv"));
                var answers =
                        java.nio.file.Files.newBufferedReader(
                                folder.resolve("study_responses.csv"))) {
            var loaded = skills.evaluation.data.StudyFiles.read(plan, people, answers);
            Findings findings = Analysis.of(loaded.data(), Progress.NONE);
            ReportDocument report = ReportWriter.of(findings, plan, List.of(), words(Language.NL));
            assertThat(report.title()).isEqualTo("Helpt het paspoort? Weten we niet.");
            assertThat(report.section("offered").texts())
                    .filteredOn(t -> t.startsWith("Weten we niet."))
                    .hasSize(4);
            assertThat(String.join(" ", report.leadTexts()))
                    .contains("57 van de 89", "minder dan de helft", "45 gebruikers", "hooguit 44")
                    .contains("geen experiment");
            // The 9 of T2 may not be reckoned from the rest either.
            assertThat(report.section("flow").texts()).contains("28").doesNotContain("9", "19");
            check(report);
        }
    }
}
