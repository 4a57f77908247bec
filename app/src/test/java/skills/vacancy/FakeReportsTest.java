package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;
import skills.platform.Progress;

/** "This vacancy is fake": said, kept, answered; what is taken down is offered to nobody. */
class FakeReportsTest extends RoomTest {

    @Autowired VacancyImport imports;
    @Autowired Vacancies vacancies;
    @Autowired DemoAccounts demo;
    @TempDir Path folder;

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where not demo").update();
    }

    private Visitor person(boolean admin) {
        String name = "p-" + UUID.randomUUID().toString().substring(0, 8);
        var id = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        if (admin) demo.administrator(id);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        return browser;
    }

    private VacancyId load(String source) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("job.jsonl"),
                        """
                        {"@type":"JobPosting","source":"%s","identifier":"1","title":"Snel rijk","inLanguage":"nl","datePosted":"%s","url":"https://snel.example/1","hiringOrganization":{"name":"Nepbedrijf"},"jobLocation":{"address":{"addressLocality":"Utrecht"}}}
                        """
                                .formatted(source, vacancies.today().minusDays(1)));
        imports.run(file, folder.resolve("reports"), Progress.silent());
        return VacancyId.of("id|" + source + "|1");
    }

    private boolean offered(VacancyId id) {
        return vacancies.open(Vacancies.Search.all().with("Snel rijk")).stream()
                .anyMatch(v -> v.id().equals(id));
    }

    @Test
    void aReportIsKeptTakenUpAndAnsweredAndTheVacancyIsNoLongerOffered() throws IOException {
        VacancyId id = load("bord een");
        load("bord twee");
        assertThat(vacancies.listings(id)).hasSize(2);
        var person = person(false);
        var admin = person(true);
        String at = "/vacancy/" + id + "/fake";
        assertThat(person.get("/vacancy/" + id).html()).contains("href=\"" + at + "\"");
        assertThat(person.post(at, "why", "", "words", "x").text())
                .contains("Kies wat er niet klopt");
        assertThat(person.post(at, "why", "MONEY", "words", "y".repeat(1001)).status())
                .isEqualTo(422);
        var told = person.post(at, "why", "MONEY", "words", "Ze vroegen <b>200 euro</b>");
        assertThat(told.text()).contains("Je melding is binnen", "Nog niet bekeken");
        person.post(at, "why", "OTHER", "words", "nog eens");
        assertThat(
                        jdbc.sql("select count(*) from vacancy_report where vacancy = :id")
                                .param("id", id.value())
                                .query(Integer.class)
                                .single())
                .as("one at a time")
                .isEqualTo(1);
        var list = admin.get("/admin/vacancies/reported");
        assertThat(list.text()).contains("Snel rijk", "Ze vragen om geld", "200 euro");
        assertThat(list.html()).doesNotContain("<b>200 euro");
        assertThat(person.post("/admin/vacancies/" + id + "/verdict", "fake", "true").status())
                .isEqualTo(404);
        assertThat(offered(id)).isTrue();

        admin.post(
                "/admin/vacancies/" + id + "/verdict",
                "fake",
                "true",
                "words",
                "Dank voor je melding.");
        assertThat(offered(id)).isFalse();
        assertThat(vacancies.countOpen(Vacancies.Search.all().with("Snel rijk")))
                .as("its other source neither")
                .isZero();
        var page = person.get("/vacancy/" + id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Deze vacature is weggehaald");
        assertThat(page.html()).doesNotContain("https://snel.example/1");
        assertThat(person.get(at).text()).contains("Nep. Weggehaald op", "Dank voor je melding.");
        assertThat(admin.get("/admin/vacancies/reported").text()).contains("Weggehaald op");
        load("bord een");
        assertThat(offered(id)).as("coming again does not bring it back").isFalse();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from vacancy_verdict where vacancy = :id and fake and said_by is not null")
                                .param("id", id.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);

        admin.post("/admin/vacancies/" + id + "/verdict", "fake", "false");
        assertThat(offered(id)).isTrue();
        assertThat(person.get(at).text())
                .as("the answer to a report is the first one")
                .contains("Nep.");
    }

    @Test
    void whoReportsARealVacancyIsToldSo() throws IOException {
        VacancyId id = load("bord drie");
        var person = person(false);
        person.post("/vacancy/" + id + "/fake", "why", "NOTREAL", "words", "");
        person(true)
                .post(
                        "/admin/vacancies/" + id + "/verdict",
                        "fake",
                        "false",
                        "words",
                        "We belden hen.");
        assertThat(offered(id)).isTrue();
        assertThat(person.get("/vacancy/" + id + "/fake").text())
                .contains("geen nep", "We belden hen.", "Wat klopt er niet?");
    }
}
