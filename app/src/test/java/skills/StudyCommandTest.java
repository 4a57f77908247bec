package skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skills.study.StudyFilesForTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./skills study analyse} on files, without a database. */
class StudyCommandTest {

    @TempDir Path folder;

    private record Ran(int exit, String out, String err) {

        String lastLine() {
            return out.strip().lines().reduce((one, two) -> two).orElse("");
        }
    }

    private static synchronized Ran run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        var told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            int exit = StudyCommand.run(args);
            return new Ran(
                    exit,
                    said.toString(StandardCharsets.UTF_8),
                    told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void threeFilesBecomeAReportInBothLanguagesAndOneLineOfJson() throws IOException {
        StudyFilesForTest.write(folder);
        String answers = Files.readString(folder.resolve("answers.csv"));
        // A row of nobody, and an answer that the scale does not have.
        Files.writeString(
                folder.resolve("answers.csv"), answers + "NOBODY,1" + ",3".repeat(21) + "\n");
        Ran ran =
                run(
                        "analyse",
                        file("people.csv"),
                        file("answers.csv"),
                        file("plan.json"),
                        "--out",
                        file("out"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("unknown participant").contains("NOBODY");
        JsonNode said = JsonMapper.shared().readTree(ran.lastLine());
        assertThat(said.get("participants").asInt()).isEqualTo(60);
        assertThat(said.get("notRead").asInt()).isPositive();
        assertThat(said.get("grades").size()).isEqualTo(4);
        for (JsonNode name : said.get("files"))
            assertThat(folder.resolve("out").resolve(name.asString())).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("Helpt het paspoort?", said.get("dataHash").asString());
        assertThat(Files.readString(folder.resolve("out/report_en.html")))
                .contains("Does the passport help?", said.get("planHash").asString());
        JsonNode results =
                JsonMapper.shared().readTree(folder.resolve("out/results.json").toFile());
        assertThat(results.has("study.flow")).isTrue();
    }

    @Test
    void wrongUseAndUnreadableFilesAreToldApart() throws IOException {
        StudyFilesForTest.write(folder);
        assertThat(run("analyse", file("people.csv")).exit()).isEqualTo(2);
        assertThat(run("look", "a", "b", "c", "--out", "d").exit()).isEqualTo(2);
        Ran absent =
                run(
                        "analyse",
                        file("people.csv"),
                        file("nothing.csv"),
                        file("plan.json"),
                        "--out",
                        file("out"));
        assertThat(absent.exit()).isEqualTo(1);
        assertThat(absent.err()).contains("nothing.csv is no file");
        Files.writeString(folder.resolve("plan.json"), "{\"name\": 3}");
        Ran noPlan =
                run(
                        "analyse",
                        file("people.csv"),
                        file("answers.csv"),
                        file("plan.json"),
                        "--out",
                        file("out"));
        assertThat(noPlan.exit()).isEqualTo(1);
        assertThat(noPlan.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
