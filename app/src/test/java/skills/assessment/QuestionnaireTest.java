package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Accounts;
import skills.kernel.AccountId;
import skills.platform.ContentNode;

/** Taking a questionnaire: begun, gone on with, finished in its own version. */
class QuestionnaireTest extends RoomTest {

    @Autowired Questionnaires questionnaires;
    @Autowired Instruments instruments;
    @Autowired AssessmentSessions sessions;
    @Autowired Results results;
    @Autowired Answers answers;
    @Autowired Accounts accounts;

    private AccountId somebody() {
        return accounts.newGuest().id();
    }

    private Instrument personality() {
        return instruments.current(Questionnaires.PERSONALITY).orElseThrow();
    }

    /** The files of a shipped instrument, to change something in. */
    private Map<String, String> files(Instrument instrument) {
        String text =
                jdbc.sql("select files::text from instrument where name = :n and version = :v")
                        .param("n", instrument.id().name())
                        .param("v", instrument.id().version())
                        .query(String.class)
                        .single();
        Map<String, String> files = new TreeMap<>();
        tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree(text)
                .properties()
                .forEach(f -> files.put(f.getKey(), f.getValue().asString()));
        return files;
    }

    private AssessmentSession answer(
            AccountId account, AssessmentSession session, int position, Answer answer) {
        return answers.take(
                account,
                session,
                new Response(
                        session.item(position).id(),
                        answer,
                        null,
                        now(),
                        UUID.randomUUID(),
                        position));
    }

    @Test
    void thirtyStatementsAlternateAndHalfOfEachScaleHasItsDrawing() {
        AccountId account = somebody();
        Instrument instrument = personality();
        var session = questionnaires.begin(account, instrument, Questionnaires.Pictures.HALF);
        assertThat(session.total()).isEqualTo(30);
        Map<String, Integer> asked = new HashMap<>();
        Map<String, Integer> drawn = new HashMap<>();
        for (AskedItem item : session.items()) {
            String scale = instrument.item(item.id()).orElseThrow().scale();
            asked.merge(scale, 1, Integer::sum);
            if (item.withScene()) drawn.merge(scale, 1, Integer::sum);
        }
        assertThat(asked.values()).containsOnly(6);
        for (Instrument.Scale scale : instrument.scales()) {
            long scenes =
                    instrument.items().stream()
                            .filter(i -> i.scale().equals(scale.id()) && i.scene() != null)
                            .count();
            assertThat(drawn.getOrDefault(scale.id(), 0)).isEqualTo((int) (scenes / 2));
        }
        for (int p = 2; p <= session.total(); p++)
            assertThat(instrument.item(session.item(p).id()).orElseThrow().scale())
                    .isNotEqualTo(instrument.item(session.item(p - 1).id()).orElseThrow().scale());
    }

    @Test
    void whoWantsNoDrawingsGetsNoneAndBeginningAgainGoesOn() {
        AccountId account = somebody();
        var session = questionnaires.begin(account, personality(), Questionnaires.Pictures.NONE);
        assertThat(session.items()).noneMatch(AskedItem::withScene);
        answer(account, session, 1, new Answer.Chosen(3));
        var again = questionnaires.begin(account, personality(), Questionnaires.Pictures.ALL);
        assertThat(again.id()).isEqualTo(session.id());
        assertThat(again.open()).isEqualTo(29);
        var over = questionnaires.startOver(account, personality(), Questionnaires.Pictures.ALL);
        assertThat(over.id()).isNotEqualTo(session.id());
        assertThat(over.open()).isEqualTo(30);
    }

