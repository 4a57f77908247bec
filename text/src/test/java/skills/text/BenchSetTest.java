package skills.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSetTest {

    @TempDir Path folder;
    private Path queries;
    private Path annotations;
    private Path corpus;

    @BeforeEach
    void aSmallSet() throws IOException {
        queries = write("q.tsv", "q1\tlasser\nq2\tkok\n");
        annotations = write("a.tsv", "q1\t0\te1\t1\nq1\t0\te2\t2\nq9\t0\te1\t1\nq2\t0\te3\t0\n");
        corpus = write("c.tsv", "e1\tlasser\r\ne2\tlasserin\ne3\tkok\n\n");
    }

    @Test
    void readsPlainAndPackedFiles() throws IOException {
        Path packed = folder.resolve("c.tsv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(corpus));
        }
        BenchSet plain = BenchSet.read(queries, annotations, corpus, null);
        assertThat(BenchSet.read(queries, annotations, packed, null)).isEqualTo(plain);
        // What nobody asks and what is worth nothing is no answer.
        assertThat(plain.gains()).isEqualTo(Map.of("q1", Map.of("e1", 1, "e2", 2)));
        assertThat(plain.concept("e1")).isEqualTo("e1");
        Path mapping = write("m.tsv", "e1\tC\ne2\tC\n");
        assertThat(BenchSet.read(queries, annotations, corpus, mapping).concept("e2"))
                .isEqualTo("C");
    }

    @Test
    void readsTheSkillsOfEsco() throws IOException {
        Path csv =
                write(
                        "skills_nl.csv",
                        "conceptUri,preferredLabel,x\nu1,\"lassen,\u00a0of zo\",\nu2,,\n");
        assertThat(BenchSet.read(queries, write("b.tsv", "q1\t0\tu1\t1\n"), csv, null).corpus())
                .isEqualTo(Map.of("u1", "lassen, of zo"));
    }

    @Test
    void saysWhichRowIsWrong() throws IOException {
        says(
                write("x.tsv", "q1\tlasser\nq2\n"),
                annotations,
                corpus,
                "x.tsv, line 2: expected 2 columns");
        says(
                write("y.tsv", "q1\tlasser\nq1\tkok\n"),
                annotations,
                corpus,
                "y.tsv, line 2: the id \"q1\" occurs twice");
        says(
                queries,
                write("z.tsv", "q1\t0\te1\tveel\n"),
                corpus,
                "z.tsv, line 1: the gain must be a whole number");
        says(queries, write("w.tsv", "q1 0 e1 1\n"), corpus, "w.tsv, line 1: expected 4 columns");
        says(
                queries,
                write("v.tsv", "q1\t0\te1\t-1\n"),
                corpus,
                "v.tsv, line 1: a gain is 0 to 10");
        says(
                queries,
                write("u.tsv", "other\t0\te1\t1\n"),
                corpus,
                "no annotation is about a query");
        says(queries, annotations, write("empty.tsv", ""), "empty.tsv is empty");
        says(queries, annotations, folder.resolve("none.tsv"), "There is no file");
        says(queries, annotations, write("not.tsv.gz", "e1\tlasser\n"), "not packed so");
        Path latin = folder.resolve("latin.tsv");
        Files.write(latin, new byte[] {'e', '1', '\t', (byte) 0xEB, '\n'});
        says(queries, annotations, latin, "not UTF-8");
    }

    private void says(Path q, Path a, Path c, String words) {
        assertThatThrownBy(() -> BenchSet.read(q, a, c, null))
                .isInstanceOf(BenchSet.BadFile.class)
                .hasMessageContaining(words);
    }

    @Test
    void theHalvesAreAboutEven() {
        int a = 0;
        for (int i = 0; i < 1000; i++) if (WordsBench.halfA("titel " + i)) a++;
        assertThat(a).isBetween(440, 560);
        assertThat(WordsBench.halfA("Kok (m/v)")).isEqualTo(WordsBench.halfA("KOK m-v"));
    }

    @Test
    void theCommandSaysWhatItExpects() {
        assertThat(run("titles")).startsWith("2 --queries is missing");
        assertThat(run("titles", "--quarries", "x"))
                .startsWith("2 Unknown or incomplete: --quarries");
        assertThat(run("rhymes")).startsWith("2 Use: bench titles");
        assertThat(run("titles", "--queries", "none", "--annotations", "a", "--corpus", "c"))
                .startsWith("1 There is no file none");
    }

    private static String run(String... args) {
        var said = new ByteArrayOutputStream();
        int exit = WordsCommand.run(args, new PrintStream(said), new PrintStream(said));
        return exit + " " + said;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
