package skills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Base of every test that enters a room by its door: the whole application on a real PostgreSQL, on
 * a port, with the shipped data and the demo world, started once for all tests of a run. Tests open
 * accounts of their own and leave them; the clock can be set and is right again before each test.
 */
@SpringBootTest(
        classes = SkillsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(RoomTest.Clocks.class)
public abstract class RoomTest {

    private static final int PORT = freePort();
    private static final DataFolder FOLDER =
            new DataFolder(Path.of("target/test-data").toAbsolutePath());
    private static final Database DATABASE = start();

    @Autowired protected JdbcClient jdbc;
    @Autowired protected SettableClock clock;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("skills.origin", RoomTest::origin);
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::user);
        registry.add("spring.datasource.password", DATABASE::password);
        registry.add("skills.data", () -> FOLDER.root().toString());
        registry.add("skills.index", () -> FOLDER.index().toString());
        registry.add("skills.demo", () -> "true");
        registry.add("skills.load", () -> "true");
        // Servers of tests run on this machine; feeds are read when a test says so.
        registry.add("skills.fetch.inner-hosts", () -> "localhost");
        registry.add("skills.feeds.wait", () -> "PT10H");
        registry.add("skills.feeds.seconds", () -> "2");
        registry.add("skills.feeds.folder", () -> FOLDER.root().resolve("feeds").toString());
    }

    /** Where the application answers during the tests. */
    public static String origin() {
        return "http://localhost:" + PORT;
    }

    @BeforeEach
    void timeIsNow() {
        clock.reset();
    }

    private static Database start() {
        try {
            delete(FOLDER.database());
            delete(FOLDER.index());
            if (!FOLDER.tryLock())
                throw new IllegalStateException("another test run holds " + FOLDER.root());
            Database database = Database.start(FOLDER);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        try {
                                            database.close();
                                        } catch (IOException e) {
                                            throw new UncheckedIOException(e);
                                        }
                                    }));
            return database;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException, InterruptedException {
        if (!Files.exists(folder)) return;
        if (folder.equals(FOLDER.database())) FOLDER.stopOrphan();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
    }

    private static int freePort() {
        try {
            return TrainCommand.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }

    protected Instant now() {
        return clock.instant();
    }
}
