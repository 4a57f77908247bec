package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.platform.Progress;
import skills.taxonomy.OccupationProfiles;
import skills.vacancy.VacancyQuery.Order;
import skills.vacancy.VacancyQuery.Part;

/** The index follows the database; what is typed is found. */
class VacancySearchTest extends RoomTest {

    private static final String SOURCE = "search test";

    @Autowired VacancyImport imports;
    @Autowired Vacancies vacancies;
    @Autowired VacancySearch search;
    @Autowired OccupationProfiles profiles;
    @TempDir Path folder;

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where source = :s").param("s", SOURCE).update();
        soon(() -> ours(VacancyQuery.ALL.words("zzproef")).isEmpty());
    }

    private void load(String... postings) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("x.jsonl"),
                        String.join("\n", postings) + "\n\n{\"@type\":\"x\"}\n");
        imports.run(file, folder.resolve("reports"), Progress.silent());
    }

    private String job(String id, String title, String place, int ago, String more) {
        return """
                {"@type":"JobPosting","source":"%s","identifier":"%s","title":"%s","inLanguage":"nl","datePosted":"%s","hiringOrganization":{"name":"Zzproef Bedrijf"},"jobLocation":{"address":{"addressLocality":"%s","addressCountry":"NL"}}%s}"""
                .formatted(SOURCE, id, title, vacancies.today().minusDays(ago), place, more);
    }

    private List<Vacancy> ours(VacancyQuery query) {
        return search.find(query, 200).rows().stream()
                .filter(v -> v.source().equals(SOURCE))
                .toList();
    }

    private List<String> titles(String words) {
        return ours(VacancyQuery.ALL.words(words).order(Order.WORDS)).stream()
                .map(Vacancy::title)
                .toList();
    }

    /** How long it took; fails after two seconds, which is what a reader is promised. */
    private long soon(BooleanSupplier is) {
        Instant start = Instant.now();
        while (!is.getAsBoolean()) {
            long ms = Duration.between(start, Instant.now()).toMillis();
            assertThat(ms).as("milliseconds until the index knows").isLessThan(2000);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Duration.between(start, Instant.now()).toMillis();
    }

    private void indexed(int n) {
        soon(() -> ours(VacancyQuery.ALL.words("zzproef")).size() == n);
    }

    @Test
    void whatComesInIsFoundWithinTwoSecondsAndSoIsWhatChangesOrGoes() throws IOException {
        load(job("1", "Kwelderbeheerder", "Utrecht", 1, ""));
        soon(() -> titles("kwelderbeheerder").size() == 1);
        load(job("1", "Duinbeheerder", "Utrecht", 1, ""));
        soon(() -> titles("duinbeheerder").size() == 1);
        assertThat(titles("kwelderbeheerder")).isEmpty();
        jdbc.sql("update vacancy set taken_down = true where source = :s")
                .param("s", SOURCE)
                .update();
        soon(() -> titles("duinbeheerder").isEmpty());
        jdbc.sql("update vacancy set taken_down = false where source = :s")
                .param("s", SOURCE)
                .update();
        soon(() -> titles("duinbeheerder").size() == 1);
        jdbc.sql("delete from vacancy where source = :s").param("s", SOURCE).update();
        soon(() -> titles("duinbeheerder").isEmpty());
    }

    @Test
    void madeAnewItHoldsTheSame() throws IOException {
        load(job("1", "Kwelderbeheerder", "Utrecht", 1, ""), job("2", "Kok", "Delft", 2, ""));
        indexed(2);
        int before = search.size();
        search.rebuild();
        assertThat(search.size()).isEqualTo(before);
        assertThat(titles("kwelderbeheerder")).hasSize(1);
    }

    @Test
    void typingErrorsPartsOfCompoundsAndWordsWrittenTogetherAreFound() throws IOException {
        load(
                job("1", "Heftruckchauffeur", "Utrecht", 1, ""),
                job("2", "Wijkverpleegkundige", "Delft", 1, ""),
                job(
                        "3",
                        "Kok",
                        "Delft",
                        1,
                        ",\"description\":\"Je maakt soep en werkt met drie koks.\""));
        indexed(3);
        assertThat(titles("heftruckchaufeur")).contains("Heftruckchauffeur");
        assertThat(search.find(VacancyQuery.ALL.words("heftruckchaufeur"), 20).corrected())
                .isEqualTo("heftruckchauffeur");
        assertThat(titles("heftruck chauffeur")).contains("Heftruckchauffeur");
        assertThat(titles("chauffeur")).contains("Heftruckchauffeur");
        assertThat(titles("verpleegkundige delft")).contains("Wijkverpleegkundige");
        assertThat(titles("soep")).containsExactly("Kok");
        assertThat(titles("KOK in delft")).contains("Kok");
        assertThat(titles("kok heftruck")).isEmpty();
    }

    @Test
    void everyFilterIsCountedAsIfItWereNotChosen() throws IOException {
        String pay =
                ",\"baseSalary\":{\"currency\":\"EUR\",\"value\":{\"value\":2500,\"unitText\":\"MONTH\"}}";
        load(
                job(
                        "1",
                        "Zzkok een",
                        "Utrecht",
                        1,
                        ",\"workHours\":\"36 uur\",\"employmentType\":\"permanent\"" + pay),
                job(
                        "2",
                        "Zzkok twee",
                        "Utrecht",
                        5,
                        ",\"workHours\":\"16 uur\",\"employmentType\":\"permanent\""),
                job(
                        "3",
                        "Zzkok drie",
                        "Groningen",
                        9,
                        ",\"workHours\":\"16 uur\",\"employmentType\":\"tijdelijk\""));
        indexed(3);
        var all = VacancyQuery.ALL.words("zzkok");
        var counts = search.find(all, 20).counts();
        assertThat(counts.hours()).isEqualTo(Map.of(HoursBand.HALF, 2, HoursBand.FULL, 1));
        assertThat(counts.contract())
                .isEqualTo(Map.of(Contract.PERMANENT, 2, Contract.TEMPORARY, 1));
        assertThat(counts.pay()).isEqualTo(1);
        assertThat(counts.days()).containsEntry(1, 1).containsEntry(7, 2).containsEntry(14, 3);
        var little = VacancyQuery.parse("q=zzkok&hours=16-24&contract=permanent");
        var found = search.find(little, 20);
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.counts().hours()).isEqualTo(Map.of(HoursBand.HALF, 1, HoursBand.FULL, 1));
        assertThat(found.counts().contract())
                .isEqualTo(Map.of(Contract.PERMANENT, 1, Contract.TEMPORARY, 1));
        assertThat(found.without()).containsEntry(Part.HOURS, 2).containsEntry(Part.CONTRACT, 2);
        var near = search.find(all.around("Utrecht", 30), 20);
        assertThat(near.total()).isEqualTo(2);
        assertThat(near.counts().km()).containsEntry(10, 2).containsEntry(100, 2);
        assertThat(near.without()).containsEntry(Part.DISTANCE, 3);
        var order = new ArrayList<>(ours(all.around("Groningen", 300).order(Order.NEAR)));
        assertThat(order.getFirst().title()).isEqualTo("Zzkok drie");
        assertThat(ours(all.order(Order.NEW)))
                .extracting(Vacancy::title)
                .containsExactly("Zzkok een", "Zzkok twee", "Zzkok drie");
        var none = search.find(VacancyQuery.parse("q=zzkok+bestaatniet&pay=1"), 20);
        assertThat(none.total()).isZero();
        assertThat(none.without().get(Part.WORDS)).isPositive();
    }

    @Test
    void educationAndLanguagesThatATextAsksNarrowTheSearchWithCounts() throws IOException {
        load(
                job(
                        "1",
                        "Zzkok een",
                        "Utrecht",
                        1,
                        ",\"description\":\"Je hebt een mbo 4 diploma. Je spreekt Nederlands en Duits.\""),
                job(
                        "2",
                        "Zzkok twee",
                        "Utrecht",
                        1,
                        ",\"description\":\"Je hebt een hbo diploma. Je spreekt vloeiend Engels.\""),
                job("3", "Zzkok drie", "Utrecht", 1, ",\"description\":\"Je kookt graag.\""));
        indexed(3);
        var all = VacancyQuery.ALL.words("zzkok");
        var counts = search.find(all, 20).counts();
        assertThat(counts.education())
                .isEqualTo(
                        Map.of(EducationBand.MBO, 1, EducationBand.HBO, 1, EducationBand.NONE, 1));
        assertThat(counts.language())
                .isEqualTo(
                        Map.of(
                                new AskedLanguage("nl"), 1,
                                new AskedLanguage("de"), 1,
                                new AskedLanguage("en"), 1,
                                new AskedLanguage(AskedLanguage.NONE), 1));
        var german = search.find(VacancyQuery.parse("q=zzkok&language=de&language=none"), 20);
        assertThat(german.rows())
                .extracting(Vacancy::title)
                .containsExactlyInAnyOrder("Zzkok een", "Zzkok drie");
        assertThat(german.counts().language()).containsEntry(new AskedLanguage("en"), 1);
        assertThat(german.counts().education())
                .isEqualTo(Map.of(EducationBand.MBO, 1, EducationBand.NONE, 1));
        var none = search.find(VacancyQuery.parse("q=zzkok&education=wo&language=xx"), 20);
        assertThat(none.total()).isZero();
        assertThat(none.without()).containsEntry(Part.EDUCATION, 3);
        assertThat(
                        VacancyQuery.parse(
                                        "education=mbo&language=de&language=nl&education=nonsense")
                                .toQuery())
                .isEqualTo("education=mbo&language=nl&language=de");
    }

    @Test
    void whatTheIndexGivesIsWhatTheDatabaseHolds() {
        var rows = search.find(VacancyQuery.ALL.order(Order.NEW), 200).rows();
        assertThat(rows).hasSizeGreaterThan(50);
        for (Vacancy v : rows) {
            Vacancy whole = vacancies.find(v.id()).orElseThrow();
            assertThat(v.html()).isEmpty();
            assertThat(v)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("html", "at", ".*said")
                    .isEqualTo(whole);
            assertThat(v.at()).isEqualTo(whole.at());
        }
        assertThat(search.find(VacancyQuery.ALL, 20).total())
                .isEqualTo(vacancies.countOpen(Vacancies.Search.all()));
    }

    @Test
    void whoTypesIsHelpedWithTitlesEmployersAndPlaces() throws IOException {
        load(
                job("1", "Kwelderbeheerder (m/v)", "Utrecht", 1, ""),
                job("2", "Kwelderbeheerder", "Delft", 1, ""));
        indexed(2);
        assertThat(search.help("kweld", 5))
                .contains(
                        new VacancySearch.Help(
                                VacancySearch.Help.Kind.TITLE, "Kwelderbeheerder", 2));
        assertThat(search.help("zzpro", 5))
                .contains(
                        new VacancySearch.Help(
                                VacancySearch.Help.Kind.EMPLOYER, "Zzproef Bedrijf", 2));
        assertThat(search.help("Utrec", 5))
                .extracting(VacancySearch.Help::text)
                .contains("Utrecht");
        assertThat(search.help("", 5)).isEmpty();
        assertThat(search.help("x".repeat(10_000), 5)).isEmpty();
    }

    @Test
    void hostileWordsFindNothingAndBreakNothing() {
        for (String q :
                List.of(
                        "*:*",
                        "title:kok",
                        "\"",
                        "((((",
                        "a b c d e f g h i j k l m",
                        "🧯",
                        "' or 1=1 --",
                        "de het een"))
            assertThat(search.find(VacancyQuery.ALL.words(q), 5).rows().size())
                    .isLessThanOrEqualTo(5);
    }
}
