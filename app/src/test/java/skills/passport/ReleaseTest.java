package skills.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import skills.Visitor;
import skills.assessment.Instrument;
import skills.assessment.Instruments;
import skills.consent.AccessLog;

/** A reader sees of a result what was released to her, in words, as long as it is. */
class ReleaseTest extends PassportTest {

    private static final String NAME = "how-i-work";

    @Autowired Instruments instruments;
    @Autowired AccessLog log;

    /** Answers clearly: much openness, little stability, the others in between. */
    private Holder answered() {
        Holder h = filled();
        answer(h, 4);
        return h;
    }

    private void answer(Holder h, int open) {
        String first = h.browser().post("/questions/" + NAME, "pictures", "half").path();
        String base = first.substring(0, first.lastIndexOf('/') + 1);
        UUID session = UUID.fromString(first.split("/")[2]);
        List<String> items =
                jdbc.sql("select item from assessment_item where session = :id order by position")
                        .param("id", session)
                        .query(String.class)
                        .list();
        for (int p = 1; p <= items.size(); p++) {
            var item = instrument().item(items.get(p - 1)).orElseThrow();
            int value =
                    switch (item.scale()) {
                        case "openness" -> open;
                        case "stability" -> 0;
                        default -> 2;
                    };
            h.browser().postOnce(base + p, "value", "" + (item.key() == 1 ? value : 4 - value));
        }
    }

    private Instrument instrument() {
        return instruments.current(NAME).orElseThrow();
    }

    private String word(String scale, String zone) {
        return instrument().report().scales().get(scale).get(zone).head().nl();
    }

    private String latest(Holder h) {
        return jdbc.sql(
                        "select id from result where account = :a order by computed_at desc, id desc limit 1")
                .param("a", h.account().value())
                .query(UUID.class)
                .single()
                .toString();
    }

    /** Opens a page with the name, the skills and one scale of the result. */
    private String release(Holder h, String reader, String note) {
        h.browser().get("/results/" + NAME);
        String id = UUID.randomUUID().toString();
        var scales = h.browser().post("/share/new", with(id, reader, latest(h)));
        assertThat(scales.path()).isEqualTo("/share/" + id + "/results/" + latest(h));
        var preview = h.browser().post(scales.path(), "scale", "openness", "note", note);
        assertThat(preview.path()).isEqualTo("/share/" + id + "/preview");
        assertThat(preview.text())
                .contains("de uitslag van ‘" + instrument().title().nl() + "’ (")
                .contains("(" + instrument().scale("openness").orElseThrow().name().nl() + ")");
        h.browser().post("/share/" + id + "/open");
        return id;
    }

    private String[] with(String id, String reader, String result) {
        return new String[] {
            "id",
            id,
            "reader",
            reader,
            "purpose",
            "COACHING",
            "until",
            inDays(60),
            "parts",
            "about",
            "parts",
            "skill",
            "result",
            result
        };
    }

