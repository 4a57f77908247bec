package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.WildServer;
import tools.jackson.databind.json.JsonMapper;

/** Feeds: what they bring, what ends, and every way in which a bad one must do no harm. */
class FeedsTest extends RoomTest {

    @Autowired Feeds feeds;
    @Autowired FeedRunner runner;
    @Autowired FeedReader reader;
    @Autowired Vacancies vacancies;
    @Autowired DemoAccounts demo;
    private final JsonMapper json = new JsonMapper();
    private WildServer server;
    private AccountId admin;
    private String adminName;

    @BeforeEach
    void start() throws IOException {
        server = new WildServer();
        adminName = "beheer-" + UUID.randomUUID().toString().substring(0, 8);
        admin = demo.person(adminName, LocalizedText.same(adminName), Account.AgeGroup.ADULT, 99);
        demo.administrator(admin);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (String table :
                List.of(
                        "vacancy_closing",
                        "feed_vacancy",
                        "feed_trouble",
                        "feed_run",
                        "feed_change",
                        "feed")) jdbc.sql("delete from " + table).update();
        jdbc.sql("delete from vacancy where not demo").update();
    }

    private Feed feed(String path) {
        return feed(Feed.Kind.URL, "http://localhost:" + server.port() + path, "");
    }

    private Feed feed(Feed.Kind kind, String place, String only) {
        UUID id =
                feeds.add("Bron " + UUID.randomUUID(), kind, place, only, 24, admin).orElseThrow();
        return feeds.find(id).orElseThrow();
    }

    /** Reads it now and gives how that went. */
    private Feeds.Run run(Feed feed) {
        feeds.ask(feed.id(), admin);
        while (runner.runOne()) {}
        return feeds.runs(feed.id(), 1).getFirst();
    }

    private Map<String, Object> job(String id, String title) {
        Map<String, Object> job = new HashMap<>();
        job.put("@type", "JobPosting");
        job.put("identifier", id);
        job.put("title", title);
        job.put("inLanguage", "nl");
        job.put("datePosted", vacancies.today().minusDays(2).toString());
        job.put("hiringOrganization", Map.of("name", "Proefbedrijf " + id));
        job.put(
                "jobLocation",
                Map.of("address", Map.of("addressLocality", "Utrecht", "postalCode", "3511 AB")));
        job.put("description", "Wij zoeken " + title + ".");
        return job;
    }

    private String list(Object... jobs) {
        return json.writeValueAsString(jobs);
    }

    private void serve(String path, Object... jobs) {
        server.on(path, "application/json", list(jobs));
    }

    private List<String> open() {
        return vacancies.open(Vacancies.Search.all().page(0, 1000)).stream()
                .filter(v -> !v.demo())
                .map(Vacancy::title)
                .sorted()
                .toList();
    }

