package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Searching among all vacancies, on a phone. */
class SearchJourneyTest extends BrowserTest {

    @Test
    void oneTypesIsHelpedFiltersAndOpensAVacancy() {
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            Sign.guest(page);
            page.navigate("/explore");
            page.getByText("Zoek in alle vacatures").tap();
            page.waitForURL("**/vacancies**");
            look(page, "vacancies");
            page.locator("#q").tap();
            page.locator("#q").pressSequentially("medew");
            page.locator("#help a").first().waitFor();
            assertThat(page.locator("#help a").first().textContent().toLowerCase())
                    .contains("medewerker");
            picture(page, "vacancies-help@360", 360);
            page.locator("form[role=search] button").first().tap();
            page.waitForURL("**/vacancies?**");
            int all = page.locator(".jobs li").count();
            assertThat(all).isPositive();
            page.locator(".filters summary").tap();
            picture(page, "vacancies-filters@360", 360);
            page.locator("input[name=hours]:not(:checked)").first().check();
            page.locator(".filters .alt").first().tap();
            page.waitForURL("**hours=**");
            assertThat(page.locator(".jobs li").count()).isBetween(1, all);
            String title = page.locator(".jobs h3 a").first().textContent();
            page.locator(".jobs h3 a").first().tap();
            page.waitForURL("**/vacancy/**");
            assertThat(page.locator("h1").textContent()).contains(title.strip());
        }
    }

    @Test
    void nothingFoundSaysWhatToLoosen() {
        try (BrowserContext phone = phone("en")) {
            Page page = open(phone);
            Sign.guest(page);
            page.navigate("/vacancies?q=kok&place=Vaals&km=1&hours=0-16&pay=1");
            look(page, "vacancies-none");
            assertThat(page.locator(".empty").count()).isEqualTo(1);
            assertThat(page.locator("main").innerText()).contains("Nothing found");
        }
    }
}