    @Test
    void theLastAnswerMakesTheResultAndAChangedOneMakesAnother() {
        AccountId account = somebody();
        var session = questionnaires.begin(account, personality(), Questionnaires.Pictures.HALF);
        for (int p = 1; p <= 29; p++) session = answer(account, session, p, new Answer.Chosen(2));
        assertThat(results.latest(account, Questionnaires.PERSONALITY)).isEmpty();
        session = answer(account, session, 30, new Answer.Chosen(0));
        var first = results.latest(account, Questionnaires.PERSONALITY).orElseThrow();
        assertThat(first.answered()).isEqualTo(30);
        assertThat(first.instrument()).isEqualTo(personality().id());
        assertThat(first.scoring()).isEqualTo(personality().scoring().version());
        assertThat(first.scores()).isEqualTo(results.scores(session));
        answer(account, session, 30, new Answer.Chosen(4));
        var second = results.latest(account, Questionnaires.PERSONALITY).orElseThrow();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.scores()).isNotEqualTo(first.scores());
        assertThat(results.history(account, Questionnaires.PERSONALITY)).containsExactly(second);
    }

    @Test
    void leftOutIsNotAnAnswerAndTooFewAnswersGiveNoScore() {
        AccountId account = somebody();
        Instrument instrument = personality();
        var session = questionnaires.begin(account, instrument, Questionnaires.Pictures.NONE);
        int given = 0;
        for (int p = 1; p <= 30; p++) {
            boolean stable =
                    instrument.item(session.item(p).id()).orElseThrow().scale().equals("stability");
            session =
                    answer(
                            account,
                            session,
                            p,
                            stable && ++given > 3
                                    ? Answer.Skipped.DOES_NOT_APPLY
                                    : new Answer.Chosen(3));
        }
        var result = results.latest(account, Questionnaires.PERSONALITY).orElseThrow();
        assertThat(result.answered()).isEqualTo(27);
        var stability = result.scores().of("stability").orElseThrow();
        assertThat(stability.answered()).isEqualTo(3);
        assertThat(stability.isKnown()).isFalse();
        assertThat(result.scores().of("openness").orElseThrow().isKnown()).isTrue();
    }

    @Test
    void whoBeganWithAnOldVersionFinishesThatVersion() {
        AccountId account = somebody();
        Instrument old = instruments.current("what-drives-me-rated").orElseThrow();
        var session = questionnaires.begin(account, old, Questionnaires.Pictures.NONE);
        var files = files(old);
        files.put(
                "instrument.yaml",
                files.get("instrument.yaml")
                        .replace("version: \"" + old.id().version() + "\"", "version: \"9.9\""));
        assertThat(instruments.put("what-drives-me-rated", files)).isTrue();
        try {
            assertThat(instruments.current("what-drives-me-rated").orElseThrow().id().version())
                    .isEqualTo("9.9");
            for (int p = 1; p <= session.total(); p++)
                session = answer(account, session, p, new Answer.Chosen(p % 5));
            var result = results.latest(account, "what-drives-me-rated").orElseThrow();
            assertThat(result.instrument()).isEqualTo(old.id());
            var fresh =
                    questionnaires.begin(
                            account,
                            instruments.current("what-drives-me-rated").orElseThrow(),
                            Questionnaires.Pictures.NONE);
            assertThat(fresh.subject())
                    .isEqualTo(
                            new Subject.Questionnaire(
                                    new InstrumentId("what-drives-me-rated", "9.9")));
        } finally {
            jdbc.sql(
                            "delete from instrument where version = '9.9' and not exists (select from assessment_session where version = '9.9')")
                    .update();
        }
    }

    @Test
    void aVersionThatSomebodyBeganIsNeverChanged() {
        Instrument instrument = instruments.current(Questionnaires.DRIVES).orElseThrow();
        questionnaires.begin(somebody(), instrument, Questionnaires.Pictures.NONE);
        var files = files(instrument);
        files.put("instrument.yaml", files.get("instrument.yaml") + "\n# changed\n");
        assertThat(instruments.put(Questionnaires.DRIVES, files)).isFalse();
        assertThat(instruments.find(instrument.id())).contains(instrument);
    }

    @Test
    void aMistakeInTheFilesIsToldWithItsPlaceAndWithoutASheetNothingIsPublished() {
        var files = files(personality());
        var unknown = new TreeMap<>(files);
        unknown.put("items_nl.yaml", files.get("items_nl.yaml") + "\nzz9: \"Te veel.\"\n");
        assertThatThrownBy(() -> instruments.put("how-i-work", unknown))
                .isInstanceOf(ContentNode.Wrong.class)
                .hasMessageContaining("how-i-work/items_nl.yaml")
                .hasMessageContaining("zz9");
        var bare = new TreeMap<>(files);
        bare.remove("SOURCE.md");
        assertThatThrownBy(() -> instruments.put("how-i-work", bare))
                .hasMessageContaining("SOURCE.md is missing");
        var half = new TreeMap<>(files);
        half.put("SOURCE.md", files.get("SOURCE.md").replace("## Normen", "## Iets"));
        assertThatThrownBy(() -> instruments.put("how-i-work", half))
                .hasMessageContaining("## Normen");
    }

    @Test
    void withoutScriptTheWholeQuestionnaireIsAnsweredOneAScreen() {
        var visitor = new Visitor();
        visitor.post("/start", "q", "iets met mensen");
        assertThat(visitor.get("/questions/how-i-work").text())
                .contains("30 vragen", "Nog 3 minuten");
        var page = visitor.post("/questions/how-i-work", "pictures", "half");
        assertThat(page.text()).contains("Vraag 1 van 30");
        for (int p = 1; p <= 30; p++) page = visitor.post(page.path(), "value", "" + p % 5);
        assertThat(page.path()).isEqualTo("/results/how-i-work");
    }

    @Test
    void bestAndWorstAreTwoPlacesOfTheBlockAndNothingElseIsKept() {
        var visitor = new Visitor();
        visitor.post("/start", "q", "iets met mensen");
        var page = visitor.post("/questions/what-drives-me");
        String first = page.path();
        for (List<String> bad :
                List.of(
                        List.of("best", "1", "worst", "1"),
                        List.of("best", "1"),
                        List.of("best", "4", "worst", "0"),
                        List.of("value", "3"),
                        List.of("best", "x", "worst", "0")))
            assertThat(visitor.post(first, bad.toArray(String[]::new)).text())
                    .contains("Kies een antwoord");
        assertThat(visitor.post(first, "best", "1", "worst", "3").path()).endsWith("/2");
        UUID session = UUID.fromString(first.split("/")[2]);
        assertThat(
                        jdbc.sql("select value || '-' || worst from response where session = :s")
                                .param("s", session)
                                .query(String.class)
                                .list())
                .containsExactly("1-3");
    }

    @Test
    void anAnswerOfAPhoneIsKeptForThePersonWhoGaveItOnly() {
        var visitor = new Visitor();
        visitor.post("/start", "q", "iets met mensen");
        var page = visitor.post("/questions/what-drives-me");
        String mark = page.find("data-holder=\"([0-9a-f-]{36})\"").orElseThrow();
        visitor.header("X-Queue", "1");
        assertThat(new Visitor().header("X-Queue", "1").postOnce(page.path(), "best", "1").status())
                .as("signed out, with a token that is not its own")
                .isIn(401, 403);
        var other = new Visitor();
        other.post("/start", "q", "iets met mensen");
        String anotherMark =
                other.post("/questions/what-drives-me")
                        .find("data-holder=\"([0-9a-f-]{36})\"")
                        .orElseThrow();
        assertThat(anotherMark).isNotEqualTo(mark);
        other.header("X-Queue", "1").header("X-Holder", mark);
        assertThat(other.postOnce(page.path(), "best", "1", "worst", "2").status()).isEqualTo(409);
        visitor.header("X-Holder", mark);
        assertThat(visitor.postOnce(page.path(), "best", "1", "worst", "2").status())
                .isEqualTo(200);
        assertThat(
                        jdbc.sql("select count(*) from response where session = :s")
                                .param("s", UUID.fromString(page.path().split("/")[2]))
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }
}
