package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads feeds that are due and takes over what they name. A feed that fails changes nothing; a
 * vacancy that a feed no longer names ends.
 */
@Component
class FeedRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);

    /** So many may go at once without being taken for a fault of the feed. */
    private static final int FEW = 10;

    private final Feeds feeds;
    private final FeedReader reader;
    private final VacancyStore store;
    private final PlaceLoad places;
    private final Doubles doubles;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedRunner(
            Feeds feeds,
            FeedReader reader,
            VacancyStore store,
            PlaceLoad places,
            Doubles doubles,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            Clock clock) {
        this.feeds = feeds;
        this.reader = reader;
        this.store = store;
        this.places = places;
        this.doubles = doubles;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads one feed that is due; false when there is none. */
    boolean runOne() {
        var claim = feeds.claim();
        claim.ifPresent(this::run);
        return claim.isPresent();
    }

    /** Where the vacancy that is shown for a job is over and another source still offers it. */
    void settleOutlived() {
        transaction.executeWithoutResult(t -> doubles.settle(doubles.outlived(), clock.instant()));
    }

    private void run(Feeds.Claim claim) {
        try {
            places.loadIfNeeded();
            FeedReader.Result result = reader.read(claim.feed());
            transaction.executeWithoutResult(t -> take(claim, result));
        } catch (FeedFailed e) {
            feeds.failed(claim, e.code(), e.detail());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("feed {} run {}", claim.feed().id(), claim.run(), e);
            feeds.failed(claim, "OURS", "");
        }
    }

    private void take(Feeds.Claim claim, FeedReader.Result result) {
        // Another instance took it over while this one was away: what is read here is old.
        if (!feeds.holds(claim)) return;
        Instant now = clock.instant();
        VacancyStore.Saving saving = store.saving(now);
        List<Posting> postings = result.postings();
        for (int from = 0; from < postings.size(); from += VacancyStore.PORTION)
            saving.add(
                    postings.subList(from, Math.min(from + VacancyStore.PORTION, postings.size())));
        VacancyStore.Counts counts = saving.end();
        remember(claim, result);
        List<UUID> touched = new ArrayList<>(saving.written());
        List<UUID> back = back(claim, now);
        List<UUID> missing = missing(claim, result);
        boolean held = tooMany(claim, missing.size());
        if (!held) close(claim, missing, true, now);
        touched.addAll(back);
        if (!held) touched.addAll(missing);
        int moved = doubles.settle(touched, now);
        feeds.troubles(claim, result.troubles());
        feeds.done(
                claim,
                new Feeds.Run(
                        claim.run(),
                        now,
                        now,
                        postings.size(),
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        result.rejected(),
                        held ? 0 : missing.size(),
                        back.size(),
                        moved,
                        held,
                        null,
                        ""));
    }

    private void remember(Feeds.Claim claim, FeedReader.Result result) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < result.postings().size(); i++)
            rows.add(
                    new Object[] {
                        claim.feed().id(),
                        VacancyId.of(result.postings().get(i).key()).value(),
                        result.pages().get(i),
                        claim.run()
                    });
        batches.batchUpdate(
                """
                insert into feed_vacancy (feed, vacancy, page, last_run) values (?, ?, ?, ?)
                on conflict (feed, vacancy) do update set page = excluded.page, last_run = excluded.last_run
                """,
                rows);
    }

    /** Vacancies that had ended and are named again. */
    private List<UUID> back(Feeds.Claim claim, Instant now) {
        List<UUID> ids =
                jdbc.sql(
                                """
                                select v.id from feed_vacancy f join vacancy v on v.id = f.vacancy
                                where f.feed = :feed and f.last_run = :run and v.ended_on is not null
                                """)
                        .param("feed", claim.feed().id())
                        .param("run", claim.run())
                        .query(UUID.class)
                        .list();
        close(claim, ids, false, now);
        return ids;
    }

    /** Open vacancies that this run did not name, though it would have if they were still there. */
    private List<UUID> missing(Feeds.Claim claim, FeedReader.Result result) {
        if (!result.whole()) return List.of();
        return jdbc.sql(
                        """
                        select v.id from feed_vacancy f join vacancy v on v.id = f.vacancy
                        where f.feed = :feed and f.last_run <> :run and v.ended_on is null
                          and f.page <> all (:unread) and v.id <> all (:unclear)
                        """)
                .param("feed", claim.feed().id())
                .param("run", claim.run())
                .param("unread", result.unread().toArray(String[]::new))
                .param("unclear", result.unclear().toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** More than half is gone at once: once that is doubted, the second time it is believed. */
    private boolean tooMany(Feeds.Claim claim, int missing) {
        if (missing <= FEW) return false;
        int all =
                jdbc.sql(
                                """
                                select count(*) from feed_vacancy f join vacancy v on v.id = f.vacancy
                                where f.feed = :feed and v.ended_on is null
                                """)
                        .param("feed", claim.feed().id())
                        .query(Integer.class)
                        .single();
        boolean heldBefore =
                jdbc.sql(
                                """
                                select held from feed_run where feed = :feed and id < :run and failed is null
                                order by id desc limit 1
                                """)
                        .param("feed", claim.feed().id())
                        .param("run", claim.run())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        return missing * 2 > all && !heldBefore;
    }

    private void close(Feeds.Claim claim, List<UUID> ids, boolean closed, Instant now) {
        LocalDate day = closed ? Today.of(clock) : null;
        batches.batchUpdate(
                "update vacancy set ended_on = ?, changed_at = ? where id = ?",
                ids.stream().map(id -> new Object[] {day, Timestamp.from(now), id}).toList());
        batches.batchUpdate(
                "insert into vacancy_closing (vacancy, run, closed, at) values (?, ?, ?, ?)",
                ids.stream()
                        .map(id -> new Object[] {id, claim.run(), closed, Timestamp.from(now)})
                        .toList());
    }
}
