package skills.vacancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.identity.Employers;
import skills.identity.Organizations;
import skills.kernel.AccountId;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/**
 * What verified employers post. Every question carries the account, and only finds vacancies of
 * employers for which that account may post now.
 */
@Repository
public class EmployerVacancies {

    private static final String STATE =
            """
            (select case when a.what = 'CHANGED' and exists (
                              select from employer_vacancy_act p where p.vacancy = v.id and p.what = 'POSTED'
                                and not exists (select from employer_vacancy_act c
                                                where c.vacancy = v.id and c.what = 'CLOSED' and c.id > p.id))
                         then 'CHANGED'
                         when a.what = 'POSTED' then 'OPEN'
                         when exists (select from employer_vacancy_act c where c.vacancy = v.id and c.what = 'CLOSED')
                         then 'CLOSED' else 'DRAFT' end
             from employer_vacancy_act a where a.vacancy = v.id order by a.id desc limit 1) as state
            """;

    private final JdbcClient jdbc;
    private final Employers employers;
    private final Clock clock;

    EmployerVacancies(JdbcClient jdbc, Employers employers, Clock clock) {
        this.jdbc = jdbc;
        this.employers = employers;
        this.clock = clock;
    }

    enum What {
        MADE,
        CHANGED,
        POSTED,
        CLOSED
    }

    /** What the first page asks. */
    record First(String title, String text, Place place, LocalDate openUntil, String link) {}

    /** What the second page asks. */
    record Work(
            @Nullable OccupationId occupation,
            @Nullable Hours hours,
            @Nullable Pay pay,
            Set<Contract> contract) {}

    /** All of the employers of this account, the newest first. */
    List<EmployerVacancy> of(AccountId account) {
        return find(account, null);
    }

    public Optional<EmployerVacancy> of(AccountId account, UUID id) {
        return find(account, id).stream().findFirst();
    }

