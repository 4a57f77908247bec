package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import skills.RoomTest;
import skills.Visitor;
import skills.kernel.AccountId;

/** The page of a result at the door of the application: so far, complete, more, again, on paper. */
class ResultPageTest extends RoomTest {

    @Autowired Instruments instruments;
    @Autowired AssessmentSessions sessions;
    @Autowired Results results;
    @Autowired ResultFigures figures;

    @BeforeAll
    static void checker() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private record Person(Visitor browser, String session) {

        String at(int position) {
            return "/questions/" + session + "/" + position;
        }
    }

    private Person begin(String name) {
        var browser = new Visitor();
        browser.post("/start", "q", "iets met mensen");
        return again(browser, name);
    }

    private static Person again(Visitor browser, String name) {
        String path = browser.post("/questions/" + name, "pictures", "half").path();
        return new Person(browser, path.split("/")[2]);
    }

    private Instrument personality() {
        return instruments.current(Questionnaires.PERSONALITY).orElseThrow();
    }

    /**
     * Answers in the direction of the key, so that a scale comes out high, low or in the middle.
     */
    private Person answered(Person person, Map<String, Integer> wish, int from, int to) {
        AssessmentSession session = session(person);
        for (int p = from; p <= to; p++) {
            Instrument.Item item = personality().item(session.item(p).id()).orElseThrow();
            int value = wish.getOrDefault(item.scale(), 2);
            person.browser()
                    .postOnce(person.at(p), "value", "" + (item.key() == 1 ? value : 4 - value));
        }
        return person;
    }

    private AccountId account(Person person) {
        return new AccountId(
                jdbc.sql("select account from assessment_session where id = :id")
                        .param("id", UUID.fromString(person.session()))
                        .query(UUID.class)
                        .single());
    }

    private AssessmentSession session(Person person) {
        return sessions.find(account(person), new SessionId(UUID.fromString(person.session())))
                .orElseThrow();
    }

    @Test
    void beforeItWasBegunThePageLeadsToTheQuestionsAndUnknownNamesToNothing() {
        var browser = new Visitor();
        browser.post("/start", "q", "iets met mensen");
        assertThat(browser.get("/results/how-i-work").path()).isEqualTo("/questions/how-i-work");
        assertThat(browser.get("/results/nothing-like-it").status()).isEqualTo(404);
        assertThat(browser.getOnce("/results/how-i-work.pdf").status()).isEqualTo(404);
    }

    @Test
    void theClearestFindingLeadsAndEveryScaleHasItsBandInWords() {
        Person person = answered(begin("how-i-work"), Map.of("openness", 4, "stability", 1), 1, 30);
        var page = person.browser().get("/results/how-i-work");
        var high = personality().report().scales().get("openness").get("high");
        assertThat(page.find("(?s)<h1>(.*?)</h1>")).contains(high.head().nl());
        assertThat(page.text())
                .contains(
                        high.say().nl(),
                        "Je antwoorden wijzen hier duidelijk op.",
                        "Je zit rond het midden.",
                        "Er is nog geen norm",
                        "nu nog aangenomen",
                        "Niet door de COTAN beoordeeld",
                        "versie " + personality().id().version(),
                        high.ask().nl());
        assertThat(page.html().split("waarschijnlijk tussen").length - 1).isEqualTo(5);
        assertThat(page.html()).contains("/skill/", "/occupation/").doesNotContain("style=");
        assertThat(page.text()).doesNotContain("testquestion", "null");
    }

    @Test
    void stoppedHalfwayItSaysWhatCanBeSaidAndHowManyAreMissing() {
        Person person = answered(begin("how-i-work"), Map.of(), 1, 15);
        var page = person.browser().get("/results/how-i-work");
        // Three of each scale were answered; four are needed.
        assertThat(page.text())
                .contains(
                        "Nog te weinig om iets te zeggen",
                        "15 van 30 vragen",
                        "Nog 1 vraag, dan kunnen we er iets over zeggen")
                .doesNotContain("Je zit rond het midden");
        assertThat(page.find("class=\"btn wide\" href=\"([^\"]+)\"")).contains(person.at(16));
        assertThat(person.browser().getOnce("/results/how-i-work.pdf").status()).isEqualTo(404);
        answered(person, Map.of(), 16, 22);
        assertThat(person.browser().get("/results/how-i-work").text())
                .contains("Dit is de stand tot nu toe", "Je zit rond het midden", "Nog 8 vragen");
    }

