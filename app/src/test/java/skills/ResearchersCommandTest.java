package skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Scale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command of docs/guide/researchers.md, run on made-up answers to the standard plan. */
class ResearchersCommandTest {

    private static final int CLASSES = 20;
    private static final int EACH = 8;

    private static String guide() throws IOException {
        return Files.readString(Path.of("../docs/guide/researchers.md"));
    }

    /** What stands after "./skills study" in the guide. */
    private static String[] command(Path folder) throws IOException {
        Matcher box = Pattern.compile("```sh\n\\./skills study (.*)\n```").matcher(guide());
        assertThat(box.find()).isTrue();
        return Arrays.stream(box.group(1).split(" "))
                .map(a -> a.matches(".*\\.(csv|json)|report") ? folder.resolve(a).toString() : a)
                .toArray(String[]::new);
    }

    private static void write(Path folder) throws IOException {
        String standard = Files.readString(Path.of("../content/studies/standard.json"));
        Files.writeString(folder.resolve("plan.json"), standard);
        Plan plan = PlanFile.read(standard);
        var random = new SplittableRandom(8);
        List<String> items = plan.scales().stream().flatMap(s -> s.columns().stream()).toList();
        List<String> people = new ArrayList<>(List.of("id,arm,class,school,user,sessions,minutes"));
        List<String> answers = new ArrayList<>(List.of("id,wave," + String.join(",", items)));
        for (int i = 0; i < CLASSES * EACH; i++) {
            int number = i / EACH;
            boolean now = number % 2 == 0;
            boolean user = now && random.nextInt(10) < 6;
            int sittings = user ? 1 + random.nextInt(4) : 0;
            people.add(
                    "p%03d,%s,k%02d,s%d,%d,%d,%d"
                            .formatted(
                                    i,
                                    now ? "now" : "later",
                                    number,
                                    number / 5,
                                    user ? 1 : 0,
                                    sittings,
                                    sittings * 9));
            double self = random.nextGaussian();
            for (String wave : List.of("T1", "T3")) {
                if (wave.equals("T3") && random.nextInt(10) < 2) continue;
                StringBuilder row = new StringBuilder("p%03d,%s".formatted(i, wave));
                for (Scale scale : plan.scales())
                    for (int k = 1; k <= scale.items(); k++) {
                        double x = 3 + .7 * self + random.nextGaussian();
                        if (scale.reversed().contains(k)) x = 6 - x;
                        row.append(',').append(Math.clamp(Math.round(x), 1, 5));
                    }
                answers.add(row.toString());
            }
        }
        Files.write(folder.resolve("participants.csv"), people);
        Files.write(folder.resolve("responses.csv"), answers);
    }

    @Test
    void itWritesTheReportInBothLanguagesAndItsNumbers(@TempDir Path folder) throws IOException {
        write(folder);
        PrintStream screen = System.out;
        var said = new ByteArrayOutputStream();
        int status;
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            status = StudyCommand.run(command(folder));
        } finally {
            System.setOut(screen);
        }
        assertThat(status).isZero();
        List<String> lines = said.toString(StandardCharsets.UTF_8).strip().lines().toList();
        JsonNode last = JsonMapper.shared().readTree(lines.getLast());
        assertThat(last.get("participants").asInt()).isEqualTo(CLASSES * EACH);
        assertThat(last.get("grades").propertyNames())
                .containsExactlyInAnyOrder(
                        "skillinsight", "jobinsecurity", "learning", "haphazard");
        assertThat(last.get("planHash").asString())
                .isEqualTo(
                        PlanFile.hash(
                                PlanFile.read(
                                        Files.readString(
                                                Path.of("../content/studies/standard.json")))));
        for (JsonNode file : last.get("files"))
            assertThat(folder.resolve("report").resolve(file.asString())).isNotEmptyFile();
        assertThat(folder.resolve("report/results.json")).isNotEmptyFile();
        // Files cannot show a lot.
        assertThat(Files.readString(folder.resolve("report/report_en.html")))
                .contains("This was not an experiment")
                .contains("has not been established");
        assertThat(guide()).contains("`results.json`");
    }
}
