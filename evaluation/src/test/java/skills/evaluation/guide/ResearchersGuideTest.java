package skills.evaluation.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import skills.evaluation.advice.Advice;
import skills.evaluation.analysis.AttritionFinding.Verdict;
import skills.evaluation.analysis.Evidence;
import skills.evaluation.analysis.Grade;
import skills.evaluation.analysis.Graded.Conclusion;
import skills.evaluation.analysis.Grading;
import skills.evaluation.analysis.Range;
import skills.evaluation.data.Scores;
import skills.evaluation.data.StudyFiles;
import skills.evaluation.export.StudyExport;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Scale;
import skills.statistics.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What docs/guide/researchers.md shows is what the program does. */
class ResearchersGuideTest {

    private static final Path GUIDE = Path.of("../docs/guide/researchers.md");
    private static final Path STANDARD = Path.of("../content/studies/standard.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Plan standard() {
        return PlanFile.read(text(STANDARD));
    }

    /** The boxes that begin with these words after the three marks. */
    private static List<String> boxes(String kind) {
        Matcher m = Pattern.compile("(?s)```" + kind + "\n(.*?)```").matcher(text(GUIDE));
        List<String> boxes = new ArrayList<>();
        while (m.find()) boxes.add(m.group(1));
        assertThat(boxes).as(kind).isNotEmpty();
        return boxes;
    }

    private static List<String> table(String mark) {
        String guide = text(GUIDE);
        String between =
                guide.substring(
                        guide.indexOf("<!-- " + mark + " -->"),
                        guide.indexOf("<!-- /" + mark + " -->"));
        return between.lines().skip(3).toList();
    }

    @Test
    void thePiecesOfAPlanAreThoseOfTheStandardPlan() {
        JsonNode plan = JSON.readTree(text(STANDARD));
        for (String box : boxes("json"))
            JSON.readTree("{" + box + "}")
                    .properties()
                    .forEach(piece -> holds(plan.get(piece.getKey()), piece.getValue()));
    }

    /** Every value shown is there; of a list of things, the thing of the same name. */
    private static void holds(JsonNode whole, JsonNode shown) {
        assertThat(whole).as(shown.toString()).isNotNull();
        if (shown.isObject())
            shown.properties().forEach(p -> holds(whole.get(p.getKey()), p.getValue()));
        else if (shown.isArray() && shown.size() > 0 && shown.get(0).isObject())
            for (JsonNode one : shown) {
                String name = one.has("id") ? "id" : "scale";
                JsonNode same = null;
                for (JsonNode w : whole) if (w.get(name).equals(one.get(name))) same = w;
                holds(same, one);
            }
        else assertThat(whole).isEqualTo(shown);
    }

    @Test
    void theTableOfPowerIsWhatTheAdviceSays() {
        List<String> rows =
                Advice.of(standard()).table().stream()
                        .map(
                                r ->
                                        "| %d | %d | %s | %s | %s |"
                                                .formatted(
                                                        r.units(),
                                                        r.persons(),
                                                        per(r.power()),
                                                        two(r.minimumDetectable()),
                                                        p(r.smallestP())))
                        .toList();
        assertThat(table("power")).containsExactlyElementsOf(rows);
    }

    private static String per(Double share) {
        if (share == null) return "none";
        return share > .99 ? "above 99%" : Math.round(100 * share) + "%";
    }

    private static String two(Double number) {
        return number == null ? "none" : String.format(Locale.ROOT, "%.2f", number);
    }

    private static String p(Double p) {
        return p == null
                ? "none"
                : p < .001 ? "below .001" : String.format(Locale.ROOT, "%.3f", p).substring(1);
    }

    @Test
    void fiveClassesCanBeDividedInTenWays() {
        ObjectNode plan = (ObjectNode) JSON.readTree(text(STANDARD));
        ((ObjectNode) plan.get("expectations")).put("classes", 5);
        Advice advice = Advice.of(PlanFile.read(plan.toString()));
        assertThat(advice.smallestP()).isEqualTo(.10);
        assertThat(text(GUIDE)).contains("in ten ways", "a p below .10");
    }

    @Test
    void theFilesAreReadWithoutAFaultButForItemsThatTheyLeaveOut() {
        StudyFiles.Loaded loaded =
                StudyFiles.read(
                        standard(),
                        new StringReader(boxes("csv participants").getFirst()),
                        new StringReader(boxes("csv responses").getFirst()));
        assertThat(loaded.faults())
                .extracting(StudyFiles.Fault::what)
                .containsOnly(StudyFiles.What.MISSING_COLUMN);
        assertThat(loaded.data().participants()).hasSize(4);
        Scores scores = Scores.of(loaded.data());
        assertThat(scores.participants().get(1).id()).isEqualTo("p002");
        // 3, 4, 6 − 2, 4, 6 − 3; and 2, 3, 6 − 4, none, 6 − 3.
        assertThat(scores.score("skillinsight", "T1")).startsWith(18 / 5., 10 / 4.);
        assertThat(loaded.data().byLot()).isFalse();
    }

    @Test
    void theFilesOfTheExportAreThere() {
        StudyFiles.Loaded loaded =
                StudyFiles.read(
                        standard(),
                        new StringReader(boxes("csv participants").getFirst()),
                        new StringReader(boxes("csv responses").getFirst()));
        Map<String, byte[]> files =
                StudyExport.files(loaded.data(), StudyExport.Options.USUAL, Progress.NONE);
        List<String> rows = table("export");
        assertThat(rows).hasSize(8);
        Matcher named =
                Pattern.compile("`([a-z/-]+\\.[a-zA-Z0-9.]+)`").matcher(String.join("\n", rows));
        int found = 0;
        for (; named.find(); found++) assertThat(files).containsKey(named.group(1));
        assertThat(found).isEqualTo(16);
        assertThat(StudyExport.Options.USUAL.k()).isEqualTo(5);
        assertThat(StudyExport.SMALLEST_GROUP).isEqualTo(10);
    }

