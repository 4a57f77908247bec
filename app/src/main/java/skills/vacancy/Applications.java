package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;
import skills.vacancy.Application.What;

/** What a person applied for and what came of it: the person's own notes. Rows are only added. */
@Repository
public class Applications {

    /** Without word for this long, the person is asked once. */
    static final Duration QUIET = Duration.ofDays(14);

    /** A question stays on the page for the rest of the visit. */
    private static final Duration VISIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Applications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The person says something of a vacancy; what holds already is not said twice.
     *
     * @return false for a vacancy that is not there and that the person never said anything of
     */
    boolean say(AccountId account, VacancyId vacancy, What what) {
        jdbc.sql("select id from account where id = :account for update")
                .param("account", account.value())
                .query(UUID.class)
                .optional();
        int rows =
                jdbc.sql(
                                """
                                with last as (
                                    select what, title, employer, place from vacancy_application
                                    where account = :account and vacancy = :vacancy order by id desc limit 1
                                ), known as (
                                    select title, employer, place from vacancy where id = :vacancy
                                    union all
                                    select title, employer, place from last
                                    where not exists (select from vacancy where id = :vacancy)
                                )
                                insert into vacancy_application (account, vacancy, what, title, employer, place, said_at)
                                select :account, :vacancy, :what, title, employer, place, cast(:now as timestamptz) from known
                                where cast(:what as text) is distinct from (select what from last)
                                """)
                        .param("account", account.value())
                        .param("vacancy", vacancy.value())
                        .param("what", what.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        return rows > 0 || of(account, vacancy).isPresent();
    }

    Optional<Application> of(AccountId account, VacancyId vacancy) {
        return read(
                        jdbc.sql(
                                        """
                                        select * from vacancy_application
                                        where account = :account and vacancy = :vacancy order by id
                                        """)
                                .param("account", account.value())
                                .param("vacancy", vacancy.value()))
                .stream()
                .findFirst();
    }

    /** Everything the person ever said something of, the newest word first. */
    List<Application> all(AccountId account) {
        return read(
                jdbc.sql("select * from vacancy_application where account = :account order by id")
                        .param("account", account.value()));
    }

    private static List<Application> read(JdbcClient.StatementSpec rows) {
        Map<VacancyId, Application> found = new LinkedHashMap<>();
        rows.query(
                row -> {
                    var id = new VacancyId(row.getObject("vacancy", UUID.class));
                    What what = What.valueOf(row.getString("what"));
                    Instant at = row.getTimestamp("said_at").toInstant();
                    Application before = found.get(id);
                    Instant since =
                            what == What.APPLIED ? at : before == null ? null : before.since();
                    found.put(
                            id,
                            new Application(
                                    id,
                                    row.getString("title"),
                                    row.getString("employer"),
                                    row.getString("place"),
                                    since,
                                    what,
                                    at));
                });
        return found.values().stream()
                .sorted(Comparator.comparing(Application::lastAt).reversed())
                .toList();
    }

    /**
     * One application without word for two weeks. Each vacancy is asked about once: for the rest of
     * that visit, and never again.
     */
    public Optional<Application> quiet(AccountId account) {
        Instant now = clock.instant();
        List<Application> silent =
                all(account).stream()
                        .filter(a -> a.last() == What.APPLIED)
                        .filter(a -> !a.lastAt().isAfter(now.minus(QUIET)))
                        .sorted(Comparator.comparing(Application::lastAt))
                        .toList();
        if (silent.isEmpty()) return Optional.empty();
        Map<VacancyId, Instant> asked = asked(account);
        Optional<Application> standing =
                silent.stream()
                        .filter(a -> asked.containsKey(a.vacancy()))
                        .filter(a -> asked.get(a.vacancy()).isAfter(now.minus(VISIT)))
                        .findFirst();
        if (standing.isPresent()) return standing;
        Optional<Application> next =
                silent.stream().filter(a -> !asked.containsKey(a.vacancy())).findFirst();
        next.ifPresent(a -> ask(account, a.vacancy(), now));
        return next;
    }

    private Map<VacancyId, Instant> asked(AccountId account) {
        Map<VacancyId, Instant> asked = new LinkedHashMap<>();
        jdbc.sql("select vacancy, asked_at from vacancy_application_asked where account = :account")
                .param("account", account.value())
                .query(
                        row -> {
                            asked.put(
                                    new VacancyId(row.getObject(1, UUID.class)),
                                    row.getTimestamp(2).toInstant());
                        });
        return asked;
    }

    private void ask(AccountId account, VacancyId vacancy, Instant now) {
        jdbc.sql(
                        """
                        insert into vacancy_application_asked (account, vacancy, asked_at)
                        values (:account, :vacancy, :now) on conflict do nothing
                        """)
                .param("account", account.value())
                .param("vacancy", vacancy.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
