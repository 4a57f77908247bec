package skills.evaluation.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skills.evaluation.data.StudyData;
import skills.statistics.Cancelled;
import skills.statistics.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReferenceResultsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode OURS = json(Original.data());

    private static JsonNode json(StudyData data) {
        return JSON.readTree(JSON.writeValueAsString(ReferenceResults.of(data, Progress.NONE)));
    }

    private static Stream<JsonNode> cases() {
        List<JsonNode> cases = new ArrayList<>();
        for (String file : List.of("expected-study.json", "expected-extra.json"))
            for (JsonNode one :
                    JSON.readTree(Original.text(Original.REFERENCE.resolve(file))).get("cases"))
                if (isOfTheStudy(one.get("id").asString())) cases.add(one);
        return cases.stream();
    }

    private static boolean isOfTheStudy(String id) {
        return id.startsWith("study.") || id.contains("study") || id.equals("attrition.wwc");
    }

    @TestFactory
    Stream<DynamicTest> everyCaseOfTheStudyIsReproduced() {
        return cases().map(
                        c -> DynamicTest.dynamicTest(c.get("id").asString(), () -> reproduced(c)));
    }

    private static void reproduced(JsonNode reference) {
        String id = reference.get("id").asString();
        List<String> wrong = new ArrayList<>();
        compare(id, "", reference.get("expected"), OURS.path(id), wrong);
        assertThat(wrong).as(reference.get("tolerance").asString()).isEmpty();
    }

    private static void compare(
            String id, String at, JsonNode reference, JsonNode ours, List<String> wrong) {
        if (at.endsWith("simulated_effect_latent_units")) return; // What the simulation put in.
        if (reference.isObject())
            for (String name : reference.propertyNames())
                compare(id, at + "/" + name, reference.get(name), ours.path(name), wrong);
        else if (reference.isArray()) {
            if (ours.size() != reference.size()) wrong.add(at + " has " + ours.size());
            for (int i = 0; i < reference.size(); i++)
                compare(id, at + "/" + i, reference.get(i), ours.path(i), wrong);
        } else if (reference.isNumber()) {
            if (!ours.isNumber()
                    || !Stated.of(id, at).allows(reference.asDouble(), ours.asDouble()))
                wrong.add(at + ": reference " + reference + ", ours " + ours);
        } else if (!at.equals("/sigma")
                && !(id.equals("study.attrition.logit") && at.endsWith("/term"))
                && !reference.equals(ours))
            // Names that the reference shortens, and its remark on programs, are not results.
            wrong.add(at + ": reference " + reference + ", ours " + ours);
    }

    @Test
    void thereAreFortyTwoCasesOfTheAnalysisAndEightMore() {
        Set<String> ids = new TreeSet<>();
        cases().forEach(c -> ids.add(c.get("id").asString()));
        assertThat(ids.stream().filter(i -> i.startsWith("study."))).hasSize(42);
        assertThat(ids).hasSize(50);
        assertThat(OURS.propertyNames()).containsAll(ids);
    }

    @Test
    void anotherStudyHasItsOwnNames() {
        StudyData other =
                Original.changed(
                        plan ->
                                plan.replace("\"selfinsight\"", "\"courage\"")
                                        .replace("\"id\": \"1\"", "\"id\": \"T1\"")
                                        .replace("\"id\": \"2\"", "\"id\": \"T2\"")
                                        .replace("\"id\": \"3\"", "\"id\": \"T4\"")
                                        .replace("\"first\": \"1\"", "\"first\": \"T1\"")
                                        .replace("\"last\": \"3\"", "\"last\": \"T4\""),
                        people -> people.replace("\"A\"", "\"H5a, \"\"b\"\"\""),
                        answers ->
                                answers.replace("selfinsight_", "courage_")
                                        .replaceAll("(?m)^(\"P\\d+\"),3,", "$1,T4,")
                                        .replaceAll("(?m)^(\"P\\d+\"),([12]),", "$1,T$2,"));
        JsonNode ours = json(other);
        assertThat(ours.has("study.rel.courage.T4")).isTrue();
        assertThat(ours.at("/study.ancova.courage"))
                .isEqualTo(OURS.at("/study.ancova.selfinsight"));
        assertThat(ours.at("/study.flow/t4")).isEqualTo(OURS.at("/study.flow/t3"));
        assertThat(ours.at("/cluster5.study/courage/class_n").has("H5a, \"b\"")).isTrue();
        assertThat(ours.at("/dose_tost_rci_bf.study/courage"))
                .isEqualTo(OURS.at("/dose_tost_rci_bf.study/selfinsight"));
    }

    @Test
    void theOrderOfRowsDoesNotCount() {
        StudyData turned =
                Original.changed(
                        plan -> plan, ReferenceResultsTest::turned, ReferenceResultsTest::turned);
        assertThat(json(turned)).isEqualTo(OURS);
    }

    private static String turned(String csv) {
        List<String> lines = new ArrayList<>(csv.lines().toList());
        String names = lines.removeFirst();
        return names + "\n" + String.join("\n", lines.reversed()) + "\n";
    }

    @Test
    void whatCannotBeComputedSaysWhyAndTheRestStands() {
        StudyData few =
                Original.changed(
                        plan -> plan,
                        people -> people.replaceAll("(?m),[01],\\d+,[\\d.]+$", ",0,0,0"),
                        answers -> String.join("\n", answers.lines().limit(40).toList()) + "\n");
        JsonNode ours = json(few);
        assertThat(ours.at("/study.flow/enrolled").asInt()).isEqualTo(143);
        assertThat(ours.at("/study.ancova.selfinsight/unusable").asString()).isNotBlank();
        assertThat(ours.at("/cace.study/selfinsight/unusable").asString()).isNotBlank();
        assertThat(ours.size()).isEqualTo(OURS.size());
    }

    @Test
    void aStudyWithoutAnswersHasResultsThatSayNothing() {
        StudyData none =
                Original.changed(
                        plan -> plan, people -> people, a -> a.lines().findFirst().orElseThrow());
        JsonNode ours = json(none);
        assertThat(ours.at("/study.flow/t3").asInt()).isZero();
        assertThat(ours.at("/study.little/unusable").asString()).isNotBlank();
        StudyData nobody =
                Original.changed(
                        plan -> plan,
                        p -> p.lines().findFirst().orElseThrow(),
                        a -> a.lines().findFirst().orElseThrow());
        assertThat(json(nobody).at("/study.flow/enrolled").asInt()).isZero();
    }

    @Test
    void whoTookTheAnswersBackOnlyCountsAsEnrolled() {
        StudyData data = Original.data();
        StudyData without =
                new StudyData(
                        data.plan(),
                        data.participants().stream().map(ReferenceResultsTest::withdrawn).toList(),
                        data.answers(),
                        false);
        JsonNode ours = json(without);
        assertThat(ours.at("/study.flow/enrolled").asInt()).isEqualTo(143);
        assertThat(ours.at("/study.flow/t1").asInt()).isZero();
    }

    private static skills.evaluation.data.Participant withdrawn(
            skills.evaluation.data.Participant p) {
        return new skills.evaluation.data.Participant(
                p.id(),
                p.arm(),
                p.unit(),
                p.school(),
                p.gender(),
                p.age(),
                p.user(),
                p.sittings(),
                p.minutes(),
                false,
                false);
    }

    @Test
    void itStopsWhenItIsToldTo() {
        assertThatThrownBy(() -> ReferenceResults.of(Original.data(), (done, of) -> done < 3))
                .isInstanceOf(Cancelled.class);
        Map<String, Object> all = ReferenceResults.of(Original.data(), (done, of) -> done <= of);
        assertThat(all).hasSize(OURS.size());
    }
}
