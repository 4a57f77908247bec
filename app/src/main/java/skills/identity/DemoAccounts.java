package skills.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/**
 * The accounts of the demo world: invented persons whom anyone may be, marked as demo everywhere.
 * Everything here may be called again at the next start; what is there is found back by its name.
 */
@Component
public class DemoAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Employers employers;
    private final Groups groups;
    private final Memberships memberships;
    private final Invitations invitations;

    DemoAccounts(
            JdbcClient jdbc,
            Clock clock,
            Accounts accounts,
            Organizations organizations,
            Employers employers,
            Groups groups,
            Memberships memberships,
            Invitations invitations) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.organizations = organizations;
        this.employers = employers;
        this.groups = groups;
        this.memberships = memberships;
        this.invitations = invitations;
    }

    /**
     * One person on the page /demo.
     *
     * @param name as in the address /demo/{name}: lower case letters and dashes
     * @param about "Noor, student luchtvaartdienstverlening"
     * @param teacher has classes
     * @param researcher has studies
     * @param employer posts vacancies
     */
    public record Person(
            String name,
            AccountId account,
            LocalizedText about,
            boolean teacher,
            boolean researcher,
            boolean employer) {}

    /** All persons in their order. */
    public List<Person> all() {
        return jdbc.sql(
                        """
                        select d.*, exists (select from account_role r where r.account = d.account
                                            and r.role = 'TEACHER' and r.ended_at is null) as teacher,
                                    exists (select from account_role r where r.account = d.account
                                            and r.role = 'RESEARCHER' and r.ended_at is null) as researcher,
                               exists (select from account_role r where r.account = d.account
                                       and r.role = 'EMPLOYER' and r.ended_at is null) as employer
                        from demo_person d order by position, name
                        """)
                .query(
                        (row, n) ->
                                new Person(
                                        row.getString("name"),
                                        new AccountId(row.getObject("account", UUID.class)),
                                        new LocalizedText(
                                                row.getString("about_nl"),
                                                row.getString("about_en")),
                                        row.getBoolean("teacher"),
                                        row.getBoolean("researcher"),
                                        row.getBoolean("employer")))
                .list();
    }

    public Optional<Person> find(String name) {
        return all().stream().filter(p -> p.name().equals(name)).findAny();
    }

    /** A kept account with its age group, made the first time. */
    @Transactional
    public AccountId person(String name, LocalizedText about, Account.AgeGroup age, int position) {
        var there = find(name);
        if (there.isPresent()) return there.get().account();
        AccountId account = kept(age);
        jdbc.sql(
                        """
                        insert into demo_person (name, account, about_nl, about_en, position)
                        values (:name, :account, :nl, :en, :position)
                        """)
                .param("name", name)
                .param("account", account.value())
                .param("nl", about.nl())
                .param("en", about.en())
                .param("position", position)
                .update();
        return account;
    }

    /**
     * Somebody in a group whom nobody can be: there so that figures about the group can be seen.
     */
    @Transactional
    public AccountId classmate(GroupId group) {
        AccountId account = kept(Account.AgeGroup.ADULT);
        join(account, group);
        return account;
    }

    private AccountId kept(Account.AgeGroup age) {
        AccountId account = accounts.open(true).id();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("insert into account_kept (account, kept_at, way) values (:account, :now, 'demo')")
                .param("account", account.value())
                .param("now", now)
                .update();
        jdbc.sql(
                        "insert into age_answer (account, asked_at, age_group) values (:account, :now, :age)")
                .param("account", account.value())
                .param("now", now)
                .param("age", age.name())
                .update();
        return account;
    }

    /** An organisation marked as demo. */
    public OrganizationId organization(String name) {
        return jdbc.sql("select id from organization where demo and name = :name")
                .param("name", name)
                .query(UUID.class)
                .optional()
                .map(OrganizationId::new)
                .orElseGet(() -> organizations.make(name, null, true));
    }

    /** A group of a teacher, who may teach at the organisation from now on. */
    @Transactional
    public GroupId group(OrganizationId organization, String name, AccountId teacher) {
        organizations.give(Account.Role.TEACHER, teacher, organization, null);
        return jdbc.sql(
                        "select id from organization_group where demo and organization = :organization and name = :name")
                .param("organization", organization.value())
                .param("name", name)
                .query(UUID.class)
                .optional()
                .map(GroupId::new)
                .orElseGet(() -> groups.make(organization, name, teacher, true));
    }

    public void join(AccountId account, GroupId group) {
        memberships.join(account, group, null);
    }

    /**
     * A code of a group; its window is set anew at each call, so that it always lies around today.
     *
     * @param code like LVD-4F7K
     * @throws IllegalArgumentException for a code that nobody could type
     */
    @Transactional
    public void invitation(GroupId group, String code, Instant from, Instant until, int limit) {
        var read =
                InvitationCode.read(code)
                        .orElseThrow(() -> new IllegalArgumentException("not a code: " + code));
        int changed =
                jdbc.sql(
                                """
                        update invitation set valid_from = :from, valid_until = :until, max_uses = :limit
                        where code = :code and group_id = :group
                        """)
                        .param("from", Timestamp.from(from))
                        .param("until", Timestamp.from(until))
                        .param("limit", limit)
                        .param("code", read.value())
                        .param("group", group.value())
                        .update();
        if (changed == 0) invitations.insert(group, read, from, until, limit, null);
    }

    /** Lets a demo person do research at an organisation. */
    public void researcher(AccountId account, OrganizationId organization) {
        organizations.give(Account.Role.RESEARCHER, account, organization, null);
    }

    /** Lets a demo person post vacancies for an organisation, which is a verified employer then. */
    @Transactional
    public void employer(AccountId account, OrganizationId organization) {
        if (!employers.isVerified(organization)) employers.verify(organization, null);
        employers.letPost(account, organization, null);
    }

    /** Makes a demo person an administrator as well. */
    public void administrator(AccountId account) {
        jdbc.sql(
                        """
                        insert into account_role (account, role, given_at) values (:account, 'ADMIN', :now)
                        on conflict do nothing
                        """)
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
