package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Both questionnaires as persons take them on a phone of 360 px: by touch and by keyboard, without
 * a connection in the middle with the page loaded again, on a second device, in another language
 * halfway.
 */
class QuestionnaireJourneyTest extends BrowserTest {

    private static final int GUARD_MS = 320;

    @ParameterizedTest
    @CsvSource({"how-i-work,nl", "how-i-work,en", "what-drives-me,nl", "what-drives-me,en"})
    void everyAnswerArrivesOnceWhicheverWayItWasGiven(String name, String language) {
        int given;
        UUID session;
        int total;
        try (BrowserContext phone = phone(language);
                BrowserContext other = phone(language)) {
            Page page = begin(phone, name, language);
            session = session(page);
            total = page.locator(".track i").count();
            int quarter = total / 4;
            look(page, name + "-" + language);
            for (int p = 1; p <= quarter; p++) touch(page, p);
            for (int p = quarter + 1; p <= 2 * quarter; p++) key(page, p);
            given = 2 * quarter;
            given += changeOfMind(page, name + "-" + language, 2 * quarter + 1);
            withoutConnection(phone, page, name + "-" + language, 2 * quarter + 1, 3 * quarter);
            given += quarter;
            int sent = given;
            page.waitForCondition(() -> rows(session) == sent);

            other.addCookies(signedIn(phone));
            Page second = open(other);
            second.navigate("/questions/" + name);
            look(second, name + "-again-" + language);
            second.locator("main .btn").tap();
            int next = 3 * quarter + 1;
            second.waitForURL("**/" + session + "/" + next);
            key(second, next);
            otherLanguage(second, language, next + 1);
            touch(second, next + 1);
            for (int p = next + 2; p <= total; p++) key(second, p);
            second.waitForURL("**/results/" + name);
            given += total - 3 * quarter;
        }
        assertThat(rows(session)).as("answers kept").isEqualTo(given);
        assertThat(
                        jdbc.sql("select count(distinct item) from response where session = :s")
                                .param("s", session)
                                .query(Integer.class)
                                .single())
                .isEqualTo(total);
        assertThat(
                        jdbc.sql("select count(*) from result where session = :s")
                                .param("s", session)
                                .query(Integer.class)
                                .single())
                .as("results")
                .isPositive();
    }

    private Page begin(BrowserContext phone, String name, String language) {
        Page page = open(phone);
        Sign.guest(page);
        page.navigate("/questions/" + name);
        look(page, name + "-intro-" + language);
        page.locator("main .btn").tap();
        page.waitForURL("**/questions/*-*/1");
        page.waitForSelector("body.quick");
        return page;
    }

    private static UUID session(Page page) {
        return UUID.fromString(page.url().replaceAll(".*/questions/([^/]+)/.*", "$1"));
    }

    private int rows(UUID session) {
        return jdbc.sql("select count(*) from response where session = :s")
                .param("s", session)
                .query(Integer.class)
                .single();
    }

    private static boolean isChoice(Page page) {
        return page.locator(".bw").count() > 0;
    }

    private static Locator sign(Page page, int row, String column) {
        return page.locator(".bw tbody tr")
                .nth(row)
                .locator("label:has(input[name=" + column + "])");
    }

    private static void touch(Page page, int position) {
        at(page, position);
        if (isChoice(page)) {
            sign(page, position % 4, "best").tap();
            sign(page, (position + 1) % 4, "worst").tap();
        } else page.locator("#item .tile").nth(position % 5).tap();
        left(page, position);
    }

    private static void key(Page page, int position) {
        at(page, position);
        page.keyboard().press("" + (1 + position % 4));
        if (isChoice(page)) page.keyboard().press("" + (1 + (position + 2) % 4));
        left(page, position);
    }

    private static void at(Page page, int position) {
        page.waitForURL("**/questions/*-*/" + position);
        page.waitForSelector("body.quick");
        page.waitForTimeout(GUARD_MS);
    }

    private static void left(Page page, int position) {
        page.waitForFunction(
                "p => !location.pathname.endsWith('/' + p) || document.querySelector('#wait:not([hidden])')",
                position);
    }

    /** Back, another answer, back, taken back, left out, answered after all; gives how many. */
    private int changeOfMind(Page page, String name, int position) {
        at(page, position);
        page.keyboard().press("Backspace");
        at(page, position - 1);
        assertThat(page.locator("#item input:checked").count()).isPositive();
        look(page, name + "-answered");
        page.locator("[name=undo]").tap();
        page.waitForFunction("() => !document.querySelector('#item input:checked')");
        page.waitForTimeout(GUARD_MS);
        page.locator("details summary").tap();
        look(page, name + "-skip");
        page.locator("[name=skip]").last().tap();
        at(page, position);
        page.locator(".top a").first().tap();
        at(page, position - 1);
        assertThat(page.locator("[name=skip][aria-pressed=true]").count()).isEqualTo(1);
        if (isChoice(page)) {
            sign(page, 1, "best").tap();
            sign(page, 1, "worst").tap();
            page.waitForFunction(
                    "() => !document.querySelector('[name=best]:checked') && document.querySelector('[name=worst]:checked').value === '1'");
            assertThat(page.locator("#said").innerText()).containsPattern("\\+");
            look(page, name + "-moved");
            sign(page, 2, "best").tap();
        } else {
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
        }
        at(page, position);
        return 3;
    }

    /** Whether the page opens without a connection. */
    private static boolean isKept(Page page) {
        return (boolean)
                page.evaluate(
                        "async () => !!navigator.serviceWorker.controller"
                                + " && !!await (await caches.open('skills-pages')).match(location.pathname.replace(/\\d+$/, ''))");
    }

