package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancies.Search;

/** Hiding an occupation and wanting to become one. */
class ChoicesTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired SkillClaims claims;
    @Autowired OccupationProfiles profiles;
    @Autowired Occupations occupations;
    @Autowired Matcher matcher;
    @Autowired Vacancies vacancies;
    @Autowired OccupationChoices choices;
    @Autowired NearestJobs jobs;

    private Visitor browser;
    private AccountId account;

    @BeforeEach
    void somebodyWithSkills() {
        String name = "c" + UUID.randomUUID().toString().substring(0, 8);
        account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        browser = new Visitor();
        browser.post("/demo/" + name);
        profiles.of(profiles.bySlug("passenger-handling").orElseThrow())
                .skills()
                .forEach(
                        s ->
                                claims.say(
                                        account,
                                        s.skill(),
                                        Level.ALONE,
                                        ClaimSource.STATEMENT,
                                        "t",
                                        null));
    }

    private OccupationId first() {
        return matcher.occupations(account, 6).getFirst().occupation();
    }

    private int rows() {
        return jdbc.sql(
                        "select count(*) from occupation_choice where account = :a and said_at is not null")
                .param("a", account.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aHiddenOccupationLeavesTheListsAndComesBackWithOneTap() {
        OccupationId id = first();
        String title = occupations.find(id).orElseThrow().name().nl();
        assertThat(browser.get("/explore").html()).contains("/occupation/" + id.value() + "/hide");
        var page = browser.post("/occupation/" + id.value() + "/hide");
        assertThat(page.path()).startsWith("/explore");
        assertThat(page.text()).contains("‘" + title + "’ is verborgen", "Verborgen beroepen: 1");
        assertThat(page.html()).doesNotContain("href=\"/occupation/" + id.value() + "\"");
        assertThat(matcher.occupations(account, 40))
                .extracting(Matcher.OccupationMatch::occupation)
                .doesNotContain(id);
        assertThat(browser.get("/explore?q=" + title.replace(" ", "+")).html())
                .doesNotContain("href=\"/occupation/" + id.value() + "\"");
        assertThat(browser.get("/explore/hidden").text()).contains(title, "Verborgen op");
        assertThat(browser.get("/occupation/" + id.value()).text())
                .contains("Je hebt dit beroep verborgen op");
        var back = browser.post("/occupation/" + id.value() + "/show", "to", "list");
        assertThat(back.html()).contains("href=\"/occupation/" + id.value() + "\"");
        assertThat(back.text()).doesNotContain("Verborgen beroepen");
        assertThat(first()).isEqualTo(id);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void theVacanciesOfAHiddenOccupationLeaveTheListsToo() {
        var job = jobs.best(account).orElseThrow();
        OccupationId id = job.vacancy().occupation().id();
        int before = jobs.postedSince(account, vacancies.today().minusDays(400));
        int of = vacancies.countOpen(Search.all().of(List.of(id)));
        choices.hide(account, id, true);
        assertThat(jobs.best(account).orElseThrow().vacancy().occupation().id()).isNotEqualTo(id);
        assertThat(jobs.postedSince(account, vacancies.today().minusDays(400)))
                .isEqualTo(before - of);
        assertThat(browser.get("/explore?occupation=" + id.value()).html())
                .as("asked for by name they are there")
                .contains("/vacancy/");
    }

    @Test
    void aWishStandsUntilItIsTakenAwayAndSayingItAgainLeavesNoRow() {
        OccupationId id = first();
        var page = browser.post("/occupation/" + id.value() + "/wish");
        assertThat(page.path()).isEqualTo("/occupation/" + id.value() + "/steps");
        assertThat(page.text()).contains("dit wil ik worden.");
        browser.post("/occupation/" + id.value() + "/wish");
        assertThat(rows()).isEqualTo(1);
        assertThat(browser.get("/explore").html())
                .contains("href=\"/occupation/" + id.value() + "/steps\"");
        assertThat(choices.wished(account)).containsExactly(id);
        browser.post("/occupation/" + id.value() + "/unwish");
        assertThat(choices.wished(account)).isEmpty();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void hidingWhatOneWantedTakesTheWishBackAndWishingShowsWhatWasHidden() {
        OccupationId id = first();
        choices.wish(account, id, true);
        choices.hide(account, id, true);
        assertThat(choices.wished(account)).isEmpty();
        assertThat(choices.hidden(account)).containsExactly(id);
        choices.wish(account, id, true);
        assertThat(choices.hidden(account)).isEmpty();
        assertThat(choices.wished(account)).containsExactly(id);
    }

    @Test
    void whatOnePersonHidesAnotherStillSees() {
        OccupationId id = first();
        AccountId other = account;
        somebodyWithSkills();
        choices.hide(other, id, true);
        assertThat(choices.hidden(account)).isEmpty();
        assertThat(first()).isEqualTo(id);
    }

    @Test
    void anUnknownOccupationCannotBeChosen() {
        assertThat(browser.post("/occupation/" + UUID.randomUUID() + "/hide").status())
                .isEqualTo(404);
        assertThat(rows()).isZero();
    }
}
