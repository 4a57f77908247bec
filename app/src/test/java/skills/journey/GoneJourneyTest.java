package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.identity.GroupId;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.ProfileSkill;

/**
 * "Our profession is gone" on a phone: anybody closes an occupation, a student lets herself count,
 * the teacher sees the figures of twelve, and the sheet of the lesson.
 */
class GoneJourneyTest extends BrowserTest {

    @Autowired DemoAccounts demo;
    @Autowired OccupationProfiles profiles;
    @Autowired SkillClaims claims;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void anybodyClosesAnOccupationAndSeesWhereItsPeopleCanGo(String language) {
        try (BrowserContext phone = phone(language)) {
            Page page = open(phone);
            page.navigate("/gone");
            page.selectOption("#region", "noord-holland");
            page.locator("#q").pressSequentially("check-in");
            page.locator("#options button").first().waitFor();
            look(page, "gone-ask-" + language);
            page.locator("#options button")
                    .filter(
                            new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText(
                                            language.equals("en")
                                                    ? "Check-in and gate agent"
                                                    : "Medewerker check-in en gate"))
                    .first()
                    .tap();
            page.waitForURL("**/gone/*?region=noord-holland");
            assertThat(page.locator(".flow .to li").count()).isBetween(3, 8);
            assertThat(page.locator(".bands .b").count())
                    .isEqualTo(page.locator(".flow .to li").count());
            // Each band ends beside its words, however high the rows are.
            assertThat(
                            (boolean)
                                    page.evaluate(
                                            """
                                            () => { const svg = document.querySelector('.bands').getBoundingClientRect();
                                              const to = document.querySelector('.flow .to').getBoundingClientRect();
                                              return Math.abs(svg.top - to.top) < 2 && Math.abs(svg.bottom - to.bottom) < 2; }
                                            """))
                    .isTrue();
            look(page, "gone-" + language);
            String here = page.url();
            assertThat(weigh(phone, "gone", here)).isLessThan(MOST_BYTES);
            page.locator("a[href*='/lesson']").first().tap();
            page.waitForURL("**/lesson?region=noord-holland");
            look(page, "gone-lesson-" + language);
            page.pdf(
                    new Page.PdfOptions()
                            .setPath(
                                    java.nio.file.Path.of("target/gone-print-" + language + ".pdf"))
                            .setFormat("A4"));
        }
    }

    @Test
    void aPlaceThatIsNotThereIsSaidAtTheField() {
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            page.navigate("/gone?q=steward&region=near&place=Qqqxyz");
            page.locator("#options button").first().tap();
            page.locator(".errors").waitFor();
            assertThat(page.locator("#place-e").isVisible()).isTrue();
            look(page, "gone-wrong");
        }
    }

    @Test
    void aStudentLetsHerselfCountAndTheTeacherSeesTheFiguresOfTheClass() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        GroupId group =
                demo.group(
                        demo.organization("School " + run),
                        "Luchtvaart 4A",
                        person("teacher-" + run));
        String gate =
                "/gone/" + profiles.bySlug("passenger-handling").orElseThrow() + "?region=all";
        String page = gate + "&class=" + group.value();
        for (int i = 0; i < 12; i++) {
            AccountId student = person("s" + i + "-" + run);
            demo.join(student, group);
            List<ProfileSkill> skills =
                    profiles.of(profiles.bySlug("passenger-handling").orElseThrow()).skills();
            for (int s = 0; s < 7 + i % 3; s++)
                claims.say(
                        student,
                        skills.get(s).skill(),
                        Level.ALONE,
                        ClaimSource.STATEMENT,
                        "t",
                        null);
            if (i == 0) continue;
            var browser = new Visitor();
            browser.post("/demo/s" + i + "-" + run);
            browser.post(
                    page.replace("?", "/count?").split("\\?")[0],
                    "class",
                    group.value().toString(),
                    "region",
                    "all");
        }
        try (BrowserContext teacher = phone("nl");
                BrowserContext student = phone("nl")) {
            Page board = signedIn(teacher, "teacher-" + run);
            board.navigate(page);
            board.locator("#class .alt").tap();
            board.locator("#class form[action$='/reopen']").waitFor();
            look(board, "gone-teacher");
            assertThat(board.locator("#class").innerText()).contains("10 mensen tellen mee");
            assertThat(board.locator("#class .doors li").count()).isPositive();

            Page own = signedIn(student, "s0-" + run);
            own.navigate("/explore");
            look(own, "gone-explore");
            own.locator(".wentline a").first().tap();
            own.waitForURL("**/gone/**");
            look(own, "gone-student");
            own.locator("#class .btn").tap();
            own.locator("#class form[action$='/stop']").waitFor();
            assertThat(own.locator("#class").innerText()).contains("Jij telt mee.");
            look(own, "gone-counted");
            own.navigate("/share");
            look(own, "gone-share");
            own.locator("#counting ~ ul .alt").tap();
            own.waitForURL("**/share?closed=**");
            assertThat(own.locator("#counting").count()).isZero();
        }
    }

    private AccountId person(String name) {
        return demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
    }

    private Page signedIn(BrowserContext phone, String name) {
        Page page = open(phone);
        page.navigate("/signin");
        page.evaluate(
                """
                async name => fetch('/demo/' + name, {method: 'POST', body: new URLSearchParams({
                    _csrf: document.querySelector('meta[name=csrf]').content})})
                """,
                name);
        return page;
    }
}