    @Test
    void aScaleThatWasLeftOutIsSaidToBeAndLeadsToItsQuestion() {
        Person person = begin("how-i-work");
        AssessmentSession session = session(person);
        int first = 0;
        for (int p = 1; p <= 30; p++) {
            boolean calm =
                    personality()
                            .item(session.item(p).id())
                            .orElseThrow()
                            .scale()
                            .equals("stability");
            if (calm && first == 0) first = p;
            person.browser()
                    .postOnce(person.at(p), calm ? "skip" : "value", calm ? "rather-not" : "2");
        }
        var page = person.browser().get("/results/how-i-work");
        assertThat(page.text()).contains("Nog 4 vragen, dan kunnen we er iets over zeggen");
        assertThat(page.html()).contains("href=\"" + person.at(first) + "\"");
        assertThat(page.html().split("waarschijnlijk tussen").length - 1).isEqualTo(4);
    }

    @Test
    void moreQuestionsAreAddedForOneScaleUntilTheyWouldHardlyChangeThePage() {
        Person person = answered(begin("how-i-work"), Map.of("openness", 3), 1, 30);
        double before = width(person);
        int asked = 30;
        int rounds = 0;
        while (person.browser()
                .get("/results/how-i-work")
                .html()
                .contains("<button class=\"tap\" name=\"scale\" value=\"openness\">")) {
            String path =
                    person.browser().post("/results/how-i-work/more", "scale", "openness").path();
            assertThat(path).isEqualTo(person.at(asked + 1));
            AssessmentSession session = session(person);
            assertThat(session.total()).isEqualTo(asked + 5);
            for (int p = asked + 1; p <= asked + 5; p++) {
                Instrument.Item item = personality().item(session.item(p).id()).orElseThrow();
                assertThat(item.scale()).isEqualTo("openness");
                assertThat(item.form()).isEqualTo(Instrument.Form.MORE);
            }
            assertThat(person.browser().get("/results/how-i-work").text())
                    .contains("Nog 5 vragen, dan weten we het beter");
            answered(person, Map.of("openness", 3), asked + 1, asked + 5);
            asked += 5;
            double after = width(person);
            assertThat(after).isLessThan(before);
            before = after;
            rounds++;
        }
        assertThat(rounds).isBetween(1, 2);
        // Asked for nevertheless, nothing is added.
        assertThat(person.browser().post("/results/how-i-work/more", "scale", "openness").path())
                .isEqualTo("/results/how-i-work");
        assertThat(session(person).total()).isEqualTo(asked);
    }

    private double width(Person person) {
        var score =
                results.latest(account(person), "how-i-work")
                        .orElseThrow()
                        .scores()
                        .of("openness")
                        .orElseThrow();
        return score.upper() - score.lower();
    }

    @Test
    void takenAgainItTellsWhatChangedBeyondErrorAndWhatItCannotTell() {
        Person first = answered(begin("how-i-work"), Map.of("openness", 1, "stability", 2), 1, 30);
        clock.advance(java.time.Duration.ofDays(200));
        Person second = again(first.browser(), "how-i-work");
        assertThat(second.session()).isNotEqualTo(first.session());
        answered(second, Map.of("openness", 4, "stability", 3), 1, 10);
        assertThat(first.browser().get("/results/how-i-work").text())
                .contains("Je bent opnieuw begonnen", "Nog 20 vragen", "30 vragen beantwoord");
        answered(second, Map.of("openness", 4, "stability", 2), 11, 30);
        Instrument.Scale openness = personality().scale("openness").orElseThrow();
        var page = first.browser().get("/results/how-i-work");
        assertThat(page.text())
                .contains(
                        "Vergeleken met",
                        "meer naar ‘" + openness.high().nl() + "’",
                        "Bij de rest weten we het niet");
        assertThat(page.text())
                .doesNotContain(
                        "meer naar ‘"
                                + personality().scale("stability").orElseThrow().high().nl()
                                + "’");
    }

