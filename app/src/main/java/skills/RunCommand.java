package skills;

import com.zaxxer.hikari.HikariDataSource;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./skills run}: database, application, and one line that says where to look. */
final class RunCommand {

    @SuppressWarnings("unused")
    private static DataFolder held;

    private RunCommand() {}

    static int run(String[] args) {
        try {
            Options options = Options.parse(args, Set.of("--port", "--data"), Set.of("--no-demo"));
            if (!options.rest().isEmpty())
                throw new Options.WrongUse("run takes no '" + options.rest().getFirst() + "'.");
            return start(options);
        } catch (Options.WrongUse wrong) {
            System.err.println(wrong.getMessage() + " Try: ./skills help");
            return 2;
        } catch (Exception e) {
            System.err.println("Could not start: " + reason(e));
            if (System.getenv("SKILLS_DEBUG") != null) e.printStackTrace();
            return 1;
        }
    }

    private static int start(Options options) throws Exception {
        int port = options.port();
        var folder = new DataFolder(Path.of(options.get("--data", "data")));
        if (!folder.tryLock()) {
            System.err.println(
                    "The application already runs on "
                            + folder.root()
                            + ". Stop that one first, or take another folder with --data.");
            return 1;
        }
        if (!free(port)) {
            System.err.println("Port " + port + " is in use. Take another one with --port.");
            return 1;
        }
        Database given = Database.fromEnvironment();
        Database database = given != null ? given : Database.start(folder);
        // Reachable for as long as the process lives, and with it the lock.
        held = folder;
        try {
            var context = application(folder, database, port, !options.has("--no-demo"), true);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(context, database)));
            System.out.println("Ready: http://localhost:" + port + "/");
            context.getBean(Welcome.class).print(System.out, "http://localhost:" + port);
            return -1;
        } catch (Exception e) {
            database.close();
            throw e;
        }
    }

    static ConfigurableApplicationContext application(
            DataFolder folder, Database database, int port, boolean demo, boolean load) {
        String origin = System.getenv().getOrDefault("SKILLS_ORIGIN", Origin.inThisNetwork(port));
        return new SpringApplicationBuilder(SkillsApplication.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .run(
                        "--server.port=" + port,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--skills.data=" + folder.root(),
                        "--skills.index=" + folder.index(),
                        "--skills.origin=" + origin,
                        "--skills.demo=" + demo,
                        "--skills.load=" + load);
    }

    /** First the web server answers what it has, then the pool closes, then the database stops. */
    private static void stop(ConfigurableApplicationContext context, Database database) {
        try {
            context.close();
            database.close();
        } catch (Exception e) {
            System.err.println("Did not stop in order: " + reason(e));
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port)) {
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) root = root.getCause();
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    static HikariDataSource pool(Database database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        if (!database.user().isEmpty()) pool.setUsername(database.user());
        if (!database.password().isEmpty()) pool.setPassword(database.password());
        pool.setMaximumPoolSize(4);
        return pool;
    }
}
