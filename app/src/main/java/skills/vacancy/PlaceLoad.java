package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the table of places, once per version of the shipped file. */
@Component
class PlaceLoad {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlaceLoad(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does nothing when the shipped file is the one that is loaded. */
    void loadIfNeeded() {
        String fingerprint = PlaceFile.fingerprint();
        if (!loaded(fingerprint)) transaction.executeWithoutResult(t -> load(fingerprint));
    }

    private boolean loaded(String fingerprint) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "select exists (select from place_load where fingerprint = ?)",
                        Boolean.class,
                        fingerprint));
    }

    private void load(String fingerprint) {
        // Two processes that start at once: the second waits here, and then finds it done.
        jdbc.execute("lock table place_load in exclusive mode");
        if (loaded(fingerprint)) return;
        List<PlaceRow> rows = PlaceFile.rows();
        jdbc.update("delete from place");
        jdbc.batchUpdate(
                """
                insert into place (id, kind, country, postcode, name, municipality, province, lat, lon, weight)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows.stream()
                        .map(
                                r ->
                                        new Object[] {
                                            r.id(), r.kind().name(), r.country(), r.postcode(),
                                                    r.name(),
                                            r.municipality(), r.province(), r.lat(), r.lon(),
                                                    r.weight()
                                        })
                        .toList());
        jdbc.batchUpdate(
                "insert into place_name (place, folded) values (?, ?)",
                rows.stream()
                        .flatMap(r -> r.folded().stream().map(f -> new Object[] {r.id(), f}))
                        .toList());
        jdbc.update("delete from place_load");
        jdbc.update(
                "insert into place_load (fingerprint, loaded_at, places) values (?, ?, ?)",
                fingerprint,
                Timestamp.from(clock.instant()),
                rows.size());
    }
}
