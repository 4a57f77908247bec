package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;

/** A researcher plans a study on a phone and freezes it. */
class PlanJourneyTest extends BrowserTest {

    @Autowired DemoAccounts demo;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aResearcherPlansAStudyAndFreezesIt(String language) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        var school = demo.organization("Luchthaven College " + run);
        var researcher =
                demo.person("iris-" + run, LocalizedText.same("Iris"), Account.AgeGroup.ADULT, 99);
        demo.researcher(researcher, school);
        for (String name : new String[] {"4A", "4B", "4C", "4D"})
            demo.group(school, name, person("teacher-" + run));
        try (BrowserContext phone = phone(language)) {
            Page page = open(phone);
            page.navigate("/signin");
            page.evaluate(
                    """
                    async name => fetch('/demo/' + name, {method: 'POST', body: new URLSearchParams({
                        _csrf: document.querySelector('meta[name=csrf]').content})})
                    """,
                    "iris-" + run);
            page.navigate("/studies");
            look(page, "plan-empty-" + language);
            page.locator(".btn").tap();
            page.waitForURL("**/studies/new");
            page.fill("#title", "Helpt het paspoort " + run);
            look(page, "plan-new-" + language);
            page.locator(".btn").tap();
            page.locator(".parts").waitFor();
            String at = page.url();
            look(page, "plan-study-" + language);
            // The one thing that is missing comes first.
            page.locator(".btn").tap();
            page.waitForURL("**/plan/classes");
            for (int i = 0; i < 4; i++) page.locator("input[name=group]").nth(i).check();
            page.locator("form[action$='/groups'] button").tap();
            page.locator("table.data tbody tr").nth(3).waitFor();
            look(page, "plan-classes-" + language);
            page.locator("a.btn").tap();
            page.waitForURL("**/plan/offer");
            look(page, "plan-offer-" + language);
            page.locator(".btn").tap();
            page.waitForURL("**/plan/waves");
            look(page, "plan-waves-" + language);
            page.locator(".things a").nth(2).tap();
            page.waitForURL("**/plan/waves/2");
            page.fill("#voucher", "12,50");
            look(page, "plan-wave-" + language);
            page.locator(".btn").tap();
            page.waitForURL("**/plan/waves");
            page.navigate(at + "/plan/question");
            look(page, "plan-question-" + language);
            page.navigate(at + "/plan/allocation");
            look(page, "plan-allocation-" + language);
            page.navigate(at + "/plan/outcomes");
            look(page, "plan-outcomes-" + language);
            page.navigate(at + "/plan/consents/0");
            look(page, "plan-consent-" + language);
            page.navigate(at + "/plan/expectations");
            page.fill("#classes", "4");
            page.fill("#persons", "zestig");
            page.locator(".btn").tap();
            page.locator("#persons-e").waitFor();
            look(page, "plan-wrong-" + language);
            page.fill("#persons", "100");
            page.locator(".btn").tap();
            page.waitForURL("**/plan/keeping");
            page.navigate(at + "/plan/expectations");
            assertThat(page.locator(".advice li").count()).isGreaterThan(3);
            page.locator(".advice summary").last().tap();
            look(page, "plan-expectations-" + language);
            page.navigate(at);
            look(page, "plan-ready-" + language);
            page.locator(".btn").tap();
            page.waitForURL("**/freeze");
            look(page, "plan-freeze-" + language);
            page.locator(".btn").tap();
            page.locator(".said code").nth(1).waitFor();
            look(page, "plan-frozen-" + language);
            page.locator(".btn").tap();
            page.waitForURL("**/registry");
            look(page, "plan-registry-" + language);
            page.navigate(at + "/plan/waves/0");
            assertThat(page.locator("main input").count()).isZero();
            look(page, "plan-fixed-" + language);
            page.navigate(at + "/deviations");
            page.fill("#what", "T2 ging een week later.");
            page.fill("#why", "De school was dicht.");
            page.fill("#who", "Iris");
            page.locator(".btn").tap();
            page.locator(".log li").waitFor();
            look(page, "plan-deviations-" + language);
            assertThat(weigh(phone, "plan-study", at)).isLessThan(MOST_BYTES);
        }
    }

    private skills.kernel.AccountId person(String name) {
        return demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
    }
}
