package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;

/** The drawings are what tools/scenes draws, small, quiet and without script; each is described. */
class ScenesTest extends RoomTest {

    private static final Path SHIPPED = Path.of("../content/instruments/how-i-work/scenes");

    @Autowired Instruments instruments;

    @Test
    void eachStatementOfTheFirstFormHasADrawingThatIsDescribedInBothLanguages() {
        Instrument instrument = instruments.current(Questionnaires.PERSONALITY).orElseThrow();
        List<Instrument.Item> first =
                instrument.items().stream().filter(i -> i.form() == Instrument.Form.FIRST).toList();
        assertThat(first).hasSize(30);
        for (Instrument.Item item : first) {
            assertThat(SHIPPED.resolve(item.id() + ".svg")).exists();
            assertThat(item.scene()).as(item.id()).isNotNull();
            assertThat(item.scene().description().nl())
                    .as(item.id())
                    .isNotEqualTo(item.scene().description().en());
        }
    }

    @Test
    void aDrawingIsUnderSixKilobytesHoldsNoScriptAndStandsStillForWhoWantsThat() throws Exception {
        for (Path file : scenes(SHIPPED)) {
            String svg = Files.readString(file);
            assertThat(svg.getBytes(StandardCharsets.UTF_8).length)
                    .as(file.toString())
                    .isLessThan(6000);
            assertThat(svg)
                    .as(file.toString())
                    .contains("prefers-reduced-motion")
                    .doesNotContain("<script", "http://www.w3.org/1999/xlink", "<image", "onload");
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        }
    }

    @Test
    void theDrawingsAreThoseThatTheToolDraws() throws Exception {
        Path drawn = Files.createTempDirectory(Path.of("target"), "scenes");
        var tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "../tools/scenes/Draw.java",
                                drawn.toString())
                        .inheritIO()
                        .start();
        assertThat(tool.waitFor()).isZero();
        assertThat(names(drawn)).isEqualTo(names(SHIPPED));
        for (Path file : scenes(drawn))
            assertThat(Files.readString(SHIPPED.resolve(file.getFileName())))
                    .as(file.getFileName().toString())
                    .isEqualTo(Files.readString(file));
    }

    private static List<Path> scenes(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<String> names(Path folder) throws Exception {
        return scenes(folder).stream().map(f -> f.getFileName().toString()).toList();
    }
}
