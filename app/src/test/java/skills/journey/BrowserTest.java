package skills.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import skills.Chromium;
import skills.RoomTest;

/**
 * A test that acts as a person with a real browser on a phone's screen. Every page it looks at is
 * also checked: no accessibility fault that axe knows, no sideways scroll at 320 px, at most 100 kB
 * transferred without fonts, no error in the page, no breach of the content policy.
 */
abstract class BrowserTest extends RoomTest {

    static final int MOST_BYTES = 100_000;
    private static final Path SHOTS = Path.of("target/screens");

    private static Playwright playwright;
    static Browser browser;

    final List<String> pageErrors = new ArrayList<>();

    /** Bytes transferred without fonts, by page that was looked at. */
    static final Map<String, Long> WEIGHTS = new TreeMap<>();

    @BeforeAll
    static void openBrowser() {
        if (browser != null) return;
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Chromium.path())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-quic",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) playwright.close();
        playwright = null;
        browser = null;
    }

    @AfterEach
    void nothingWentWrongInThePage() {
        org.assertj.core.api.Assertions.assertThat(pageErrors).isEmpty();
    }

    /** A phone of its own: 360 px wide, touch, in a language. */
    BrowserContext phone(String language) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setLocale(language.equals("en") ? "en-GB" : "nl-NL")
                        .setBaseURL(origin()));
    }

    Page open(BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(e -> pageErrors.add(page.url() + ": " + e));
        page.onConsoleMessage(
                m -> {
                    if (m.text().contains("Content Security Policy")
                            || m.text().contains("Refused to"))
                        pageErrors.add(page.url() + ": " + m.text());
                });
        return page;
    }

    /**
     * Whoever is signed in on one phone, to be signed in on another, or again. The language is the
     * phone's own.
     */
    static List<Cookie> signedIn(BrowserContext phone) {
        return phone.cookies().stream()
                .filter(c -> !c.name.equals("lang"))
                .map(c -> new Cookie(c.name, c.value).setDomain(c.domain).setPath(c.path))
                .toList();
    }

    /** Looks at the page as it stands, under a name: takes pictures and checks it. */
    void look(Page page, String name) {
        picture(page, name + "@360", 360);
        List<String> faults = new ArrayList<>();
        AxeResults axe =
                new AxeBuilder(page)
                        .withTags(
                                List.of(
                                        "wcag2a",
                                        "wcag2aa",
                                        "wcag21a",
                                        "wcag21aa",
                                        "wcag22aa",
                                        "best-practice"))
                        .analyze();
        axe.getViolations()
                .forEach(
                        v ->
                                faults.add(
                                        name
                                                + ": "
                                                + v.getId()
                                                + " "
                                                + v.getHelp()
                                                + " "
                                                + v.getNodes().stream()
                                                        .map(n -> n.getHtml())
                                                        .limit(3)
                                                        .toList()));
        page.setViewportSize(320, 640);
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > 320)
            faults.add(name + ": " + wide + " px wide at 320 px: " + page.evaluate(WIDEST));
        picture(page, name + "@1280", 1280);
        page.setViewportSize(360, 740);
        org.assertj.core.api.Assertions.assertThat(faults).isEmpty();
    }

    private static final String WIDEST =
            "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321)"
                    + ".slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join(' | ')";

    static void picture(Page page, String name, int width) {
        page.setViewportSize(width, width > 1000 ? 800 : 740);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SHOTS.resolve(name + ".png")));
    }

    /** Loads an address in a fresh browser that has nothing cached and counts what travels. */
    long weigh(BrowserContext context, String name, String address) {
        BrowserContext fresh =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(origin())
                                .setStorageState(context.storageState()));
        AtomicLong bytes = new AtomicLong();
        Page page = fresh.newPage();
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);
        page.navigate(address);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        for (Response r : responses)
            if (!r.url().contains("/fonts/")) bytes.addAndGet(r.request().sizes().responseBodySize);
        fresh.close();
        WEIGHTS.put(name, bytes.get());
        return bytes.get();
    }
}
