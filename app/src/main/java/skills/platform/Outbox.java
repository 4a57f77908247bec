package skills.platform;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.Language;

/** Letters that wait on this machine because no mail server is set. */
@Repository
public class Outbox {

    /**
     * How long a letter lies here: longer than any link in it works, save an invitation to teach.
     */
    private static final Duration KEEP = Duration.ofDays(8);

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Letter(
            UUID id,
            Instant writtenAt,
            String to,
            Language language,
            String subject,
            String text) {}

    void lay(String to, Language language, String subject, String text) {
        jdbc.sql(
                        """
                        insert into outbox (written_at, recipient, language, subject, body)
                        values (:now, :to, :language, :subject, :body)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("to", to)
                .param("language", language.code())
                .param("subject", subject)
                .param("body", text)
                .update();
    }

    /** The newest letters, newest first. */
    public List<Letter> newest(int limit) {
        return letters("select * from outbox order by id desc limit :limit", "limit", limit);
    }

    /** All letters to one of the addresses, oldest first. */
    public List<Letter> to(Collection<String> addresses) {
        return letters(
                "select * from outbox where recipient = any(:to) order by id",
                "to",
                addresses.toArray(String[]::new));
    }

    /** Throws away what was written to these addresses. */
    public void forget(Collection<String> addresses) {
        jdbc.sql("delete from outbox where recipient = any(:to)")
                .param("to", addresses.toArray(String[]::new))
                .update();
    }

    /** Throws away letters that are too old to be of use. */
    public void forgetOld() {
        jdbc.sql("delete from outbox where written_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEEP)))
                .update();
    }

    private List<Letter> letters(String sql, String name, Object value) {
        return jdbc.sql(sql)
                .param(name, value)
                .query(
                        (row, n) ->
                                new Letter(
                                        row.getObject("id", UUID.class),
                                        row.getTimestamp("written_at").toInstant(),
                                        row.getString("recipient"),
                                        row.getString("language").equals("en")
                                                ? Language.EN
                                                : Language.NL,
                                        row.getString("subject"),
                                        row.getString("body")))
                .list();
    }
}
