package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static skills.identity.Account.AgeGroup.ADULT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skills.Visitor;

/** Only the age group is stored, and what it means for a child. */
class AgeTest extends IdentityTest {

    @ParameterizedTest
    @CsvSource({
        "2010-11-25, 2026-11-25, FROM_16_TO_17", // sixteen today
        "2010-11-26, 2026-11-25, UNDER_16", // tomorrow
        "2008-11-25, 2026-11-25, ADULT",
        "2008-11-26, 2026-11-25, FROM_16_TO_17",
        "2012-02-29, 2028-02-28, UNDER_16", // born on 29 February, a leap year again
        "2012-02-29, 2028-02-29, FROM_16_TO_17",
        "2008-02-29, 2026-02-28, FROM_16_TO_17", // no 29 February: eighteen on 1 March
        "2008-02-29, 2026-03-01, ADULT",
    })
    void theGroupChangesOnTheBirthday(LocalDate birth, LocalDate today, Account.AgeGroup group) {
        assertThat(Account.AgeGroup.of(birth, today)).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12-3-2008",
                "12/03/2008",
                "12.3.2008",
                "12 3 2008",
                "12 - 3 - 2008",
                " 12-3-08 ",
                "12 maart 2008",
                "12 mrt 2008",
                "12 March 2008",
                "March 12, 2008",
                "2008-03-12",
                "12032008"
            })
    void aDateIsReadAsPeopleWriteIt(String typed) {
        assertThat(BirthDate.read(typed, LocalDate.of(2026, 11, 25)))
                .contains(LocalDate.of(2008, 3, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gisteren",
                "31-2-2008",
                "29-2-2007",
                "12-13-2008",
                "2008",
                "12-3",
                "0-1-2008",
                "😀",
                "12-3-20008"
            })
    void whatIsNoDateIsNotRead(String typed) {
        assertThat(BirthDate.read(typed, LocalDate.of(2026, 11, 25))).isEmpty();
    }

    @Test
    void twoDigitsAreNeverAYearToCome() {
        assertThat(BirthDate.read("1-1-27", LocalDate.of(2026, 11, 25)))
                .contains(LocalDate.of(1927, 1, 1));
        assertThat(BirthDate.read("1-1-26", LocalDate.of(2026, 11, 25)))
                .contains(LocalDate.of(2026, 1, 1));
    }

    private Visitor joined() {
        var browser = new Visitor();
        browser.post("/join", "code", openCode().code().value());
        return browser;
    }

    @Test
    void theDayBeginsAtMidnightInAmsterdam() {
        // 25 November 2026 in Amsterdam begins at 23:00 of the 24th, universal time.
        clock.set(Instant.parse("2026-11-24T22:58:00Z"));
        assertThat(joined().post("/keep/age", "date", "25-11-2010").text())
                .contains("Je bent nog geen 16");
        clock.set(Instant.parse("2026-11-24T23:00:01Z"));
        assertThat(joined().post("/keep/age", "date", "25-11-2010").text())
                .contains("Je paspoort is bewaard");
    }

    @Test
    void badDatesGetAMessageAndWhatWasTypedStays() {
        var browser = joined();
        assertThat(browser.post("/keep/age", "date", "31-2-2008").text())
                .contains("kunnen we niet lezen");
        assertThat(browser.post("/keep/age", "date", "").text())
                .contains("Vul je geboortedatum in");
        assertThat(browser.post("/keep/age", "date", "1-1-2099").text()).contains("moet nog komen");
        assertThat(browser.post("/keep/age", "date", "1-1-1850").text()).contains("120 jaar");
        assertThat(browser.post("/keep/age", "date", "31-2-2008").html())
                .contains("value=\"31-2-2008\"");
    }

    @Test
    void noDateOfBirthIsStored() {
        Invitation code = openCode();
        var browser = new Visitor();
        browser.post("/join", "code", code.code().value());
        browser.post("/keep/age", "date", "17-9-1987");
        var id = memberships.in(code.group()).getFirst();
        var rows =
                jdbc.sql("select age_answer::text from age_answer where account = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .list();
        assertThat(rows).hasSize(1).allMatch(r -> r.contains("ADULT") && !r.contains("1987"));
    }

    @Test
    void underSixteenNothingIsKeptUntilAParentAllowsAndAWithdrawnConsentErasesIt() {
        Invitation code = openCode();
        var child = new Visitor();
        child.post("/join", "code", code.code().value());
        var id = memberships.in(code.group()).getFirst();
        String birth = (LocalDate.now().getYear() - 14) + "-01-01";
        assertThat(child.post("/keep/age", "date", birth).text()).contains("Klopt dat?");
        var ask = child.post("/keep/age", "date", birth, "sure", "yes");
        assertThat(ask.path()).isEqualTo("/keep/parent");
        assertThat(ask.text()).contains("wissen we 24 uur na je start").contains("vanaf je 16e");
        assertThat(accounts.find(id).orElseThrow().isGuest()).isTrue();
        assertThat(accounts.find(id).orElseThrow().mayHavePublicPage()).isFalse();
        assertThat(child.get("/keep/done").status()).as("only for who kept").isEqualTo(403);
        // Another date now does not help.
        child.get("/signin");
        assertThat(child.post("/keep/age", "date", "1-1-1990").path()).isEqualTo("/keep/parent");

        String parent = address();
        assertThat(child.post("/keep/parent", "address", parent).text())
                .contains("We wachten op")
                .contains(parent);
        String link = link(parent);
        assertThat(new Visitor().get(link).text())
                .contains("Mag je kind dit bewaren?")
                .contains("Alleen je kind ziet het");
        assertThat(accounts.find(id).orElseThrow().isGuest()).as("looking allows nothing").isTrue();
        var parents = new Visitor();
        assertThat(parents.post(link).text()).contains("Dank je");
        assertThat(parents.getOnce("/keep").status())
                .as("a parent is not signed in as the child")
                .isEqualTo(302);
        assertThat(accounts.find(id).orElseThrow().isGuest()).isFalse();
        assertThat(accounts.find(id).orElseThrow().mayHavePublicPage()).isFalse();

        String withdraw = link(parent);
        assertThat(withdraw).isNotEqualTo(link);
        clock.advance(Duration.ofDays(200));
        assertThat(new Visitor().get(withdraw).text())
                .contains("wissen we het hele paspoort meteen");
        assertThat(accounts.find(id)).isPresent();
        new Visitor().post(withdraw);
        assertThat(accounts.find(id)).isEmpty();
    }

    @Test
    void aParentsAddressCannotBeTheChildsOwn() {
        var child = new Visitor();
        child.post("/join", "code", openCode().code().value());
        String own = address();
        child.post("/keep/mail", "address", own);
        child.post(link(own));
        child.post("/keep/age", "date", "2020-01-01", "sure", "yes");
        assertThat(child.post("/keep/parent", "address", own).text())
                .contains("Dit is je eigen adres");
    }

    @Test
    void theAgeIsAskedAgainAfterAYearAndNobodyGrowsYounger() {
        Kept kept = kept();
        kept.browser().get("/keep");
        clock.advance(Duration.ofDays(364));
        assertThat(
                        kept.browser()
                                .getOnce("/signin/onward")
                                .response()
                                .headers()
                                .firstValue("Location"))
                .isPresent();
        var account = accounts.find(kept.account()).orElseThrow();
        assertThat(keeping.ageIsDue(account)).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(keeping.ageIsDue(account)).isTrue();
        assertThat(kept.browser().get("/keep/age").text()).contains("één keer per jaar");
        assertThat(kept.browser().post("/keep/age", "date", "1-1-2015").text())
                .contains("past niet bij wat je eerder zei");
        kept.browser().post("/keep/age", "date", "1-2-1990");
        assertThat(keeping.ageIsDue(accounts.find(kept.account()).orElseThrow())).isFalse();
        assertThat(accounts.find(kept.account()).orElseThrow().ageGroup()).isEqualTo(ADULT);
    }

    @org.springframework.beans.factory.annotation.Autowired Keeping keeping;
}
