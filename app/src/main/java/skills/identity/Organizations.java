package skills.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** Schools and employers, and who teaches or does research there. */
@Repository
public class Organizations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Organizations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param teachers how many accounts hold that role here now; @param researchers likewise
     */
    public record Organization(
            OrganizationId id, String name, int teachers, int researchers, boolean demo) {}

    public Optional<Organization> find(OrganizationId id) {
        return all().stream().filter(o -> o.id().equals(id)).findAny();
    }

    List<Organization> all() {
        return jdbc.sql(
                        """
                        select o.id, o.name, o.demo,
                               (select count(*) from account_role r
                                where r.organization = o.id and r.role = 'TEACHER' and r.ended_at is null) as teachers,
                               (select count(*) from account_role r
                                where r.organization = o.id and r.role = 'RESEARCHER' and r.ended_at is null) as researchers
                        from organization o order by o.name collate "und-x-icu", o.id
                        """)
                .query(
                        (row, n) ->
                                new Organization(
                                        new OrganizationId(row.getObject("id", UUID.class)),
                                        row.getString("name"),
                                        row.getInt("teachers"),
                                        row.getInt("researchers"),
                                        row.getBoolean("demo")))
                .list();
    }

    /** Where this account teaches now, by name. */
    List<Organization> ofTeacher(AccountId teacher) {
        return of(teacher, Account.Role.TEACHER);
    }

    /** Where this account does research now, by name. */
    public List<Organization> ofResearcher(AccountId researcher) {
        return of(researcher, Account.Role.RESEARCHER);
    }

    private List<Organization> of(AccountId account, Account.Role role) {
        var mine =
                jdbc.sql(
                                """
                        select organization from account_role
                        where account = :account and role = :role and ended_at is null
                        """)
                        .param("account", account.value())
                        .param("role", role.name())
                        .query(UUID.class)
                        .set();
        return all().stream().filter(o -> mine.contains(o.id().value())).toList();
    }

    OrganizationId make(String name, @Nullable AccountId by, boolean demo) {
        return new OrganizationId(
                jdbc.sql(
                                """
                        insert into organization (name, made_at, made_by, demo)
                        values (:name, :now, :by, :demo) returning id
                        """)
                        .param("name", name)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", by == null ? null : by.value())
                        .param("demo", demo)
                        .query(UUID.class)
                        .single());
    }

    /** Gives an account a role at an organisation; once is enough. */
    void give(
            Account.Role role,
            AccountId account,
            OrganizationId organization,
            @Nullable AccountId by) {
        jdbc.sql(
                        """
                        insert into account_role (account, role, organization, given_at, given_by)
                        values (:account, :role, :organization, :now, :by) on conflict do nothing
                        """)
                .param("account", account.value())
                .param("role", role.name())
                .param("organization", organization.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by == null ? null : by.value())
                .update();
    }
}
