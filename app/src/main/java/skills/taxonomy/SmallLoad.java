package skills.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import skills.platform.ContentNode;
import skills.platform.RejectedRows;

/** How our own small tables get into the database: again whenever their files changed. */
@Component
class SmallLoad {

    @FunctionalInterface
    interface Work {
        int run() throws IOException;
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SmallLoad(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Does the work, in one transaction, unless it was done before for this version. */
    void once(String taxonomy, String version, Work work) {
        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql("select pg_advisory_xact_lock(:lock)")
                            .param("lock", EscoImport.LOCK)
                            .query(row -> {});
                    boolean done =
                            jdbc.sql(
                                            """
                                    select version = :version from taxonomy_load where taxonomy = :taxonomy
                                    order by id desc limit 1
                                    """)
                                    .param("version", version)
                                    .param("taxonomy", taxonomy)
                                    .query(Boolean.class)
                                    .optional()
                                    .orElse(false);
                    if (done) return;
                    try {
                        int rows = work.run();
                        jdbc.sql(
                                        """
                                insert into taxonomy_load (taxonomy, version, shipped, loaded_at, report)
                                values (:taxonomy, :version, true, :now, jsonb_build_object('rows', :rows))
                                """)
                                .param("taxonomy", taxonomy)
                                .param("version", version)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("rows", rows)
                                .update();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }

    /** Tells one state of the files from another. */
    static String digest(String... paths) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String path : paths)
                try (InputStream in = new ClassPathResource(path).getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a file of our own, in which every row must be right. */
    void read(String path, TableFile.RowReader reader, String... columns) throws IOException {
        var file = new TableFile(path, new ClassPathResource(path)::getInputStream);
        try (var rejected =
                new RejectedRows(Path.of(System.getProperty("java.io.tmpdir")), "content", clock)) {
            file.forEach(rejected, reader, columns);
            if (rejected.count() > 0)
                throw new ContentNode.Wrong(
                        "content "
                                + path
                                + " has "
                                + rejected.count()
                                + " wrong rows, see "
                                + rejected.path());
        }
    }
}
