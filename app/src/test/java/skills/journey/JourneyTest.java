package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole journey as one person walks it on a phone, in each language: from the first page to a
 * page that somebody else has read and that is then withdrawn. The questionnaire goes by keyboard.
 */
class JourneyTest extends BrowserTest {

    private static final Path REPORT = Path.of("../docs/validation/journey.md");
    private static final Map<String, String> COUNTED = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void fromNothingToASharedPassport(String language) {
        try (BrowserContext phone = phone(language)) {
            Walk walk = new Walk(open(phone));
            firstResult(walk, language);
            int taps = walk.taps();
            int words = walk.words();
            int keys = walk.keys();
            keep(walk, language);
            skills(walk, language);
            profile(walk, language);
            explore(walk, language);
            String link = share(walk, language);
            COUNTED.put(
                    language,
                    "| %s | %d | %d | %d | %d | %d |"
                            .formatted(language, taps, keys, words, walk.taps(), walk.keys()));
            readAndWithdraw(walk, link, language);
            myData(walk, phone, language);
            assertThat(taps).as("taps to the first result").isLessThanOrEqualTo(15);
        }
    }

    private void firstResult(Walk walk, String language) {
        walk.go("/");
        walk.tap(".btn");
        walk.type("#q", language.equals("en") ? "check-in" : "incheckmedewerker");
        walk.page.waitForSelector("#options button[name=choice][value^=OCCUPATION]");
        Locator gate =
                walk.page.locator(
                        "#options button",
                        new Page.LocatorOptions()
                                .setHasText(
                                        language.equals("en")
                                                ? "Check-in and gate agent"
                                                : "Medewerker check-in en gate"));
        gate.first().waitFor();
        walk.page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        look(walk.page, "start-" + language);
        walk.read();
        walk.tap(gate.first());
        walk.at("/start/tasks");
        assertThat(walk.page.locator(".tile").count()).isBetween(8, 12);
        look(walk.page, "tasks-" + language);
        walk.read();
        List<String> phrases = new ArrayList<>();
        for (int i : new int[] {0, 1, 5, 9}) {
            Locator tile = walk.page.locator(".tile").nth(i);
            phrases.add(tile.innerText().strip());
            walk.tap(tile);
        }
        walk.tap(".btn");
        walk.at("/start/place");
        look(walk.page, "place-" + language);
        walk.read();
        walk.type("#q", "1118");
        walk.tap(".btn");
        walk.at("/start/result");
        Locator found = walk.page.locator(".found > li");
        assertThat(found.count()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            // Each reason names a phrase that was tapped.
            assertThat(phrases).contains(found.nth(i).locator("b").first().innerText().strip());
        }
        assertThat(walk.page.locator(".occ > li").count()).isEqualTo(2);
        assertThat(walk.page.locator(".pass").count()).isEqualTo(1);
        look(walk.page, "first-result-" + language);
    }

    private void keep(Walk walk, String language) {
        walk.tap(walk.page.locator(".found .tap").first());
        walk.page.waitForSelector(".found .tap[aria-pressed=true]");
        walk.tap(".dock .btn");
        walk.at("/keep");
        look(walk.page, "keep-" + language);
        walk.type("#code", "lvd 4f7k");
        walk.tap("form[action='/keep/code'] button");
        walk.at("/keep/age");
        look(walk.page, "age-" + language);
        walk.type("#date", "12-3-2007");
        walk.tap("main .btn");
        walk.at("/keep/done");
        assertThat(walk.page.locator(".secret li").count()).isEqualTo(4);
        look(walk.page, "recovery-code-" + language);
        walk.tap("main .btn");
        walk.at("/next");
        look(walk.page, "next-" + language);
    }

    /** By keyboard only, one skill of each level, one skipped, one taken back. */
    private void skills(Walk walk, String language) {
        walk.tap("main .btn");
        walk.page.waitForURL("**/skills/**");
        look(walk.page, "skill-" + language);
        Page page = walk.page;
        for (int i = 0; i < 12; i++) {
            String skill = page.locator("h1.say").innerText();
            page.keyboard().press(String.valueOf(i % 5 + 1));
            if (i < 11)
                page.waitForFunction(
                        "before => document.querySelector('h1.say')?.innerText !== before", skill);
        }
        page.waitForURL("**/skills/done");
        assertThat(page.locator("h1").innerText()).contains("6");
        look(page, "skills-done-" + language);
        walk.tap("main .btn");
    }

    private void profile(Walk walk, String language) {
        boolean en = language.equals("en");
        walk.go("/profile/me");
        walk.page.locator("#name").fill("Noor");
        walk.page
                .locator("#sentence")
                .fill(en ? "I stay calm when it gets busy." : "Ik blijf kalm als het druk wordt.");
        look(walk.page, "me-" + language);
        walk.tap("main .btn");
        walk.go("/profile/experience/new");
        walk.page.locator("#title").fill(en ? "Hotel receptionist" : "Receptionist in een hotel");
        walk.page.locator("#organization").fill("Hotel Kade");
        walk.page.locator("#period").fill(en ? "since March 2025" : "sinds maart 2025");
        look(walk.page, "experience-" + language);
        walk.tap("main .btn");
        walk.at("**/skills");
        assertThat(walk.page.locator(".sug > li").count()).isGreaterThan(0);
        look(walk.page, "suggestions-" + language);
        walk.tap(".sug .tap[value=yes]");
        walk.go("/profile/education/new");
        look(walk.page, "education-" + language);
        walk.go("/passport");
        assertThat(walk.page.locator("main").innerText())
                .contains("Noor", "Hotel Kade", en ? "March 2025" : "maart 2025");
        look(walk.page, "passport-" + language);
    }

