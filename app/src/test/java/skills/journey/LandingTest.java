package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The pages that anybody may read. */
class LandingTest extends BrowserTest {

    @Test
    void theFirstPageSaysWhatOneGetsAndLeadsToTheStart() {
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            page.navigate("/");
            look(page, "landing");
            assertThat(page.locator(".board tbody tr").count()).isEqualTo(4);
            page.getByText("Begin met tikken").click();
            assertThat(page.url()).endsWith("/start");
        }
    }

    @Test
    void theLanguageIsKeptFromPageToPage() {
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            page.navigate("/");
            page.locator("nav.lang a").click();
            assertThat(page.locator("h1").textContent()).contains("Your trade can disappear");
            page.getByText("Start tapping").click();
            assertThat(page.locator("h1").textContent()).contains("What course or work");
        }
    }

    @Test
    void privacyAndReckoningAreToldInPlainWords() {
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            for (String name : new String[] {"privacy", "reckoning"}) {
                page.navigate("/about/" + name);
                look(page, name);
                assertThat(page.locator("main section").count()).isGreaterThanOrEqualTo(5);
            }
        }
    }
}
