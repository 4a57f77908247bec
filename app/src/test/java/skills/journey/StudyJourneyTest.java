package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import skills.study.StudyWorlds;

/**
 * A student takes part in a study on a phone of 360 px: by the code of the class, three times
 * questions of which some without a connection, a voucher, and everything deleted in the end.
 */
class StudyJourneyTest extends BrowserTest {

    private static final int GUARD_MS = 340;

    @Autowired ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void fromTheCodeOfTheClassToTheVoucherAndOutAgain(String language) {
        String code = new StudyWorlds(context, clock).fresh();
        try (BrowserContext phone = phone(language)) {
            Page page = open(phone);
            join(page, code, language);
            clock.set(StudyWorlds.DURING_T1);
            page.navigate("/next");
            look(page, "study-next-" + language);
            page.locator("main .btn").tap();
            look(page, "study-wave-" + language);
            page.locator("main .btn").tap();
            UUID first = firstWave(phone, page, language);
            page.waitForSelector("main h1");
            page.waitForURL("**/study/*/wave/T1");
            look(page, "study-revealed-" + language);
            clock.set(StudyWorlds.DURING_T2);
            wave(page, 5);
            page.waitForURL("**/study/*/wave/T2");
            clock.set(StudyWorlds.DURING_T3);
            wave(page, 13);
            page.waitForURL("**/study/*/wave/T3");
            look(page, "study-last-" + language);
            page.navigate("/study");
            assertThat(page.locator("main").innerText())
                    .contains(
                            language.equals("nl")
                                    ? "Toon mijn bon van € 10"
                                    : "Show my voucher of €10");
            look(page, "study-mine-" + language);
            withdraw(page, language);
            assertThat(
                            jdbc.sql("select count(*) from response where session = :s")
                                    .param("s", first)
                                    .query(Integer.class)
                                    .single())
                    .isZero();
        }
    }

    private void join(Page page, String code, String language) {
        page.navigate("/join/" + code);
        page.locator("main .btn").tap();
        page.waitForURL("**/keep/age");
        page.fill("#date", "1-2-2008");
        page.locator("main .btn").tap();
        page.waitForURL("**/keep/done*");
        page.locator("main .btn").tap();
        page.waitForURL("**/study");
        look(page, "study-asked-" + language);
        page.locator("main .btn").tap();
        page.waitForURL("**/join");
        look(page, "study-join-" + language);
        page.locator("main .btn").tap();
        page.waitForURL("**/consent");
        page.locator(".tile").first().tap();
        look(page, "study-consent-" + language);
        page.locator("main .btn").tap();
        page.waitForURL("**/study");
        look(page, "study-enrolled-" + language);
        page.navigate("/explore");
        page.waitForURL("**/study/later");
        look(page, "study-later-" + language);
    }

    /** Two questionnaires, one after the other; half of the first without a connection. */
    private UUID firstWave(BrowserContext phone, Page page, String language) {
        page.waitForURL("**/round/*/1");
        UUID session = UUID.fromString(page.url().replaceAll(".*/round/([^/]+)/.*", "$1"));
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        look(page, "study-question-" + language);
        touch(page, 1);
        touch(page, 2);
        page.waitForCondition(() -> rows(session) == 2);
        phone.setOffline(true);
        touch(page, 3);
        touch(page, 4);
        touch(page, 5);
        page.waitForSelector("#net [data-off]");
        look(page, "study-offline-" + language);
        assertThat(rows(session)).isEqualTo(2);
        phone.setOffline(false);
        page.waitForURL(url -> url.contains("/round/") && !url.contains(session.toString()));
        assertThat(rows(session)).isEqualTo(5);
        for (int p = 1; p <= 8; p++) touch(page, p);
        return session;
    }

    private void wave(Page page, int questions) {
        page.navigate("/next");
        page.locator("main .btn").tap();
        page.locator("main .btn").tap();
        String before = "";
        for (int n = 0; n < questions; ) {
            page.waitForURL("**/round/**");
            String base = page.url().replaceAll("\\d+$", "");
            int total = page.locator(".track i").count();
            for (int p = 1; p <= total; p++, n++) touch(page, p);
            if (n < questions)
                page.waitForURL(url -> url.contains("/round/") && !url.startsWith(base));
            assertThat(base).isNotEqualTo(before);
            before = base;
        }
    }

    private void withdraw(Page page, String language) {
        page.locator("main a[href$='/stop']").tap();
        look(page, "study-stop-" + language);
        page.locator("button[value=delete]").tap();
        page.waitForURL("**/study?deleted");
        look(page, "study-deleted-" + language);
    }

    private void touch(Page page, int position) {
        page.waitForURL("**/round/*/" + position);
        page.waitForTimeout(GUARD_MS);
        page.locator("#item .tile").nth(position % 5).tap();
    }

    private int rows(UUID session) {
        return jdbc.sql("select count(*) from response where session = :s")
                .param("s", session)
                .query(Integer.class)
                .single();
    }
}