    private void explore(Walk walk, String language) {
        walk.go("/explore");
        assertThat(walk.page.locator(".board tbody tr").count()).isGreaterThanOrEqualTo(3);
        assertThat(walk.page.locator(".pass").count()).isGreaterThanOrEqualTo(2);
        look(walk.page, "explore-" + language);
        String best = walk.page.locator(".board a").first().innerText();
        walk.tap(".board a");
        assertThat(walk.page.locator("h1").innerText()).isEqualTo(best);
        walk.tap("details.why summary");
        assertThat(walk.page.locator(".tree li").count()).isGreaterThan(5);
        look(walk.page, "occupation-" + language);
        walk.go("/explore");
        walk.tap(".pass h3 a");
        walk.at("/vacancy/**");
        assertThat(walk.page.locator(".mirror").innerText()).containsPattern("\\d+ (van|of) \\d+");
        look(walk.page, "vacancy-" + language);
        walk.tap(".skills a");
        walk.at("/skill/**");
        look(walk.page, "gap-" + language);
    }

    private String share(Walk walk, String language) {
        walk.go("/share/new");
        walk.page.locator("#reader").fill("Hotel Kade");
        walk.tap("label:has(input[name=purpose])");
        for (Locator part : walk.page.locator("label:has(input[name=parts])").all()) walk.tap(part);
        look(walk.page, "share-new-" + language);
        walk.tap("main .btn");
        walk.at("**/preview");
        assertThat(walk.page.locator(".framed").innerText()).contains("Noor", "Hotel Kade");
        look(walk.page, "share-preview-" + language);
        walk.tap("form[action$='/open'] .btn");
        look(walk.page, "share-link-" + language);
        return walk.page.locator("#link").inputValue();
    }

    /**
     * Somebody else reads page and PDF; the holder sees that, withdraws, and both are closed at
     * once.
     */
    private void readAndWithdraw(Walk walk, String link, String language) {
        String path = java.net.URI.create(link).getPath();
        try (BrowserContext other = phone(language)) {
            Page reader = open(other);
            var opened = reader.navigate(path);
            assertThat(opened.status()).isEqualTo(200);
            assertThat(opened.headerValue("cache-control")).contains("no-store");
            assertThat(opened.headerValue("x-robots-tag")).contains("noindex");
            assertThat(reader.locator("main, header").allInnerTexts().toString())
                    .contains("Noor", "Hotel Kade");
            look(reader, "presentation-" + language);
            assertThat(other.request().get(path + "/pdf").headers().get("content-type"))
                    .contains("application/pdf");
            walk.go("/share");
            assertThat(walk.page.locator(".log li").count()).isGreaterThanOrEqualTo(1);
            look(walk.page, "shares-" + language);
            walk.tap("form[action$='/withdraw'] button");
            walk.page.waitForSelector(".visa.gone");
            look(walk.page, "withdrawn-" + language);
            assertThat(reader.navigate(path).status()).isEqualTo(410);
            look(reader, "closed-" + language);
            assertThat(other.request().get(path + "/pdf").status()).isEqualTo(410);
        }
    }

    private void myData(Walk walk, BrowserContext phone, String language) {
        for (String address :
                List.of(
                        "/",
                        "/start",
                        "/start/tasks",
                        "/start/result",
                        "/next",
                        "/passport",
                        "/explore",
                        "/share",
                        "/me"))
            assertThat(weigh(phone, address, address)).as(address).isLessThanOrEqualTo(MOST_BYTES);
        walk.go("/me");
        look(walk.page, "my-data-" + language);
        assertThat(phone.request().get("/me/export.zip").headers().get("content-type"))
                .contains("zip");
        walk.tap("a[href*='/me/erase'], form[action*='/me/erase'] button");
        look(walk.page, "erase-" + language);
        walk.tap("form[action*='/me/erase'] button");
        walk.at("/goodbye");
        look(walk.page, "goodbye-" + language);
        walk.go("/next");
        walk.at("/signin**");
        look(walk.page, "signin-" + language);
    }

    @AfterAll
    static void write() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                # The journey, counted

                Written by `JourneyTest`, which walks the journey in a real browser on a phone's screen of 360 px: from the
                first page to the first result, and on to a shared page. Words are all words on the three question screens
                (course or job with its list, tasks, place), read or not.

                | language | taps to the first result | letters typed | words on the way | taps to the shared page | letters typed |
                |---|---|---|---|---|---|
                """);
        COUNTED.values().forEach(row -> page.append(row).append('\n'));
        page.append("\nAim: 15 taps, 120 words to the first result.\n");
        if (COUNTED.size() == 2) {
            Files.createDirectories(REPORT.getParent());
            Files.writeString(REPORT, page);
        }
    }
}
