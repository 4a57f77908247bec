package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.kernel.LocalizedText;

/** An administrator says which organisations are employers, and who posts vacancies for them. */
class EmployersTest extends IdentityTest {

    @Autowired Employers employers;

    private Visitor admin() {
        String name = unique("baas-");
        demo.administrator(demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 9));
        var browser = new Visitor();
        browser.post("/demo/" + name);
        return browser;
    }

    @Test
    void somebodyInvitedByMailPostsForThatEmployerOnlyWhileItIsVerified() {
        OrganizationId hotel = demo.organization(unique("Hotel "));
        String id = hotel.value().toString();
        var admin = admin();
        String address = address();
        assertThat(
                        admin.post(
                                        "/admin/employers/invite",
                                        "address",
                                        address,
                                        "organization",
                                        id)
                                .status())
                .as("nobody is invited for one that is not verified")
                .isEqualTo(404);
        admin.post("/admin/employers/" + id + "/verify");
        admin.post("/admin/employers/" + id + "/verify");
        assertThat(admin.get("/admin/employers").text()).contains("Nog niemand plaatst vacatures");
        var bad = admin.post("/admin/employers/invite", "address", "nergens", "organization", id);
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.html()).contains("id=\"address-e\"");
        assertThat(
                        admin.post(
                                        "/admin/employers/invite",
                                        "address",
                                        address,
                                        "organization",
                                        id)
                                .text())
                .contains("De uitnodiging is verstuurd");

        String link = link(address);
        var browser = new Visitor();
        assertThat(browser.get(link).text()).contains("vacatures te plaatsen voor Hotel ");
        browser.post(link);
        browser.post("/keep/age", "date", "1-2-1990");
        assertThat(browser.get("/employer").status()).isEqualTo(200);
        assertThat(browser.get("/class").status()).as("that is no teacher").isEqualTo(404);
        assertThat(admin.get("/admin/employers").text()).contains("1 persoon plaatst vacatures");

        admin.post("/admin/employers/" + id + "/end");
        assertThat(browser.get("/employer").status()).isEqualTo(404);
        admin.post("/admin/employers/" + id + "/verify");
        assertThat(browser.get("/employer").status()).isEqualTo(200);
    }
}
