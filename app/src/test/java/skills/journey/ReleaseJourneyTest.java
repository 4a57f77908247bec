package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;

/** A result goes to a coach, is hidden from her, and is shown again with other words above it. */
class ReleaseJourneyTest extends BrowserTest {

    private static final String ANSWER =
            """
            async () => {
                const csrf = document.querySelector('meta[name=csrf]').content;
                let page = await fetch('/questions/how-i-work', {method: 'POST',
                    body: new URLSearchParams({_csrf: csrf, pictures: 'half'})});
                const base = page.url.replace(/\\d+$/, '');
                for (let p = 1; p <= 30; p++)
                    await fetch(base + p, {method: 'POST', redirect: 'manual', body: new URLSearchParams({_csrf: csrf,
                        value: String([4, 2, 3, 1, 2, 0][(p + Math.floor(p / 5)) % 6])})});
            }
            """;

    @Autowired DemoAccounts demo;

    private void signIn(Page page) {
        String name = "release-" + UUID.randomUUID().toString().substring(0, 8);
        demo.person(name, LocalizedText.same("Noor"), Account.AgeGroup.ADULT, 99);
        page.navigate("/signin");
        page.evaluate(
                """
                async name => fetch('/demo/' + name, {method: 'POST', body: new URLSearchParams({
                    _csrf: document.querySelector('meta[name=csrf]').content})})
                """,
                name);
        page.navigate("/next");
        page.evaluate(
                """
                async () => fetch('/profile/me', {method: 'POST', body: new URLSearchParams({
                    _csrf: document.querySelector('meta[name=csrf]').content,
                    name: 'Noor', sentence: ''})})
                """);
    }

    @Test
    void releasedToACoachHiddenAndShownAgainWithANote() {
        try (BrowserContext phone = phone("nl");
                BrowserContext coach = phone("nl")) {
            Page page = open(phone);
            signIn(page);
            page.evaluate(ANSWER);
            page.navigate("/share/new");
            look(page, "release-unseen");
            page.locator(".unseen a").tap();
            page.waitForURL("**/results/how-i-work");
            page.navigate("/share/new");
            assertThat(page.locator("input[name=result]:checked").count()).isZero();
            page.fill("#reader", "Karin de Wit");
            page.locator("text=Praten met mijn coach of docent").tap();
            page.locator("text=Mijn naam en zinnetje").tap();
            page.locator("label:has([name=result])").tap();
            look(page, "release-new");
            page.locator(".btn").tap();
            page.waitForURL("**/results/*");
            assertThat(page.locator("input[name=scale]:checked").count()).isZero();
            look(page, "release-scales");
            page.locator("label:has([name=scale])").nth(0).tap();
            page.locator("label:has([name=scale])").nth(3).tap();
            page.fill("#note", "Op stage was het vaak druk. Daar herken ik me in.");
            page.locator(".btn").tap();
            page.waitForURL("**/preview");
            look(page, "release-preview");
            page.locator(".btn").tap();
            page.waitForSelector("#link");
            look(page, "release-link");
            String link = page.inputValue("#link");

            Page reading = open(coach);
            reading.navigate(link);
            assertThat(reading.locator(".told h3").count()).isEqualTo(2);
            assertThat(reading.locator(".told").innerText()).contains("Op stage was het vaak druk");
            look(reading, "release-reader");

            page.navigate("/share");
            look(page, "release-list");
            page.locator(".held .alt").tap();
            page.waitForSelector("text=Laat weer zien");
            look(page, "release-hidden");
            reading.reload();
            assertThat(reading.locator(".told").count()).isZero();
            look(reading, "release-reader-hidden");

            page.locator(".held .alt").tap();
            page.waitForSelector(".held >> text=Verberg");
            page.locator(".held a").tap();
            page.waitForSelector("#note");
            page.fill("#note", "Thuis ben ik anders dan op mijn werk.");
            look(page, "release-note");
            page.locator(".btn").tap();
            page.waitForSelector(".mine");
            reading.reload();
            assertThat(reading.locator(".told blockquote").innerText())
                    .isEqualTo("Thuis ben ik anders dan op mijn werk.");
            look(reading, "release-reader-again");
            page.navigate("/share/log");
            assertThat(page.locator(".log").innerText()).contains("Daar was je uitslag te zien");
            look(page, "release-log");
            assertThat(weigh(coach, "release-reader", link)).isLessThan(MOST_BYTES);
        }
    }
}
