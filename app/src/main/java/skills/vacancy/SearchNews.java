package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;

/**
 * Real news of saved searches: vacancies that came since the person last looked, that are open,
 * that she did not see or hide, and that are no double of one she knows. Each is told once, by
 * whichever way.
 */
@Repository
public class SearchNews {

    /** Of one search at a time; who gets more looks at the search itself. */
    private static final int MOST = 200;

    /**
     * A large import dates its vacancies at its start and shows them at its end. What was on the
     * list in between is known by its row, so looking back further tells nothing twice.
     */
    private static final Duration IMPORT = Duration.ofHours(1);

    private static final Duration VISIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final VacancySearch search;
    private final HiddenWork hiddenWork;
    private final Clock clock;

    SearchNews(JdbcClient jdbc, VacancySearch search, HiddenWork hiddenWork, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.hiddenWork = hiddenWork;
        this.clock = clock;
    }

    /** A vacancy with the search that found it. */
    record Item(SavedSearch search, Vacancy vacancy) {}

    /**
     * What to say at a visit.
     *
     * @param count at least 1
     * @param firstTitle of the newest
     * @param href where to read it
     */
    public record ForVisit(int count, String firstTitle, String href) {}

    /** Those on the person's list, the newest first. */
    public List<SavedSearch> searches(AccountId account) {
        return jdbc.sql(
                        """
                        select s.*, greatest(s.saved_at, (select max(l.at) from saved_search_look l where l.search = s.id))
                                   as looked_at
                        from saved_search s where s.account = :account and s.ended_at is null
                        order by s.saved_at desc, s.id
                        """)
                .param("account", account.value())
                .query(
                        (row, n) ->
                                new SavedSearch(
                                        row.getObject("id", UUID.class),
                                        row.getString("query"),
                                        new LocalizedText(
                                                row.getString("words_nl"),
                                                row.getString("words_en")),
                                        row.getTimestamp("saved_at").toInstant(),
                                        row.getTimestamp("looked_at").toInstant()))
                .list();
    }

    /** What is news now and was not told yet; each vacancy under the first search that finds it. */
    List<Item> fresh(AccountId account, List<SavedSearch> searches) {
        return fresh(account, searches, this::newest);
    }

    /** What a search finds now, newest first, as its page does. */
    List<Vacancy> newest(String query) {
        return search.find(VacancyQuery.parse(query).order(VacancyQuery.Order.NEW), MOST).rows();
    }

    /**
     * @param newest what a query finds, newest first: a run for many persons asks each query once
     */
    List<Item> fresh(
            AccountId account, List<SavedSearch> searches, Function<String, List<Vacancy>> newest) {
        if (searches.isEmpty()) return List.of();
        Optional<Instant> last = lastAdded();
        List<Item> found = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        Set<String> jobs = new HashSet<>();
        Set<OccupationId> hidden = hiddenWork.hidden(account);
        for (SavedSearch s : searches) {
            // Most of the time nothing came at all, and no search is needed to know it.
            if (last.filter(at -> at.isAfter(s.lookedAt().minus(IMPORT))).isEmpty()) continue;
            boolean chosen = VacancyQuery.parse(s.query()).occupation() != null;
            Map<UUID, Vacancy> candidates = new LinkedHashMap<>();
            newest.apply(s.query()).stream()
                    .filter(v -> chosen || !isOf(v, hidden))
                    .forEach(v -> candidates.put(v.id().value(), v));
            if (candidates.isEmpty()) continue;
            Set<UUID> unknown = unknown(account, s, candidates.keySet());
            candidates.forEach(
                    (id, v) -> {
                        if (unknown.contains(id) && taken.add(id) && jobs.add(job(v)))
                            found.add(new Item(s, v));
                    });
        }
        return found;
    }

    private static boolean isOf(Vacancy v, Set<OccupationId> occupations) {
        var mapped = v.occupation();
        return mapped != null && occupations.contains(mapped.id());
    }

