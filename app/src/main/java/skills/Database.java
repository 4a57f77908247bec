package skills;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows are: any PostgreSQL named by {@code DATABASE_URL}, else an embedded one in the
 * data folder.
 *
 * @param url JDBC address
 * @param embedded the server that was started here, to be closed here; null otherwise
 */
record Database(String url, String user, String password, @Nullable EmbeddedPostgres embedded)
        implements AutoCloseable {

    /**
     * The database that {@code DATABASE_URL} names, as JDBC or as postgres:// address; null if
     * unset.
     */
    static @Nullable Database fromEnvironment() {
        String url = System.getenv("DATABASE_URL");
        if (url == null || url.isBlank()) return null;
        String user = System.getenv().getOrDefault("DATABASE_USER", "");
        String password = System.getenv().getOrDefault("DATABASE_PASSWORD", "");
        if (url.startsWith("jdbc:")) return new Database(url, user, password, null);
        URI uri = URI.create(url);
        String[] login =
                uri.getUserInfo() == null
                        ? new String[] {user, password}
                        : uri.getUserInfo().split(":", 2);
        // Details of a failed row would put what people wrote into the log.
        String query =
                "?logServerErrorDetail=false"
                        + (uri.getQuery() == null ? "" : "&" + uri.getQuery());
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new Database(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query,
                login[0],
                login.length > 1 ? login[1] : "",
                null);
    }

    /** Starts PostgreSQL on the folder. The caller holds the folder's lock. */
    static Database start(DataFolder folder) throws IOException, InterruptedException {
        folder.stopOrphan();
        Path binaries = folder.root().resolve("postgres-bin");
        Files.createDirectories(binaries);
        var server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.database().toFile())
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(binaries.toFile())
                        // Closed by us, after the last request was answered.
                        .setRegisterShutdownHook(false)
                        // The library is made for tests and switches durability off; here rows
                        // count.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
        return new Database(jdbc(server.getPort()), "postgres", "", server);
    }

    /** The database of an application that runs on the folder now. */
    static Database of(int port) {
        return new Database(jdbc(port), "postgres", "", null);
    }

    private static String jdbc(int port) {
        return "jdbc:postgresql://127.0.0.1:"
                + port
                + "/postgres?reWriteBatchedInserts=true&logServerErrorDetail=false";
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) embedded.close();
    }
}
