package skills.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;

/** Organisations that an administrator verified as employers, and who posts vacancies for them. */
@Repository
public class Employers {

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Employers(
            JdbcClient jdbc,
            Organizations organizations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.events = events;
        this.clock = clock;
    }

    /** The verified organisations for which this account may post vacancies now, by name. */
    public List<Organizations.Organization> ofMember(AccountId account) {
        var mine =
                jdbc.sql(
                                """
                                select r.organization from account_role r
                                join organization_verified v on v.organization = r.organization and v.ended_at is null
                                where r.account = :account and r.role = 'EMPLOYER' and r.ended_at is null
                                """)
                        .param("account", account.value())
                        .query(UUID.class)
                        .set();
        return organizations.all().stream().filter(o -> mine.contains(o.id().value())).toList();
    }

    boolean isVerified(OrganizationId organization) {
        return verified().containsKey(organization);
    }

    /** All that are verified, since when. */
    Map<OrganizationId, Instant> verified() {
        Map<OrganizationId, Instant> found = new LinkedHashMap<>();
        jdbc.sql(
                        "select organization, verified_at from organization_verified where ended_at is null")
                .query(
                        row -> {
                            found.put(
                                    new OrganizationId(row.getObject("organization", UUID.class)),
                                    row.getTimestamp("verified_at").toInstant());
                        });
        return found;
    }

    /** How many people may post, by organisation. */
    Map<OrganizationId, Integer> people() {
        Map<OrganizationId, Integer> found = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select organization, count(*) from account_role
                        where role = 'EMPLOYER' and ended_at is null group by organization
                        """)
                .query(
                        row -> {
                            found.put(
                                    new OrganizationId(row.getObject(1, UUID.class)),
                                    row.getInt(2));
                        });
        return found;
    }

    /** Once is enough. */
    void verify(OrganizationId organization, @Nullable AccountId by) {
        jdbc.sql(
                        """
                        insert into organization_verified (organization, verified_at, verified_by)
                        values (:organization, :now, :by) on conflict do nothing
                        """)
                .param("organization", organization.value())
                .param("now", now())
                .param("by", by == null ? null : by.value())
                .update();
    }

    /** Its people keep their role, which is worth nothing until it is verified again. */
    @Transactional
    public void end(OrganizationId organization, AccountId by) {
        int ended =
                jdbc.sql(
                                """
                                update organization_verified set ended_at = :now, ended_by = :by
                                where organization = :organization and ended_at is null
                                """)
                        .param("organization", organization.value())
                        .param("now", now())
                        .param("by", by.value())
                        .update();
        if (ended > 0) events.publishEvent(new EmployerEnded(organization));
    }

    /** Lets an account post vacancies for an organisation; once is enough. */
    void letPost(AccountId account, OrganizationId organization, @Nullable AccountId by) {
        organizations.give(Account.Role.EMPLOYER, account, organization, by);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
