package skills;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.flywaydb.core.Flyway;
import skills.identity.FirstAdministrator;

/** {@code ./skills admin EMAIL}: the first administrator, where there is no demo. */
final class AdminCommand {

    private AdminCommand() {}

    static int run(String[] args) {
        try {
            Options options = Options.parse(args, Set.of("--data"), Set.of());
            if (options.rest().size() != 1)
                throw new Options.WrongUse("admin takes one e-mail address.");
            return make(options.rest().getFirst(), Path.of(options.get("--data", "data")));
        } catch (Options.WrongUse wrong) {
            System.err.println(wrong.getMessage() + " Try: ./skills help");
            return 2;
        } catch (Exception e) {
            System.err.println("No administrator was made: " + RunCommand.reason(e));
            return 1;
        }
    }

    private static int make(String email, Path data) throws Exception {
        Database given = Database.fromEnvironment();
        if (given != null) return make(email, given);
        var folder = new DataFolder(data);
        if (folder.tryLock()) {
            try (Database own = Database.start(folder)) {
                return make(email, own);
            }
        }
        // The application runs on this folder: its database takes one more.
        int port =
                folder.runningPort()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the application on "
                                                        + folder.root()
                                                        + " is just starting or stopping. Try again in a moment."));
        return make(email, Database.of(port));
    }

    private static int make(String email, Database database) {
        try (HikariDataSource pool = RunCommand.pool(database)) {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            return switch (new FirstAdministrator(pool, Clock.systemUTC()).make(email)) {
                case FirstAdministrator.Made made -> {
                    System.out.println(
                            "Sign in once, within 30 minutes: " + origin() + made.path());
                    yield 0;
                }
                case FirstAdministrator.Refused refused -> {
                    System.err.println("There is an administrator already; nothing was changed.");
                    yield 1;
                }
            };
        } catch (IllegalArgumentException notAnAddress) {
            throw new Options.WrongUse("'" + email + "' is not an e-mail address.");
        }
    }

    private static String origin() {
        return System.getenv().getOrDefault("SKILLS_ORIGIN", "http://localhost:8080");
    }
}
