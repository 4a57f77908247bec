package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** An employer posts a vacancy in skills, on a phone, and sees whom it shuts out. */
class EmployerJourneyTest extends BrowserTest {

    @Test
    void anEmployerPostsAVacancySeesWhomItShutsOutLoosensItAndClosesIt() {
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            page.navigate("/demo");
            page.getByText("Bram").first().tap();
            page.waitForURL("**/employer");
            look(page, "employer");
            page.locator(".btn").tap();
            page.waitForURL("**/employer/new");
            look(page, "employer-words");
            page.locator("main .btn").tap();
            page.locator(".errors").waitFor();
            assertThat(page.locator(".field.bad").count()).isEqualTo(4);
            look(page, "employer-words-wrong");
            page.locator("#title").fill("Steward in de trein");
            page.locator("#text")
                    .fill(
                            "Je helpt reizigers en je verkoopt eten en drinken.\n\nWat je moet kunnen:\n- reizigers helpen\n- omgaan met klachten van klanten\n\nEngels is mooi meegenomen.");
            page.locator("#place").fill("Utrecht");
            page.locator("#until").fill(LocalDate.now().plusDays(20).toString());
            page.locator("main .btn").tap();
            page.waitForURL("**/work");
            look(page, "employer-work");
            page.locator("#occupation .tile").first().tap();
            page.locator("#hours").fill("24 - 32");
            page.locator("#pay").fill("€ 2.310 - 2.650 per maand");
            page.locator("main .btn").tap();
            page.waitForURL("**/skills");
            look(page, "employer-skills");
            assertThat(page.locator(".want").count()).isGreaterThan(3);
            for (int i = 0; i < 4; i++) page.locator(".want").nth(i).locator(".tile").first().tap();
            page.locator("main .btn").tap();
            page.waitForURL("**/employer/*");
            look(page, "employer-one");
            page.getByText("Plaats de vacature").tap();
            page.getByText("Sluit de vacature").waitFor();
            assertThat(page.locator("main").innerText()).contains("Open tot en met");
            String address = page.url();

            page.getByText("Wie sluit dit uit?").tap();
            page.waitForURL("**/out");
            look(page, "employer-out");
            assertThat(page.locator(".outs").first().locator("tbody tr").count())
                    .isGreaterThanOrEqualTo(4);

            page.navigate(address);
            page.getByText("Bekijk de vacature").tap();
            page.waitForURL("**/vacancy/**");
            assertThat(page.locator("main").innerText())
                    .contains("Steward in de trein", "Grondlijn Handling");
            look(page, "employer-vacancy");

            page.navigate(address);
            page.getByText("Sluit de vacature").tap();
            page.getByText("Gesloten.").waitFor();
        }
    }

    @Test
    void aPersonLetsHerSkillsCountForEmployersAndStops() {
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            page.navigate("/demo");
            page.getByText("Noor").first().tap();
            page.waitForURL("**/next");
            page.navigate("/explore/counting");
            look(page, "counting");
            page.locator("main .btn").tap();
            page.getByText("Jij telt mee.").waitFor();
            page.navigate("/share");
            assertThat(page.locator("main").innerText()).contains("Werkgevers op deze site");
            page.navigate("/explore/counting");
            page.getByText("Tel mij niet meer mee").tap();
            page.locator("main .btn").waitFor();
        }
    }
}
