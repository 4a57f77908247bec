package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.Accounts;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/** A questionnaire of a study: asked there alone, and nobody gets a result from it. */
class AskedForStudyTest extends RoomTest {

    private static final String NAME = "study-self-insight-skills";

    @Autowired Questionnaires questionnaires;
    @Autowired Instruments instruments;
    @Autowired Results results;
    @Autowired ResultPages pages;
    @Autowired Answers answers;
    @Autowired Accounts accounts;
    @Autowired DemoAccounts demo;

    private AssessmentSession answered(AccountId account, String name) {
        Instrument instrument = instruments.current(name).orElseThrow();
        AssessmentSession session =
                questionnaires.begin(account, instrument, Questionnaires.Pictures.NONE);
        for (int p = 1; p <= session.total(); p++)
            session =
                    answers.take(
                            account,
                            session,
                            new Response(
                                    session.item(p).id(),
                                    new Answer.Chosen(3),
                                    null,
                                    Instant.now(),
                                    UUID.randomUUID(),
                                    p));
        return session;
    }

    @Test
    void itIsNotBegunOutsideAStudy() {
        var visitor = new Visitor();
        visitor.post("/start", "q", "iets met mensen");
        assertThat(visitor.get("/questions/" + NAME).status()).isEqualTo(404);
        assertThat(visitor.post("/questions/" + NAME).status()).isEqualTo(404);
        assertThat(visitor.get("/results/" + NAME).path()).isEqualTo("/next");
    }

    @Test
    void allItsAnswersAreKeptAndGiveNoResultToAnybody() {
        AccountId account = accounts.newGuest().id();
        AssessmentSession session = answered(account, NAME);
        assertThat(session.isDone()).isTrue();
        assertThat(
                        jdbc.sql("select count(*) from response where session = :s")
                                .param("s", session.id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(session.total());
        assertThat(results.latest(account, NAME)).isEmpty();
        assertThat(pages.of(account, NAME)).isEmpty();
        // The same way with a questionnaire of the passport gives one.
        answered(account, Questionnaires.PERSONALITY);
        assertThat(results.latest(account, Questionnaires.PERSONALITY)).isPresent();
        assertThat(pages.of(account, Questionnaires.PERSONALITY)).isPresent();
    }

    @Test
    void anAdministratorSeesItsQuestionsAndThatItGivesNoResult() {
        String name = "beheer-" + UUID.randomUUID().toString().substring(0, 8);
        demo.administrator(demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99));
        var admin = new Visitor();
        admin.post("/demo/" + name);
        var list = admin.get("/admin/instruments");
        assertThat(list.text()).contains("Weet ik wat ik kan?", "Voor een onderzoek");
        assertThat(list.html())
                .contains("/admin/instruments/" + NAME + "/1.0")
                .contains("\"/questions/how-i-work\"")
                .doesNotContain("\"/questions/" + NAME + "\"")
                .doesNotContain("\"/admin/results/" + NAME + "\"");
        var page = admin.get("/admin/instruments/" + NAME + "/1.0");
        assertThat(page.text()).contains("Voor een onderzoek", "moet ik lang nadenken");
        assertThat(page.html()).doesNotContain("\"/questions/" + NAME + "\"");
        assertThat(admin.get("/admin/results/" + NAME).status()).isEqualTo(404);
    }
}
