package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** docs/matcher/figures.md says what the benches measured. Run with -Dmatcher=write to write it. */
class MatcherFiguresTest {

    private static final Path DOCUMENT = Path.of("../docs/matcher/figures.md");
    private static final Path RESULTS = Path.of("../bench/results");

    /** A bench, and what it measures in words. */
    private static final Map<String, String> BENCHES =
            new java.util.TreeMap<>(
                    Map.of(
                            "extract",
                            "Skills read from Dutch vacancies, against sixty texts annotated by one reader. `test` was not looked at while building. `namesLiterally` reads a skill where its ESCO name stands in the text.",
                            "fit",
                            "Whether the fit finds an occupation by half of its skills with noise, how well it finds related occupations (O*NET), and how far it differs for otherwise equal persons; with plain Lucene BM25 and plain overlap in the same run.",
                            "match",
                            "Speed, and whether the quick way finds the same twenty as scoring everything, on generated vacancies.",
                            "steps",
                            "How long career steps and the question what one skill opens take.",
                            "words",
                            "Titles and phrases to concepts on public benchmarks, with plain Lucene BM25 in the same run; more in docs/validation/words-matching.md. `a` was looked at while choosing settings, `b` was set aside."));

    @Test
    void theFiguresAreThoseOfTheBenches() throws IOException {
        if (System.getProperty("matcher", "").equals("write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
        assertThat(document().lines().filter(l -> l.startsWith("| ")).count()).isGreaterThan(20);
    }

    private static String document() throws IOException {
        var text =
                new StringBuilder(
                        "# Figures of the matcher\n\nWritten from `bench/results` by `MatcherFiguresTest`; do not edit. Each comes from `./skills bench NAME`.\n");
        for (var bench : BENCHES.entrySet()) {
            Path file = RESULTS.resolve(bench.getKey() + ".json");
            text.append("\n## ").append(bench.getKey()).append("\n\n").append(bench.getValue());
            text.append("\n\n| what | measured |\n|---|---|\n");
            var rows = new ArrayList<String>();
            flatten("", new ObjectMapper().readTree(Files.readString(file)), rows);
            rows.forEach(row -> text.append(row).append('\n'));
        }
        return text.toString();
    }

    private static void flatten(String name, JsonNode node, List<String> rows) {
        if (node.isObject())
            node.properties()
                    .forEach(
                            e ->
                                    flatten(
                                            name.isEmpty() ? e.getKey() : name + " " + e.getKey(),
                                            e.getValue(),
                                            rows));
        else if (node.isArray())
            for (int i = 0; i < node.size(); i++) flatten(name + " " + (i + 1), node.get(i), rows);
        else rows.add("| " + name + " | " + node.asString().replace("|", "/") + " |");
    }
}
