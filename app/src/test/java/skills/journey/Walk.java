package skills.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;

/**
 * One person on the way: counts what she taps and types, and the words on the screens she passes.
 */
final class Walk {

    private static final String WORDS =
            "[...document.querySelectorAll('main')].map(m => m.innerText).join(' ').split(/\\s+/)"
                    + ".filter(w => /[\\p{L}\\d]/u.test(w)).length";

    final Page page;
    private int taps;
    private int keys;
    private int words;

    Walk(Page page) {
        this.page = page;
    }

    void tap(String selector) {
        tap(page.locator(selector).first());
    }

    void tap(Locator what) {
        what.tap();
        taps++;
        // A tap that leads to another page begins to do so a moment later.
        page.waitForTimeout(60);
        page.waitForLoadState();
    }

    /** One tap into the field, then letter by letter. */
    void type(String selector, String text) {
        tap(selector);
        page.locator(selector).first().pressSequentially(text);
        keys += text.length();
    }

    /** Reads the screen as it stands. */
    void read() {
        words += (int) page.evaluate(WORDS);
    }

    int taps() {
        return taps;
    }

    int keys() {
        return keys;
    }

    int words() {
        return words;
    }

    /** Goes to an address once the page before has come to rest. */
    void go(String address) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        try {
            page.navigate(address);
        } catch (PlaywrightException theFormBeforeWasStillOnItsWay) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.navigate(address);
        }
    }

    /** Waits until the page under this path is there. */
    void at(String path) {
        String start = java.net.URI.create(page.url()).resolve("/").toString();
        page.waitForURL(path.startsWith("/") ? start + path.substring(1) : path);
    }
}
