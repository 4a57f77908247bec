package skills.passport;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.consent.ConsentId;
import skills.kernel.AccountId;

/**
 * Which results of a consent its reader sees, and what the person wrote above them. Rows are only
 * added; who asks after a row is committed gets what it says.
 */
@Repository
class Releases {

    private final JdbcClient jdbc;
    private final Clock clock;

    Releases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param released false: hidden from this reader
     * @param at since when
     */
    record Release(boolean released, Instant at) {}

    /** By result, only those that were ever hidden: without a row the consent holds as it is. */
    Map<UUID, Release> of(ConsentId consent) {
        Map<UUID, Release> all = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (result) result, released, said_at from share_result
                        where consent = :consent order by result, id desc
                        """)
                .param("consent", consent.value())
                .query(
                        row -> {
                            all.put(
                                    row.getObject("result", UUID.class),
                                    new Release(
                                            row.getBoolean("released"),
                                            row.getTimestamp("said_at").toInstant()));
                        });
        return all;
    }

    /** Hides a result from a reader or shows it again, from this instant on; twice is once. */
    void say(AccountId account, ConsentId consent, UUID result, boolean released) {
        jdbc.sql(
                        """
                        insert into share_result (consent, account, result, released, said_at)
                        select :consent, :account, :result, :released, :now
                        where :released <> coalesce(
                            (select released from share_result where consent = :consent and result = :result
                             order by id desc limit 1), true)
                        """)
                .param("consent", consent.value())
                .param("account", account.value())
                .param("result", result)
                .param("released", released)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** By result; none is an empty text or not there. */
    Map<UUID, String> notes(ConsentId consent) {
        Map<UUID, String> all = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (result) result, note from share_result_note
                        where consent = :consent order by result, id desc
                        """)
                .param("consent", consent.value())
                .query(
                        row -> {
                            all.put(row.getObject("result", UUID.class), row.getString("note"));
                        });
        return all;
    }

    /**
     * @param note at most {@link ResultNote#LONGEST} characters; empty takes it away
     */
    void note(AccountId account, ConsentId consent, UUID result, String note) {
        jdbc.sql(
                        """
                        insert into share_result_note (consent, account, result, note, said_at)
                        select :consent, :account, :result, :note, :now
                        where :note <> coalesce(
                            (select note from share_result_note where consent = :consent and result = :result
                             order by id desc limit 1), '')
                        """)
                .param("consent", consent.value())
                .param("account", account.value())
                .param("result", result)
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
