package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/** What a person says of applying, and the way to the employer. */
class MineTest extends RoomTest {

    @Autowired ApplicationContext all;
    @Autowired DemoAccounts demo;
    private Arrivals arrivals;
    private AccountId account;

    @BeforeEach
    void arrivals() {
        arrivals = new Arrivals(all);
    }

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where source like '" + Arrivals.SOURCE + "%'").update();
    }

    private Visitor person() {
        String name = "m" + UUID.randomUUID().toString().substring(0, 8);
        account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        return browser;
    }

    private int rows() {
        return jdbc.sql("select count(*) from vacancy_application where account = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasSaidIsARowTheLastOneHoldsAndTheSameTwiceIsOne() {
        VacancyId id = arrivals.add("Kok " + Arrivals.word());
        Visitor her = person();
        assertThat(her.get("/vacancy/" + id).text())
                .contains("Ik heb gesolliciteerd")
                .doesNotContain("Ik hoorde niets");
        var page = her.post("/vacancy/" + id + "/mine", "what", "APPLIED");
        her.post("/vacancy/" + id + "/mine", "what", "APPLIED");
        assertThat(page.text()).contains("Je solliciteerde op", "Ik hoorde niets", "Toch niet");
        assertThat(rows()).isEqualTo(1);
        assertThat(her.post("/vacancy/" + id + "/mine", "what", "GOT").text())
                .contains("Je hebt de baan");
        assertThat(rows()).isEqualTo(2);
        assertThat(her.postOnce("/vacancy/" + id + "/mine", "what", "BOSS").status())
                .as("nothing that the form holds")
                .isEqualTo(404);
        assertThat(
                        her.postOnce("/vacancy/" + UUID.randomUUID() + "/mine", "what", "APPLIED")
                                .status())
                .isEqualTo(404);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void theListIsHersAloneAndKeepsWhatEndedAndWhatIsGone() {
        String ended = "Kok " + Arrivals.word();
        String gone = "Bakker " + Arrivals.word();
        VacancyId first = arrivals.add(ended);
        VacancyId second = arrivals.add(gone);
        Visitor her = person();
        her.post("/vacancy/" + first + "/mine", "what", "APPLIED");
        her.post("/vacancy/" + second + "/mine", "what", "APPLIED", "from", "list");
        assertThat(her.get("/vacancies/mine").text())
                .contains("Je wacht op 2 antwoorden", ended, gone)
                .doesNotContain("gesloten");
        assertThat(person().get("/vacancies/mine").text()).doesNotContain(ended, gone);
        jdbc.sql("delete from vacancy where id = :id").param("id", second.value()).update();
        jdbc.sql("update vacancy set open_until = posted, ended_on = posted where id = :id")
                .param("id", first.value())
                .update();
        var list = her.get("/vacancies/mine");
        assertThat(list.text()).contains(ended, gone, "Deze vacature is gesloten.");
        assertThat(list.html())
                .contains("href=\"/vacancy/" + first)
                .doesNotContain("href=\"/vacancy/" + second);
        assertThat(
                        her.post("/vacancy/" + second + "/mine", "what", "REJECTED", "from", "list")
                                .text())
                .contains("Je wacht op één antwoord", "het niet doorgaat");
    }

    @Test
    void afterTwoWeeksWithoutWordSheIsAskedOnceAndNeverAgain() {
        String title = "Kok " + Arrivals.word();
        VacancyId id = arrivals.add(title);
        Visitor her = person();
        her.post("/vacancy/" + id + "/mine", "what", "APPLIED");
        clock.advance(Duration.ofDays(13));
        assertThat(her.get("/next").text()).doesNotContain("iets gehoord");
        clock.advance(Duration.ofDays(2));
        assertThat(her.get("/next").text()).contains("Heb je iets gehoord over ‘" + title);
        clock.advance(Duration.ofMinutes(10));
        assertThat(her.get("/next").text()).as("the same visit").contains("iets gehoord");
        clock.advance(Duration.ofHours(2));
        assertThat(her.get("/next").text()).as("asked once").doesNotContain("iets gehoord");
        clock.advance(Duration.ofDays(20));
        assertThat(her.get("/next").text()).doesNotContain("iets gehoord");
    }

    @Test
    void whoSaidWhatCameOfItIsNotAsked() {
        VacancyId id = arrivals.add("Kok " + Arrivals.word());
        Visitor her = person();
        her.post("/vacancy/" + id + "/mine", "what", "APPLIED");
        her.post("/vacancy/" + id + "/mine", "what", "NOTHING");
        clock.advance(Duration.ofDays(15));
        assertThat(her.get("/next").text()).doesNotContain("iets gehoord");
    }

    @Test
    void theLinkOutNamesItsSiteSendsNoReferrerAndListsTheOtherSources() {
        String title = "Kok " + Arrivals.word();
        VacancyId id =
                arrivals.add(title, "Proefbedrijf", "Utrecht", "https://www.eerste.example/1?a=b");
        VacancyId same = arrivals.add(title, "Proefbedrijf", "Utrecht", "https://tweede.example/2");
        VacancyId bad = arrivals.add(title, "Proefbedrijf", "Utrecht", "javascript:alert(1)");
        VacancyId ended = arrivals.add(title, "Proefbedrijf", "Utrecht", "https://derde.example/3");
        for (VacancyId v : new VacancyId[] {same, bad, ended})
            jdbc.sql("update vacancy set same_as = :id, source = :source where id = :double")
                    .param("id", id.value())
                    .param("source", Arrivals.SOURCE + " two")
                    .param("double", v.value())
                    .update();
        jdbc.sql("update vacancy set ended_on = posted where id = :id")
                .param("id", ended.value())
                .update();
        var page = person().get("/vacancy/" + id);
        assertThat(page.text())
                .contains("Deze baan staat op 2 plekken", "eerste.example", "tweede.example")
                .contains(Arrivals.SOURCE + " two");
        assertThat(page.html())
                .doesNotContain("javascript:", "derde.example")
                .contains("href=\"https://www.eerste.example/1?a=b\"");
        assertThat(page.html().split("rel=\"noopener noreferrer external\"", -1)).hasSize(3);
        assertThat(page.html().split("referrerpolicy=\"no-referrer\"", -1)).hasSize(3);
        assertThat(page.response().headers().firstValue("Referrer-Policy"))
                .as("and the page itself tells other sites nothing")
                .hasValue("same-origin");
        assertThat(person().get("/vacancy/" + bad).html()).doesNotContain("javascript:");
    }
}