    /** Everything is right: a lot, many classes, nobody left, a clear effect. */
    private static final Evidence RIGHT =
            new Evidence(
                    true,
                    true,
                    40,
                    .0001,
                    Verdict.LOW,
                    .5,
                    new Range(.3, .7, .95),
                    .0001,
                    .9,
                    .15,
                    null,
                    true,
                    null,
                    null,
                    false,
                    false,
                    0,
                    .8,
                    Scale.Better.HIGH,
                    Outcome.Expected.RISES,
                    .05);

    private record Change(UnaryOperator<Evidence> to, Grade grade) {}

    private static Map<String, Change> changes() {
        Map<String, Change> all = new LinkedHashMap<>();
        all.put("nothing", new Change(e -> e, Grade.STRONG));
        all.put(
                "the interval holds zero, or the corrected p is not below .05",
                new Change(
                        e -> with(e).effect(new Range(-.1, 1.1, .95), .08).evidence(),
                        Grade.CANNOT_TELL));
        all.put(
                "so few classes that no p can be below .05",
                new Change(e -> with(e).classes(5, .10).evidence(), Grade.CANNOT_TELL));
        all.put(
                "more than 40% left, or the arms differ by more than 20 points in that",
                new Change(
                        e -> with(e).left(Verdict.SEVERE, new Range(.1, .9, 0)).evidence(),
                        Grade.CANNOT_TELL));
        all.put(
                "much left, and whatever the missing answers were, zero is possible",
                new Change(
                        e -> with(e).left(Verdict.HIGH, new Range(-.2, .9, 0)).evidence(),
                        Grade.CANNOT_TELL));
        all.put(
                "much left, and zero is not possible even so",
                new Change(
                        e -> with(e).left(Verdict.HIGH, new Range(.1, .9, 0)).evidence(),
                        Grade.HINT));
        all.put("no lot decided", new Change(e -> with(e).byLot(false).evidence(), Grade.HINT));
        all.put(
                "it is not a primary outcome",
                new Change(e -> with(e).primary(false).evidence(), Grade.HINT));
        all.put(
                "the arms differed at T1 by more than a quarter of a standard deviation, by chance of the lot",
                new Change(e -> with(e).startedDifferent().evidence(), Grade.STRONG));
        all.put(
                "fewer than 10 classes",
                new Change(e -> with(e).classes(8, .03).evidence(), Grade.HINT));
        all.put(
                "the scale’s reliability is below .60",
                new Change(e -> with(e).reliability(.55).evidence(), Grade.HINT));
        all.put(
                "fewer than 20 classes",
                new Change(e -> with(e).classes(16, .001).evidence(), Grade.PROBABLY));
        all.put(
                "the corrected p is .005 or above",
                new Change(
                        e -> with(e).effect(new Range(.1, .9, .95), .02).evidence(),
                        Grade.PROBABLY));
        all.put(
                "more than 5% of the controls opened the passport",
                new Change(e -> with(e).contaminated(.08).evidence(), Grade.PROBABLY));
        all.put(
                "T1 and T3 were asked in another way",
                new Change(e -> with(e).modesDiffer().evidence(), Grade.PROBABLY));
        all.put(
                "it goes against what was expected",
                new Change(
                        e -> with(e).expected(Outcome.Expected.FALLS).evidence(), Grade.PROBABLY));
        return all;
    }

    @Test
    void theTableOfGradesIsWhatTheRulesGive() {
        List<String> rows = new ArrayList<>();
        changes()
                .forEach(
                        (said, change) -> {
                            Grade grade = Grading.of(change.to().apply(RIGHT)).grade();
                            assertThat(grade).as(said).isEqualTo(change.grade());
                            rows.add("| " + said + " | " + words(grade) + " |");
                        });
        assertThat(table("grades")).containsExactlyElementsOf(rows);
    }

    @Test
    void thatThereIsNoEffectOfThisSizeIsAtMostProbable() {
        Evidence nothing =
                with(RIGHT)
                        .effect(new Range(-.05, .05, .95), .9)
                        .estimate(0.)
                        .ruledOut(.001)
                        .evidence();
        assertThat(Grading.of(nothing).conclusion()).isEqualTo(Conclusion.NO_EFFECT_OF_THIS_SIZE);
        assertThat(Grading.of(nothing).grade()).isEqualTo(Grade.PROBABLY);
    }

    @Test
    void leavingIsJudgedAsTheGuideSays() {
        assertThat(Verdict.of(.05, .05)).isEqualTo(Verdict.LOW);
        assertThat(Verdict.of(.20, .10)).isEqualTo(Verdict.SOME);
        assertThat(Verdict.of(.21, .10)).isEqualTo(Verdict.HIGH);
        assertThat(Verdict.of(.41, 0)).isEqualTo(Verdict.SEVERE);
        assertThat(Verdict.of(.20, .21)).isEqualTo(Verdict.SEVERE);
    }

    private static String words(Grade grade) {
        return switch (grade) {
            case CANNOT_TELL -> "we cannot tell";
            case HINT -> "a hint";
            case PROBABLY -> "probably";
            case STRONG -> "strong";
        };
    }

    private static EvidenceWith with(Evidence e) {
        return new EvidenceWith(e);
    }
}
