package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import skills.kernel.AccountId;

/** Vacancies that people report as fake, and what an administrator found. Each saying is a row. */
@Repository
class FakeReports {

    /** Of what somebody adds in words, in characters. */
    static final int LONGEST = 1000;

    /** What looks wrong. */
    enum Why {
        /** They ask for money. */
        MONEY,
        /** They ask for a passport, a bank card, a code. */
        DATA,
        /** There is no such job or employer. */
        NOTREAL,
        OTHER
    }

    /**
     * @param words to whoever reported it; may be empty
     */
    record Verdict(boolean fake, String words, Instant at) {}

    /**
     * @param verdict null as long as nobody has looked
     */
    record Told(
            VacancyId vacancy,
            String title,
            Why why,
            String words,
            Instant at,
            @Nullable Verdict verdict) {}

    /** One saying, without who said it. */
    record Saying(Why why, String words, Instant at) {}

    /**
     * @param open sayings that nobody answered yet
     */
    record Reported(Vacancy vacancy, List<Saying> open, @Nullable Verdict verdict) {}

    private final JdbcClient jdbc;
    private final Vacancies vacancies;
    private final Doubles doubles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FakeReports(
            JdbcClient jdbc,
            Vacancies vacancies,
            Doubles doubles,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.vacancies = vacancies;
        this.doubles = doubles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A second saying before the first is answered changes nothing. */
    void say(AccountId account, VacancyId vacancy, Why why, String words) {
        jdbc.sql(
                        """
                        insert into vacancy_report (id, vacancy, account, why, words, said_at)
                        select :id, :vacancy, :account, :why, :words, :now
                        where not exists (
                            select from vacancy_report r where r.vacancy = :vacancy and r.account = :account
                              and not exists (select from vacancy_verdict d where d.vacancy = r.vacancy and d.said_at >= r.said_at))
                        """)
                .param("id", UUID.randomUUID())
                .param("vacancy", vacancy.value())
                .param("account", account.value())
                .param("why", why.name())
                .param("words", words)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** All that a person reported, the newest first, with the answer. */
    List<Told> of(AccountId account) {
        return jdbc.sql(
                        """
                        select r.vacancy, v.title, r.why, r.words, r.said_at, d.fake, d.words as answer, d.said_at as answered_at
                        from vacancy_report r join vacancy v on v.id = r.vacancy
                        left join lateral (
                            select * from vacancy_verdict d where d.vacancy = r.vacancy and d.said_at >= r.said_at
                            order by d.id limit 1) d on true
                        where r.account = :account order by r.said_at desc, r.id
                        """)
                .param("account", account.value())
                .query(
                        (row, n) -> {
                            Timestamp answered = row.getTimestamp("answered_at");
                            return new Told(
                                    new VacancyId(row.getObject("vacancy", UUID.class)),
                                    row.getString("title"),
                                    Why.valueOf(row.getString("why")),
                                    row.getString("words"),
                                    row.getTimestamp("said_at").toInstant(),
                                    answered == null
                                            ? null
                                            : new Verdict(
                                                    row.getBoolean("fake"),
                                                    row.getString("answer"),
                                                    answered.toInstant()));
                        })
                .list();
    }

    /** Those that wait for an answer first, then what was taken down. */
    List<Reported> all() {
        List<UUID> ids =
                jdbc.sql(
                                """
                                select v.id from vacancy v
                                where exists (select from vacancy_report r where r.vacancy = v.id) or v.taken_down
                                order by (select max(r.said_at) from vacancy_report r where r.vacancy = v.id) desc nulls last
                                limit 500
                                """)
                        .query(UUID.class)
                        .list();
        Map<VacancyId, Vacancy> found =
                vacancies.all(ids.stream().map(VacancyId::new).toList()).stream()
                        .collect(Collectors.toMap(Vacancy::id, v -> v));
        Map<VacancyId, List<Saying>> open = open(ids);
        Map<VacancyId, Verdict> last = lastVerdicts(ids);
        return ids.stream()
                .map(VacancyId::new)
                .map(
                        id ->
                                new Reported(
                                        Optional.ofNullable(found.get(id)).orElseThrow(),
                                        open.getOrDefault(id, List.of()),
                                        last.get(id)))
                .filter(r -> !r.open.isEmpty() || r.vacancy.standing().takenDown())
                .sorted(java.util.Comparator.comparing(r -> r.open.isEmpty()))
                .toList();
    }

    private Map<VacancyId, List<Saying>> open(List<UUID> ids) {
        Map<VacancyId, List<Saying>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select vacancy, why, words, said_at from vacancy_report r
                        where vacancy = any (:ids) and not exists (
                            select from vacancy_verdict d where d.vacancy = r.vacancy and d.said_at >= r.said_at)
                        order by said_at
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            new VacancyId(row.getObject("vacancy", UUID.class)),
                                            id -> new ArrayList<>())
                                    .add(
                                            new Saying(
                                                    Why.valueOf(row.getString("why")),
                                                    row.getString("words"),
                                                    row.getTimestamp("said_at").toInstant()));
                        });
        return found;
    }

    private Map<VacancyId, Verdict> lastVerdicts(List<UUID> ids) {
        Map<VacancyId, Verdict> found = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (vacancy) vacancy, fake, words, said_at from vacancy_verdict
                        where vacancy = any (:ids) order by vacancy, id desc
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            found.put(
                                    new VacancyId(row.getObject("vacancy", UUID.class)),
                                    new Verdict(
                                            row.getBoolean("fake"),
                                            row.getString("words"),
                                            row.getTimestamp("said_at").toInstant()));
                        });
        return found;
    }

    /**
     * Takes a vacancy down, or says that it is real and puts it back. What is taken down goes with
     * all its sources.
     *
     * @param words what those who reported it are told; may be empty
     */
    void decide(VacancyId vacancy, boolean fake, String words, AccountId admin) {
        transaction.executeWithoutResult(
                t -> {
                    doubles.alone();
                    Instant now = clock.instant();
                    List<UUID> rows =
                            jdbc.sql(
                                            "select id from vacancy where id = :id or :fake and same_as = :id for update")
                                    .param("id", vacancy.value())
                                    .param("fake", fake)
                                    .query(UUID.class)
                                    .list();
                    for (UUID id : rows) {
                        jdbc.sql(
                                        """
                                        insert into vacancy_verdict (vacancy, fake, words, said_by, said_at)
                                        values (:id, :fake, :words, :admin, :now)
                                        """)
                                .param("id", id)
                                .param("fake", fake)
                                .param("words", words)
                                .param("admin", admin.value())
                                .param("now", Timestamp.from(now))
                                .update();
                        jdbc.sql(
                                        "update vacancy set taken_down = :fake, same_as = null, changed_at = :now where id = :id")
                                .param("id", id)
                                .param("fake", fake)
                                .param("now", Timestamp.from(now))
                                .update();
                    }
                    if (!fake) doubles.settle(rows, now);
                });
    }
}
