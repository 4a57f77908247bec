package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.platform.ImportFailed;
import skills.platform.ImportReport;
import skills.platform.Progress;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.SkillId;
import skills.vacancy.Vacancies.Search;

/**
 * What the room does at its door. Vacancies made here carry the source "room test" and are taken
 * away again.
 */
class VacanciesTest extends RoomTest {

    private static final Point SCHIPHOL = new Point(52.3038, 4.7571);

    @Autowired VacancyImport imports;
    @Autowired Vacancies vacancies;
    @Autowired DemoVacancies demo;
    @Autowired OccupationProfiles profiles;
    @TempDir Path folder;

    private OccupationId cabinCrew() {
        return profiles.bySlug("cabin-crew").orElseThrow();
    }

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where source = 'room test'").update();
    }

    private ImportReport load(String... postings) throws IOException {
        Path file =
                Files.writeString(folder.resolve("test.jsonl"), String.join("\n", postings) + "\n");
        return imports.run(file, folder.resolve("reports"), Progress.silent());
    }

    private String job(String id, String title, String place, String posted, String more) {
        return """
                {"@type":"JobPosting","source":"room test","identifier":"%s","title":"%s","inLanguage":"nl",%s"hiringOrganization":{"name":"Proefbedrijf"},"jobLocation":{"address":{"addressLocality":"%s","addressCountry":"NL"}}%s}"""
                .formatted(
                        id,
                        title,
                        posted.isEmpty() ? "" : "\"datePosted\":\"" + posted + "\",",
                        place,
                        more);
    }

    private String day(int ago) {
        return vacancies.today().minusDays(ago).toString();
    }

    private List<Vacancy> ours(Search search) {
        return vacancies.open(search.page(0, 1000)).stream()
                .filter(v -> v.source().equals("room test"))
                .toList();
    }

    @Test
    void theSameAgainIsUnchangedAndAnotherTextIsAnUpdateOfTheSameVacancy() throws IOException {
        String kok = job("1", "Kok", "Utrecht", day(3), "");
        ImportReport first = load(kok, job("2", "Bakker", "Delft", day(3), ""));
        assertThat(first.added()).isEqualTo(2);
        VacancyId id = ours(Search.all().with("Kok")).getFirst().id();
        assertThat(load(kok).unchanged()).isEqualTo(1);
        assertThat(load(kok.replace("\"Kok\"", "\"Kok in de avond\"")).changed()).isEqualTo(1);
        assertThat(vacancies.find(id))
                .get()
                .extracting(Vacancy::title)
                .isEqualTo("Kok in de avond");
    }

    @Test
    void goodRowsLoadAndEachBadOneIsInTheReportWithItsLineAndReason() throws IOException {
        ImportReport report =
                load(
                        job("1", "Kok", "Utrecht", day(3), ""),
                        job("2", "Kok", "Utrecht", "4141 BL", ""),
                        "{half",
                        job("4", "", "Utrecht", day(3), ""),
                        job("1", "Kok nog eens", "Utrecht", day(3), ""));
        assertThat(report.read()).isEqualTo(5);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(4);
        String rejected = Files.readString(Path.of((String) report.more().get("report")));
        assertThat(rejected)
                .contains("test.jsonl,2,datePosted is not a date: '4141 BL'")
                .contains("test.jsonl,3,not valid JSON")
                .contains("test.jsonl,4,title is missing")
                .contains("test.jsonl,5,the same vacancy as line 1");
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        long before = jdbc.sql("select count(*) from vacancy").query(Long.class).single();
        assertThatThrownBy(() -> imports.run(empty, folder, Progress.silent()))
                .isInstanceOf(ImportFailed.class)
                .hasMessage("empty.json is empty.");
        assertThat(jdbc.sql("select count(*) from vacancy").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void neitherUndatedNorExpiredNorFutureOnesAreOffered() throws IOException {
        load(
                job("open", "Open baan", "Utrecht", day(59), ""),
                job("last", "Laatste dag", "Utrecht", day(60), ""),
                job("expired", "Verlopen baan", "Utrecht", day(61), ""),
                job("undated", "Baan zonder datum", "Utrecht", "", ""),
                job(
                        "undated2",
                        "Baan met alleen einde",
                        "Utrecht",
                        "",
                        ",\"validThrough\":\"" + day(-30) + "\""),
                job(
                        "closed",
                        "Gesloten baan",
                        "Utrecht",
                        day(10),
                        ",\"validThrough\":\"" + day(1) + "\""),
                job("future", "Baan van straks", "Utrecht", day(-5), ""));
        assertThat(ours(Search.all()))
                .extracting(Vacancy::title)
                .containsExactlyInAnyOrder("Open baan", "Laatste dag");
        clock.advance(Duration.ofDays(1));
        assertThat(ours(Search.all())).extracting(Vacancy::title).containsExactly("Open baan");
    }

    @Test
    void anExpiredVacancyIsKeptAsHistory() throws IOException {
        load(job("old", "Oude baan", "Utrecht", day(100), ""));
        Vacancy old = vacancies.find(VacancyId.of("id|room test|old")).orElseThrow();
        assertThat(old.openOn(vacancies.today())).isFalse();
        assertThat(old.openOn(vacancies.today().minusDays(90))).isTrue();
    }

    @Test
    void withTheClockFourHundredDaysOnNothingIsOpen() throws IOException {
        load(job("forever", "Eeuwige baan", "Utrecht", day(1), ",\"validThrough\":\"2099-12-31\""));
        assertThat(vacancies.open(Search.all())).isNotEmpty();
        clock.advance(Duration.ofDays(400));
        assertThat(vacancies.open(Search.all())).isEmpty();
        assertThat(vacancies.countOpen(Search.all())).isZero();
        assertThat(vacancies.openings(Set.of(cabinCrew()))).isEmpty();
        assertThat(vacancies.outlook(cabinCrew()).now()).isZero();
    }

    @Test
    void theNearestComeFirstAndFartherThanAskedForIsLeftOut() throws IOException {
        load(
                job("a", "Baan A", "Utrecht", day(1), ""),
                job("b", "Baan B", "Hoofddorp", day(5), ""),
                job("c", "Baan C", "Maastricht", day(2), ""),
                job("d", "Baan D", "Nederland", day(3), ""),
                job("e", "Baan E", "Amsterdam", day(9), ""));
        List<Vacancy> near = ours(Search.all().within(50, SCHIPHOL));
        assertThat(near).extracting(Vacancy::title).containsExactly("Baan B", "Baan E", "Baan A");
        assertThat(near)
                .allSatisfy(
                        v -> assertThat(v.kmFrom(SCHIPHOL).orElseThrow()).isLessThanOrEqualTo(50));
        assertThat(ours(Search.all().within(15, SCHIPHOL)))
                .extracting(Vacancy::title)
                .containsExactly("Baan B", "Baan E");
        assertThat(ours(Search.all()))
                .extracting(Vacancy::title)
                .containsExactly("Baan A", "Baan C", "Baan D", "Baan B", "Baan E");
    }

    @Test
    void theTextOfASearchIsNoPattern() throws IOException {
        load(
                job("a", "Baan 100% thuis", "Utrecht", day(1), ""),
                job("b", "Baan elders", "Utrecht", day(1), ""));
        assertThat(ours(Search.all().with("100%")))
                .extracting(Vacancy::title)
                .containsExactly("Baan 100% thuis");
        assertThat(ours(Search.all().with("baan UTRECHT proefbedrijf"))).hasSize(2);
        assertThat(ours(Search.all().with("_"))).isEmpty();
        assertThat(vacancies.open(Search.all().with("'; drop table vacancy --"))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrDoubles() throws IOException {
        String[] jobs = new String[45];
        for (int i = 0; i < jobs.length; i++)
            jobs[i] = job("p" + i, "Stapelbaan " + i, "Utrecht", day(1), "");
        load(jobs);
        Search search = Search.all().with("Stapelbaan");
        assertThat(vacancies.countOpen(search)).isEqualTo(45);
        var seen = new java.util.HashSet<VacancyId>();
        for (int page = 0; page < 3; page++)
            vacancies
                    .open(search.page(page, 20))
                    .forEach(v -> assertThat(seen.add(v.id())).isTrue());
        assertThat(seen).hasSize(45);
        assertThat(vacancies.open(search.page(3, 20))).isEmpty();
    }

    @Test
    void skillsThatTheEmployerNamesAreStatedAndNothingIsAdded() throws IOException {
        String uri = "http://data.europa.eu/esco/skill/f6c12779-bd4c-4908-a766-dd0db556c63b";
        load(
                job(
                        "s",
                        "Steward",
                        "Schiphol",
                        day(1),
                        ",\"skills\":[{\"@type\":\"DefinedTerm\",\"name\":\"x\",\"url\":\""
                                + uri
                                + "\"},{\"@type\":\"DefinedTerm\",\"url\":\"http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000\"}]"));
        assertThat(ours(Search.all()).getFirst().requirements())
                .containsExactly(new Requirement(SkillId.of(uri), true, Requirement.Origin.STATED));
        assertThat(ours(Search.all().asking(Set.of(SkillId.of(uri))))).hasSize(1);
    }

    @Test
    void withoutAnySkillInTheTextTheOccupationSaysWhatIsUsuallyAskedAndIsMarkedSo()
            throws IOException {
        load(
                job("k", "Kok (m/v) 32 uur", "Utrecht", day(1), ""),
                job("x", "Zbrplk", "Utrecht", day(1), ""));
        Vacancy cook = ours(Search.all().with("Kok")).getFirst();
        assertThat(cook.occupation()).isNotNull().satisfies(o -> assertThat(o.guessed()).isTrue());
        assertThat(cook.occupation().label()).isEqualToIgnoringCase("kok");
        assertThat(cook.requirements()).isNotEmpty();
        assertThat(cook.requirementsFromOccupationOnly()).isTrue();
        Vacancy nonsense = ours(Search.all().with("Zbrplk")).getFirst();
        assertThat(nonsense.occupation()).isNull();
        assertThat(nonsense.requirements()).isEmpty();
    }

    @Test
    void anOutlookNeedsTenOpeningsOnOneOfBothDays() throws IOException {
        LocalDate today = vacancies.today();
        assertThat(Outlook.of(9, 9, today)).isInstanceOf(Outlook.TooFew.class);
        assertThat(Outlook.of(10, 0, today)).isInstanceOf(Outlook.Known.class);
        assertThat(Outlook.of(0, 10, today)).isInstanceOf(Outlook.Known.class);
        Outlook before = vacancies.outlook(cabinCrew());
        String category =
                ",\"occupationalCategory\":\"http://data.europa.eu/esco/occupation/"
                        + cabinCrew()
                        + "\"";
        String[] jobs = new String[12];
        for (int i = 0; i < 12; i++)
            jobs[i] = job("o" + i, "Baan " + i, "Schiphol", day(i < 5 ? 1 : 380), category);
        load(jobs);
        Outlook after = vacancies.outlook(cabinCrew());
        assertThat(after.now()).isEqualTo(before.now() + 5);
        assertThat(after.yearAgo()).isEqualTo(before.yearAgo() + 7);
        assertThat(after.then()).isEqualTo(today.minusYears(1));
    }

    @Test
    void theDemoHasEightyOpenVacanciesWithAPlaceAnOccupationAndSkills() {
        List<Vacancy> open =
                vacancies.open(Search.all().page(0, 1000)).stream().filter(Vacancy::demo).toList();
        assertThat(open)
                .hasSize(80)
                .allSatisfy(
                        v -> {
                            assertThat(v.at()).as(v.title()).isNotNull();
                            assertThat(v.occupation()).as(v.title()).isNotNull();
                            assertThat(v.occupation().guessed()).as(v.title()).isFalse();
                            assertThat(v.requirements())
                                    .as(v.title())
                                    .hasSizeGreaterThan(2)
                                    .allMatch(r -> r.origin() == Requirement.Origin.STATED);
                            assertThat(v.pay()).as(v.title()).isNotNull();
                            assertThat(v.hours()).as(v.title()).isNotNull();
                            assertThat(v.contract()).as(v.title()).isNotEmpty();
                            assertThat(v.html()).as(v.title()).startsWith("<");
                            assertThat(v.cutOff()).as(v.title()).isFalse();
                        });
        assertThat(open.stream().map(v -> v.occupation().id()).distinct()).hasSize(16);
        assertThat(
                        jdbc.sql("select count(*) from vacancy where demo")
                                .query(Integer.class)
                                .single())
                .isEqualTo(280);
    }

    @Test
    void theDemoGetsNewDatesWhenItStartsAgainLater() {
        clock.advance(Duration.ofDays(400));
        assertThat(vacancies.open(Search.all())).isEmpty();
        assertThat(demo.load(vacancies.today())).isEqualTo(280);
        assertThat(vacancies.open(Search.all().page(0, 1000)))
                .filteredOn(Vacancy::demo)
                .hasSize(80);
        clock.reset();
        demo.load(vacancies.today());
        assertThat(vacancies.open(Search.all().page(0, 1000)))
                .filteredOn(Vacancy::demo)
                .hasSize(80);
    }
}