    @Test
    void nothingIsChosenBeforehandAndThePersonSeesAResultFirst() {
        Holder h = answered();
        var unseen = h.browser().get("/share/new");
        assertThat(unseen.text()).contains("Kijk eerst zelf");
        assertThat(unseen.html()).doesNotContain("name=\"result\"");
        String id = UUID.randomUUID().toString();
        assertThat(h.browser().post("/share/new", with(id, "Coach", latest(h))).path())
                .as("sent all the same: left out")
                .isEqualTo("/share/" + id + "/preview");
        assertThat(h.browser().get("/share/" + id + "/results/" + latest(h)).status())
                .isEqualTo(404);
        h.browser().get("/results/" + NAME);
        h.browser().get("/results/" + NAME);
        assertThat(
                        jdbc.sql("select count(*) from result_sight where account = :a")
                                .param("a", h.account().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        var seen = h.browser().get("/share/new");
        assertThat(seen.text()).doesNotContain("Kijk eerst zelf");
        assertThat(seen.find("(name=\"result\" value=\"[^\"]+\"( checked)?>)").orElseThrow())
                .doesNotContain("checked");
        String fresh = UUID.randomUUID().toString();
        var scales = h.browser().post("/share/new", with(fresh, "Coach", latest(h)));
        assertThat(scales.html()).contains("value=\"openness\"").doesNotContain("checked");
        assertThat(h.browser().post("/share/" + fresh + "/open").path())
                .as("what of it was not chosen yet")
                .isEqualTo(scales.path());
        var none = h.browser().post(scales.path(), "scale", "nonsense", "note", "Mijn woorden");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Kies minstens één onderdeel", "Mijn woorden");
    }

    @Test
    void theReaderGetsWordsWithHowSureAndWhatItIsNotForAndNoNumbers() {
        Holder h = answered();
        String id = release(h, "Coach Bakker", "Zo was het op mijn <stage>.\n🙂 \u202eمرحبا");
        String page = new Visitor().get(link(h, id)).html();
        String told = page.substring(page.indexOf("<section class=\"told\""));
        told = told.substring(0, told.indexOf("</section>"));
        assertThat(told)
                .contains(
                        "Zo was het op mijn &lt;stage&gt;.\n🙂 مرحبا",
                        "dir=\"auto\"",
                        word("openness", "high"),
                        "De antwoorden wijzen hier duidelijk op.",
                        "Er is nog geen norm",
                        "Niet bedoeld om iemand op te kiezen of af te wijzen.",
                        "versie " + instrument().id().version(),
                        "Niet door de COTAN beoordeeld.")
                .doesNotContain(word("stability", "low"), "balk", "<svg", "\u202e");
        String words = told.substring(0, told.indexOf("Niet bedoeld"));
        assertThat(words.replaceAll("<[^>]*>", "")).doesNotContainPattern("[0-9]");
        assertThat(new Visitor().get(link(h, id) + "?lang=en").text())
                .contains(
                        instrument().report().scales().get("openness").get("high").head().en(),
                        "Not meant for choosing or turning down anyone.");
    }

    @Test
    void anEmployerWhoAsksBeforeReleaseAfterBlockAndAfterReleaseGetsNoMoreThanIsReleased()
            throws Exception {
        Holder h = answered();
        String without = link(h, share(h, "Hotel Kade", "about", "skill"));
        assertThat(new Visitor().get(without).text()).doesNotContain(word("openness", "high"));
        String id = release(h, "Hotel Kade", "Kanariewoord");
        String path = link(h, id);
        assertThat(new Visitor().get(path).text())
                .contains(word("openness", "high"), "Kanariewoord");
        assertThat(pdf(path)).contains(word("openness", "high"), "Kanariewoord", "Niet bedoeld");
        assertThat(new Visitor().get(without).text())
                .as("another page of the same reader")
                .doesNotContain(word("openness", "high"), "Kanariewoord");
        long before = System.nanoTime();
        h.browser().postOnce("/share/" + id + "/results/" + latest(h) + "/block");
        String blocked = new Visitor().getOnce(path).text();
        String paper = pdf(path);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(blocked)
                .contains("Sanne")
                .doesNotContain(word("openness", "high"), "Kanariewoord", "vragenlijst");
        assertThat(paper)
                .contains("Sanne")
                .doesNotContain(word("openness", "high"), "Kanariewoord", "vragenlijst");
        var list = h.browser().get("/share");
        assertThat(list.text())
                .contains("Verborgen sinds", "Laat weer zien", "Hotel Kade")
                .doesNotContain("Ziet je naam en zinnetje, 3 skills en de uitslag");
        h.browser().post("/share/" + id + "/results/" + latest(h) + "/release");
        h.browser().post("/share/" + id + "/results/" + latest(h) + "/note", "note", "Anders nu");
        assertThat(new Visitor().get(path).text())
                .contains(word("openness", "high"), "Anders nu")
                .doesNotContain("Kanariewoord");
        assertThat(pdf(path)).contains(word("openness", "high"), "Anders nu");
        h.browser().post("/share/" + id + "/withdraw");
        assertThat(new Visitor().getOnce(path).status()).isEqualTo(410);
        assertThat(new Visitor().getOnce(path + "/pdf").status()).isEqualTo(410);
        h.browser().post("/share/" + id + "/results/" + latest(h) + "/release");
        assertThat(new Visitor().getOnce(path).status()).isEqualTo(410);
        assertThat(
                        jdbc.sql(
                                        "select released from share_result where consent = :c and account = :a order by id")
                                .param("c", UUID.fromString(id))
                                .param("a", h.account().value())
                                .query(Boolean.class)
                                .list())
                .as("who and when, once each")
                .containsExactly(false, true);
    }

    @Test
    void blockedAndNeverReleasedAreTheSamePageByteForByte() throws Exception {
        Holder h = answered();
        String never = link(h, share(h, "Hotel Kade", "about", "skill"));
        String id = release(h, "Hotel Kade", "Kanariewoord");
        String path = link(h, id);
        assertThat(bare(path)).isNotEqualTo(bare(never));
        assertThat(bareText(path)).isNotEqualTo(bareText(never));
        h.browser().post("/share/" + id + "/results/" + latest(h) + "/block");
        assertThat(bare(path)).isEqualTo(bare(never));
        assertThat(bareText(path)).isEqualTo(bareText(never));
        assertThat(headers(path)).isEqualTo(headers(never));
    }

    /** The whole page without what is secret to it or to the visitor. */
    private static String bare(String path) {
        return new Visitor()
                .get(path)
                .html()
                .replace(path, "/s/x")
                .replaceAll("(name=\"(?:_csrf\" value|csrf\" content)=\")[^\"]*", "$1");
    }

    private static String bareText(String path) throws Exception {
        return pdf(path).replace(path, "/s/x");
    }

    private static List<String> headers(String path) {
        return new Visitor()
                .getOnce(path).response().headers().map().keySet().stream().sorted().toList();
    }

    @Test
    void aLaterResultIsNotOpenedUnseenAndThePersonIsToldSo() {
        Holder h = answered();
        String id = release(h, "Coach", "");
        String first = latest(h);
        answer(h, 0);
        assertThat(latest(h)).isNotEqualTo(first);
        h.browser().get("/results/" + NAME);
        assertThat(new Visitor().get(link(h, id)).text())
                .contains(word("openness", "high"))
                .doesNotContain(word("openness", "low"));
        assertThat(h.browser().get("/share").text()).contains("Je hebt een nieuwere");
        String anew = release(h, "Coach", "");
        assertThat(new Visitor().get(link(h, anew)).text()).contains(word("openness", "low"));
        h.browser().post("/share/" + anew + "/results/" + latest(h) + "/block");
        assertThat(new Visitor().get(link(h, id)).text())
                .as("each page on its own")
                .contains(word("openness", "high"));
    }

    @Test
    void theLogSaysInWordsThatAResultWasSeen() {
        Holder h = answered();
        String id = release(h, "Coach Bakker", "");
        String path = link(h, id);
        var reader = new Visitor();
        h.browser().post("/share/" + id + "/results/" + latest(h) + "/block");
        reader.get(path);
        assertThat(h.browser().get("/share/log").text()).doesNotContain("Daar was je uitslag");
        h.browser().post("/share/" + id + "/results/" + latest(h) + "/release");
        reader.get(path);
        reader.get(path);
        reader.getOnce(path + "/pdf");
        assertThat(log.entries(h.account()))
                .extracting(AccessLog.Entry::what)
                .as("the same visit, but now with the result")
                .containsExactly("pdf." + NAME, "page." + NAME, "page");
        assertThat(h.browser().get("/share/log").text())
                .contains(
                        "Coach Bakker opende je pagina. Daar was je uitslag te zien: ‘"
                                + instrument().title().nl()
                                + "’.");
    }

    @Test
    void badWordsAndThingsOfOthersAreRefused() {
        Holder h = answered();
        String id = release(h, "Coach", "Kort");
        String base = "/share/" + id + "/results/" + latest(h);
        assertThat(h.browser().post(base + "/note", "note", "🙂".repeat(500)).status())
                .isEqualTo(200);
        var tooLong = h.browser().post(base + "/note", "note", "🙂".repeat(501));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("Hooguit 500 tekens", "🙂".repeat(501));
        h.browser().post(base + "/note", "note", "");
        assertThat(new Visitor().get(link(h, id)).html()).doesNotContain("<blockquote");
        Holder other = filled();
        for (String way : List.of("/block", "/release", "/note")) {
            assertThat(other.browser().post(base + way, "note", "x").status()).isEqualTo(404);
            assertThat(
                            h.browser()
                                    .post(
                                            "/share/" + id + "/results/" + UUID.randomUUID() + way,
                                            "note",
                                            "x")
                                    .status())
                    .isEqualTo(404);
        }
        String foreign = UUID.randomUUID().toString();
        other.browser().post("/share/new", with(foreign, "Coach", latest(h)));
        assertThat(other.browser().get("/share/" + foreign + "/results/" + latest(h)).status())
                .isEqualTo(404);
        other.browser().post("/share/" + foreign + "/open");
        assertThat(new Visitor().get(link(other, foreign)).text())
                .doesNotContain(word("openness", "high"));
    }

    @Test
    void thePaperWithAResultLastsAndCanBeReadAloud() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Holder h = answered();
        byte[] pdf = bytes(link(h, release(h, "Coach", "Łódź, 🙂 & <b>vet</b>\nTweede regel")));
        assertThat(SharePdfTest.failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(SharePdfTest.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    private static String pdf(String path) throws Exception {
        try (var document = Loader.loadPDF(bytes(path))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static byte[] bytes(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(origin() + path + "/pdf"))
                                .header("Accept-Language", "nl")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
