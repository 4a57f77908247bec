package skills.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The pages of one's own passport, looked at one by one. */
class ProfilePagesTest extends BrowserTest {

    @Test
    void everyPageOfTheProfileHoldsUp() {
        try (BrowserContext phone = phone("nl")) {
            Page page = open(phone);
            page.navigate("/start");
            page.evaluate(
                    """
                    async () => fetch('/start', {method: 'POST', body: new URLSearchParams({
                        _csrf: document.querySelector('meta[name=csrf]').content,
                        choice: 'OCCUPATION:7153a12d-85e0-4123-87e9-46bb1a2dc929'})})
                    """);
            page.navigate("/passport");
            look(page, "passport-empty");
            page.navigate("/profile/me");
            look(page, "profile-me");
            page.navigate("/profile/experience/new");
            page.locator("form .btn").click();
            look(page, "profile-entry-fault");
            page.fill("#title", "Medewerker check-in en gate");
            page.fill(
                    "#organization",
                    "Een heel lange naam van een bedrijf zonder spaties: "
                            + "Grondafhandeling".repeat(3));
            page.fill("#period", "sinds maart 2024");
            page.fill("#words", "Met collega Karin, en ik was lid van de vakbond.");
            page.locator("form .btn").click();
            page.waitForURL("**/words");
            look(page, "profile-words");
            page.locator(".btn").click();
            page.waitForURL("**/skills");
            page.locator("[name=answer][value=yes]").first().click();
            page.locator("[aria-pressed=true]").waitFor();
            look(page, "profile-suggest");
            page.navigate("/profile/education/new");
            page.fill("#title", "");
            page.locator("#title").pressSequentially("luchtvaartd");
            page.locator("#matches .tile").first().waitFor();
            look(page, "profile-education");
            page.navigate("/profile/activity/new");
            look(page, "profile-activity");
            page.navigate("/profile/resume");
            page.locator("form .btn").click();
            look(page, "profile-resume");
            page.navigate("/skills/choose?q=stewardess");
            look(page, "skills-choose");
            page.navigate("/passport");
            look(page, "passport-filled");
            page.locator(".exp h3 a").click();
            page.locator(".danger").click();
            page.waitForURL("**/passport?removed=*");
            look(page, "passport-removed");
        }
    }
}
