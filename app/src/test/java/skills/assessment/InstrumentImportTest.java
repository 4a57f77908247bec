package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.ImportFailed;

/** A questionnaire of somebody else: its files read, checked line by line, put in and answered. */
class InstrumentImportTest extends RoomTest {

    private static final Path EXAMPLE = Path.of("src/test/resources/instruments/on-time");

    @Autowired Instruments instruments;
    @Autowired DataSource database;
    @Autowired DemoAccounts demo;

    private static Map<String, String> example() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : InstrumentCsv.NAMES)
            try {
                files.put(name, Files.readString(EXAMPLE.resolve(name)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        return files;
    }

    /** The example with one text in place of another in one file. */
    private static Map<String, String> example(String file, String from, String to) {
        Map<String, String> files = example();
        assertThat(files.get(file)).contains(from);
        files.put(file, files.get(file).replace(from, to));
        return files;
    }

    private static Map<String, byte[]> bytes(Map<String, String> files, Charset charset) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(charset)));
        return bytes;
    }

    private static InstrumentCsv.Outcome read(Map<String, String> files) {
        return InstrumentCsv.read(bytes(files, StandardCharsets.UTF_8));
    }

    /** "items.csv 3 key instruments.key" for all that is wrong. */
    private static List<String> wrong(Map<String, String> files) {
        InstrumentCsv.Outcome outcome = read(files);
        assertThat(outcome.isGood()).isEqualTo(outcome.wrong().isEmpty());
        return outcome.wrong().stream()
                .map(r -> r.file() + " " + r.line() + " " + r.column() + " " + r.key())
                .toList();
    }

    private static Instrument instrument(InstrumentCsv.Outcome outcome) {
        assertThat(outcome.wrong()).isEmpty();
        return InstrumentReader.read("test", outcome.files());
    }

    @Test
    void theExampleOfTheGuideIsAnInstrumentLikeTheShippedOnes() {
        InstrumentCsv.Outcome outcome = read(example());
        Instrument instrument = instrument(outcome);
        assertThat(outcome.remarks()).isEmpty();
        assertThat(instrument.id()).isEqualTo(new InstrumentId("on-time", "1.0"));
        assertThat(instrument.only()).isNull();
        assertThat(instrument.items())
                .extracting(Instrument.Item::key)
                .containsExactly(1, -1, 1, -1);
        assertThat(instrument.scales().getFirst().minimum()).isEqualTo(3);
        assertThat(instrument.answers()).hasSize(5);
        assertThat(instrument.report()).isEqualTo(ReportText.NONE);
        var scoring = (Instrument.Scoring.GradedResponse) instrument.scoring();
        assertThat(scoring.assumed()).isTrue();
        assertThat(scoring.parameters().get("t2"))
                .isEqualTo(new Instrument.Parameters(1.2, List.of(-1.9, -.7, .3, 1.5)));
        for (String part : InstrumentReader.SHEET)
            assertThat(outcome.files().get("SOURCE.md")).contains(part);
    }

    @Test
    void theGuideShowsTheFilesOfTheExample() throws IOException {
        String guide = Files.readString(Path.of("../docs/guide/instruments.md"));
        example().forEach((name, text) -> assertThat(guide).as(name).contains("```csv\n" + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void dutchExcelInAnyEncodingAndWithItsMark(String charset) {
        Map<String, String> files = example("items.csv", "Ik zeg het meteen", "Ik zeg één keer");
        files.replaceAll((name, text) -> "sep=;\r\n" + text.replace("\n", "\r\n"));
        if (charset.equals("UTF-8")) files.replaceAll((name, text) -> "\ufeff" + text);
        InstrumentCsv.Outcome outcome = InstrumentCsv.read(bytes(files, Charset.forName(charset)));
        assertThat(instrument(outcome).item("t3").orElseThrow().text().nl())
                .startsWith("Ik zeg één");
        assertThat(outcome.notes())
                .extracting(Remark::key)
                .containsExactlyElementsOf(
                        charset.equals("windows-1252")
                                ? List.of("instruments.file.windows")
                                : List.of());
    }

    @Test
    void commasEnglishNumbersAndDutchNamesOfColumns() {
        Map<String, String> files = example();
        files.put(
                "parameters.csv", files.get("parameters.csv").replace(',', '.').replace(';', ','));
        files.put(
                "items.csv",
                files.get("items.csv")
                        .replace(
                                "id;scale;key;form;nl;en",
                                "nummer;schaal;sleutel;vorm;Nederlands;Engels")
                        .replace(";-1;", ";−1;"));
        assertThat(instrument(read(files)).items().get(1).key()).isEqualTo(-1);
    }

    @Test
    void withoutParametersTheScoreIsAMean() {
        Map<String, String> files = example();
        files.remove("parameters.csv");
        Instrument instrument = instrument(read(files));
        assertThat(instrument.scoring()).isEqualTo(new Instrument.Scoring.Mean("1.0"));
        var score =
                Scorer.score(
                                instrument,
                                Map.of(
                                        "t1", new Answer.Chosen(4),
                                        "t2", new Answer.Chosen(0),
                                        "t3", new Answer.Chosen(1)))
                        .of("on-time")
                        .orElseThrow();
        assertThat(score.estimate()).isEqualTo(3.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items.csv|t3;on|t1;on|items.csv 4 id instruments.id.twice",
                "items.csv|t2;on-time|t2;late|items.csv 3 scale instruments.scale.unknown",
                "items.csv|;-1;first;Ik kijk|;2;first;Ik kijk|items.csv 3 key instruments.key",
                "items.csv|t1;on-time;1;first;|t1;on-time;1;soms;|items.csv 2 form instruments.form",
                "items.csv|t2;|T 2!;|items.csv 3 id instruments.id.form",
                "items.csv|Ik ben er|=Ik ben er|items.csv 2 nl instruments.text.formula",
                "items.csv|Ik ben er vijf minuten voor het begint.|#NAAM?|items.csv 2 nl instruments.text.excel",
                "items.csv|meteen|meteen cafÃ©|items.csv 4 nl instruments.text.broken",
                "items.csv|;I only look at the time when somebody calls.|;|items.csv 3 en instruments.language.missing.en",
                "items.csv|id;scale;key;form;nl;en|t0;on-time;1;first;Iets;Some|items.csv 1  instruments.header",
                "items.csv|t3;on-time;1|id;scale;key;form;nl;en=t3;on-time;1|items.csv 4  instruments.header.again",
                "scales.csv|;3;none|;5;none|scales.csv 2 minimum instruments.minimum.high",
                "scales.csv|;3;none|;veel;none|scales.csv 2 minimum instruments.whole",
                "scales.csv|;3;none|;3;altijd|scales.csv 2 better instruments.better",
                "scales.csv|Op tijd;On time|;On time|scales.csv 2 name_nl instruments.language.missing.nl",
                "parameters.csv|-0,8|-2,5|parameters.csv 2 b2 instruments.b.falls",
                "parameters.csv|t1;1,4|t1;0|parameters.csv 2 a instruments.a.low",
                "parameters.csv|t1;1,4|t1;veel|parameters.csv 2 a instruments.number",
                "meta.csv|name;on-time|name;how-i-work|meta.csv 2 nl instruments.name.own",
                "meta.csv|name;on-time|name;Op Tijd|meta.csv 2 nl instruments.id.form",
                "meta.csv|version;1.0|version;een komma nul|meta.csv 3 nl instruments.version.form",
                "meta.csv|Normen;Er zijn geen normen.;There are no norms.|Noten;x;y|meta.csv 0  instruments.sheet.missing",
                "meta.csv|answer_3;|answer_9;|meta.csv 0  instruments.meta.missing",
            })
    void whatIsWrongIsToldWithFileLineAndColumn(
            String file, String from, String to, String expected) {
        Map<String, String> files =
                example(file, from, to.contains("en=t3") ? to.replace('=', '\n') : to);
        // Otherwise a question without its numbers is told as well.
        if (file.equals("items.csv")) files.remove("parameters.csv");
        assertThat(wrong(files)).containsExactly(expected);
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnceInBothLanguages() {
        Map<String, String> files = example("items.csv", ";-1;first;Ik kijk", ";2;first;");
        files.remove("scales.csv");
        files.put("meta.csv", "key;nl\nname;x\n");
        assertThat(wrong(files))
                .contains(
                        "scales.csv 0  instruments.file.missing", "items.csv 3 key instruments.key")
                .hasSizeGreaterThan(15);
    }

    @Test
    void filesThatAreNoTableAreRefusedInASentence() {
        Map<String, byte[]> given = bytes(example(), StandardCharsets.UTF_8);
        for (var bad :
                Map.of(
                                "instruments.file.big",
                                new byte[10_000_000],
                                "instruments.file.archive",
                                new byte[] {0x50, 0x4b, 3, 4, 20},
                                "instruments.file.not_text",
                                new byte[] {1, 0, 2, 0},
                                "instruments.file.empty",
                                " \n".getBytes(StandardCharsets.UTF_8),
                                "instruments.rows.none",
                                "id;scale;nl\n".getBytes(StandardCharsets.UTF_8),
                                "instruments.file.quote",
                                "id;scale;nl\na;b;\"c\nd;e;f".getBytes(StandardCharsets.UTF_8))
                        .entrySet()) {
            given.put("items.csv", bad.getValue());
            assertThat(InstrumentCsv.read(given).wrong())
                    .extracting(Remark::key)
                    .contains(bad.getKey());
        }
    }

    @Test
    void oneLanguageIsShownInBothAndHalfATranslationIsRefused() {
        Map<String, String> files = example();
        files.put("items.csv", files.get("items.csv").replaceAll("(?m);[^;\n]*$", ";"));
        files.put(
                "items.csv",
                files.get("items.csv").replaceFirst("[^\n]*", "id;scale;key;form;nl;en"));
        InstrumentCsv.Outcome outcome = read(files);
        Instrument instrument = instrument(outcome);
        assertThat(instrument.only()).isEqualTo(Language.NL);
        assertThat(outcome.files()).doesNotContainKey("items_en.yaml");
        assertThat(instrument.item("t1").orElseThrow().text().en())
                .isEqualTo("Ik ben er vijf minuten voor het begint.");
        assertThat(outcome.notes())
                .extracting(Remark::key)
                .containsExactly("instruments.language.only.nl");
    }

    @Test
    void theCommandPutsItInOnceAndNeverOverAVersionThatSomebodyBegan(@TempDir Path folder)
            throws IOException {
        String name = "on-time-" + UUID.randomUUID().toString().substring(0, 8);
        write(folder, example("meta.csv", "name;on-time", "name;" + name));
        var command = new InstrumentImport(database, Clock.systemUTC());
        assertThat(command.run(folder, folder, said -> {}).added()).isEqualTo(1);
        assertThat(command.run(folder, folder, said -> {}).unchanged()).isEqualTo(1);
        assertThat(instruments.current(name).orElseThrow().items()).hasSize(4);
        Files.writeString(
                folder.resolve("items.csv"),
                example("items.csv", "Ik ben er vijf", "Ik ben er tien").get("items.csv"));
        assertThat(command.run(folder, folder, said -> {}).changed()).isEqualTo(1);
        assertThat(instruments.current(name).orElseThrow().items().getFirst().text().nl())
                .contains("tien");
        var visitor = new Visitor();
        visitor.post("/start", "q", "iets met mensen");
        visitor.post("/questions/" + name);
        write(folder, example("meta.csv", "name;on-time", "name;" + name));
        assertThatThrownBy(() -> command.run(folder, folder, said -> {}))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("another version");
    }

    @Test
    void theCommandSaysEachFaultInASentenceAndChangesNothing(@TempDir Path folder)
            throws IOException {
        write(folder, example("items.csv", ";-1;first;Ik kijk", ";2;first;Ik kijk"));
        List<String> said = new ArrayList<>();
        var command = new InstrumentImport(database, Clock.systemUTC());
        assertThatThrownBy(() -> command.run(folder, folder, said::add))
                .isInstanceOf(ImportFailed.class)
                .hasMessageStartingWith("1 thing");
        assertThat(said)
                .containsExactly(
                        "items.csv, line 3, column key: The key is 1 or -1, not ‘2’. Choose -1 when ‘like me’ counts for the low end.");
        assertThat(instruments.current("on-time")).isEmpty();
        Path other = Files.writeString(folder.resolve("vragen.txt"), "x");
        assertThatThrownBy(() -> command.run(List.of(other), folder, said::add))
                .hasMessageContaining("vragen.txt is none of");
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (var file : files.entrySet())
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }

    private Visitor administrator() {
        String name = "beheer-" + UUID.randomUUID().toString().substring(0, 8);
        demo.administrator(demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99));
        var visitor = new Visitor();
        visitor.post("/demo/" + name);
        return visitor;
    }

    @Test
    void anAdministratorReadsTheFaultsThenThePreviewAndOpensIt() {
        var admin = administrator();
        String name = "op-tijd-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> files =
                example("items.csv", "Ik ben er vijf", "<b>Ik</b><script>x()</script> ben er vijf");
        files.put("meta.csv", files.get("meta.csv").replace("name;on-time", "name;" + name));
        Map<String, String> bad = new LinkedHashMap<>(files);
        bad.put("items.csv", bad.get("items.csv").replace(";-1;first;Ik kijk", ";2;first;Ik kijk"));

        var faults = admin.upload("/admin/instruments", bytes(bad, StandardCharsets.UTF_8));
        assertThat(faults.status()).isEqualTo(422);
        assertThat(faults.text())
                .contains("1 ding klopt niet", "items.csv, regel 3, kolom key")
                .contains("De sleutel is 1 of -1, niet ‘2’.")
                .contains("Mensen zien ze zoals ze hier staan.");
        assertThat(admin.get("/admin/instruments?lang=en").text())
                .contains("Questionnaires", "Put in a questionnaire");
        admin.get("/admin/instruments?lang=nl");

        var preview = admin.upload("/admin/instruments", bytes(files, StandardCharsets.UTF_8));
        assertThat(preview.path()).startsWith("/admin/instrument-drafts/");
        assertThat(preview.text()).contains("Zo wordt het", "Betrouwbaarheid", "Niet onderzocht.");
        assertThat(preview.html())
                .contains("&lt;b&gt;Ik&lt;/b&gt;&lt;script&gt;")
                .doesNotContain("<script>x()");
        assertThat(instruments.current(name)).isEmpty();

        var open = admin.post(preview.path());
        assertThat(open.path()).isEqualTo("/admin/instruments/" + name + "/1.0");
        assertThat(admin.get(preview.path()).status()).isEqualTo(404);
        assertThat(admin.get("/admin/instruments").text()).contains("Ingezet uit bestanden");

        var person = new Visitor();
        person.post("/start", "q", "iets met mensen");
        assertThat(person.get("/questions/" + name).text()).contains("4 vragen");
        var page = person.post("/questions/" + name);
        assertThat(page.html()).contains("&lt;script&gt;").doesNotContain("<script>x()");
        for (int p = 1; p <= 4; p++)
            page = person.post(page.path(), "value", p % 2 == 1 ? "4" : "0");
        assertThat(page.path()).isEqualTo("/results/" + name);
        assertThat(page.text()).contains("Op tijd", "is er op de minuut");
    }

    @Test
    void whoReadsTheOtherLanguageIsToldAndTheQuestionSaysItsLanguage() {
        var admin = administrator();
        String name = "alleen-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> files = example("meta.csv", "name;on-time", "name;" + name);
        files.put(
                "items.csv",
                files.get("items.csv")
                        .replaceAll("(?m);[^;\n]*$", ";")
                        .replaceFirst("[^\n]*", "id;scale;key;form;nl;en"));
        admin.post(admin.upload("/admin/instruments", bytes(files, StandardCharsets.UTF_8)).path());
        var reader = new Visitor();
        reader.post("/start", "q", "iets met mensen");
        assertThat(reader.get("/questions/" + name).text()).doesNotContain("alleen in het");
        assertThat(reader.get("/questions/" + name + "?lang=en").text())
                .contains("This questionnaire is only there in Dutch.");
        var question = reader.post("/questions/" + name);
        assertThat(question.find("<h1 [^>]*lang=\"([a-z]*)\"")).contains("nl");
    }
}
