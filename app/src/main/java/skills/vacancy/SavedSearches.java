package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.Problem;
import skills.platform.Sentences;

/** What persons keep looking for. Taken off the list, a search keeps its row. */
@Repository
public class SavedSearches {

    /** More than this nobody reads. */
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Sentences sentences;
    private final SearchNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SavedSearches(
            JdbcClient jdbc,
            Sentences sentences,
            SearchNews news,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.sentences = sentences;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A search for everything is none: it has no query to keep. */
    public static boolean canBeSaved(VacancyQuery query) {
        return !kept(query).isEmpty();
    }

    /** How it is ordered does not matter to what it finds. */
    private static String kept(VacancyQuery query) {
        return query.order(VacancyQuery.Order.FIT).toQuery();
    }

    /** The one on the person's list that asks the same. */
    public Optional<SavedSearch> find(AccountId account, VacancyQuery query) {
        String asked = kept(query);
        return news.searches(account).stream().filter(s -> s.query().equals(asked)).findFirst();
    }

    /**
     * The person sees all that a search finds: if it is a saved one, that is no news any more.
     *
     * @return the saved one, as it was before
     */
    public Optional<SavedSearch> looked(AccountId account, VacancyQuery query) {
        Optional<SavedSearch> saved = find(account, query);
        saved.ifPresent(s -> looked(account, s, now()));
        return saved;
    }

    void looked(AccountId account, SavedSearch saved, Instant now) {
        transaction.executeWithoutResult(
                t -> {
                    news.tell(account, news.fresh(account, List.of(saved)), "LIST", null, now);
                    jdbc.sql("insert into saved_search_look (search, at) values (:search, :now)")
                            .param("search", saved.id())
                            .param("now", Timestamp.from(now))
                            .update();
                });
    }

    /**
     * The same again is the one that is there. What it finds now is no news.
     *
     * @throws Problem when the list is full
     */
    SavedSearch save(AccountId account, VacancyQuery query) {
        LocalizedText words = query.describe(sentences);
        Instant now = now();
        transaction.executeWithoutResult(
                t -> {
                    lock(account);
                    if (find(account, query).isPresent()) return;
                    if (news.searches(account).size() >= MOST)
                        throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "searches", MOST);
                    jdbc.sql(
                                    """
                                    insert into saved_search (id, account, query, words_nl, words_en, saved_at)
                                    values (:id, :account, :query, :nl, :en, :now)
                                    """)
                            .param("id", UUID.randomUUID())
                            .param("account", account.value())
                            .param("query", kept(query))
                            .param("nl", words.nl())
                            .param("en", words.en())
                            .param("now", Timestamp.from(now))
                            .update();
                });
        SavedSearch saved = find(account, query).orElseThrow();
        looked(account, saved, now);
        return saved;
    }

    /**
     * Takes it off the list; once is enough.
     *
     * @return false for one that is not there or another's
     */
    boolean end(AccountId account, UUID id) {
        return jdbc.sql(
                                """
                                update saved_search set ended_at = coalesce(ended_at, :now)
                                where id = :id and account = :account
                                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /** As the database keeps it, so that what was told at the same moment compares as equal. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Two taps at the same instant come one after the other. */
    private void lock(AccountId account) {
        jdbc.sql("select id from account where id = :id for update")
                .param("id", account.value())
                .query(UUID.class)
                .optional();
    }
}
