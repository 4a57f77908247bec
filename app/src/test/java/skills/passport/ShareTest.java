package skills.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.consent.AccessLog;
import skills.consent.AccessLog.Outcome;
import skills.consent.Consents;
import skills.identity.Account;
import skills.usage.Part;
import skills.usage.Usage;

/** Opening a page to one reader, reading it, and closing it. */
class ShareTest extends PassportTest {

    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1";

    @Autowired Consents consents;
    @Autowired AccessLog log;
    @Autowired Usage usage;

    @Test
    void theReaderSeesWhatWasChosenAndNothingElse() {
        Holder h = filled();
        String path = link(h, share(h, "Hotel Kade", "skill"));
        String page = reader().get(path).text();
        for (var skill : h.said()) assertThat(page).containsIgnoringCase(skill.name().nl());
        assertThat(page)
                .contains(
                        "Voor Hotel Kade",
                        "Doe ik zelf, en ik leer het anderen.",
                        "Zelf gezegd",
                        "Niet doorsturen");
        assertThat(page)
                .doesNotContain(
                        "Sanne", "Zinnetjewoord", "Werkwoord", "Diplomawoord", "Hobbywoord");
        assertThat(page)
                .as("what one cannot do yet")
                .doesNotContainIgnoringCase(h.notYet().name().nl());
        String all =
                reader().get(
                                link(
                                        h,
                                        share(
                                                h,
                                                "Coach",
                                                "about",
                                                "experience",
                                                "education",
                                                "activity")))
                        .text();
        assertThat(all)
                .contains("Sanne", "Zinnetjewoord", "Werkwoord", "Diplomawoord", "Hobbywoord");
        for (var skill : h.said()) assertThat(all).doesNotContainIgnoringCase(skill.name().nl());
    }

    @Test
    void thePreviewIsThePageThatTheReaderGetsAndIsNotLogged() {
        Holder h = filled();
        String id = draft(h, "Hotel Kade", "about", "skill", "experience");
        String preview = h.browser().get("/share/" + id + "/preview").html();
        assertThat(preview)
                .contains(
                        "Een PDF die iemand al heeft gedownload kun je niet terughalen. "
                                + "Wie de code erop scant, ziet wel dat je hem introk.");
        assertThat(consents.list(h.account())).isEmpty();
        h.browser().post("/share/" + id + "/open");
        assertThat(log.entries(h.account())).isEmpty();
        String page = reader().get(link(h, id)).html();
        assertThat(spread(preview)).isEqualTo(spread(page)).contains("Werkwoord bediening");
    }

    private static String spread(String html) {
        return html.substring(html.indexOf("<div class=\"wrap spread"), html.indexOf("</aside>"));
    }

