package skills;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import skills.assessment.InstrumentImport;
import skills.matching.CourseImport;
import skills.platform.ImportReport;
import skills.platform.Importer;
import skills.platform.Progress;
import skills.taxonomy.EscoImport;
import skills.taxonomy.OnetImport;

/**
 * {@code ./skills import esco|onet|vacancies|instrument|courses PATH}: loads files into the
 * database of the data folder, also while the application runs on it. The last line on the output
 * stream is the report.
 */
final class ImportCommand {

    private static final Set<String> KINDS =
            Set.of("esco", "onet", "vacancies", "instrument", "courses");

    private ImportCommand() {}

    static int run(String[] args) {
        try {
            Options options = Options.parse(args, Set.of("--data"), Set.of());
            List<String> rest = options.rest();
            if (rest.isEmpty() || !KINDS.contains(rest.getFirst()))
                throw new Options.WrongUse(
                        "Say what to import: esco, onet, vacancies, courses or instrument.");
            List<Path> paths = rest.stream().skip(1).map(Path::of).toList();
            if (paths.isEmpty() || paths.size() > 1 && !rest.getFirst().equals("instrument"))
                throw new Options.WrongUse("import " + rest.getFirst() + " takes one path.");
            var folder = new DataFolder(Path.of(options.get("--data", "data")));
            System.out.println(load(rest.getFirst(), paths, folder).toJson());
            return 0;
        } catch (Options.WrongUse wrong) {
            System.err.println(wrong.getMessage() + " Try: ./skills help");
            return 2;
        } catch (Exception e) {
            System.err.println("Not imported: " + RunCommand.reason(e));
            if (System.getenv("SKILLS_DEBUG") != null) e.printStackTrace();
            return 1;
        }
    }

    private static ImportReport load(String kind, List<Path> paths, DataFolder folder)
            throws IOException, InterruptedException {
        for (Path path : paths)
            if (!java.nio.file.Files.exists(path)) throw new IOException(path + " does not exist.");
        try (Database database = database(folder);
                HikariDataSource pool = RunCommand.pool(database)) {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            long start = System.nanoTime();
            System.err.println("Importing " + kind + " from " + paths.getFirst() + " ...");
            Path reports = folder.root().resolve("reports");
            ImportReport report =
                    importer(kind, pool, folder)
                            .run(
                                    paths.stream().map(Path::toAbsolutePath).toList(),
                                    reports,
                                    Progress.onStderr());
            if (report.more().get("report") instanceof String file)
                System.err.println(
                        report.rejected() + " rows rejected, with line and reason in " + file);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.err.println("Done in " + millis / 1000 + "." + millis / 100 % 10 + " s.");
            return report.with("millis", millis);
        }
    }

    private static Importer importer(String kind, DataSource database, DataFolder folder) {
        Clock clock = Clock.systemUTC();
        return switch (kind) {
            case "esco" -> new EscoImport(database, clock);
            case "vacancies" ->
                    new RoomImport(
                            "vacancies", database, folder.root().resolve("import-index"), clock);
            case "instrument" -> new InstrumentImport(database, clock);
            case "onet" -> new OnetImport(database, clock);
            case "courses" -> new CourseImport(database, clock);
            default -> throw new IllegalStateException("no importer for " + kind);
        };
    }

    /**
     * The one of the environment, that of the application that runs on the folder, or one for this
     * import.
     */
    private static Database database(DataFolder folder) throws IOException, InterruptedException {
        @Nullable Database given = Database.fromEnvironment();
        if (given != null) return given;
        if (folder.tryLock()) return Database.start(folder);
        // The application holds the folder. Just started, it may not have its database up yet.
        for (int attempt = 0; attempt < 60; attempt++) {
            var port = folder.runningPort();
            if (port.isPresent()) {
                Database running = Database.of(port.get());
                if (answers(running)) return running;
            }
            Thread.sleep(500);
        }
        throw new IOException(
                "The application holds " + folder.root() + " but its database does not answer.");
    }

    private static boolean answers(Database database) {
        try (var connection =
                java.sql.DriverManager.getConnection(
                        database.url(), database.user(), database.password())) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