    /** The page is loaded again before anything is sent. */
    private void withoutConnection(
            BrowserContext phone, Page page, String name, int from, int until) {
        page.waitForCondition(() -> isKept(page));
        UUID session = session(page);
        int before = rows(session);
        phone.setOffline(true);
        int half = (from + until) / 2;
        for (int p = from; p < half; p++) touch(page, p);
        page.waitForSelector("#net [data-off]");
        page.reload();
        at(page, half);
        assertThat(page.locator(".track .on").count()).isEqualTo(half - 1);
        for (int p = half; p <= until; p++) key(page, p);
        page.waitForSelector("#net [data-off]");
        assertThat(page.locator("#net").innerText()).doesNotContain("open");
        look(page, name + "-offline");
        assertThat(rows(session)).isEqualTo(before);
        phone.setOffline(false);
        page.waitForSelector("#net .on");
        assertThat(page.locator("#net").innerText()).contains("" + (until - from + 1));
    }

    private static void otherLanguage(Page page, String language, int position) {
        at(page, position);
        String other = language.equals("nl") ? "en" : "nl";
        String before = page.locator(isChoice(page) ? ".bw tbody th" : ".say").first().innerText();
        page.locator(".lang a").tap();
        page.waitForSelector("html[lang=" + other + "]");
        at(page, position);
        assertThat(page.locator(isChoice(page) ? ".bw tbody th" : ".say").first().innerText())
                .isNotEqualTo(before);
        assertThat(page.locator(".track .on").count()).isEqualTo(position - 1);
    }

    /** All answered without a connection: the answers wait, also after loading again. */
    @Test
    void theLastAnswersWaitForTheConnectionAndThenTheResultIsThere() {
        try (BrowserContext phone = phone("nl")) {
            Page page = begin(phone, "what-drives-me", "nl");
            page.waitForCondition(() -> isKept(page));
            phone.setOffline(true);
            int total = page.locator(".track i").count();
            for (int p = 1; p <= total; p++) key(page, p);
            page.waitForSelector("#wait:not([hidden])");
            page.waitForSelector("#net [data-off]");
            look(page, "all-answered-offline");
            page.reload();
            page.waitForSelector("#wait:not([hidden])");
            phone.setOffline(false);
            page.waitForURL("**/results/what-drives-me");
            assertThat(
                            page.evaluate(
                                    "async () => (await (await caches.open('skills-pages')).keys()).length"))
                    .as("personal pages left on the phone")
                    .isEqualTo(0);
        }
    }

    /** It is not sent for her; it waits for the one who gave it. */
    @Test
    void whoeverSignsInNextOnTheSamePhoneFindsNothingAndSendsNothing() {
        try (BrowserContext phone = phone("nl")) {
            Page page = begin(phone, "how-i-work", "nl");
            UUID first = session(page);
            phone.setOffline(true);
            touch(page, 1);
            touch(page, 2);
            page.waitForSelector("#net [data-off]");
            var cookies = signedIn(phone);
            phone.clearCookies();
            phone.setOffline(false);
            page.waitForCondition(
                    () -> page.locator("#net").innerText().contains("Je bent uitgelogd."));
            Sign.guest(page);
            page.navigate("/questions/how-i-work");
            page.locator("main .btn").tap();
            page.waitForURL("**/questions/*-*/1");
            page.waitForSelector("body.quick");
            assertThat(session(page)).isNotEqualTo(first);
            touch(page, 1);
            page.waitForCondition(() -> rows(session(page)) == 1);
            assertThat(rows(first)).isEqualTo(0);
            assertThat(
                            (List<?>)
                                    page.evaluate(
                                            "async () => (await (await caches.open('skills-pages')).keys()).map(r => r.url)"))
                    .noneMatch(url -> url.toString().contains(first.toString()));
            phone.clearCookies();
            phone.addCookies(cookies);
            page.navigate("/questions/how-i-work");
            page.waitForCondition(() -> rows(first) == 2);
        }
    }

    /** Begun again on a phone that was passed on: what waited is thrown away. */
    @Test
    void startingOverThrowsAwayWhatWaits() {
        try (BrowserContext phone = phone("nl")) {
            Page page = begin(phone, "what-drives-me", "nl");
            UUID first = session(page);
            page.route(
                    "**/questions/*-*/*",
                    r -> {
                        if (r.request().method().equals("POST")) r.abort();
                        else r.resume();
                    });
            touch(page, 1);
            page.navigate("/questions/what-drives-me");
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            page.locator(".over button").tap();
            page.waitForURL(url -> url.endsWith("/1") && !url.contains(first.toString()));
            page.unroute("**/questions/*-*/*");
            page.waitForSelector("body.quick");
            touch(page, 1);
            page.waitForCondition(() -> rows(session(page)) == 1);
            page.waitForTimeout(2500);
            assertThat(rows(first)).isEqualTo(0);
        }
    }

    /** In a page of 100 kB without fonts and drawings, not packed. */
    @Test
    void allQuestionsFitInASmallPage() {
        try (BrowserContext phone = phone("nl")) {
            for (String name : List.of("how-i-work", "what-drives-me")) {
                Page page = open(phone);
                Sign.guest(page);
                page.navigate("/questions/" + name);
                page.locator("main .btn").tap();
                page.waitForURL("**/questions/*-*/1");
                var body = phone.request().get(page.url()).body();
                assertThat(body.length).as(name).isLessThan(40_000);
                assertThat(weigh(phone, "/questions/" + name, page.url()))
                        .isLessThanOrEqualTo(MOST_BYTES);
            }
        }
    }
}