    /** When the newest vacancy came. */
    private Optional<Instant> lastAdded() {
        return jdbc.sql("select max(added_at) from vacancy")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The same job in the same words from two sources, before anything marked it as double. */
    private static String job(Vacancy v) {
        String employer = v.employer();
        return employer == null
                ? v.id().toString()
                : Folded.fold(v.title() + "|" + employer + "|" + v.place());
    }

    private Set<UUID> unknown(AccountId account, SavedSearch search, Set<UUID> ids) {
        return jdbc.sql(
                        """
                        with known as (
                            select vacancy from search_news where account = :account
                            union select vacancy from vacancy_seen where account = :account
                            union select vacancy from vacancy_application where account = :account
                        )
                        select v.id from vacancy v
                        where v.id = any(:ids) and v.added_at > :since and
                        """
                                + Vacancies.OPEN
                                + """
                         and not exists (select from vacancy d where d.same_as = v.id and d.added_at <= :since)
                         and not exists (select from known k where k.vacancy = v.id)
                         and not exists (
                            select from known k join vacancy o on o.id = k.vacancy
                            where o.same_as = v.id
                               or (lower(o.title) = lower(v.title) and lower(o.employer) = lower(v.employer)
                                   and lower(o.place) = lower(v.place)))
                        """)
                .param("account", account.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("since", Timestamp.from(search.lookedAt().minus(IMPORT)))
                .param("day", Today.of(clock))
                .query(UUID.class)
                .set();
    }

    /**
     * Marks as told; what another page or instance told in the meantime is left out.
     *
     * @return what was told by this call, in the same order
     */
    List<Item> tell(
            AccountId account, List<Item> items, String way, @Nullable UUID letter, Instant now) {
        if (items.isEmpty()) return List.of();
        // In one order, so that two at once wait for each other instead of both for the other.
        Set<UUID> told =
                jdbc.sql(
                                """
                                insert into search_news (account, vacancy, search, way, letter, told_at)
                                select :account, vacancy, search, :way, cast(:letter as uuid), cast(:now as timestamptz)
                                from unnest(:vacancies, :searches) as item (vacancy, search)
                                order by vacancy
                                on conflict do nothing returning vacancy
                                """)
                        .param("account", account.value())
                        .param(
                                "vacancies",
                                items.stream()
                                        .map(i -> i.vacancy.id().value())
                                        .toArray(UUID[]::new))
                        .param(
                                "searches",
                                items.stream().map(i -> i.search.id()).toArray(UUID[]::new))
                        .param("way", way)
                        .param("letter", letter)
                        .param("now", Timestamp.from(now))
                        .query(UUID.class)
                        .set();
        return items.stream().filter(i -> told.contains(i.vacancy.id().value())).toList();
    }

    /**
     * Told for this search since then and still open, the newest first.
     *
     * @param opened with those that the person opened
     */
    List<VacancyId> told(AccountId account, SavedSearch search, Instant since, boolean opened) {
        return jdbc
                .sql(
                        """
                        select n.vacancy from search_news n join vacancy v on v.id = n.vacancy
                        where n.account = :account and n.search = :search and n.told_at > :since
                          and (:opened or not exists (select from vacancy_seen s
                                          where s.account = n.account and s.vacancy = n.vacancy))
                          and
                        """
                                + Vacancies.OPEN
                                + "order by v.added_at desc, v.id")
                .param("account", account.value())
                .param("search", search.id())
                .param("since", Timestamp.from(since))
                .param("opened", opened)
                .param("day", Today.of(clock))
                .query(UUID.class)
                .list()
                .stream()
                .map(VacancyId::new)
                .toList();
    }

    /** The last look before the present visit, or when the search was saved. */
    Instant lookBeforeVisit(SavedSearch search) {
        return jdbc.sql("select max(at) from saved_search_look where search = :id and at < :before")
                .param("id", search.id())
                .param("before", Timestamp.from(clock.instant().minus(VISIT)))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(search.savedAt());
    }

    /**
     * One line for the page of next steps. It tells what is news, and says it for the rest of that
     * visit; after that, or once the person looked, never again.
     *
     * @param searches those on her list
     */
    public Optional<ForVisit> forVisit(AccountId account, List<SavedSearch> searches) {
        Instant now = clock.instant();
        tell(account, fresh(account, searches), "NEXT", null, now);
        record Told(UUID vacancy, String title, UUID search) {}
        List<Told> told =
                jdbc.sql(
                                """
                                select n.vacancy, v.title, n.search
                                from search_news n join vacancy v on v.id = n.vacancy
                                join saved_search s on s.id = n.search and s.ended_at is null
                                where n.account = :account and n.way = 'NEXT' and n.told_at > :visit
                                  and not exists (select from vacancy_seen e
                                                  where e.account = n.account and e.vacancy = n.vacancy)
                                  and not exists (select from saved_search_look l
                                                  where l.search = n.search and l.at >= n.told_at)
                                  and
                                """
                                        + Vacancies.OPEN
                                        + "order by n.told_at desc, v.posted desc, v.id")
                        .param("account", account.value())
                        .param("visit", Timestamp.from(now.minus(VISIT)))
                        .param("day", Today.of(clock))
                        .query(
                                (row, n) ->
                                        new Told(
                                                row.getObject(1, UUID.class),
                                                row.getString(2),
                                                row.getObject(3, UUID.class)))
                        .list();
        if (told.isEmpty()) return Optional.empty();
        boolean oneSearch = told.stream().map(Told::search).distinct().count() == 1;
        Told first = told.getFirst();
        return Optional.of(
                new ForVisit(
                        told.size(),
                        first.title,
                        told.size() == 1
                                ? "/vacancy/" + first.vacancy
                                : oneSearch
                                        ? "/vacancies/saved/" + first.search
                                        : "/vacancies/saved"));
    }
}
