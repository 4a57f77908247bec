package skills.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.platform.Outbox;

/** The identity room's own part of a person's data; erased last, as others may point here. */
@Component
class AccountData implements PersonalDataPart {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    AccountData(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "account",
                "account_kept",
                "age_answer",
                "keep_wish",
                "parent_consent",
                "mail_address",
                "mail_link",
                "recovery_code",
                "user_entities",
                "user_credentials",
                "account_role",
                "membership",
                "invitation",
                "organization",
                "organization_verified",
                "organization_group",
                "demo_person",
                "outbox",
                "spring_session",
                "spring_session_attributes");
    }

    @Override
    public Object export(AccountId account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "account",
                rows(account, "select id, created_at, demo from account where id = :id"));
        all.put("kept", rows(account, "select kept_at, way from account_kept where account = :id"));
        all.put(
                "waitingToBeKept",
                rows(account, "select way, shown_at from keep_wish where account = :id"));
        all.put(
                "ageGroups",
                rows(
                        account,
                        "select asked_at, age_group from age_answer where account = :id order by asked_at"));
        all.put(
                "parentConsents",
                rows(
                        account,
                        "select address, given_at, text_version, ended_at from parent_consent where account = :id order by given_at"));
        all.put(
                "addresses",
                rows(
                        account,
                        "select address, confirmed_at from mail_address where account = :id order by confirmed_at"));
        all.put(
                "linksSent",
                rows(
                        account,
                        "select purpose, address, made_at, expires_at, used_at from mail_link where account = :id order by made_at"));
        all.put("lettersNotSent", outbox.to(addresses(List.of(account))));
        all.put(
                "recoveryCode",
                rows(account, "select made_at from recovery_code where account = :id"));
        all.put(
                "passkeys",
                rows(
                        account,
                        """
                select c.label, c.created, c.last_used from user_credentials c
                join user_entities e on e.id = c.user_entity_user_id where e.name = :id::text order by c.created
                """));
        all.put(
                "roles",
                rows(
                        account,
                        """
                select r.role, o.name as organization, r.given_at, r.ended_at
                from account_role r left join organization o on o.id = r.organization
                where r.account = :id order by r.given_at
                """));
        all.put(
                "groups",
                rows(
                        account,
                        """
                select g.name as "group", o.name as organization, m.joined_at, i.code as invitation
                from membership m join organization_group g on g.id = m.group_id
                join organization o on o.id = g.organization
                left join invitation i on i.id = m.invitation
                where m.account = :id order by m.joined_at
                """));
        all.put(
                "made",
                rows(
                        account,
                        """
                select 'organization' as what, name, made_at from organization where made_by = :id
                union all select 'employer verified', o.name, v.verified_at from organization_verified v
                    join organization o on o.id = v.organization where v.verified_by = :id
                union all select 'group', name, made_at from organization_group where made_by = :id
                union all select 'invitation', code, made_at from invitation where made_by = :id
                order by made_at
                """));
        all.put(
                "demoPerson",
                rows(
                        account,
                        "select name, about_nl, about_en from demo_person where account = :id"));
        all.put(
                "openSessions",
                rows(
                        account,
                        """
                select to_timestamp(creation_time / 1000) as started, to_timestamp(last_access_time / 1000) as last_seen
                from spring_session where principal_name = :id::text order by creation_time
                """));
        return all;
    }

    private List<Map<String, Object>> rows(AccountId account, String sql) {
        return jdbc.sql(sql).param("id", account.value()).query().listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        eraseAll(List.of(account));
    }

    @Override
    public void eraseAll(Collection<AccountId> accounts) {
        outbox.forget(addresses(accounts));
        UUID[] ids = ids(accounts);
        List.of(
                        "delete from spring_session where principal_name = any(:ids::text[])",
                        """
                        delete from user_credentials where user_entity_user_id in
                            (select id from user_entities where name = any(:ids::text[]))
                        """,
                        "delete from user_entities where name = any(:ids::text[])",
                        "delete from demo_person where account = any(:ids)",
                        "delete from mail_link where account = any(:ids)",
                        "update mail_link set asked_by = null where asked_by = any(:ids)",
                        "delete from mail_address where account = any(:ids)",
                        "delete from recovery_code where account = any(:ids)",
                        "delete from parent_consent where account = any(:ids)",
                        "delete from keep_wish where account = any(:ids)",
                        "delete from age_answer where account = any(:ids)",
                        "delete from account_kept where account = any(:ids)",
                        "delete from membership where account = any(:ids)",
                        "delete from account_role where account = any(:ids)",
                        // What a teacher or administrator made for others stays, without who made
                        // it.
                        "update account_role set given_by = null where given_by = any(:ids)",
                        "update account_role set ended_by = null where ended_by = any(:ids)",
                        "update invitation set made_by = null where made_by = any(:ids)",
                        "update invitation set taken_back_by = null where taken_back_by = any(:ids)",
                        "update organization_group set made_by = null where made_by = any(:ids)",
                        "update organization_verified set verified_by = null where verified_by = any(:ids)",
                        "update organization_verified set ended_by = null where ended_by = any(:ids)",
                        "update organization set made_by = null where made_by = any(:ids)")
                .forEach(sql -> jdbc.sql(sql).param("ids", ids).update());
    }

    /** Addresses that letters about these accounts went to. */
    private List<String> addresses(Collection<AccountId> accounts) {
        return jdbc.sql(
                        """
                        select address from mail_address where account = any(:ids)
                        union select address from mail_link where account = any(:ids)
                        union select address from parent_consent where account = any(:ids)
                        """)
                .param("ids", ids(accounts))
                .query(String.class)
                .list();
    }

    private static UUID[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(UUID[]::new);
    }
}
