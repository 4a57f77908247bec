package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;
import skills.OptionalData;
import skills.RoomTest;
import skills.platform.Progress;
import tools.jackson.databind.json.JsonMapper;

/** One job from several sources is one vacancy, and two jobs stay two. */
class DoublesTest extends RoomTest {

    private static final String TEXT =
            """
            Als kok bereid je elke dag verse maaltijden voor onze gasten. Je werkt in een klein team van vier
            koks en twee leerlingen. Samen maken jullie de planning en de bestellingen voor de week. Je zorgt
            dat de keuken schoon is en dat we werken volgens de regels voor veilig voedsel. Wij vragen een
            afgeronde opleiding mbo 3, ervaring met grote groepen en een goed humeur. Je krijgt een vast
            contract, dertig vakantiedagen en een bijdrage aan je reis. Bel ons of stuur een brief, dan maken
            we snel een afspraak en kun je een dag meelopen.
            """;

    @Autowired VacancyImport imports;
    @Autowired Vacancies vacancies;
    @TempDir Path folder;
    private final JsonMapper json = new JsonMapper();

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where not demo").update();
    }

    private Map<String, Object> job(
            String source, String id, String title, String employer, String place, String text) {
        Map<String, Object> job = new HashMap<>();
        job.put("@type", "JobPosting");
        job.put("source", source);
        job.put("identifier", id);
        job.put("url", "https://" + source.replace(' ', '-') + ".example/" + id);
        job.put("title", title);
        job.put("inLanguage", "nl");
        job.put("datePosted", vacancies.today().minusDays(3).toString());
        if (employer != null) job.put("hiringOrganization", Map.of("name", employer));
        if (!place.isEmpty())
            job.put(
                    "jobLocation",
                    Map.of("address", Map.of("addressLocality", place, "addressCountry", "NL")));
        job.put("description", text);
        return job;
    }

    private void load(List<Map<String, Object>> jobs) throws IOException {
        List<String> lines = jobs.stream().map(json::writeValueAsString).toList();
        Files.writeString(folder.resolve("jobs.jsonl"), String.join("\n", lines) + "\n");
        imports.run(folder.resolve("jobs.jsonl"), folder.resolve("reports"), Progress.silent());
    }

    @SafeVarargs
    private void load(Map<String, Object>... jobs) throws IOException {
        load(List.of(jobs));
    }

    private List<Vacancy> shown() {
        return vacancies.open(Vacancies.Search.all().page(0, 1000)).stream()
                .filter(v -> !v.demo())
                .toList();
    }

    @Test
    void threeSourcesOneVacancyWithTheRichestTextAndAllLinks() throws IOException {
        load(job("werk nu", "1", "Kok (m/v) 32-40 uur", "Hotel Zon B.V.", "Utrecht", ""));
        load(job("banen", "a", "Kok", "Hotel Zon", "UTRECHT", TEXT));
        load(job("site", "x", "Kok - Utrecht", "Hotel Zon", "Utrecht", TEXT.substring(0, 400)));
        assertThat(shown()).hasSize(1);
        Vacancy one = shown().getFirst();
        assertThat(one.source()).isEqualTo("banen");
        assertThat(one.html()).contains("meelopen");
        assertThat(vacancies.listings(one.id()))
                .extracting(Vacancies.Listing::url)
                .containsExactly(
                        "https://banen.example/a",
                        "https://werk-nu.example/1",
                        "https://site.example/x");
        VacancyId first = VacancyId.of("id|werk nu|1");
        assertThat(vacancies.find(first).orElseThrow().standing().sameAs()).isEqualTo(one.id());
        assertThat(vacancies.shown(first).orElseThrow().id()).isEqualTo(one.id());
        assertThat(vacancies.countOpen(Vacancies.Search.all().with("Hotel Zon"))).isEqualTo(1);
    }

    @Test
    void aTextThatChangesMakesTwoVacanciesAgain() throws IOException {
        load(
                job("banen", "a", "Kok", "Hotel Zon", "Utrecht", TEXT),
                job("site", "x", "Kok", "Hotel Zon", "Utrecht", TEXT));
        assertThat(shown()).hasSize(1);
        load(
                job(
                        "banen",
                        "a",
                        "Kok",
                        "Hotel Zon",
                        "Utrecht",
                        "Voor ons nieuwe strandpaviljoen zoeken we iemand die alleen in het weekend kookt."
                                + " Je maakt lunchgerechten voor wandelaars, je bakt taarten en je helpt mee in de"
                                + " bediening als het druk is. Ervaring is niet nodig, want we leren je alles."
                                + " Zin in zee, zand en lange zomeravonden telt hier veel zwaarder dan papieren."));
        assertThat(shown()).hasSize(2);
    }

    @Test
    void whatOnlyLooksAlikeStaysApart() throws IOException {
        load(
                job("banen", "1", "Kok", "Hotel Zon", "Utrecht", TEXT),
                job("site", "2", "Kok", "Hotel Zon", "Maastricht", TEXT),
                job("site", "3", "Kok", "Hotel Maan", "Utrecht", TEXT),
                job("site", "4", "Leerling kok", "Hotel Zon", "Utrecht", TEXT),
                job("site", "5", "Souschef", "Hotel Zon", "Utrecht", TEXT),
                job(
                        "werk nu",
                        "6",
                        "Kok",
                        "Hotel Zon",
                        "Utrecht",
                        "Wij zoeken een kok voor de nacht. "
                                + TEXT.substring(0, 90)
                                + " Je staat er alleen voor en verwarmt gerechten die overdag zijn gemaakt. Vroege"
                                + " vogels krijgen ontbijt van jou. Vervoer naar huis regelen we met een taxi, elke"
                                + " ochtend om zes uur. De toeslag voor de nacht is veertig procent van je loon."));
        Map<String, Object> old = job("site", "7", "Kok", "Hotel Zon", "Utrecht", TEXT);
        old.put("datePosted", vacancies.today().minusDays(55).toString());
        load(old);
        assertThat(shown()).hasSize(7);
    }

    @Test
    void payOrHoursThatContradictAreTwoJobs() throws IOException {
        Map<String, Object> full = job("banen", "1", "Kok", "Hotel Zon", "Utrecht", TEXT);
        full.put("workHours", "36 uur per week");
        Map<String, Object> half = job("site", "2", "Kok", "Hotel Zon", "Utrecht", TEXT);
        half.put("workHours", "16 uur per week");
        load(full, half);
        assertThat(shown()).hasSize(2);
    }

    @Test
    void whenTheShownOneIsOverTheOtherSourceTakesItsPlace() throws IOException {
        Map<String, Object> rich = job("banen", "1", "Kok", "Hotel Zon", "Utrecht", TEXT + TEXT);
        rich.put("validThrough", vacancies.today().plusDays(2).toString());
        load(rich, job("site", "2", "Kok", "Hotel Zon", "Utrecht", TEXT));
        assertThat(shown()).extracting(Vacancy::source).containsExactly("banen");
        clock.advance(java.time.Duration.ofDays(3));
        settleOutlived();
        assertThat(shown()).extracting(Vacancy::source).containsExactly("site");
    }

    @Autowired Doubles doubles;
    @Autowired org.springframework.transaction.support.TransactionTemplate transaction;

    private void settleOutlived() {
        transaction.executeWithoutResult(t -> doubles.settle(doubles.outlived(), clock.instant()));
    }

    /** Real texts of the demo, dressed up as boards do, and others that are only like them. */
    @Test
    void seededDoublesAreFoundAndSeededOthersAreLeft() throws IOException {
        var random = new Random(7);
        List<Map<String, Object>> jobs = new ArrayList<>();
        Map<String, Integer> group = new HashMap<>();
        int number = 0;
        for (Map<String, Object> demo : demo()) {
            String text = demo.get("text").toString();
            if (text.split("\\s+").length < 60) continue;
            String title = demo.get("title").toString();
            String employer = demo.get("employer").toString();
            String place = demo.get("place").toString();
            int same = number++;
            for (int i = 0; i < 3; i++) {
                String id = same + "-" + i;
                group.put("id|board " + i + "|" + id, same);
                jobs.add(dressed(random, i, id, title, employer, place, text));
            }
            // The same employer's other jobs with the same text, and the same job elsewhere.
            String[][] others = {
                {"Teamleider " + title, employer, place},
                {title, employer, place.equals("Groningen") ? "Breda" : "Groningen"},
                {title, "Anders en Zonen", place}
            };
            for (int i = 0; i < others.length; i++) {
                String id = same + "-other" + i;
                group.put("id|board 3|" + id, 1_000_000 + number * 10 + i);
                String[] o = others[i];
                // Of another employer the beginning is alike: such texts are made from examples.
                String written = i < 2 ? text : text.substring(0, text.length() / 3) + TEXT;
                jobs.add(job("board 3", id, o[0], o[1], o[2], written));
            }
        }
        load(jobs);
        Map<UUID, Integer> truth = new HashMap<>();
        group.forEach((key, g) -> truth.put(VacancyId.of(key).value(), g));
        Map<UUID, UUID> found = new HashMap<>();
        jdbc.sql("select id, coalesce(same_as, id) as shown from vacancy where not demo")
                .query(
                        row -> {
                            found.put(
                                    row.getObject("id", UUID.class),
                                    row.getObject("shown", UUID.class));
                        });
        int right = 0;
        int merged = 0;
        int should = 0;
        List<UUID> ids = new ArrayList<>(found.keySet());
        for (int i = 0; i < ids.size(); i++)
            for (int j = i + 1; j < ids.size(); j++) {
                boolean same = truth.get(ids.get(i)).equals(truth.get(ids.get(j)));
                boolean one = found.get(ids.get(i)).equals(found.get(ids.get(j)));
                if (same) should++;
                if (one) merged++;
                if (same && one) right++;
            }
        System.out.println(
                "MEASURED seeded doubles: %d rows, %d pairs that are one job, recall %.3f, precision %.4f"
                        .formatted(
                                ids.size(),
                                should,
                                (double) right / should,
                                (double) right / merged));
        assertThat(should).isGreaterThan(60);
        assertThat((double) right / should).as("recall").isGreaterThan(0.85);
        assertThat((double) right / merged).as("precision").isGreaterThan(0.995);
    }

    private Map<String, Object> dressed(
            Random random,
            int board,
            String id,
            String title,
            String employer,
            String place,
            String text) {
        String[] titles = {
            title, title.toUpperCase() + " (m/v/x)", title + " - " + place, title + " 24-36 uur"
        };
        String[] employers = {employer, employer + " B.V.", employer.toUpperCase()};
        String[] places = {place, place.toUpperCase(), place + ", Nederland"};
        String written =
                switch (random.nextInt(4)) {
                    case 0 -> text;
                    case 1 -> text.substring(0, Math.min(text.length(), 500)) + "…";
                    case 2 ->
                            "<p>"
                                    + text.replace("\n\n", "</p><p>")
                                    + "</p><p>Solliciteren kan via deze site. Vermeld waar je de vacature zag.</p>";
                    default -> text.replaceFirst("[^.]*\\.", "Word jij onze collega? ");
                };
        Map<String, Object> job =
                job(
                        "board " + board,
                        id,
                        titles[random.nextInt(titles.length)],
                        random.nextInt(8) == 0 ? null : employers[random.nextInt(employers.length)],
                        places[random.nextInt(places.length)],
                        written);
        job.put("datePosted", vacancies.today().minusDays(random.nextInt(10)).toString());
        return job;
    }

    private static List<Map<String, Object>> demo() throws IOException {
        try (InputStream in = DoublesTest.class.getResourceAsStream("/demo/vacancies.yaml")) {
            return new Yaml().load(in);
        }
    }

    /** Prints what is merged in the real file: read, to see that nothing is merged wrongly. */
    @Test
    void inTheRealFileFewAreMergedAndTheyCanBeRead() throws IOException {
        Path file = OptionalData.need("nl/vacancies-nl.jsonl.gz");
        imports.run(file, folder.resolve("reports"), Progress.silent());
        Path thin = OptionalData.need("nl/vacancies-nl-thin.jsonl.gz");
        imports.run(thin, folder.resolve("reports"), Progress.silent());
        var pairs =
                jdbc.sql(
                                """
                                select a.title, a.employer, a.place, a.posted, a.source, length(a.html) as length, a.url,
                                       b.title as title2, b.employer as employer2, b.place as place2, b.posted as posted2,
                                       b.source as source2, length(b.html) as length2, b.url as url2,
                                       left(a.html, 160) as html, left(b.html, 160) as html2
                                from vacancy a join vacancy b on b.id = a.same_as order by b.id
                                """)
                        .query()
                        .listOfRows();
        System.out.println("MEASURED real files: " + pairs.size() + " rows shown by another");
        pairs.forEach(p -> System.out.println("PAIR " + p));
        Set<Object> shown = new HashSet<>();
        pairs.forEach(p -> shown.add(p.get("title2")));
        assertThat(pairs.size()).isBetween(1, 80);
    }
}
