package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wish, the steps to it, a skill and what it opens; an occupation hidden and put back. */
class StepsJourneyTest extends BrowserTest {

    private Walk begun(BrowserContext phone) {
        Page page = open(phone);
        page.navigate("/start");
        page.evaluate(
                """
                async () => fetch('/start', {method: 'POST', body: new URLSearchParams({
                    _csrf: document.querySelector('meta[name=csrf]').content,
                    choice: 'OCCUPATION:7153a12d-85e0-4123-87e9-46bb1a2dc929'})})
                """);
        page.navigate("/start/tasks");
        for (int i : new int[] {0, 1, 2, 4, 6, 8}) page.locator(".tile").nth(i).tap();
        page.locator(".btn").first().tap();
        page.waitForURL("**/start/place");
        return new Walk(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void fromAWishToASkillThatOpensIt(String language) {
        boolean en = language.equals("en");
        try (BrowserContext phone = phone(language)) {
            Walk walk = begun(phone);
            walk.go("/explore?q=" + (en ? "event" : "evenement"));
            walk.tap(".board a");
            walk.at("/occupation/**");
            String title = walk.page.locator("h1").innerText();
            look(walk.page, "occupation-steps-" + language);
            walk.tap("form[action$='/wish'] button");
            walk.page.waitForURL("**/steps");
            assertThat(walk.page.locator("h1").innerText()).contains(title);
            assertThat(walk.page.locator(".route li").count()).isGreaterThanOrEqualTo(2);
            look(walk.page, "steps-" + language);
            walk.go("/explore");
            assertThat(walk.page.locator(".wishes").innerText()).contains(title);
            look(walk.page, "explore-wish-" + language);
            walk.page.locator(".wishes a").first().tap();
            walk.page.waitForURL("**/steps");
            walk.tap("main .btn");
            walk.page.waitForURL("**/skill/**");
            assertThat(walk.page.locator("main").innerText())
                    .contains(en ? "If you learn this" : "Als je dit leert");
            look(walk.page, "learn-" + language);
            walk.go("/learn");
            assertThat(walk.page.locator("main ol > li").count()).isEqualTo(5);
            look(walk.page, "learn-best-" + language);
            walk.tap("main .btn");
            walk.page.waitForURL("**/skill/**");
            assertThat(walk.page.locator("main .pass, main .lines li").count()).isPositive();
            look(walk.page, "learn-opens-" + language);
            assertThat(weigh(phone, "steps", walk.page.url())).isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    @Test
    void anOccupationIsHiddenAndPutBack() {
        try (BrowserContext phone = phone("nl")) {
            Walk walk = begun(phone);
            walk.go("/explore");
            String first = walk.page.locator(".board a").first().innerText();
            walk.tap(".board .hide");
            walk.page.waitForSelector(".toast");
            assertThat(walk.page.locator(".toast").innerText()).contains(first);
            assertThat(walk.page.locator(".board a").allInnerTexts()).doesNotContain(first);
            look(walk.page, "explore-hidden-toast");
            walk.tap(".toast button");
            walk.page.waitForURL("**/explore");
            assertThat(walk.page.locator(".board a").first().innerText()).isEqualTo(first);
            walk.tap(".board .hide");
            walk.page.waitForSelector(".toast");
            walk.go("/explore/hidden");
            assertThat(walk.page.locator("main").innerText()).contains(first);
            look(walk.page, "hidden");
            walk.tap("main .skills button");
            walk.page.waitForSelector(".empty");
            walk.go("/explore");
            assertThat(walk.page.locator(".board a").first().innerText()).isEqualTo(first);
        }
    }

    @Test
    void theOwnOccupationShowsTheNearestWaysOut() {
        try (BrowserContext phone = phone("nl")) {
            Walk walk = begun(phone);
            walk.go("/occupation/7153a12d-85e0-4123-87e9-46bb1a2dc929/steps");
            assertThat(walk.page.locator(".board tbody tr").count()).isEqualTo(6);
            look(walk.page, "ways-out");
        }
    }
}