    @Test
    void aFeedBringsChangesAndEndsVacanciesAndBringsThemBack() {
        Feed feed = feed("/jobs.json");
        serve("/jobs.json", job("1", "Kok"), job("2", "Bakker"), job("3", "Gids"));
        Feeds.Run first = run(feed);
        assertThat(first.failed()).isNull();
        assertThat(first.added()).isEqualTo(3);
        assertThat(open()).containsExactly("Bakker", "Gids", "Kok");
        Vacancy cook =
                vacancies
                        .find(VacancyId.of(feed.keyStart() + "id|" + source(feed) + "|1"))
                        .orElse(null);
        assertThat(
                        vacancies.open(Vacancies.Search.all().page(0, 1000)).stream()
                                .filter(v -> v.title().equals("Kok"))
                                .toList())
                .singleElement()
                .satisfies(
                        v -> {
                            assertThat(v.source()).isEqualTo(feed.name());
                            assertThat(v.at()).as("placed by postcode").isNotNull();
                        });
        serve("/jobs.json", job("1", "Kok"), job("2", "Bakker in de nacht"));
        Feeds.Run second = run(feed);
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(second.changed()).isEqualTo(1);
        assertThat(second.closed()).isEqualTo(1);
        assertThat(open()).containsExactly("Bakker in de nacht", "Kok");
        assertThat(
                        jdbc.sql("select count(*) from vacancy where title = 'Gids'")
                                .query(Integer.class)
                                .single())
                .as("ended, not deleted")
                .isEqualTo(1);
        assertThat(
                        jdbc.sql("select count(*) from vacancy_closing where closed")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        serve("/jobs.json", job("1", "Kok"), job("3", "Gids"));
        Feeds.Run third = run(feed);
        assertThat(third.reopened()).isEqualTo(1);
        assertThat(third.closed()).isEqualTo(1);
        assertThat(open()).containsExactly("Gids", "Kok");
        assertThat(cook).as("a key of the feed's own").isNull();
    }

    private static String source(Feed feed) {
        return "import" + feed.name();
    }

    @Test
    void whenAFeedFailsTheLastGoodStateStays() {
        Feed feed = feed("/jobs.json");
        serve("/jobs.json", job("1", "Kok"));
        run(feed);
        server.on("/jobs.json", out -> out.write("HTTP/1.1 500 Oops\r\n\r\n".getBytes()));
        Feeds.Run failed = run(feed);
        assertThat(failed.failed()).isEqualTo("STATUS");
        assertThat(failed.detail()).isEqualTo("localhost (500)");
        server.on("/jobs.json", "application/json", "[]");
        assertThat(run(feed).failed()).isEqualTo("FILE");
        server.on("/jobs.json", "application/json", "");
        assertThat(run(feed).failed()).isEqualTo("FILE");
        assertThat(open()).containsExactly("Kok");
        assertThat(feeds.all())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.good()).isNotNull();
                            assertThat(line.last().failed()).isEqualTo("FILE");
                        });
    }

    @Test
    void aFeedThatSuddenlyNamesHardlyAnythingIsDoubtedOnce() {
        Feed feed = feed("/jobs.json");
        Object[] many = new Object[24];
        for (int i = 0; i < many.length; i++) many[i] = job("n" + i, "Baan " + (char) ('A' + i));
        serve("/jobs.json", many);
        run(feed);
        serve("/jobs.json", many[0], many[1]);
        Feeds.Run doubted = run(feed);
        assertThat(doubted.held()).isTrue();
        assertThat(doubted.closed()).isZero();
        assertThat(open()).hasSize(24);
        Feeds.Run believed = run(feed);
        assertThat(believed.held()).isFalse();
        assertThat(believed.closed()).isEqualTo(22);
        assertThat(open()).hasSize(2);
    }

    @Test
    void noFeedCanChangeWhatAnotherBrought() {
        Feed good = feed("/good.json");
        Map<String, Object> job = job("1", "Kok");
        job.put("url", "https://werk.example/1");
        serve("/good.json", job);
        run(good);
        Feed evil = feed("/evil.json");
        Map<String, Object> other = new HashMap<>(job);
        other.put("source", good.name());
        other.put("publisher", good.name());
        other.put("title", "Overgenomen");
        serve("/evil.json", other);
        run(evil);
        assertThat(open()).containsExactly("Kok", "Overgenomen");
        serve("/evil.json", job("9", "Iets anders"));
        run(evil);
        assertThat(open()).containsExactly("Iets anders", "Kok");
    }

    @Test
    void oneVacancyFromThreeFeedsIsOneWithThreeLinks() {
        String text =
                "Als kok bereid je elke dag verse maaltijden voor onze gasten. Je werkt in een klein team van vier"
                        + " koks en twee leerlingen. Samen maken jullie de planning en de bestellingen voor de week."
                        + " Je zorgt dat de keuken schoon is en dat we werken volgens de regels voor veilig voedsel.";
        for (int i = 1; i <= 3; i++) {
            Map<String, Object> job = job("x" + i, i == 2 ? "KOK (m/v)" : "Kok");
            job.put("hiringOrganization", Map.of("name", i == 3 ? "Hotel Zon B.V." : "Hotel Zon"));
            job.put("url", "https://board" + i + ".example/kok");
            job.put(
                    "description",
                    i == 1 ? text : text + " Bel ons voor een dag meelopen in de keuken.");
            serve("/" + i + ".json", job);
            run(feed("/" + i + ".json"));
        }
        var shown =
                vacancies.open(Vacancies.Search.all().page(0, 1000)).stream()
                        .filter(v -> !v.demo())
                        .toList();
        assertThat(shown).hasSize(1);
        assertThat(vacancies.listings(shown.getFirst().id()))
                .extracting(Vacancies.Listing::url)
                .containsExactlyInAnyOrder(
                        "https://board1.example/kok",
                        "https://board2.example/kok",
                        "https://board3.example/kok");
        // The feed of the shown one lets go: another takes its place.
        for (var line : feeds.all())
            if (line.feed().name().equals(shown.getFirst().source())) {
                String path = line.feed().place().replaceFirst("^.*/", "/");
                serve(path, job("other", "Gids"));
                run(line.feed());
            }
        assertThat(open()).hasSize(2).contains("Gids");
    }

    @Test
    void hostileRowsDoNoHarmAndGoodRowsStillLoad() {
        String script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        Map<String, Object> scripts = job("s", "Kok " + script);
        for (String field :
                List.of(
                        "description",
                        "employmentType",
                        "workHours",
                        "skills",
                        "inLanguage",
                        "industry")) scripts.put(field, script + " gewoon werk");
        scripts.put(
                "hiringOrganization",
                Map.of("name", "Zon " + script, "sameAs", "javascript:alert(3)"));
        scripts.put(
                "jobLocation", Map.of("address", Map.of("addressLocality", "Utrecht" + script)));
        scripts.put("url", "javascript:alert(4)");
        scripts.put("educationRequirements", script);
        scripts.put("baseSalary", Map.of("currency", script, "value", Map.of("value", script)));
        Map<String, Object> huge = job("h", "Schrijver");
        huge.put("description", "lang verhaal ".repeat(800_000));
        Map<String, Object> date = job("d", "Tijdreiziger");
        date.put("datePosted", "2026-02-31");
        Map<String, Object> later = job("l", "Ooit");
        later.put("datePosted", "9999-12-31T23:59:59Z");
        Map<String, Object> wrongEnd = job("e", "Eeuwig");
        wrongEnd.put("validThrough", "9000000000000-01-01");
        Map<String, Object> missing = new HashMap<>(Map.of("@type", "JobPosting"));
        Map<String, Object> bare = new HashMap<>(Map.of("@type", "JobPosting", "title", "Kaal"));
        Map<String, Object> odd = job("o", "Vreemd");
        odd.put("title", List.of(List.of(Map.of("x", 1))));
        odd.put("jobLocation", 7);
        odd.put("hiringOrganization", List.of());
        Map<String, Object> nul = job("n", "Nul\u0000punt");
        nul.put("description", "a\u0000b\u202Ec");
        server.on(
                "/bad.json",
                "application/json",
                list(
                        scripts,
                        huge,
                        date,
                        later,
                        wrongEnd,
                        missing,
                        bare,
                        odd,
                        nul,
                        "tekst",
                        12,
                        null,
                        job("g", "Goede baan")));
        Feeds.Run run = run(feed("/bad.json"));
        assertThat(run.failed()).isNull();
        assertThat(open())
                .contains("Goede baan", "Schrijver", "Nulpunt")
                .doesNotContain("Tijdreiziger");
        var troubles = feeds.troubles(run.id());
        assertThat(troubles)
                .extracting(t -> t.line() + " " + t.reason())
                .contains("3 datePosted is not a date: '2026-02-31'", "6 title is missing");
        assertThat(troubles).allSatisfy(t -> assertThat(t.place()).isEqualTo("localhost"));
        for (var v : vacancies.open(Vacancies.Search.all().page(0, 1000))) {
            assertThat(v.html().toLowerCase()).doesNotContain("<script", "<img", "onerror");
            assertThat(v.title()).doesNotContain("<script");
            assertThat(v.url() == null || v.url().startsWith("http")).isTrue();
            assertThat(v.html().length()).isLessThan(40_000);
        }
    }

    @Test
    void whatIsNoListOfVacanciesIsSaidInASentence() throws IOException {
        server.on("/text", "text/plain", "Welkom op onze site. Hier staan geen vacatures.");
        server.on("/html", "text/html", "<html><body>Niets</body></html>");
        server.on("/half.json", "application/json", "[{\"@type\":\"JobPosting\",");
        server.on("/array.json", "application/json", "[" + "1,".repeat(4_000_000) + "1]");
        server.on("/deep.json", "application/json", "[".repeat(100_000));
        server.on("/zip", "application/octet-stream", new byte[] {0x50, 0x4b, 3, 4, 0, 0, 0, 0});
        server.on("/image", "image/png", new byte[100]);
        server.on("/binary", "application/octet-stream", new byte[100]);
        for (String path :
                List.of(
                        "/text",
                        "/html",
                        "/half.json",
                        "/array.json",
                        "/deep.json",
                        "/zip",
                        "/binary")) {
            Feeds.Run run = run(feed(path));
            assertThat(run.failed()).as(path).isEqualTo("FILE");
            assertThat(run.detail()).as(path).isNotBlank();
        }
        assertThat(run(feed("/image")).failed()).isEqualTo("TYPE");
        assertThat(run(feed("/nothing")).failed()).isEqualTo("STATUS");
        assertThat(open()).isEmpty();
    }

    @Test
    void theWrongCharsetIsReadByWhatIsThere() {
        Map<String, Object> job = job("1", "Café-medewerker");
        byte[] windows =
                list(job).replace("\\u00e9", "é").getBytes(Charset.forName("windows-1252"));
        server.on("/w.json", "application/json; charset=utf-8", windows);
        assertThat(run(feed("/w.json")).failed()).isNull();
        assertThat(open()).containsExactly("Café-medewerker");
    }

    @Test
    void hangingDrippingCirclingBombingAndInnerFeedsEndInTimeWithAReason() throws IOException {
        server.on("/hangs", out -> Thread.sleep(30_000));
        server.on(
                "/drips",
                out -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 300; i++) {
                        out.write('[');
                        out.flush();
                        Thread.sleep(100);
                    }
                });
        server.redirect("/circle", "/circle2").redirect("/circle2", "/circle");
        server.redirect("/inner", "http://127.0.0.1:8080/actuator");
        server.redirect("/meta", "http://169.254.169.254/latest/meta-data/");
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            byte[] part = new byte[1 << 20];
            for (int i = 0; i < 70; i++) gzip.write(part);
        }
        server.on("/bomb", "application/gzip", out.toByteArray());
        Map<String, String> reasons =
                Map.of(
                        "/hangs", "TOO_SLOW",
                        "/drips", "TOO_SLOW",
                        "/circle", "REDIRECTS",
                        "/inner", "INNER",
                        "/meta", "INNER",
                        "/bomb", "BOMB");
        reasons.forEach(
                (path, reason) -> {
                    long start = System.nanoTime();
                    assertThat(run(feed(path)).failed()).as(path).isEqualTo(reason);
                    assertThat(System.nanoTime() - start)
                            .as(path)
                            .isLessThan(Duration.ofSeconds(20).toNanos());
                });
        assertThat(run(feed(Feed.Kind.URL, "http://127.0.0.1:8080/", "")).failed())
                .isEqualTo("INNER");
        assertThat(run(feed(Feed.Kind.URL, "http://192.168.0.1/x.json", "")).failed())
                .isEqualTo("INNER");
    }

    @Test
    void twoInstancesDoNotReadOneFeedTwice() throws Exception {
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        String body = list(job("1", "Kok"));
        server.on(
                "/slow.json",
                out -> {
                    asked.countDown();
                    go.await(1, TimeUnit.SECONDS);
                    WildServer.ok(
                            out,
                            "Content-Type: application/json",
                            body.getBytes(StandardCharsets.UTF_8));
                });
        Feed feed = feed("/slow.json");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<java.util.concurrent.Future<Boolean>> others = new ArrayList<>();
            var first = threads.submit(runner::runOne);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 8; i++) others.add(threads.submit(runner::runOne));
            for (var other : others) assertThat(other.get()).as("nothing is due").isFalse();
            go.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(server.asked("/slow.json")).isEqualTo(1);
        assertThat(feeds.runs(feed.id(), 10)).hasSize(1);
    }

    @Test
    void anInstanceThatDiedIsReplacedAndWritesNothingWhenItComesBack() {
        Feed feed = feed("/jobs.json");
        serve("/jobs.json", job("1", "Kok"));
        Feeds.Claim dead = feeds.claim().orElseThrow();
        assertThat(feeds.claim()).isEmpty();
        clock.advance(Feeds.LEASE.plusMinutes(1));
        assertThat(runner.runOne()).isTrue();
        assertThat(feeds.runs(feed.id(), 10))
                .extracting(Feeds.Run::failed)
                .containsExactly(null, "DIED");
        feeds.failed(dead, "OURS", "");
        assertThat(feeds.runs(feed.id(), 10))
                .extracting(Feeds.Run::failed)
                .containsExactly(null, "DIED");
    }

    @Test
    void anEmployersSitemapGivesTheJobsOfItsPagesOnly() {
        String host = "http://localhost:" + server.port();
        server.on(
                "/sitemap.xml",
                "application/xml",
                """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%s/jobs.xml</loc></sitemap><sitemap><loc>http://elsewhere.example/x.xml</loc></sitemap></sitemapindex>
                """
                        .formatted(host));
        StringBuilder urls = new StringBuilder();
        for (String path :
                List.of(
                        "/vacature/1",
                        "/vacature/2",
                        "/vacature/leeg",
                        "/vacature/stuk",
                        "/over-ons"))
            urls.append("<url><loc>").append(host).append(path).append("</loc></url>");
        server.on(
                "/jobs.xml", "text/xml", "<urlset>" + urls + "<url><loc>&e;</loc></url></urlset>");
        for (int i = 1; i <= 2; i++)
            server.on(
                    "/vacature/" + i,
                    "text/html",
                    "<html><head><script type=\"application/ld+json\">"
                            + json.writeValueAsString(job("p" + i, "Paginabaan " + i))
                            + "</script></head><body>x</body></html>");
        server.on("/vacature/leeg", "text/html", "<html><body>Geen vacature</body></html>");
        Feed feed = feed(Feed.Kind.SITEMAP, host + "/sitemap.xml", "/vacature/");
        Feeds.Run run = run(feed);
        assertThat(run.failed()).isNull();
        assertThat(open()).containsExactly("Paginabaan 1", "Paginabaan 2");
        assertThat(server.asked("/over-ons")).isZero();
        assertThat(feeds.troubles(run.id()))
                .extracting(FeedReader.Trouble::reason)
                .anyMatch(r -> r.contains("404"))
                .anyMatch(r -> r.contains("not on localhost"));
        // A page that hangs for a moment does not end its vacancy; one that is no longer named
        // does.
        server.on("/vacature/1", out -> out.write("HTTP/1.1 503 Busy\r\n\r\n".getBytes()));
        assertThat(run(feed).closed()).isZero();
        server.on(
                "/jobs.xml",
                "text/xml",
                "<urlset><url><loc>" + host + "/vacature/2</loc></url></urlset>");
        assertThat(run(feed).closed()).isEqualTo(1);
        assertThat(open()).containsExactly("Paginabaan 2");
    }

    @Test
    void whatASiteDoesNotWantReadIsLeftAndSaid() {
        String host = "http://localhost:" + server.port();
        server.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /geheim/");
        server.on(
                "/sitemap.xml",
                "application/xml",
                "<urlset><url><loc>%s/vacature/1</loc></url><url><loc>%s/geheim/2</loc></url></urlset>"
                        .formatted(host, host));
        for (String path : List.of("/vacature/1", "/geheim/2"))
            server.on(
                    path,
                    "text/html",
                    "<html><head><script type=\"application/ld+json\">"
                            + json.writeValueAsString(job(path, "Baan van " + path))
                            + "</script></head><body>x</body></html>");
        Feed feed = feed(Feed.Kind.SITEMAP, host + "/sitemap.xml", "");
        Feeds.Run run = run(feed);
        assertThat(run.failed()).isNull();
        assertThat(open()).containsExactly("Baan van /vacature/1");
        assertThat(server.asked("/geheim/2")).isZero();
        assertThat(feeds.troubles(run.id()))
                .extracting(FeedReader.Trouble::reason)
                .containsExactly("robots: " + host + "/geheim/2");

        server.on("/robots.txt", "text/plain", "User-agent: skills-passport\nDisallow: /");
        assertThat(run(feed).failed()).isEqualTo("ROBOTS");
        server.on("/robots.txt", out -> out.write("HTTP/1.1 503 Busy\r\n\r\n".getBytes()));
        assertThat(run(feed).failed())
                .as("a site that cannot say allows nothing")
                .isEqualTo("ROBOTS");
        assertThat(open()).as("what was read before stays").containsExactly("Baan van /vacature/1");
    }

    @Test
    void filesAndFoldersAreReadInsideTheirFolderOnly() throws IOException {
        Path folder = reader.folder().resolve("test-" + UUID.randomUUID());
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("a.json"), list(job("a", "Kok")));
        Files.writeString(
                folder.resolve("b.csv"), "title;datePosted\nBakker;" + vacancies.today() + "\n");
        Files.writeString(folder.resolve("c.json"), "{stuk");
        String name = folder.getFileName().toString();
        assertThat(run(feed(Feed.Kind.FILE, name + "/a.json", "")).added()).isEqualTo(1);
        Feed all = feed(Feed.Kind.FOLDER, name, "");
        Feeds.Run run = run(all);
        assertThat(run.failed()).isNull();
        assertThat(run.named()).isEqualTo(2);
        assertThat(feeds.troubles(run.id()))
                .singleElement()
                .satisfies(t -> assertThat(t.place()).isEqualTo("c.json"));
        assertThat(run(feed(Feed.Kind.FILE, "../../etc/passwd", "")).failed()).isEqualTo("OUTSIDE");
        assertThat(run(feed(Feed.Kind.FILE, "/etc/passwd", "")).failed()).isEqualTo("OUTSIDE");
        Path link = folder.resolve("link.json");
        Files.createSymbolicLink(link, Path.of("/etc/passwd"));
        assertThat(run(feed(Feed.Kind.FILE, name + "/link.json", "")).failed())
                .isEqualTo("OUTSIDE");
        assertThat(run(feed(Feed.Kind.FILE, name + "/none.json", "")).failed()).isEqualTo("NOFILE");
    }

    @Test
    void anAdministratorAddsReadsAndStopsAFeed() {
        var browser = new Visitor();
        browser.post("/demo/" + adminName);
        String place = "http://localhost:" + server.port() + "/jobs.json";
        serve("/jobs.json", job("1", "Kok"), Map.of("@type", "JobPosting"));
        var wrong =
                browser.post(
                        "/admin/feeds",
                        "name",
                        "",
                        "kind",
                        "URL",
                        "place",
                        "ftp://x",
                        "hours",
                        "0");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Vul een naam in", "Vul een aantal uren in");
        assertThat(
                        browser.post(
                                        "/admin/feeds",
                                        "name",
                                        "X",
                                        "kind",
                                        "FILE",
                                        "place",
                                        "../secret",
                                        "hours",
                                        "24")
                                .text())
                .contains("buiten de map");
        String name = "Bron <b>" + adminName;
        var page =
                browser.post(
                        "/admin/feeds", "name", name, "kind", "URL", "place", place, "hours", "24");
        assertThat(page.path()).startsWith("/admin/feeds/");
        String at = page.path();
        for (int i = 0; i < 100 && !browser.get(at).text().contains("1 regel klopte niet"); i++)
            pause();
        var read = browser.get(at);
        assertThat(read.text())
                .contains("1 gelezen: 1 nieuw", "1 regel klopte niet", "De titel ontbreekt.");
        assertThat(read.html()).doesNotContain("Bron <b>");
        assertThat(
                        browser.post(
                                        "/admin/feeds",
                                        "name",
                                        name,
                                        "kind",
                                        "URL",
                                        "place",
                                        place,
                                        "hours",
                                        "24")
                                .text())
                .contains("Er is al een bron met deze naam");
        assertThat(browser.post(at + "/stop", "stop", "true").text())
                .contains("Gestopt.", "Begin weer");
        assertThat(runner.runOne()).as("stopped").isFalse();
        assertThat(browser.get("/admin/feeds").text()).contains("Gestopt.");
        assertThat(
                        jdbc.sql("select what from feed_change where said_by = :by order by id")
                                .param("by", admin.value())
                                .query(String.class)
                                .list())
                .containsExactly("ADDED", "STOPPED");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
