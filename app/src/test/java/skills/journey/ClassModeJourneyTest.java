package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import skills.study.StudyWorlds;

/** A class takes part in a lesson: the teacher's page, and what thirty phones ask of the link. */
class ClassModeJourneyTest extends BrowserTest {

    private static final int PHONES = 30;
    private static final int LINK_BYTES_PER_SECOND = 300_000;
    private static final int MOST_SECONDS = 30;

    @Autowired ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void theTeacherShowsTheCodeAndSeesTheClassComeInWithoutReloading(String language) {
        StudyWorlds.Taught lesson = new StudyWorlds(context, clock).taught();
        clock.set(StudyWorlds.DURING_T1);
        try (BrowserContext teaching = phone(language);
                BrowserContext student = phone(language)) {
            Page board = open(teaching);
            signIn(board, lesson.teacher());
            board.navigate(lesson.group());
            board.locator("main a[href*='/study/']").tap();
            board.waitForURL("**/study/*");
            assertThat(board.locator(".code").innerText()).isEqualTo(lesson.code());
            assertThat(board.locator("#live dd").first().innerText()).isEqualTo("0");
            look(board, "study-class-" + language);
            board.locator("main .btn").tap();
            board.waitForSelector("main form[action$='/lesson/end']");
            look(board, "study-class-lesson-" + language);
            Page phone = open(student);
            toTheFirstQuestion(phone, lesson.code());
            board.waitForCondition(() -> board.locator("#live dd").first().innerText().equals("1"));
            board.locator("main form[action$='/lesson/end'] .btn").tap();
            board.waitForSelector("main form[action$='/lesson']");
            board.navigate("/studies/" + board.url().replaceAll(".*/study/", ""));
            assertThat(board.locator("#monitor td.n").first().innerText()).isEqualTo("1");
            look(board, "study-monitor-" + language);
        }
    }

    /** Every byte towards the phone from the code to the first question; nothing kept before. */
    @Test
    void thirtyPhonesComeInOverALinkOf300kBASecond() throws IOException {
        StudyWorlds.Taught lesson = new StudyWorlds(context, clock).taught();
        clock.set(StudyWorlds.DURING_T1);
        try (var link = new CountedLink(URI.create(origin()).getPort());
                BrowserContext student =
                        browser.newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(360, 740)
                                        .setHasTouch(true)
                                        .setIsMobile(true)
                                        .setLocale("nl-NL")
                                        .setBaseURL(origin())
                                        .setProxy(
                                                new Proxy("http://127.0.0.1:" + link.port())
                                                        .setBypass("<-loopback>")))) {
            Page phone = open(student);
            toTheFirstQuestion(phone, lesson.code());
            phone.waitForLoadState(LoadState.NETWORKIDLE);
            double seconds = PHONES * (double) link.down() / LINK_BYTES_PER_SECOND;
            System.out.printf(
                    "class mode: %d bytes to a phone, %d from it; %d phones over 300 kB/s: %.1f s%n",
                    link.down(), link.up(), PHONES, seconds);
            assertThat(link.down()).as("it went by the link").isGreaterThan(100_000);
            assertThat(seconds).isLessThan(MOST_SECONDS);
        }
    }

    private static void signIn(Page page, String name) {
        page.navigate("/demo");
        page.evaluate(
                """
                name => { const form = document.createElement('form'); form.method = 'post';
                  form.action = '/demo/' + name; const csrf = document.createElement('input');
                  csrf.name = '_csrf'; csrf.value = document.querySelector('meta[name=csrf]').content;
                  form.append(csrf); document.body.append(form); form.submit(); }
                """,
                name);
        page.waitForURL(url -> !url.endsWith("/demo"));
    }

    private static void toTheFirstQuestion(Page page, String code) {
        page.navigate("/join/" + code);
        page.locator("main .btn").tap();
        page.waitForURL("**/keep/age");
        page.fill("#date", "1-2-2008");
        page.locator("main .btn").tap();
        page.waitForURL("**/keep/done*");
        page.locator("main .btn").tap();
        page.waitForURL("**/study");
        page.locator("main .btn").tap();
        page.waitForURL("**/join");
        page.locator("main .btn").tap();
        page.waitForURL("**/consent");
        page.locator(".tile").first().tap();
        page.locator("main .btn").tap();
        page.waitForURL("**/study");
        page.locator("main .btn").tap();
        page.waitForURL("**/wave/T1");
        page.locator("main .btn").tap();
        page.waitForURL("**/round/*/1");
    }
}
