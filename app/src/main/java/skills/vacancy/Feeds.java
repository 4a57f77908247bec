package skills.vacancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import skills.kernel.AccountId;

/** The feeds, their runs, and who changed what. */
@Repository
class Feeds {

    /** After this long the instance that began a run is taken for dead. */
    static final Duration LEASE = Duration.ofMinutes(30);

    /** After a failure a feed is tried again after this long, if its schedule is slower. */
    static final Duration AGAIN = Duration.ofHours(1);

    /**
     * @param named vacancies in the feed that could be read
     * @param doubles rows that are now shown by another one, or no longer
     * @param held far fewer were named than before, so nothing was closed
     * @param failed the code of what went wrong; null when it went well
     */
    record Run(
            long id,
            Instant startedAt,
            @Nullable Instant endedAt,
            int named,
            int added,
            int changed,
            int unchanged,
            int rejected,
            int closed,
            int reopened,
            int doubles,
            boolean held,
            @Nullable String failed,
            String detail) {}

    /**
     * @param last its newest run; null when it was never read
     * @param good the newest run that went well; null when none did
     */
    record Line(Feed feed, @Nullable Run last, @Nullable Run good) {}

    /** A run that this instance began; nobody else reads that feed meanwhile. */
    record Claim(Feed feed, long run) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Feeds(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @return empty when there is a feed of that name
     */
    Optional<UUID> add(
            String name,
            Feed.Kind kind,
            String place,
            String onlyWith,
            int everyHours,
            AccountId admin) {
        try {
            return Optional.ofNullable(
                    transaction.execute(
                            t -> {
                                UUID id = UUID.randomUUID();
                                jdbc.sql(
                                                """
                                                insert into feed (id, name, kind, place, only_with, every_hours, stopped, next_at)
                                                values (:id, :name, :kind, :place, :only, :hours, false, :now)
                                                """)
                                        .param("id", id)
                                        .param("name", name)
                                        .param("kind", kind.name())
                                        .param("place", place)
                                        .param("only", onlyWith)
                                        .param("hours", everyHours)
                                        .param("now", now())
                                        .update();
                                note(id, "ADDED", admin);
                                return id;
                            }));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /** Stopped, its vacancies stay until their last day; started, it is read soon. */
    void stop(UUID feed, boolean stop, AccountId admin) {
        transaction.executeWithoutResult(
                t -> {
                    int changed =
                            jdbc.sql(
                                            """
                                            update feed set stopped = :stop, next_at = case when :stop then next_at else :now end
                                            where id = :id and stopped <> :stop
                                            """)
                                    .param("id", feed)
                                    .param("stop", stop)
                                    .param("now", now())
                                    .update();
                    if (changed == 1) note(feed, stop ? "STOPPED" : "STARTED", admin);
                });
    }

    /** Read it as soon as possible. */
    void ask(UUID feed, AccountId admin) {
        transaction.executeWithoutResult(
                t -> {
                    int changed =
                            jdbc.sql(
                                            "update feed set next_at = :now where id = :id and not stopped")
                                    .param("id", feed)
                                    .param("now", now())
                                    .update();
                    if (changed == 1) note(feed, "ASKED", admin);
                });
    }

    private void note(UUID feed, String what, AccountId admin) {
        jdbc.sql(
                        "insert into feed_change (feed, what, said_by, said_at) values (:feed, :what, :by, :now)")
                .param("feed", feed)
                .param("what", what)
                .param("by", admin.value())
                .param("now", now())
                .update();
    }

    /** Takes the next feed that is due; two instances never take the same one. */
    Optional<Claim> claim() {
        return Optional.ofNullable(
                transaction.execute(
                        t -> {
                            Optional<Feed> due =
                                    jdbc.sql(
                                                    """
                                                    select * from feed
                                                    where not stopped and next_at <= :now and (busy_until is null or busy_until < :now)
                                                    order by next_at, id limit 1 for update skip locked
                                                    """)
                                            .param("now", now())
                                            .query(this::feed)
                                            .optional();
                            return due.map(f -> new Claim(f, begin(f))).orElse(null);
                        }));
    }

    private long begin(Feed feed) {
        jdbc.sql(
                        "update feed_run set ended_at = :now, failed = 'DIED' where feed = :feed and ended_at is null")
                .param("feed", feed.id())
                .param("now", now())
                .update();
        long run =
                jdbc.sql(
                                "insert into feed_run (feed, started_at) values (:feed, :now) returning id")
                        .param("feed", feed.id())
                        .param("now", now())
                        .query(Long.class)
                        .single();
        jdbc.sql("update feed set busy_until = :until, busy_run = :run where id = :feed")
                .param("feed", feed.id())
                .param("until", Timestamp.from(clock.instant().plus(LEASE)))
                .param("run", run)
                .update();
        return run;
    }

    /** Whether the run is still ours; holds the feed until the transaction ends. */
    boolean holds(Claim claim) {
        return jdbc.sql(
                        "select coalesce(busy_run = :run, false) from feed where id = :feed for update")
                .param("run", claim.run)
                .param("feed", claim.feed.id())
                .query(Boolean.class)
                .single();
    }

    /** Ends a run that went well; call in the transaction in which its vacancies were written. */
    void done(Claim claim, Run r) {
        jdbc.sql(
                        """
                        update feed_run set ended_at = :now, named = :named, added = :added, changed = :changed,
                            unchanged = :unchanged, rejected = :rejected, closed = :closed, reopened = :reopened,
                            doubles = :doubles, held = :held
                        where id = :run
                        """)
                .param("run", claim.run)
                .param("now", now())
                .param("named", r.named)
                .param("added", r.added)
                .param("changed", r.changed)
                .param("unchanged", r.unchanged)
                .param("rejected", r.rejected)
                .param("closed", r.closed)
                .param("reopened", r.reopened)
                .param("doubles", r.doubles)
                .param("held", r.held)
                .update();
        release(claim, Duration.ofHours(claim.feed.everyHours()));
    }

    /** Ends a run that failed: all vacancies stay as they are. */
    void failed(Claim claim, String code, String detail) {
        transaction.executeWithoutResult(
                t -> {
                    if (!holds(claim)) return;
                    jdbc.sql(
                                    "update feed_run set ended_at = :now, failed = :code, detail = :detail where id = :run")
                            .param("run", claim.run)
                            .param("now", now())
                            .param("code", code)
                            .param("detail", detail.replace('\0', ' '))
                            .update();
                    Duration every = Duration.ofHours(claim.feed.everyHours());
                    release(claim, every.compareTo(AGAIN) < 0 ? every : AGAIN);
                });
    }

    private void release(Claim claim, Duration wait) {
        jdbc.sql(
                        "update feed set busy_until = null, busy_run = null, next_at = :next where id = :feed")
                .param("feed", claim.feed.id())
                .param("next", Timestamp.from(clock.instant().plus(wait)))
                .update();
    }

    void troubles(Claim claim, List<FeedReader.Trouble> troubles) {
        int position = 0;
        for (FeedReader.Trouble trouble : troubles)
            jdbc.sql(
                            """
                            insert into feed_trouble (run, position, place, line, reason, row_text)
                            values (:run, :position, :place, :line, :reason, :row)
                            """)
                    .param("run", claim.run)
                    .param("position", position++)
                    .param("place", trouble.place())
                    .param("line", trouble.line())
                    .param("reason", trouble.reason())
                    .param("row", trouble.row())
                    .update();
    }

    List<FeedReader.Trouble> troubles(long run) {
        return jdbc.sql(
                        "select place, line, reason, row_text from feed_trouble where run = :run order by position")
                .param("run", run)
                .query(
                        (row, n) ->
                                new FeedReader.Trouble(
                                        row.getString("place"),
                                        row.getLong("line"),
                                        row.getString("reason"),
                                        row.getString("row_text")))
                .list();
    }

    Optional<Feed> find(UUID id) {
        return jdbc.sql("select * from feed where id = :id")
                .param("id", id)
                .query(this::feed)
                .optional();
    }

    List<Line> all() {
        return jdbc
                .sql("select * from feed order by stopped, name")
                .query(this::feed)
                .list()
                .stream()
                .map(
                        f ->
                                new Line(
                                        f,
                                        runs(f.id(), "", 1).stream().findFirst().orElse(null),
                                        runs(
                                                        f.id(),
                                                        " and ended_at is not null and failed is null",
                                                        1)
                                                .stream()
                                                .findFirst()
                                                .orElse(null)))
                .toList();
    }

    /** The newest first. */
    List<Run> runs(UUID feed, int most) {
        return runs(feed, "", most);
    }

    private List<Run> runs(UUID feed, String and, int most) {
        return jdbc.sql(
                        "select * from feed_run where feed = :feed"
                                + and
                                + " order by id desc limit :most")
                .param("feed", feed)
                .param("most", most)
                .query(Feeds::run)
                .list();
    }

    /** How many vacancies of this feed are offered by its last good run. */
    int standing(UUID feed) {
        return jdbc.sql(
                        """
                        select count(*) from feed_vacancy f join vacancy v on v.id = f.vacancy
                        where f.feed = :feed and v.ended_on is null and v.open_until >= :day
                        """)
                .param("feed", feed)
                .param("day", Today.of(clock))
                .query(Integer.class)
                .single();
    }

    private Feed feed(ResultSet row, int n) throws SQLException {
        Timestamp busy = row.getTimestamp("busy_until");
        return new Feed(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Feed.Kind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getString("only_with"),
                row.getInt("every_hours"),
                row.getBoolean("stopped"),
                row.getTimestamp("next_at").toInstant(),
                busy != null && busy.toInstant().isAfter(clock.instant()));
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Run(
                row.getLong("id"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt("named"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("rejected"),
                row.getInt("closed"),
                row.getInt("reopened"),
                row.getInt("doubles"),
                row.getBoolean("held"),
                row.getString("failed"),
                row.getString("detail"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
