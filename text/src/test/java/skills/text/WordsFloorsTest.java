package skills.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped model is as good as it is said to be, on all given queries; needs the optional data
 * that SKILLS_DATA names.
 */
class WordsFloorsTest {

    private static final Path CONTENT = Path.of("../content");
    private static Taxonomy taxonomy;
    private static Encoder encoder;

    @BeforeAll
    static void load() throws IOException {
        taxonomy = Taxonomy.read(CONTENT.resolve("taxonomy/esco"));
        try (var in = Files.newInputStream(CONTENT.resolve("model/words.bin"))) {
            encoder = Encoder.read(in);
        }
    }

    @Test
    void theModelIsWhatItsSourceSays() {
        assertThat(encoder.dimensions()).isEqualTo(128);
        assertThat(encoder.rows()).isBetween(100_000, 170_000);
        assertThat(encoder.compounds().split("heftruckchauffeur"))
                .containsExactly("heftruck", "chauffeur");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // set, mrrConcept at least, mrr to BM25's at least
        "melo_nld_q_nl_c_nl, 0.58, 1.14",
        "melo_bel_q_nl_c_nl, 0.67, 1.17",
        "melo_usa_q_en_c_en, 0.70, 1.11",
    })
    void titles(String set, double concept, double ratio) throws IOException {
        WordsBench.Measured m = measure(set);
        assertThat(m.own().all().mrrConcept()).isGreaterThanOrEqualTo(concept);
        assertThat(m.own().all().mrr() / m.bm25().all().mrr()).isGreaterThanOrEqualTo(ratio);
    }

    @Test
    void competencesAThirdAboveBm25() throws IOException {
        WordsBench.Measured m = measure("vdab_skills_nl");
        assertThat(m.own().all().hit1()).isGreaterThan(m.bm25().all().hit1() * 4 / 3);
        assertThat(m.own().all().ndcg5()).isGreaterThan(m.bm25().all().ndcg5() * 4 / 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "skillx_tech_validation, 0.55",
        "skillx_house_validation, 0.45",
        "skillx_techwolf_test, 0.50",
    })
    void skillsInSentences(String set, double mrr) throws IOException {
        assertThat(measure(set).own().all().mrr()).isGreaterThanOrEqualTo(mrr);
    }

    @Test
    void titlesLikeEachOther() throws IOException {
        assertThat(measure("talentclef25A_val_english").own().all().map())
                .isGreaterThanOrEqualTo(0.40);
    }

    private static WordsBench.Measured measure(String name) throws IOException {
        String set = System.getenv("SKILLS_DATA");
        // From the module's folder the data beside the project is one step further up.
        Path data = set == null ? Path.of("../../shared/data") : Path.of(set);
        WordsReport.Known known =
                WordsReport.SETS.stream()
                        .filter(s -> s.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        if (!known.isIn(data))
            System.out.println("LEFT OUT: a check on " + name + ", which is not here");
        assumeTrue(known.isIn(data), "optional data " + data + " is not here");
        return WordsReport.measure(known, data, taxonomy, encoder);
    }
}
