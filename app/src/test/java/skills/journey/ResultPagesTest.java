package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;

/**
 * Results on a phone and on a wide screen: so far, complete, contested, again; the complete ones in
 * both languages.
 */
class ResultPagesTest extends BrowserTest {

    @Autowired DemoAccounts demo;

    /** Answers all open questions from where the page is; the fields depend on the position. */
    private static final String ANSWER =
            """
            async ([name, from, to, shift]) => {
                const csrf = document.querySelector('meta[name=csrf]').content;
                let page = await fetch('/questions/' + name, {method: 'POST',
                    body: new URLSearchParams({_csrf: csrf, pictures: 'half'})});
                for (let p = from; p <= to; p++) {
                    const base = page.url.replace(/\\d+$/, '');
                    const fields = name === 'what-drives-me'
                        ? {best: String(p % 4), worst: String((p + 1 + p % 3) % 4)}
                        : {value: String([4, 2, 3, 1, 2, 0][(p + shift + Math.floor(p / 5)) % 6])};
                    page = await fetch(base + p, {method: 'POST',
                        body: new URLSearchParams({_csrf: csrf, ...fields})});
                }
                return page.url;
            }
            """;

    private void answer(Page page, String name, int from, int to) {
        answer(page, name, from, to, 0);
    }

    private void answer(Page page, String name, int from, int to, int shift) {
        page.evaluate(ANSWER, new Object[] {name, from, to, shift});
    }

    private void begin(Page page) {
        page.navigate("/start");
        page.evaluate(
                """
                async () => fetch('/start', {method: 'POST', body: new URLSearchParams({
                    _csrf: document.querySelector('meta[name=csrf]').content, q: 'iets met mensen'})})
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void howIWorkSoFarCompleteAndContested(String language) {
        try (BrowserContext phone = phone(language)) {
            Page page = open(phone);
            begin(page);
            page.navigate("/questions/how-i-work");
            answer(page, "how-i-work", 1, 22);
            page.navigate("/results/how-i-work");
            assertThat(page.locator(".btn").getAttribute("href")).endsWith("/23");
            if (language.equals("nl")) look(page, "results-sofar");
            answer(page, "how-i-work", 23, 30);
            page.navigate("/results/how-i-work");
            look(page, "results-" + language);
            page.locator(".band summary").first().tap();
            page.locator(".band[id] input[name=note]").first().fill("Op mijn werk ben ik anders.");
            if (language.equals("nl")) look(page, "results-open");
            page.locator(".band .contest .alt").first().tap();
            page.locator("blockquote").waitFor();
            if (language.equals("nl")) look(page, "results-contested");
            answer(page, "how-i-work", 1, 30, 3);
            page.navigate("/results/how-i-work");
            if (language.equals("nl")) look(page, "results-again");
            assertThat(weigh(phone, "results", "/results/how-i-work")).isLessThan(MOST_BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void drivesAsAnOrder(String language) {
        try (BrowserContext phone = phone(language)) {
            Page page = open(phone);
            begin(page);
            page.navigate("/questions/what-drives-me");
            answer(page, "what-drives-me", 1, 3);
            page.navigate("/results/what-drives-me");
            if (language.equals("nl")) look(page, "results-drives-few");
            answer(page, "what-drives-me", 4, 15);
            page.navigate("/results/what-drives-me");
            look(page, "results-drives-" + language);
            page.navigate("/questions/what-drives-me-rated");
            answer(page, "what-drives-me-rated", 1, 10);
            page.navigate("/results/what-drives-me-rated");
            if (language.equals("nl")) look(page, "results-rated");
        }
    }

    @Test
    void whoLooksAfterAQuestionnaireSeesFiguresFromTenPeopleOn() {
        for (int n = 0; n < 11; n++) {
            var visitor = new Visitor();
            visitor.post("/start", "q", "iets met mensen");
            String first = visitor.post("/questions/how-i-work", "pictures", "half").path();
            String base = first.substring(0, first.length() - 1);
            for (int p = 1; p <= 30; p++)
                visitor.postOnce(
                        base + p, "value", "" + (p + n) % 5, "focus", "" + (3000 + 100 * p));
            visitor.postOnce(
                    "/results/how-i-work/contest",
                    "scale",
                    "openness",
                    "note",
                    n == 3 ? "Dat hangt bij mij van de dag af." : "");
        }
        String name = "figures-" + UUID.randomUUID().toString().substring(0, 8);
        demo.administrator(demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99));
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            page.navigate("/signin");
            page.evaluate(
                    """
                    async name => fetch('/demo/' + name, {method: 'POST', body: new URLSearchParams({
                        _csrf: document.querySelector('meta[name=csrf]').content})})
                    """,
                    name);
            page.navigate("/admin/results/how-i-work");
            assertThat(page.locator("main").innerText())
                    .contains("Dat hangt bij mij van de dag af.");
            look(page, "results-figures");
        }
    }
}