    @Test
    void whatDoesNotSoundLikeMeIsKeptShownAndTakenBack() {
        Person person = answered(begin("how-i-work"), Map.of("openness", 4), 1, 30);
        String path = "/results/how-i-work/contest";
        var page =
                person.browser()
                        .post(path, "scale", "openness", "note", "Thuis ben ik <b>anders</b>.");
        assertThat(page.text()).contains("Je zei: dit klinkt niet als ik.");
        assertThat(page.html())
                .contains("&lt;b&gt;anders&lt;/b&gt;")
                .doesNotContain("<b>anders</b>");
        assertThat(
                        person.browser()
                                .post(path, "scale", "openness", "note", "x".repeat(1001))
                                .text())
                .contains("Je tekst is te lang");
        assertThat(person.browser().post(path, "scale", "nothing").status()).isEqualTo(404);
        page = person.browser().post(path, "scale", "openness", "undo", "1");
        assertThat(page.text()).doesNotContain("Je zei: dit klinkt niet als ik.");
        assertThat(
                        jdbc.sql(
                                        "select contested from result_contest where account = :a order by said_at")
                                .param("a", account(person).value())
                                .query(Boolean.class)
                                .list())
                .containsExactly(true, false);
        assertThat(begin("how-i-work").browser().post(path, "scale", "openness").status())
                .isEqualTo(404);
    }

