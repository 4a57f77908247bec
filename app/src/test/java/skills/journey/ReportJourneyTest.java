package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.pool.PoolFile;
import skills.evaluation.pool.Summaries;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;
import skills.study.MadeUpStudies;

/**
 * A researcher loads a finished study, reads its report, tells it, and draws three places together.
 */
class ReportJourneyTest extends BrowserTest {

    private static final MadeUpStudies.Kind KIND =
            new MadeUpStudies.Kind(240, 8, .5, true, false, .95);

    @Autowired DemoAccounts demo;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aFinishedStudyIsReadToldAndPooled(String language) throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        var school = demo.organization("Luchthaven College " + run);
        var researcher =
                demo.person("rosa-" + run, LocalizedText.same("Rosa"), Account.AgeGroup.ADULT, 99);
        demo.researcher(researcher, school);
        StudyData data = MadeUpStudies.data(KIND, 21);
        String plan = PlanFile.write(data.plan()).replace("\"made-up\"", "\"read-" + run + "\"");
        try (BrowserContext phone = phone(language)) {
            Page page = open(phone);
            page.navigate("/signin");
            page.evaluate(
                    """
                    async name => fetch('/demo/' + name, {method: 'POST', body: new URLSearchParams({
                        _csrf: document.querySelector('meta[name=csrf]').content})})
                    """,
                    "rosa-" + run);
            page.navigate("/studies/load");
            look(page, "report-load-" + language);
            give(page, "#plan", "plan.json", plan);
            give(page, "#participants", "participants.csv", MadeUpStudies.participants(data));
            give(page, "#responses", "responses.csv", MadeUpStudies.responses(data));
            page.locator(".btn").tap();
            page.waitForURL("**/studies/*/report*");
            // The page looks again by itself while the report is being made.
            page.locator("#flow").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            assertThat(page.locator("#flow").count()).as("the flow of participants").isEqualTo(1);
            String said = page.locator("h1").innerText();
            assertThat(said)
                    .contains(
                            language.equals("nl")
                                    ? "Helpt het paspoort?"
                                    : "Does the passport help?");
            // The table behind a drawing, and what a number rests on.
            Locator fold = page.locator("details").first();
            fold.locator("summary").tap();
            assertThat(fold.getAttribute("open")).isNotNull();
            look(page, "report-" + language);
            String at = page.url().replaceAll("/report.*", "");
            page.navigate(at);
            assertThat(page.locator("a.btn").getAttribute("href")).endsWith("/report");
            look(page, "report-study-" + language);
            page.navigate(at + "/report");
            page.locator("#release button").tap();
            page.locator("#release a").first().waitFor();
            page.navigate("/study/read-" + run + "/results");
            look(page, "report-told-" + language);

            page.navigate(at + "/pool");
            for (int place = 2; place <= 3; place++) {
                give(page, "#file", "pool.json", elsewhere(PlanFile.read(plan), place, run));
                page.locator(".btn").tap();
                page.getByText("Plek " + place + " " + run).first().waitFor();
            }
            assertThat(page.locator("main svg").count()).isGreaterThan(0);
            look(page, "report-pool-" + language);
        }
    }

    private static String elsewhere(Plan plan, int place, String run) throws Exception {
        StudyData data = MadeUpStudies.data(KIND, 100 + place);
        return PoolFile.sign(
                        Summaries.of(
                                new StudyData(
                                        plan, data.participants(), data.answers(), false, Map.of()),
                                "Plek " + place + " " + run),
                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
                .write();
    }

    private static void give(Page page, String field, String name, String text) {
        page.setInputFiles(
                field, new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }
}
