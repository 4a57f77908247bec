package skills.evaluation.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.data.StudyFiles;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Text;
import skills.evaluation.reference.Original;
import skills.evaluation.reference.ReferenceResults;
import skills.statistics.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class StudyExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StudyExport.Options AS_IS = new StudyExport.Options(1, Wording.NONE);

    private static final Map<String, byte[]> USUAL =
            StudyExport.files(Original.data(), StudyExport.Options.USUAL, Progress.NONE);
    private static final Map<String, byte[]> WHOLE =
            StudyExport.files(Original.data(), AS_IS, Progress.NONE);

    static String text(Map<String, byte[]> files, String path) {
        assertThat(files).containsKey(path);
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> csv(Map<String, byte[]> files, String path) {
        boolean dutch = path.startsWith("excel/");
        String text = text(files, path);
        if (dutch) assertThat(text).startsWith("\uFEFF");
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(dutch ? ';' : ',')
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(dutch ? text.substring(1) : text))
                    .getRecords();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theFilesReadBackAsTheSameStudy() {
        StudyFiles.Loaded back =
                StudyFiles.read(
                        PlanFile.read(text(WHOLE, "plan.json")),
                        new StringReader(text(WHOLE, "participants.csv")),
                        new StringReader(text(WHOLE, "responses.csv")));
        assertThat(back.faults()).isEmpty();
        assertThat(ReferenceResults.of(back.data(), Progress.NONE))
                .isEqualTo(ReferenceResults.of(Original.data(), Progress.NONE));
    }

    @Test
    void aSpreadsheetWithDutchSettingsSeesTheSameCells() {
        for (String table : List.of("participants", "responses", "data")) {
            List<CSVRecord> comma = csv(WHOLE, table + ".csv");
            List<CSVRecord> dutch = csv(WHOLE, "excel/" + table + ".csv");
            assertThat(dutch).hasSameSizeAs(comma);
            for (int i = 0; i < comma.size(); i++)
                for (int j = 0; j < comma.get(i).size(); j++)
                    assertThat(dutch.get(i).get(j).replace(',', '.'))
                            .isEqualTo(comma.get(i).get(j));
        }
        assertThat(text(WHOLE, "excel/participants.csv")).contains("20,5");
    }

    @Test
    void everyCombinationIsSharedByFive() {
        Map<List<String>, Integer> shared = new HashMap<>();
        for (CSVRecord r : csv(USUAL, "participants.csv"))
            shared.merge(
                    List.of(r.get("class"), r.get("school"), r.get("gender"), r.get("age")),
                    1,
                    Integer::sum);
        assertThat(shared.values()).allMatch(n -> n >= 5);
        assertThat(shared.keySet()).hasSizeGreaterThan(5);
        assertThat(text(USUAL, "README-nl.md")).contains("Leeftijd is weggelaten.");
        assertThat(text(USUAL, "README-en.md"))
                .contains("Age was left out.")
                .contains("study.attrition.logit");
        assertThat(text(USUAL, "codebook.ddi.xml")).contains("Age was left out.");
    }

    @Test
    void noCountOfASmallGroupIsTold() throws Exception {
        Document ddi = ddi(USUAL);
        var counts = ddi.getElementsByTagName("catStat");
        for (int i = 0; i < counts.getLength(); i++)
            assertThat(Integer.parseInt(counts.item(i).getTextContent()))
                    .isGreaterThanOrEqualTo(10);
        assertThat(counts.getLength()).isPositive();
        JsonNode sizes =
                JSON.readTree(text(USUAL, "results.json"))
                        .at("/cluster5.study/selfinsight/class_n");
        assertThat(sizes.get("A").isNull()).isTrue();
        assertThat(sizes.get("C").asInt()).isEqualTo(19);
    }

    @Test
    void noTimeFinerThanADayAndNoIdentifierButThePseudonym() {
        USUAL.forEach(
                (path, content) -> {
                    if (!path.equals("plan.json") && !path.equals("analysis.R"))
                        assertThat(new String(content, StandardCharsets.UTF_8))
                                .as(path)
                                .doesNotContainPattern("(?<!\\w)\\d\\d?:\\d\\d(?!\\w)");
                });
        Set<String> given = new HashSet<>();
        Original.data().participants().forEach(p -> given.add(p.id()));
        for (CSVRecord r : csv(USUAL, "data.csv")) assertThat(given).contains(r.get("id"));
    }

    @Test
    void whoHadEverythingDeletedIsNowhereInIt() {
        StudyData data = Original.data();
        List<Participant> changed = new ArrayList<>(data.participants());
        Participant p = changed.get(1);
        changed.set(
                1,
                new Participant(
                        "Kanarie",
                        p.arm(),
                        "Kanarieklas",
                        null,
                        "x",
                        99.,
                        true,
                        7,
                        777.,
                        false,
                        false));
        Map<String, Map<String, Map<String, Integer>>> answers = new HashMap<>(data.answers());
        Map<String, Map<String, Integer>> first = new HashMap<>(answers.get("1"));
        first.put("Kanarie", Map.of("selfinsight_1", 1));
        answers.put("1", first);
        Map<String, byte[]> files =
                StudyExport.files(
                        new StudyData(data.plan(), changed, answers, false), AS_IS, Progress.NONE);
        files.forEach(
                (path, content) ->
                        assertThat(new String(content, StandardCharsets.UTF_8))
                                .as(path)
                                .doesNotContain("Kanarie"));
        for (CSVRecord r : csv(files, "participants.csv"))
            assertThat(r.get("minutes")).isNotEqualTo("777");
        assertThat(csv(files, "participants.csv").stream().map(r -> r.get("id")))
                .contains("withdrawn1");
        assertThat(JSON.readTree(text(files, "results.json")).at("/study.flow/enrolled").asInt())
                .isEqualTo(143);
    }

    @Test
    void aCellIsNeverAFormula() {
        StudyData data =
                Original.changed(
                        plan -> plan,
                        people ->
                                people.replace("\"A\"", "\"=HYPERLINK(\"\"http://x\"\";1)\"")
                                        .replace("\"B\"", "\"@SUM(1;2)\"")
                                        .replace("\"C\"", "\"+31, \"\"q\"\"\"")
                                        .replace("\"D\"", "\"-2+3\"")
                                        .replace("\"P001\"", "\"=P001\""),
                        answers -> answers.replace("\"P002\"", "\"P002\""));
        Map<String, byte[]> files = StudyExport.files(data, AS_IS, Progress.NONE);
        Set<String> classes = new TreeSet<>();
        for (String path : List.of("participants.csv", "excel/participants.csv", "data.csv"))
            for (CSVRecord r : csv(files, path))
                for (String column : List.of("id", "arm", "class", "school", "gender")) {
                    assertThat(r.get(column)).doesNotMatch("[=+\\-@].*");
                    if (column.equals("class")) classes.add(r.get(column));
                }
        assertThat(classes)
                .containsExactly(
                        "'+31, \"q\"", "'-2+3", "'=HYPERLINK(\"http://x\";1)", "'@SUM(1;2)", "E");
    }

    @Test
    void anEmptyWaveAndAnEmptyStudyAreWrittenInEveryFormat() throws Exception {
        StudyData noSecond =
                Original.changed(
                        plan -> plan,
                        people -> people,
                        answers -> answers.replaceAll("(?m)^\"P\\d+\",2,.*\\R", ""));
        StudyData nobody =
                Original.changed(
                        plan -> plan,
                        people -> people.lines().findFirst().orElseThrow(),
                        answers -> answers.lines().findFirst().orElseThrow());
        StudyData noAnswers =
                Original.changed(
                        plan -> plan,
                        people -> people,
                        answers -> answers.lines().findFirst().orElseThrow());
        for (StudyData data : List.of(noSecond, noAnswers, nobody)) {
            Map<String, byte[]> files =
                    StudyExport.files(data, StudyExport.Options.USUAL, Progress.NONE);
            assertThat(files.keySet()).isEqualTo(USUAL.keySet());
            assertThat(csv(files, "data.csv")).hasSize(data.participants().size());
            assertThat(text(files, "data.csv")).startsWith("id,arm,").contains("t2_selfinsight_1");
            ddi(files);
            JSON.readTree(text(files, "datapackage.json"));
            JSON.readTree(text(files, "results.json"));
            assertThat(text(files, "data-en.sps")).contains("t2_selfinsight_1");
        }
    }

    @Test
    void fewerThanFiveLeaveNoRows() {
        StudyData four =
                Original.changed(
                        plan -> plan,
                        people -> String.join("\n", people.lines().limit(5).toList()) + "\n",
                        answers -> answers);
        Map<String, byte[]> files =
                StudyExport.files(four, StudyExport.Options.USUAL, Progress.NONE);
        assertThat(csv(files, "participants.csv")).isEmpty();
        assertThat(csv(files, "responses.csv")).isEmpty();
        assertThat(text(files, "README-nl.md")).contains("Hun rijen staan er niet in.");
    }

    private static Document ddi(Map<String, byte[]> files) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(files.get("codebook.ddi.xml")));
    }

    /** Order of the elements that the schema of DDI-Codebook 2.5 asks, of those we use. */
    private static final Map<String, List<String>> ORDER =
            Map.of(
                    "codeBook",
                    List.of("docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat"),
                    "stdyDscr",
                    List.of("citation", "stdyInfo", "method", "dataAccs", "othrStdyMat", "notes"),
                    "titlStmt",
                    List.of("titl", "subTitl", "altTitl", "parTitl", "IDNo"),
                    "sumDscr",
                    List.of(
                            "timePrd",
                            "collDate",
                            "nation",
                            "geogCover",
                            "anlyUnit",
                            "universe",
                            "dataKind"),
                    "dataColl",
                    List.of("timeMeth", "dataCollector", "sampProc", "collMode", "resInstru"),
                    "fileTxt",
                    List.of("fileName", "fileCont", "fileStrc", "dimensns", "fileType"),
                    "var",
                    List.of(
                            "location",
                            "labl",
                            "qstn",
                            "valrng",
                            "invalrng",
                            "universe",
                            "TotlResp",
                            "sumStat",
                            "txt",
                            "catgryGrp",
                            "catgry",
                            "concept",
                            "derivation",
                            "varFormat",
                            "notes"),
                    "catgry",
                    List.of("catValu", "labl", "txt", "catStat"));

    @Test
    void theCodebookKeepsTheOrderOfTheStandard() throws Exception {
        Document ddi = ddi(USUAL);
        Set<String> ids = new HashSet<>();
        var all = ddi.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element e = (Element) all.item(i);
            if (e.hasAttribute("ID")) assertThat(ids.add(e.getAttribute("ID"))).isTrue();
            List<String> order = ORDER.get(e.getTagName());
            if (order == null) continue;
            int before = 0;
            for (Node c = e.getFirstChild(); c != null; c = c.getNextSibling())
                if (c instanceof Element child) {
                    int at = order.indexOf(child.getTagName());
                    assertThat(at)
                            .as(child.getTagName() + " in " + e.getTagName())
                            .isGreaterThanOrEqualTo(before);
                    before = at;
                }
        }
        int columns = 0;
        for (String table : List.of("participants.csv", "responses.csv", "data.csv"))
            columns += text(USUAL, table).lines().findFirst().orElseThrow().split(",").length;
        assertThat(ddi.getElementsByTagName("var").getLength()).isEqualTo(columns);
        assertThat(ddi.getDocumentElement().getAttribute("version")).isEqualTo("2.5");
    }

    @Test
    void theDataPackageDescribesItsTables() {
        JsonNode all = JSON.readTree(text(USUAL, "datapackage.json"));
        assertThat(all.get("profile").asString()).isEqualTo("tabular-data-package");
        assertThat(all.get("resources").size()).isEqualTo(6);
        for (JsonNode r : all.get("resources")) {
            String path = r.get("path").asString();
            assertThat(r.get("hash").asString())
                    .isEqualTo("sha256:" + PlanFile.sha256(USUAL.get(path)));
            List<String> names = new ArrayList<>();
            r.at("/schema/fields").forEach(f -> names.add(f.get("name").asString()));
            String delimiter = r.at("/dialect/delimiter").asString();
            assertThat(text(USUAL, path).replace("\uFEFF", "").lines().findFirst().orElseThrow())
                    .isEqualTo(String.join(delimiter, names));
        }
    }

    @Test
    void wordsOfQuestionsAndAnswersStandInTheCodebooks() {
        Wording wording =
                new Wording(
                        Map.of("selfinsight_2", new Text("Ik weet 't niet", "I don't know \"it\"")),
                        Map.of(
                                "selfinsight",
                                java.util.stream.IntStream.rangeClosed(1, 5)
                                        .mapToObj(i -> new Text("antwoord " + i, "answer " + i))
                                        .toList()));
        Map<String, byte[]> files =
                StudyExport.files(
                        Original.data(), new StudyExport.Options(5, wording), Progress.NONE);
        assertThat(text(files, "data-nl.sps"))
                .contains("t1_selfinsight_2 'T1: Ik weet ''t niet'")
                .contains("5 'antwoord 5'")
                .contains("FILE='data.csv'");
        assertThat(text(files, "data-en.sps"))
                .contains("t3_selfinsight_2 'T3: I don''t know \"it\"'");
        assertThat(text(files, "codebook.ddi.xml"))
                .contains("I don't know \"it\"")
                .contains("<labl xml:lang=\"nl\">antwoord 5</labl>");
        assertThat(csv(files, "codebook.csv").stream().map(r -> r.get("values_en")))
                .anyMatch(v -> v.startsWith("1=answer 1; 2=answer 2"));
        assertThat(csv(files, "codebook.csv").stream().map(r -> r.get("note_nl")))
                .anyMatch(v -> v.equals("Telt omgekeerd in de score: 6 min het antwoord."));
    }

    @Test
    void theSameDataGiveTheSameBytesAndTheirSumsAreRight() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        StudyExport.zip(Original.data(), StudyExport.Options.USUAL, Progress.NONE, one);
        StudyExport.zip(Original.data(), StudyExport.Options.USUAL, Progress.NONE, two);
        assertThat(one.toByteArray()).isEqualTo(two.toByteArray());
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(one.toByteArray()))) {
            for (var e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                assertThat(e.getName()).startsWith("original-simulated/");
                files.put(e.getName().substring(19), zip.readAllBytes());
            }
        }
        assertThat(files.keySet()).isEqualTo(USUAL.keySet());
        List<String> sums = text(files, "checksums.sha256").lines().toList();
        assertThat(sums).hasSize(files.size() - 1);
        for (String line : sums) {
            String path = line.substring(66);
            assertThat(line.substring(0, 64)).isEqualTo(PlanFile.sha256(files.get(path)));
        }
    }
}
