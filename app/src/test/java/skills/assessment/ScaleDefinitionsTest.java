package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skills.kernel.Language;
import skills.platform.ContentNode;

/** Published questionnaires without their wording, and the files that somebody fills in. */
class ScaleDefinitionsTest {

    static Stream<ScaleDefinition> all() {
        return ScaleDefinitions.all().stream();
    }

    static Stream<ScaleDefinition> loadable() {
        return all().filter(ScaleDefinition::isLoadable);
    }

    private static ScaleDefinition find(String name) {
        return ScaleDefinitions.find(name).orElseThrow();
    }

    private static InstrumentCsv.Outcome read(Map<String, String> files) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return InstrumentCsv.read(bytes);
    }

    private static List<String> wrong(Map<String, String> files) {
        return read(files).wrong().stream()
                .map(r -> r.file() + " " + r.column() + " " + r.key())
                .toList();
    }

    /** The files with made-up Dutch texts in place of those of the authors. */
    private static Map<String, String> filled(ScaleDefinition definition) {
        Map<String, String> files = DefinitionCsv.files(definition);
        files.put(
                "items.csv",
                files.get("items.csv")
                        .replaceAll("(?m)^(\\S+-(\\d+)\\S*);first;;$", "$1;first;Zin nummer $2.;")
                        .replace(";?;", ";1;"));
        files.put(
                "meta.csv",
                files.get("meta.csv")
                        .replace("lead;;", "lead;Kies wat past.;")
                        .replaceAll("(?m)^(answer_(\\d));;$", "$1;Antwoord $2;"));
        return files;
    }

    @Test
    void eachNamesItsPublicationAndNoneHasRoomForTheWordsOfAnItem() {
        assertThat(all())
                .extracting(ScaleDefinition::name)
                .contains(
                        "career-competencies-questionnaire",
                        "career-exploration-survey",
                        "job-insecurity-scale",
                        "caas",
                        "caas-sf",
                        "self-perceived-employability",
                        "proactive-career-behaviours",
                        "career-engagement-scale",
                        "job-search-strategy",
                        "self-directed-learning",
                        "bfi-2",
                        "pvq-rr");
        assertThat(all()).extracting(ScaleDefinition::doi).doesNotHaveDuplicates();
        assertThat(all())
                .allSatisfy(
                        d -> {
                            assertThat(d.doi()).matches("10\\.\\d{4,5}/\\S+");
                            assertThat(d.reference()).matches("(?s).+\\((19|20)\\d\\d\\)\\. .+");
                            assertThat(d.licence().nl()).isNotBlank();
                        });
        assertThatThrownBy(
                        () ->
                                ScaleDefinitions.read(
                                        ContentNode.parse("x", "name: x\nwording: I am sure.\n")))
                .hasMessageContaining("unknown key 'wording'");
    }

    @Test
    void namesOfScalesAreOfOneQuestionnaireOnlySoThatAStudyCanAskTwo() {
        assertThat(
                        Stream.concat(
                                all().flatMap(d -> d.scales().stream())
                                        .map(ScaleDefinition.Scale::id),
                                StudyInstrumentsTest.all().stream()
                                        .flatMap(i -> i.scales().stream())
                                        .map(Instrument.Scale::id)))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]{3,20}"));
    }

    /** Counts of the publications: 21, 24, 12, 4, 60, 14, 16. */
    @Test
    void theNumberOfItemsIsThatOfThePublication() {
        assertThat(find("career-competencies-questionnaire").items()).hasSize(21);
        assertThat(find("caas").items()).hasSize(24);
        assertThat(find("caas-sf").items()).hasSize(12);
        assertThat(find("job-insecurity-scale").items())
                .extracting(ScaleDefinition.Item::key)
                .containsExactly(1, -1, 1, 1);
        assertThat(find("bfi-2").items()).hasSize(60);
        assertThat(find("self-directed-learning").items()).hasSize(14);
        assertThat(find("job-search-strategy").items()).hasSize(16);
    }

    /** Half of the items of each domain are reversed, so that saying yes to all cancels out. */
    @Test
    void fiveTraitsAreAskedInTurnWithHalfOfEachReversed() {
        List<ScaleDefinition.Item> items = find("bfi-2").items();
        assertThat(items.subList(0, 6))
                .extracting(ScaleDefinition.Item::id)
                .containsExactly(
                        "bfiextraversion-1",
                        "bfiagreeableness-1",
                        "bficonscientious-1",
                        "bfinegative-1",
                        "bfiopen-1",
                        "bfiextraversion-2");
        for (ScaleDefinition.Scale scale : find("bfi-2").scales())
            assertThat(scale.reversed()).as(scale.id()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeAskedOrScoredHereHasNoFileAndSaysWhy() {
        assertThat(find("pvq-rr").obstacle()).contains(ScaleDefinition.Obstacle.ANSWERS);
        assertThat(find("proactive-career-behaviours").obstacle())
                .contains(ScaleDefinition.Obstacle.ITEMS);
        assertThatThrownBy(() -> DefinitionCsv.files(find("pvq-rr")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("loadable")
    void theEmptyFilesAreRefusedForEachEmptyQuestionAndNothingElseIsWrong(ScaleDefinition d) {
        List<String> wrong = wrong(DefinitionCsv.files(d));
        assertThat(wrong.stream().filter("items.csv nl instruments.empty"::equals))
                .hasSize(d.items().size());
        assertThat(wrong.stream().filter("items.csv key instruments.key"::equals))
                .hasSize((int) d.items().stream().filter(i -> i.key() == null).count());
        assertThat(wrong.stream().distinct())
                .isSubsetOf(
                        "items.csv nl instruments.empty",
                        "items.csv key instruments.key",
                        "meta.csv  instruments.meta.missing");
        // The instruction and five answers.
        assertThat(wrong.stream().filter(w -> w.endsWith("meta.missing"))).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("loadable")
    void filledInItIsAnInstrumentForAStudyThatCarriesReferenceAndLicence(ScaleDefinition d) {
        InstrumentCsv.Outcome outcome = read(filled(d));
        assertThat(outcome.wrong()).isEmpty();
        Instrument instrument = InstrumentReader.read("test", outcome.files());
        assertThat(instrument.isForStudy()).isTrue();
        assertThat(instrument.only()).isEqualTo(Language.NL);
        assertThat(instrument.items())
                .extracting(Instrument.Item::id)
                .containsExactlyElementsOf(
                        d.items().stream().map(ScaleDefinition.Item::id).toList());
        for (ScaleDefinition.Item item : d.items())
            if (item.key() != null)
                assertThat(instrument.item(item.id()).orElseThrow().key())
                        .as(item.id())
                        .isEqualTo(item.key());
        assertThat(outcome.files().get("SOURCE.md"))
                .contains(d.reference(), d.link(), "The licence is yours to hold");
    }

    @Test
    void whoEditsTheReferenceAwayStillGetsItFromTheDefinition() {
        Map<String, String> files = filled(find("caas-sf"));
        files.put(
                "meta.csv",
                files.get("meta.csv")
                        .replaceAll("(?m)^source;.*$", "source;van mij;")
                        .replaceAll("(?m)^licence;.*$", "licence;vrij;"));
        assertThat(read(files).files().get("SOURCE.md"))
                .contains("van mij", "Maggiori", "De licentie is aan wie");
    }

    @Test
    void aChangedOrShortenedOneMayNotCarryTheReference() {
        Map<String, String> files = filled(find("job-insecurity-scale"));
        String items = files.get("items.csv");
        files.put("items.csv", items.replace("jis-2;jis;-1", "jis-2;jis;1"));
        assertThat(wrong(files)).containsExactly("items.csv key instruments.definition.key");
        files.put("items.csv", items.replaceAll("(?m)^jis-4;.*\n", ""));
        assertThat(wrong(files))
                .containsExactlyInAnyOrder("items.csv id instruments.definition.missing");
        files.put("items.csv", items + "jis-5;jis;1;first;Nog een.;\n");
        assertThat(wrong(files)).containsExactly("items.csv id instruments.definition.other");
        files.put("items.csv", items);
        files.put(
                "meta.csv",
                files.get("meta.csv").replace("definition;job-insecurity-scale", "definition;x"));
        assertThat(wrong(files)).containsExactly("meta.csv nl instruments.definition.unknown");
    }
}