    @Test
    void thePdfSaysTheSameAndLasts() throws Exception {
        Person person = answered(begin("how-i-work"), Map.of("openness", 4), 1, 30);
        byte[] pdf = pdf(person, "how-i-work");
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            var high = personality().report().scales().get("openness").get("high");
            assertThat(text).contains(high.head().nl(), "Er is nog geen norm", "nu nog aangenomen");
        }
        lasts(pdf);
        Person drives = begin("what-drives-me");
        for (int p = 1; p <= 15; p++)
            drives.browser().postOnce(drives.at(p), "best", "" + p % 4, "worst", "" + (p + 1) % 4);
        byte[] order = pdf(drives, "what-drives-me");
        java.nio.file.Files.write(java.nio.file.Path.of("target/result.pdf"), pdf);
        java.nio.file.Files.write(java.nio.file.Path.of("target/order.pdf"), order);
        lasts(order);
    }

    private static byte[] pdf(Person person, String name) throws Exception {
        var answer =
                java.net.http.HttpClient.newHttpClient()
                        .send(
                                java.net.http.HttpRequest.newBuilder(
                                                java.net.URI.create(
                                                        origin() + "/results/" + name + ".pdf"))
                                        .header("Accept-Language", "nl")
                                        .header(
                                                "Cookie",
                                                "skills="
                                                        + person.browser()
                                                                .cookie("skills")
                                                                .orElseThrow())
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    private static void lasts(byte[] pdf) throws Exception {
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1))
            try (var parser =
                            Foundries.defaultInstance()
                                    .createParser(new java.io.ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                assertThat(
                                validator.validate(parser).getTestAssertions().stream()
                                        .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                                        .distinct()
                                        .toList())
                        .isEmpty();
            }
    }

    @Test
    void drivesComeInAnOrderWithSharedPlaces() {
        Person person = begin("what-drives-me");
        var instrument = instruments.current("what-drives-me").orElseThrow();
        // Always making first and income last where they are shown, so that these two are clear.
        for (int p = 1; p <= 15; p++) {
            List<String> scales =
                    instrument.blocks().get(p - 1).items().stream()
                            .map(i -> instrument.item(i).orElseThrow().scale())
                            .toList();
            int best = Math.max(scales.indexOf("making"), scales.contains("making") ? 0 : p % 4);
            int worst =
                    scales.contains("income") ? scales.indexOf("income") : (best + 1 + p % 3) % 4;
            if (best == worst) best = (worst + 1) % 4;
            person.browser().postOnce(person.at(p), "best", "" + best, "worst", "" + worst);
        }
        var page = person.browser().get("/results/what-drives-me");
        var words = instrument.report().scales();
        assertThat(page.find("(?s)<h1>(.*?)</h1>"))
                .contains(words.get("making").get("top").head().nl());
        assertThat(page.text())
                .contains(
                        words.get("income").get("bottom").say().nl(),
                        "Samen plaats",
                        "Deze kunnen we niet uit elkaar houden",
                        "Plackett-Luce")
                .doesNotContain("Nog 5 vragen maken");
    }

    @Test
    void everyKeptResultIsWhatItsAnswersGiveAgainInWhateverOrderTheyCame() {
        Person straight =
                answered(begin("how-i-work"), Map.of("openness", 4, "agreeableness", 1), 1, 30);
        Person mixed = begin("how-i-work");
        List<Integer> order = IntStream.rangeClosed(1, 30).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(4));
        for (int p : order) answered(mixed, Map.of("openness", 4, "agreeableness", 1), p, p);
        assertThat(results.latest(account(mixed), "how-i-work").orElseThrow().scores())
                .isEqualTo(results.latest(account(straight), "how-i-work").orElseThrow().scores());
        answered(mixed, Map.of("openness", 0, "agreeableness", 1), 3, 9);
        int checked = 0;
        for (UUID account :
                jdbc.sql("select distinct account from result where scores <> '{}'")
                        .query(UUID.class)
                        .list()) {
            AccountId id = new AccountId(account);
            for (UUID result :
                    jdbc.sql("select id from result where account = :a and scores <> '{}'")
                            .param("a", account)
                            .query(UUID.class)
                            .list()) {
                Result kept = results.find(id, new ResultId(result)).orElseThrow();
                assertThat(results.again(id, kept)).isEqualTo(kept.scores());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(5);
    }

    @Test
    void anInstrumentWithoutReportTextsIsShownInItsOwnNamesAndTheOtherLanguageWhereOneLacks() {
        String name = "imported-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> files = new TreeMap<>(Shipped.files("what-drives-me-rated"));
        files.keySet().removeIf(f -> f.startsWith("report_"));
        files.put(
                "instrument.yaml",
                files.get("instrument.yaml")
                        .replace("name: what-drives-me-rated", "name: " + name));
        assertThat(instruments.put(name, files)).isTrue();
        Person person = begin(name);
        for (int p = 1; p <= 10; p++) person.browser().postOnce(person.at(p), "value", "" + p % 5);
        var page = person.browser().get("/results/" + name);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Zo antwoordde je",
                        "Je antwoordde:",
                        "Deze telling zegt niet hoe zeker",
                        "Er is nog geen norm");
    }

    @Test
    void figuresAreToldFromTenPeopleOnAndNameNobody() {
        String name = "figures-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> files = new TreeMap<>(Shipped.files("how-i-work"));
        files.put(
                "instrument.yaml",
                files.get("instrument.yaml").replace("name: how-i-work", "name: " + name));
        instruments.put(name, files);
        Instrument instrument = instruments.current(name).orElseThrow();
        Map<Integer, Person> people = new HashMap<>();
        for (int n = 0; n < 20; n++) {
            if (n == 9) assertThat(figures.of(instrument).isTold()).isFalse();
            var browser = new Visitor();
            browser.post("/start", "q", "iets met mensen");
            // The first ten with all drawings and always the same answer, the others with none.
            String path =
                    browser.post("/questions/" + name, "pictures", n < 10 ? "all" : "none").path();
            Person person = new Person(browser, path.split("/")[2]);
            for (int p = 1; p <= 30; p++)
                browser.postOnce(
                        person.at(p),
                        "value",
                        n < 10 ? "3" : "" + p % 4,
                        "focus",
                        n < 10 ? "1500" : "5000");
            people.put(n, person);
        }
        for (int n = 0; n < 12; n++)
            people.get(n)
                    .browser()
                    .post(
                            "/results/" + name + "/contest",
                            "scale",
                            "openness",
                            "note",
                            n == 0 ? "Klopt niet" : "");
        people.get(13).browser().post("/results/" + name + "/contest", "scale", "stability");
        for (String note : List.of("Teruggenomen", ""))
            people.get(14)
                    .browser()
                    .post(
                            "/results/" + name + "/contest",
                            "scale",
                            "openness",
                            note.isEmpty() ? "undo" : "note",
                            note.isEmpty() ? "1" : note);
        var told = figures.of(instrument);
        assertThat(told.people()).isEqualTo(20);
        assertThat(told.notes()).containsExactly("Klopt niet");
        assertThat(told.careless().fast().people()).isEqualTo(10);
        assertThat(told.careless().same().people()).isEqualTo(10);
        assertThat(contested(told, instrument, "openness").people()).isEqualTo(12);
        assertThat(contested(told, instrument, "stability").isTold()).isFalse();
        assertThat(told.items()).hasSize(30).allMatch(i -> i.medianSeconds() == 3.25);
        var both = told.inBothForms();
        assertThat(both)
                .hasSize((int) instrument.items().stream().filter(i -> i.scene() != null).count());
        for (var item : both) {
            int key = instrument.item(item.id()).orElseThrow().key();
            assertThat(item.scene().mean()).isEqualTo(key == 1 ? 3 : 1);
            assertThat(item.plain().people()).isEqualTo(10);
        }
    }

    private static ResultFigures.Count contested(
            ResultFigures.Figures told, Instrument instrument, String scale) {
        int at = instrument.scales().indexOf(instrument.scale(scale).orElseThrow());
        return told.contested().get(at).count();
    }
}