    @Test
    void nothingOfItMayBeStoredFoundOrToldToOthers() {
        Holder h = filled();
        String path = link(h, share(h, "Hotel Kade", "about"));
        for (String p : List.of(path, path + "/pdf")) {
            var headers = reader().getOnce(p).response().headers();
            assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
            assertThat(headers.allValues("X-Robots-Tag"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("noindex", "nofollow");
            assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        }
    }

    @Test
    void withdrawnMeansThatPageAndPdfAreClosedToEverybodyInTheSameSecond() {
        Holder h = filled();
        String id = share(h, "Hotel Kade", "about", "skill");
        String path = link(h, id);
        var reader = reader();
        assertThat(reader.getOnce(path).status()).isEqualTo(200);
        long before = System.nanoTime();
        h.browser().postOnce("/share/" + id + "/withdraw");
        assertThat(reader.getOnce(path).status()).isEqualTo(410);
        assertThat(reader.getOnce(path + "/pdf").status()).isEqualTo(410);
        assertThat(head(path)).isEqualTo(410);
        assertThat(head(path + "/pdf")).isEqualTo(410);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        var closed = reader.get(path);
        assertThat(closed.text())
                .contains("Deze pagina is niet meer open", "De eigenaar heeft hem gesloten.")
                .doesNotContain("Sanne");
        assertThat(closed.response().headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        // Back to the page with the link, and to the preview: closed there too.
        assertThat(h.browser().get("/share/" + id).html())
                .doesNotContain("/s/")
                .contains("Deze pagina is dicht");
        assertThat(h.browser().get("/share/" + id + "/preview").html()).doesNotContain("/open\"");
        h.browser().post("/share/" + id + "/open");
        h.browser().post("/share/new", form(id, "Hotel Kade", "APPLYING", inDays(9), "about"));
        assertThat(reader.getOnce(path).status())
                .as("opening it again is a new page")
                .isEqualTo(410);
        h.browser().post("/share/" + id + "/withdraw");
        assertThat(h.browser().get("/share").text())
                .contains("Ingetrokken", "werken sinds die seconde niet meer");
    }

    @Test
    void theSecretIsForgottenWhenAPageIsClosed() {
        Holder h = filled();
        String id = share(h, "Hotel Kade", "about");
        String token = link(h, id).substring("/s/".length());
        assertThat(token).matches("[A-Za-z0-9_-]{22}");
        assertThat(stored(id)).isEqualTo(token);
        h.browser().post("/share/" + id + "/withdraw");
        assertThat(stored(id)).isNull();
    }

    private String stored(String id) {
        return (String)
                jdbc.sql("select token from share_link where consent = :id")
                        .param("id", UUID.fromString(id))
                        .query()
                        .singleRow()
                        .get("token");
    }

    @Test
    void afterItsLastDayAPageIsClosedByItself() {
        Holder h = filled();
        String path = link(h, share(h, "Hotel Kade", "about"));
        clock.advance(Duration.ofDays(59));
        assertThat(reader().getOnce(path).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(3));
        var closed = reader().getOnce(path);
        assertThat(closed.status()).isEqualTo(410);
        assertThat(closed.text()).contains("De eigenaar liet hem open tot en met");
        assertThat(reader().getOnce(path + "/pdf").status()).isEqualTo(410);
    }

    @Test
    void everyVisitIsOneRowInTheLogAndMachinesAreNoVisitors() {
        Holder h = filled();
        String path = link(h, share(h, "Hotel Kade", "about"));
        assertThat(head(path)).isEqualTo(200);
        assertThat(new Visitor().header("User-Agent", "WhatsApp/2.23.20.0").get(path).text())
                .doesNotContain("Sanne");
        assertThat(
                        new Visitor()
                                .header("User-Agent", "facebookexternalhit/1.1")
                                .get(path + "/pdf")
                                .text())
                .doesNotContain("Sanne");
        assertThat(new Visitor().header("Sec-Purpose", "prefetch").get(path).text())
                .doesNotContain("Sanne");
        assertThat(h.browser().get(path).text()).contains("Dit is je eigen pagina", "Sanne");
        assertThat(log.entries(h.account())).isEmpty();
        var reader = reader();
        reader.get(path);
        reader.get(path);
        assertThat(log.entries(h.account())).hasSize(1);
        reader().get(path);
        assertThat(log.entries(h.account())).as("another browser").hasSize(2);
        var forger = reader();
        forger.setCookie("seen-page", UUID.randomUUID().toString());
        forger.get(path);
        assertThat(log.entries(h.account())).as("a made-up visit").hasSize(3);
        reader.getOnce(path + "/pdf");
        assertThat(log.entries(h.account()).getFirst().what()).isEqualTo("pdf");
        clock.advance(Duration.ofMinutes(11));
        reader.get(path);
        assertThat(log.entries(h.account())).as("later again").hasSize(5);
        assertThat(h.browser().get("/share/log").text())
                .contains("Hotel Kade opende je pagina.", "Hotel Kade opende de PDF.");
    }

    @Test
    void triesAfterClosingAreTold() {
        Holder h = filled();
        String id = share(h, "Hotel Kade", "about");
        String path = link(h, id);
        h.browser().post("/share/" + id + "/withdraw");
        reader().get(path);
        reader().get(path);
        assertThat(log.entries(h.account()))
                .hasSize(1)
                .first()
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.REFUSED));
        assertThat(h.browser().get("/share/log").text())
                .contains("probeerde je pagina te openen. Lukte niet");
    }

    @Test
    void whatIsAddedLaterIsNotOpenedUpUnseenAndWhatIsTakenAwayGoes() {
        Holder h = filled();
        String path = link(h, share(h, "Hotel Kade", "experience", "skill"));
        String later = UUID.randomUUID().toString();
        h.browser()
                .post(
                        "/profile/experience/" + later,
                        "title",
                        "Laterwoord",
                        "organization",
                        "",
                        "period",
                        "",
                        "words",
                        "");
        assertThat(reader().get(path).text()).contains("Werkwoord").doesNotContain("Laterwoord");
        String entry =
                jdbc.sql(
                                "select id from profile_entry where account = :a and title like 'Werkwoord%'")
                        .param("a", h.account().value())
                        .query(UUID.class)
                        .single()
                        .toString();
        h.browser().post("/profile/experience/" + entry + "/remove");
        assertThat(reader().get(path).text()).doesNotContain("Werkwoord");
    }

    @Test
    void skillsCanBePickedOneByOne() {
        Holder h = filled();
        String id = draft(h, "Hotel Kade", "skill");
        h.browser()
                .post(
                        "/share/" + id + "/skills",
                        "skill",
                        h.said().get(1).id().toString(),
                        "skill",
                        UUID.randomUUID().toString());
        h.browser().post("/share/" + id + "/open");
        String page = reader().get(link(h, id)).text();
        assertThat(page)
                .containsIgnoringCase(h.said().get(1).name().nl())
                .doesNotContainIgnoringCase(h.said().get(0).name().nl());
        String other = draft(h, "Hotel Kade", "skill");
        assertThat(h.browser().post("/share/" + other + "/skills").text())
                .contains("Kies minstens één ding");
    }

    @Test
    void aDoubleTapOpensOnePage() throws Exception {
        Holder h = filled();
        String id = draft(h, "Hotel Kade", "about");
        List<Callable<Integer>> taps = new ArrayList<>();
        for (int i = 0; i < 6; i++)
            taps.add(() -> h.browser().postOnce("/share/" + id + "/open").status());
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var tap : threads.invokeAll(taps)) assertThat(tap.get()).isEqualTo(302);
        }
        assertThat(consents.list(h.account())).hasSize(1);
        assertThat(
                        jdbc.sql("select count(*) from share_link where account = :a")
                                .param("a", h.account().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(usage.hasCompleted(h.account(), Part.SHARE)).isTrue();
    }

    @Test
    void whatIsSomebodyElsesIsNotThere() {
        Holder h = filled();
        String open = share(h, "Hotel Kade", "about");
        String draft = draft(h, "Hotel Kade", "about");
        Holder other = filled();
        for (String id : List.of(open, draft, UUID.randomUUID().toString(), "x"))
            for (String page : List.of("", "/edit", "/preview", "/skills"))
                assertThat(other.browser().get("/share/" + id + page).status())
                        .as(id + page)
                        .isEqualTo(404);
        assertThat(other.browser().post("/share/" + open + "/withdraw").status()).isEqualTo(404);
        assertThat(other.browser().post("/share/" + draft + "/open").status()).isEqualTo(404);
        assertThat(
                        other.browser()
                                .post(
                                        "/share/new",
                                        form(draft, "Mijn", "APPLYING", inDays(5), "about"))
                                .status())
                .isEqualTo(404);
        other.browser().post("/share/new", form(open, "Mijn", "APPLYING", inDays(5), "about"));
        assertThat(other.browser().post("/share/" + open + "/open").status()).isEqualTo(404);
        assertThat(reader().get(link(h, open)).text()).contains("Voor Hotel Kade", "Sanne");
        assertThat(reader().get("/s/AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
        assertThat(reader().get("/s/AAAAAAAAAAAAAAAAAAAAAA/pdf").status()).isEqualTo(404);
    }

    @Test
    void badInputIsToldAndWhatWasTypedStays() {
        Holder h = filled();
        String id = UUID.randomUUID().toString();
        assertThat(h.browser().post("/share/new", "id", id).text())
                .contains(
                        "Vul in wie het mag lezen",
                        "Kies waarvoor",
                        "Kies minstens één ding",
                        "Deze datum konden we niet lezen");
        var past =
                h.browser()
                        .post(
                                "/share/new",
                                form(id, "Hotel Kade", "APPLYING", inDays(-1), "about"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.text()).contains("Deze dag is al voorbij");
        assertThat(past.html()).contains("value=\"Hotel Kade\"");
        assertThat(
                        h.browser()
                                .post(
                                        "/share/new",
                                        form(id, "Hotel Kade", "APPLYING", inDays(370), "about"))
                                .text())
                .contains("Dit is te ver weg");
        assertThat(
                        h.browser()
                                .post(
                                        "/share/new",
                                        form(
                                                id,
                                                "x".repeat(10_000),
                                                "APPLYING",
                                                inDays(5),
                                                "about"))
                                .text())
                .contains("Deze naam is te lang");
        assertThat(
                        h.browser()
                                .post(
                                        "/share/new",
                                        form(id, "Hotel Kade", "OTHER", inDays(5), "about"))
                                .text())
                .contains("Schrijf waarvoor");
        assertThat(
                        h.browser()
                                .post(
                                        "/share/new",
                                        form(id, "Hotel Kade", "STEAL", inDays(5), "everything"))
                                .text())
                .contains("Kies waarvoor", "Kies minstens");
        assertThat(
                        h.browser()
                                .post(
                                        "/share/new",
                                        form(
                                                "geen-id",
                                                "Hotel Kade",
                                                "APPLYING",
                                                inDays(5),
                                                "about"))
                                .status())
                .isEqualTo(404);
        h.browser()
                .post(
                        "/share/new",
                        form(
                                id,
                                "<script>alert(1)</script> 🙂 \u202eمقهى\u0007",
                                "APPLYING",
                                "31-12-2026",
                                "about"));
        h.browser().post("/share/" + id + "/open");
        String page = reader().get(link(h, id)).html();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; 🙂 مقهى")
                .doesNotContain("<script>alert", "\u202e");
        assertThat(reader().getOnce(link(h, id) + "/pdf").status()).isEqualTo(200);
    }

    @Test
    void aGuestIsAskedToKeepFirstAndWhoIsUnder16GetsNoPublicPage() {
        var guest = new Visitor();
        assertThat(guest.get("/share").path()).startsWith("/signin");
        guest.post("/start", "q", "kok");
        assertThat(guest.get("/share/new").text()).contains("Bewaar eerst je paspoort");
        assertThat(
                        guest.post(
                                        "/share/new",
                                        form(
                                                UUID.randomUUID().toString(),
                                                "x",
                                                "APPLYING",
                                                inDays(5),
                                                "about"))
                                .text())
                .contains("Bewaar eerst je paspoort");
        Holder young = holder(Account.AgeGroup.UNDER_16);
        assertThat(young.browser().get("/share/new").text())
                .contains("Een pagina delen kan vanaf 16 jaar");
        assertThat(
                        young.browser()
                                .post(
                                        "/share/new",
                                        form(
                                                UUID.randomUUID().toString(),
                                                "x",
                                                "APPLYING",
                                                inDays(5),
                                                "about"))
                                .text())
                .contains("vanaf 16 jaar");
        assertThat(young.browser().post("/share/" + UUID.randomUUID() + "/open").text())
                .contains("vanaf 16 jaar");
        assertThat(consents.list(young.account())).isEmpty();
    }

    @Test
    void theReaderReadsInHerOwnLanguageAndTheHoldersWordsStay() {
        Holder h = filled();
        String path = link(h, share(h, "Hotel Kade", "about", "skill", "experience"));
        String page = reader().get(path + "?lang=en").text();
        assertThat(page)
                .contains(
                        "For Hotel Kade",
                        "I say so",
                        "I do this with help.",
                        "Where I have been",
                        "Zinnetjewoord, kalm als het druk is.",
                        "Werkwoord bediening");
    }

    private static Visitor reader() {
        return new Visitor().header("User-Agent", PHONE);
    }

    private static int head(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(origin() + path))
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
