package skills.consent;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/**
 * Who read something of a person, and who tried. Rows are only added; the database refuses anything
 * else. It holds no addresses and no codes of the reader, only the name that the holder gave.
 */
@Repository
public class AccessLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum Outcome {
        OPENED,
        REFUSED
    }

    /**
     * @param consent what it rested on
     * @param recipient as the holder named the reader
     * @param what a word of the room that was read from, such as "page" or "pdf"
     */
    public record Entry(
            UUID id,
            @Nullable ConsentId consent,
            String recipient,
            String what,
            Outcome outcome,
            Instant at) {}

    /** Adds a row, now. */
    public Entry add(Consent consent, String what, Outcome outcome) {
        Instant now = clock.instant();
        UUID id =
                jdbc.sql(
                                """
                        insert into access_log (account, consent, recipient, what, outcome, at)
                        values (:account, :consent, :recipient, :what, :outcome, :now) returning id
                        """)
                        .param("account", consent.account().value())
                        .param("consent", consent.id().value())
                        .param("recipient", consent.recipient())
                        .param("what", what)
                        .param("outcome", outcome.name())
                        .param("now", Timestamp.from(now))
                        .query(UUID.class)
                        .single();
        return new Entry(id, consent.id(), consent.recipient(), what, outcome, now);
    }

    /**
     * Whether such a row, and where an id is given that very row, was written less than so long
     * ago.
     */
    public boolean has(
            ConsentId consent,
            String what,
            Outcome outcome,
            @Nullable UUID id,
            Duration lessThanAgo) {
        return jdbc.sql(
                        """
                        select exists (
                            select from access_log
                            where consent = :consent and what = :what and outcome = :outcome and at > :after
                              and (cast(:id as uuid) is null or id = :id))
                        """)
                .param("consent", consent.value())
                .param("what", what)
                .param("outcome", outcome.name())
                .param("after", Timestamp.from(clock.instant().minus(lessThanAgo)))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Everything about one person, the latest first. */
    public List<Entry> entries(AccountId account) {
        return jdbc.sql(
                        "select * from access_log where account = :account order by at desc, id desc")
                .param("account", account.value())
                .query(
                        (row, n) -> {
                            UUID consent = row.getObject("consent", UUID.class);
                            return new Entry(
                                    row.getObject("id", UUID.class),
                                    consent == null ? null : new ConsentId(consent),
                                    row.getString("recipient"),
                                    row.getString("what"),
                                    Outcome.valueOf(row.getString("outcome")),
                                    row.getTimestamp("at").toInstant());
                        })
                .list();
    }
}
