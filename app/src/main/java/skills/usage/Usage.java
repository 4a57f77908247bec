package skills.usage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;
import skills.statistics.Quantile;

/** What persons opened and completed, and how long a part takes. Rows are only added. */
@Repository
public class Usage {

    /** Fewer people than this say nothing certain about how long a part takes. */
    static final int ENOUGH = 20;

    /** Whoever took longer in one go went away in between. */
    private static final int LONGEST_MINUTES = 60;

    private static final Duration ONE_VISIT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    Usage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same part within ten minutes is one opening. */
    public void opened(AccountId account, Part part) {
        jdbc.sql(
                        """
                        insert into usage_event (account, part, kind, at)
                        select :account, :part, 'OPENED', :now
                        where not exists (select from usage_event
                                          where account = :account and part = :part and kind = 'OPENED' and at > :recent)
                        """)
                .param("account", account.value())
                .param("part", part.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("recent", Timestamp.from(clock.instant().minus(ONE_VISIT)))
                .update();
    }

    public boolean hasOpened(AccountId account, Part part) {
        return jdbc.sql(
                        "select exists (select from usage_event where account = :account and part = :part)")
                .param("account", account.value())
                .param("part", part.name())
                .query(Boolean.class)
                .single();
    }

    /** When this person was last here before the present visit; empty on the first visit. */
    public Optional<Instant> lastVisit(AccountId account) {
        return jdbc.sql("select max(at) from usage_event where account = :account and at < :before")
                .param("account", account.value())
                .param("before", Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /**
     * Something that a person did, as it was noted.
     *
     * @param seconds in view; 0 unless it tells that
     */
    public record Event(AccountId account, Part part, Kind kind, int seconds, Instant at) {}

    public enum Kind {
        OPENED,
        COMPLETED,
        FOCUS
    }

    /** Everything that these persons did, in the order of time. */
    public List<Event> events(Collection<AccountId> accounts) {
        return jdbc.sql(
                        """
                        select account, part, kind, coalesce(seconds, 0) as seconds, at from usage_event
                        where account = any(:accounts) order by at, id
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(
                        (row, n) ->
                                new Event(
                                        new AccountId(row.getObject("account", UUID.class)),
                                        Part.valueOf(row.getString("part")),
                                        Kind.valueOf(row.getString("kind")),
                                        row.getInt("seconds"),
                                        row.getTimestamp("at").toInstant()))
                .list();
    }

    public void completed(AccountId account, Part part) {
        add(account, part, "COMPLETED", null);
    }

    /**
     * @param seconds that a page of this part was in view, 1 to 3600
     */
    public void focus(AccountId account, Part part, int seconds) {
        add(account, part, "FOCUS", seconds);
    }

    public boolean hasCompleted(AccountId account, Part part) {
        return jdbc.sql(
                        """
                        select exists (select from usage_event
                                       where account = :account and part = :part and kind = 'COMPLETED')
                        """)
                .param("account", account.value())
                .param("part", part.name())
                .query(Boolean.class)
                .single();
    }

    /**
     * How many minutes a part takes in the middle: a person's time in view until completing it
     * where it was measured, otherwise from the last opening to completing it. Longer than an hour
     * is left out, as such a person went away in between.
     *
     * @return at least 1; empty until 20 persons completed the part
     */
    public OptionalInt medianMinutes(Part part) {
        double[] minutes =
                jdbc
                        .sql(
                                """
                        with done as (
                            select account, min(at) as at from usage_event
                            where part = :part and kind = 'COMPLETED' group by account
                        ), took as (
                            select d.account,
                                   (select sum(f.seconds) from usage_event f
                                    where f.account = d.account and f.part = :part and f.kind = 'FOCUS' and f.at <= d.at) as seen,
                                   (select extract(epoch from d.at - max(o.at)) from usage_event o
                                    where o.account = d.account and o.part = :part and o.kind = 'OPENED' and o.at <= d.at) as span
                            from done d
                        )
                        select coalesce(seen, span) / 60.0 from took
                        where coalesce(seen, span) <= :longest * 60
                        """)
                        .param("part", part.name())
                        .param("longest", LONGEST_MINUTES)
                        .query(Double.class)
                        .list()
                        .stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        if (minutes.length < ENOUGH) return OptionalInt.empty();
        return OptionalInt.of(Math.max(1, (int) Math.round(Quantile.median(minutes).value())));
    }

    private void add(AccountId account, Part part, String kind, @Nullable Integer seconds) {
        jdbc.sql(
                        """
                        insert into usage_event (account, part, kind, seconds, at)
                        values (:account, :part, :kind, :seconds, :now)
                        """)
                .param("account", account.value())
                .param("part", part.name())
                .param("kind", kind)
                .param("seconds", seconds)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
