package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The skills of one's occupation on a phone that loses its connection. */
class OfflineTest extends BrowserTest {

    private static final String GATE = "7153a12d-85e0-4123-87e9-46bb1a2dc929";

    private Page atFirstSkill(BrowserContext phone) {
        Page page = open(phone);
        page.navigate("/start");
        for (String form :
                new String[] {
                    "/start,choice,OCCUPATION:" + GATE, "/skills/choose,occupation," + GATE
                })
            page.evaluate(
                    """
                    async ([path, key, value]) => fetch(path, {method: 'POST', body: new URLSearchParams(
                        {_csrf: document.querySelector('meta[name=csrf]').content, [key]: value})})
                    """,
                    form.split(","));
        page.navigate("/skills");
        page.waitForURL("**/skills/*/1");
        return page;
    }

    private static void tap(Page page, int level, int next) {
        page.waitForTimeout(400);
        page.locator("#item .tile").nth(level).click();
        page.waitForURL("**/skills/*/" + next);
    }

    private List<Integer> kept(Page page) {
        return jdbc.sql("select value from response where session = :s order by answered_at")
                .param("s", UUID.fromString(page.url().replaceAll(".*/skills/([^/]+)/.*", "$1")))
                .query(Integer.class)
                .list();
    }

    @Test
    void answersWithoutAConnectionWaitOnThePhoneAndGoAlongInOrder() {
        try (BrowserContext phone = phone("nl")) {
            Page page = atFirstSkill(phone);
            look(page, "skill");
            tap(page, 1, 2);
            page.waitForCondition(() -> kept(page).size() == 1);
            phone.setOffline(true);
            tap(page, 2, 3);
            tap(page, 3, 4);
            tap(page, 4, 5);
            assertThat(page.locator("#net").innerText()).contains("Geen internet.");
            look(page, "skill-offline");
            assertThat(kept(page)).containsExactly(1);
            phone.setOffline(false);
            page.waitForCondition(
                    () -> page.locator("#net").innerText().contains("3 antwoorden verstuurd."));
            assertThat(kept(page)).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void aReplyThatIsLostAfterTheAnswerWasKeptDoublesNothing() {
        try (BrowserContext phone = phone("nl")) {
            Page page = atFirstSkill(phone);
            var swallowed = new AtomicInteger();
            page.route(
                    "**/skills/*/*",
                    route -> {
                        boolean post = route.request().method().equals("POST");
                        if (post && swallowed.incrementAndGet() <= 2) {
                            route.fetch();
                            route.abort();
                        } else route.resume();
                    });
            tap(page, 2, 2);
            page.waitForCondition(
                    () -> page.locator("#net").innerText().contains("Weer verbonden."));
            assertThat(swallowed.get()).isGreaterThanOrEqualTo(3);
            assertThat(kept(page)).containsExactly(2);
        }
    }

    @Test
    void signedOutTheAnswersStayOnThePhoneAndThePageSaysSo() {
        try (BrowserContext phone = phone("nl")) {
            Page page = atFirstSkill(phone);
            var cookies = signedIn(phone);
            phone.clearCookies();
            tap(page, 2, 2);
            page.waitForCondition(
                    () -> page.locator("#net").innerText().contains("Je bent uitgelogd."));
            assertThat(kept(page)).isEmpty();
            phone.addCookies(cookies);
            page.navigate("/skills");
            page.waitForCondition(() -> kept(page).equals(List.of(2)));
        }
    }

    @Test
    void aDoubleClickAnswersOneSkillAndTheKeyboardAnswersAll() {
        try (BrowserContext phone = phone("en")) {
            Page page = atFirstSkill(phone);
            page.locator("#item .tile").nth(2).dblclick();
            page.waitForURL("**/skills/*/2");
            page.waitForTimeout(600);
            assertThat(page.url()).endsWith("/2");
            assertThat(kept(page)).containsExactly(2);
            page.keyboard().press("Backspace");
            page.waitForURL("**/skills/*/1");
            assertThat(page.locator("#item input:checked").getAttribute("value")).isEqualTo("2");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/skills/*/2");
            for (int i = 2; i <= 12; i++) {
                page.waitForTimeout(300);
                page.keyboard().press("" + (1 + i % 5));
                if (i < 12) page.waitForURL("**/skills/*/" + (i + 1));
            }
            page.waitForURL("**/skills/done");
            look(page, "skills-done");
        }
    }
}
