package skills.taxonomy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import skills.platform.ImportReport;

/** The table of what was loaded when. */
final class TaxonomyLoads {

    private TaxonomyLoads() {}

    /** Rises with each load of any taxonomy; 0 before the first. */
    static long newest(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(id), 0) from taxonomy_load")
                .query(Long.class)
                .single();
    }

    /**
     * Waits until no other load is going on, in this or another instance; freed with the
     * transaction.
     */
    static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, EscoImport.LOCK);
            statement.execute();
        }
    }

    /** A load that changed nothing and of which the version is known leaves no row. */
    static void record(
            Connection connection,
            String taxonomy,
            String version,
            boolean shipped,
            Instant now,
            ImportReport report,
            boolean anythingNew)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                insert into taxonomy_load (taxonomy, version, shipped, loaded_at, report)
                select ?, ?, ?, ?, ?::jsonb
                where ? or not exists (select from taxonomy_load where taxonomy = ? and version = ?)
                """)) {
            insert.setString(1, taxonomy);
            insert.setString(2, version);
            insert.setBoolean(3, shipped);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setString(5, report.toJson());
            insert.setBoolean(6, anythingNew);
            insert.setString(7, taxonomy);
            insert.setString(8, version);
            insert.executeUpdate();
        }
    }
}
