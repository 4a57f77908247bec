package skills.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** PostgreSQL stops while people are busy, and comes back. */
class DatabaseGoneTest extends TrialTest {

    private static final List<String> PLACES =
            List.of("/", "/start/tasks", "/next", "/skills", "/explore");

    @Test
    void withoutDatabaseEveryPageSaysSoInPlainWordsAndAfterwardsAllGoesOn() throws Exception {
        OwnProcess application = application();
        var sitting = new Sitting(application.origin(), 3);
        sitting.open("steward");
        sitting.answer();
        String jdbc = application.jdbc();
        List<String> command = command(application);
        ProcessHandle postgres = application.postgres().orElseThrow();
        new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start().waitFor();
        postgres.onExit().get();

        for (String place : PLACES) assertSaysSo(place, sitting.get(place));

        Process again =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(application.log().resolveSibling("postgres.log").toFile())
                        .start();
        try {
            waitFor(jdbc);
            for (String place : PLACES)
                assertThat(sitting.get(place).statusCode()).as(place).isLessThan(400);
            sitting.answer();
            assertThat(sitting.refused()).isZero();
            assertThat(sitting.isSignedIn()).isTrue();
            assertThat(sitting.shown()).isEqualTo(sitting.expected());
        } finally {
            application.close();
            application.postgres().ifPresent(ProcessHandle::destroyForcibly);
            again.waitFor();
        }
    }

    private static void assertSaysSo(String place, HttpResponse<String> page) {
        // The landing page may be shown without a database; nothing else can be.
        if (place.equals("/") && page.statusCode() == 200) return;
        assertThat(page.statusCode()).as(place).isEqualTo(503);
        assertThat(page.body()).as(place).contains("We kunnen er nu niet bij.");
        assertThat(page.body().toLowerCase())
                .as(place)
                .doesNotContain(
                        "127.0.0.1",
                        "postgres",
                        "jdbc",
                        "sql",
                        "hikari",
                        "exception",
                        "at skills.",
                        "springframework");
    }

    /**
     * As it was started, from its own file; PostgreSQL refuses to run as root, so there without the
     * name.
     */
    private static List<String> command(OwnProcess application) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root"))
            command.addAll(List.of("unshare", "-U"));
        Matcher word =
                Pattern.compile("\"([^\"]*)\"|(\\S+)")
                        .matcher(
                                Files.readString(
                                        application.database().resolve("postmaster.opts")));
        while (word.find()) command.add(word.group(1) == null ? word.group(2) : word.group(1));
        return command;
    }

    private static void waitFor(String jdbc) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            try {
                DriverManager.getConnection(jdbc).close();
                return;
            } catch (SQLException notYet) {
                Thread.sleep(200);
            }
        }
    }
}
