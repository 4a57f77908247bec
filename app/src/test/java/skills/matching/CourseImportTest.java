package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import skills.OptionalData;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;
import skills.platform.ImportFailed;
import skills.platform.ImportReport;
import skills.platform.Progress;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Courses from files, good and hostile, and where they show. */
class CourseImportTest extends RoomTest {

    @TempDir Path folder;
    @Autowired DataSource database;
    @Autowired DemoAccounts demo;
    @Autowired OccupationProfiles profiles;
    @Autowired Skills skills;
    @Autowired Courses courses;

    private Skill skill;

    @BeforeEach
    void aSkillOfOurOwn() {
        SkillId id = profiles.skillByKey("first-aid").orElseThrow();
        skill = skills.find(id).orElseThrow();
        jdbc.sql("delete from course").update();
    }

    private ImportReport load(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return new CourseImport(database, clock).run(file, folder, Progress.silent());
    }

    private String rejected(ImportReport report) throws IOException {
        return Files.readString(Path.of(report.more().get("report").toString()));
    }

    private String json(String name, String more) {
        return """
                {"@context":"https://schema.org","@type":"Course","name":"%s",
                 "provider":{"@type":"Organization","name":"Proefschool"},
                 "teaches":[{"@type":"DefinedTerm","url":"%s"},"iets onbekends"]%s}
                """
                .formatted(name, skill.uri(), more)
                .replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    void aCourseShowsWithCostHoursProviderAndSource() throws IOException {
        var report =
                load(
                        "aanbod.json",
                        json(
                                "Hulp bij ongelukken",
                                """
                                ,"url":"https://school.example/ehbo","timeRequired":"P2W",
                                "offers":{"@type":"Offer","price":"1.250,50","priceCurrency":"EUR"},
                                "hasCourseInstance":[{"courseWorkload":"PT16H","startDate":"2027-02-01",
                                "location":{"address":{"addressLocality":"Hoofddorp"}}}]
                                """));
        assertThat(report.added()).isEqualTo(1);
        String name = "k" + UUID.randomUUID().toString().substring(0, 8);
        demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        var page = browser.get("/skill/" + skill.id().value());
        assertThat(page.text())
                .contains(
                        "Cursussen",
                        "Hulp bij ongelukken",
                        "Proefschool",
                        "€ 1.250,50",
                        "16 uur werk",
                        "2 weken",
                        "Hoofddorp",
                        "begint 1 februari 2027",
                        "Bron: aanbod.json");
        assertThat(page.html())
                .contains("href=\"https://school.example/ehbo\"", "referrerpolicy=\"no-referrer\"");
    }

    @Test
    void theSameFileAgainChangesNothingAndAChangedCourseIsUpdated() throws IOException {
        assertThat(load("a.json", "[" + json("Een", "") + "," + json("Twee", "") + "]").added())
                .isEqualTo(2);
        var again = load("a.json", "[" + json("Een", "") + "," + json("Twee", "") + "]");
        assertThat(again.unchanged()).isEqualTo(2);
        var changed =
                load("a.json", json("Een", ",\"offers\":{\"price\":10,\"priceCurrency\":\"EUR\"}"));
        assertThat(changed.changed()).isEqualTo(1);
        assertThat(courses.teaching(skill.id(), 9)).hasSize(2);
    }

    @Test
    void aTableAsDutchExcelWritesIt() throws IOException {
        var report =
                load(
                        "cursussen.csv",
                        "\ufeffnaam;aanbieder;leert;prijs;uren;weken;plaats;startdatum;link\r\n"
                                + "EHBO in een dag;Proefschool;"
                                + skill.uri()
                                + "|onbekend;€ 125,00;8;;Almere;2027-01-09;https://school.example/a\r\n"
                                + "Zonder prijs;Proefschool;"
                                + skill.uri()
                                + ";;;3;;;\r\n");
        assertThat(report.added()).isEqualTo(2);
        List<Course> found = courses.teaching(skill.id(), 9);
        assertThat(found.getFirst().price()).isEqualByComparingTo("125");
        assertThat(found.getFirst().hours()).isEqualTo(8);
        assertThat(found.getLast().price()).isNull();
        assertThat(found.getLast().length()).isEqualTo("P3W");
    }

    @Test
    void hostileRowsAreLeftOutWithTheirReasonAndTheGoodOnesLoad() throws IOException {
        String lines =
                String.join(
                        "\n",
                        json("Goed", ""),
                        json("<script>alert(1)</script>Veilig \\u0000\\u202e", ""),
                        json("", ""),
                        json("Slechte link", ",\"url\":\"javascript:alert(1)\""),
                        json("Wachtwoord", ",\"url\":\"https://user:pw@school.example/\""),
                        json("Duur", ",\"offers\":{\"price\":\"500000\"}"),
                        json("Min", ",\"offers\":{\"price\":\"-5\"}"),
                        json("Nooit", ",\"hasCourseInstance\":{\"startDate\":\"31-31-2027\"}"),
                        json("Eeuwig", ",\"hasCourseInstance\":{\"courseWorkload\":\"PT999999H\"}"),
                        json("Lang", ",\"timeRequired\":\"P99999999W\""),
                        "{\"@type\":\"Course\",\"name\":\"Niets\",\"provider\":\"X\",\"teaches\":\"xqzzy\"}",
                        "{\"@type\":\"Course\",\"name\":\"Leeg\",\"provider\":\"X\"}",
                        "{\"@type\":\"Course\", broken",
                        "{\"@type\":\"Person\",\"name\":\"Iemand\"}",
                        json("Goed", ""));
        var report = load("vuil.jsonl", lines);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(13);
        assertThat(rejected(report))
                .contains(
                        "name is missing",
                        "url is no address of a page",
                        "price is above",
                        "price is no amount",
                        "startDate is no date",
                        "hours must be 1 to 10000",
                        "timeRequired is no time as P12W",
                        "teaches no skill that we know",
                        "teaches is missing",
                        "not valid JSON",
                        "no Course",
                        "the same course as an earlier row");
        assertThat(courses.teaching(skill.id(), 9))
                .extracting(Course::name)
                .containsExactlyInAnyOrder("Goed", "Veilig");
    }

    @Test
    void aFileThatHoldsNothingSaysWhy() {
        assertThatThrownBy(() -> load("leeg.json", "  "))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> load("ander.json", "{\"a\":1}"))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("holds no Course");
        assertThatThrownBy(() -> load("half.json", "{\"@type\":"))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> load("kolom.csv", "naam;prijs\nA;3\n"))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("has no column");
    }

    @Test
    void samplesOfOthersAreReadOrLeftOutWithAReason() throws IOException {
        var report =
                new CourseImport(database, clock)
                        .run(
                                OptionalData.need(
                                        "nl/formats/schema-course/course-nl-invented.json"),
                                folder,
                                Progress.silent());
        assertThat(report.read()).isEqualTo(1);
        if (report.rejected() == 1)
            assertThat(rejected(report)).contains("teaches no skill that we know");
        var others =
                new CourseImport(database, clock)
                        .run(
                                OptionalData.need(
                                        "nl/formats/schema-course/schemaorg-examples.json"),
                                folder,
                                Progress.silent());
        assertThat(others.added()).isZero();
        assertThat(others.rejected()).isPositive();
    }
}