    /** All that are offered now for an organisation, whoever asks. */
    List<UUID> openOf(UUID organization) {
        return jdbc
                .sql("select v.id, " + STATE + " from employer_vacancy v where organization = :o")
                .param("o", organization)
                .query(
                        (row, n) ->
                                Set.of("OPEN", "CHANGED").contains(row.getString("state"))
                                        ? row.getObject("id", UUID.class)
                                        : null)
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /**
     * Makes it, or changes it when it is there; of another employer it is not found.
     *
     * @return false when it belongs to somebody else
     */
    @Transactional
    public boolean save(AccountId account, UUID organization, UUID id, First first) {
        int made =
                jdbc.sql(
                                """
                                insert into employer_vacancy (id, organization, title, words, place, open_until, link)
                                values (:id, :organization, :title, :words, :place, :until, :link)
                                on conflict (id) do nothing
                                """)
                        .param("id", id)
                        .param("organization", organization)
                        .param("title", first.title())
                        .param("words", first.text())
                        .param("place", first.place().id())
                        .param("until", first.openUntil())
                        .param("link", first.link())
                        .update();
        if (made == 1) {
            act(id, What.MADE, account);
            return true;
        }
        if (of(account, id).isEmpty()) return false;
        jdbc.sql(
                        """
                        update employer_vacancy set title = :title, words = :words, place = :place,
                            open_until = :until, link = :link
                        where id = :id
                        """)
                .param("id", id)
                .param("title", first.title())
                .param("words", first.text())
                .param("place", first.place().id())
                .param("until", first.openUntil())
                .param("link", first.link())
                .update();
        act(id, What.CHANGED, account);
        return true;
    }

    /** Call only with one that {@link #of} found. */
    @Transactional
    public void save(AccountId account, UUID id, Work work) {
        jdbc.sql(
                        """
                        update employer_vacancy set occupation = :occupation, hours_min = :hoursMin,
                            hours_max = :hoursMax, pay_min = :payMin, pay_max = :payMax, pay_per = :payPer,
                            contract = :contract
                        where id = :id
                        """)
                .param("id", id)
                .param("occupation", work.occupation() == null ? null : work.occupation().value())
                .param("hoursMin", work.hours() == null ? null : work.hours().min())
                .param("hoursMax", work.hours() == null ? null : work.hours().max())
                .param("payMin", work.pay() == null ? null : work.pay().min())
                .param("payMax", work.pay() == null ? null : work.pay().max())
                .param("payPer", work.pay() == null ? null : work.pay().per().name())
                .param("contract", work.contract().stream().map(Enum::name).toArray(String[]::new))
                .update();
        act(id, What.CHANGED, account);
    }

    /** Call only with one that {@link #of} found. */
    @Transactional
    public void save(AccountId account, UUID id, Collection<Requirement> asks) {
        jdbc.sql("delete from employer_vacancy_skill where vacancy = :id").param("id", id).update();
        int position = 0;
        for (Requirement r : asks)
            jdbc.sql(
                            """
                            insert into employer_vacancy_skill (vacancy, position, skill, must)
                            values (:id, :position, :skill, :must)
                            """)
                    .param("id", id)
                    .param("position", position++)
                    .param("skill", r.skill().value())
                    .param("must", r.must())
                    .update();
        act(id, What.CHANGED, account);
    }

    /** The first day on which it is offered stays the same. */
    void posted(UUID id, LocalDate day) {
        jdbc.sql("update employer_vacancy set posted = coalesce(posted, :day) where id = :id")
                .param("id", id)
                .param("day", day)
                .update();
    }

    void act(UUID id, What what, @Nullable AccountId by) {
        jdbc.sql(
                        """
                        insert into employer_vacancy_act (vacancy, what, done_by, at)
                        values (:id, :what, :by, :now)
                        """)
                .param("id", id)
                .param("what", what.name())
                .param("by", by == null ? null : by.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private List<EmployerVacancy> find(AccountId account, @Nullable UUID id) {
        UUID[] mine =
                employers.ofMember(account).stream()
                        .map(Organizations.Organization::id)
                        .map(o -> o.value())
                        .toArray(UUID[]::new);
        if (mine.length == 0) return List.of();
        return jdbc.sql(
                        """
                        select v.*, o.name as organization_name, o.demo, %s,
                            array(select skill from employer_vacancy_skill s where s.vacancy = v.id order by position) as skills,
                            array(select must from employer_vacancy_skill s where s.vacancy = v.id order by position) as musts
                        from employer_vacancy v join organization o on o.id = v.organization
                        where v.organization = any (:mine) and (cast(:id as uuid) is null or v.id = :id)
                        order by (select min(a.id) from employer_vacancy_act a where a.vacancy = v.id) desc
                        """
                                .formatted(STATE))
                .param("mine", mine)
                .param("id", id)
                .query(EmployerVacancies::read)
                .list();
    }

    private static EmployerVacancy read(ResultSet row, int n) throws SQLException {
        UUID occupation = row.getObject("occupation", UUID.class);
        Double from = row.getObject("hours_min", Double.class);
        Double to = row.getObject("hours_max", Double.class);
        UUID[] skills = (UUID[]) row.getArray("skills").getArray();
        Boolean[] musts = (Boolean[]) row.getArray("musts").getArray();
        List<Requirement> asks = new java.util.ArrayList<>();
        for (int i = 0; i < skills.length; i++)
            asks.add(new Requirement(new SkillId(skills[i]), musts[i], Requirement.Origin.STATED));
        return new EmployerVacancy(
                row.getObject("id", UUID.class),
                row.getObject("organization", UUID.class),
                row.getString("organization_name"),
                row.getBoolean("demo"),
                row.getString("title"),
                row.getString("words"),
                row.getString("place"),
                row.getObject("open_until", LocalDate.class),
                row.getString("link"),
                occupation == null ? null : new OccupationId(occupation),
                from == null || to == null ? null : new Hours(from, to),
                Pay.of(
                        row.getBigDecimal("pay_min"),
                        row.getBigDecimal("pay_max"),
                        "EUR",
                        row.getString("pay_per")),
                Arrays.stream((String[]) row.getArray("contract").getArray())
                        .map(Contract::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("posted", LocalDate.class),
                asks,
                EmployerVacancy.State.valueOf(row.getString("state")));
    }
}
