package skills.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** One-time links by e-mail. */
@Repository
class MailLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The token of a new link about an account; null where only the address counts. */
    String make(MailLink.Purpose purpose, @Nullable AccountId account, String address) {
        return make(purpose, account, null, address, null);
    }

    String make(
            MailLink.Purpose purpose,
            @Nullable AccountId account,
            @Nullable OrganizationId organization,
            String address,
            @Nullable AccountId askedBy) {
        String token = Secret.token();
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into mail_link (token_hash, purpose, account, organization, address, asked_by, made_at, expires_at)
                        values (:hash, :purpose, :account, :organization, :address, :by, :now, :expires)
                        """)
                .param("hash", Secret.hash(token))
                .param("purpose", purpose.name())
                .param("account", account == null ? null : account.value())
                .param("organization", organization == null ? null : organization.value())
                .param("address", address)
                .param("by", askedBy == null ? null : askedBy.value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(purpose.valid)))
                .update();
        return token;
    }

    /** Looks without using up; also finds used and expired links. */
    Optional<MailLink> look(String token) {
        return jdbc.sql("select * from mail_link where token_hash = :hash")
                .param("hash", Secret.hash(token))
                .query(MailLinks::link)
                .optional();
    }

    /** Uses the link up. Of many at the same instant one gets it. */
    Optional<MailLink> use(String token) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql(
                        """
                        update mail_link set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now returning *
                        """)
                .param("now", now)
                .param("hash", Secret.hash(token))
                .query(MailLinks::link)
                .optional();
    }

    /** Whether a link for this purpose went out for the account and still works. */
    Optional<MailLink> waiting(AccountId account, MailLink.Purpose purpose) {
        return jdbc.sql(
                        """
                        select * from mail_link where account = :account and purpose = :purpose
                          and used_at is null and expires_at > :now order by made_at desc limit 1
                        """)
                .param("account", account.value())
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(MailLinks::link)
                .optional();
    }

    /** Forgets links a day after they stopped working. */
    void forgetOld() {
        jdbc.sql("delete from mail_link where expires_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private static MailLink link(ResultSet row, int n) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        UUID organization = row.getObject("organization", UUID.class);
        UUID by = row.getObject("asked_by", UUID.class);
        Timestamp used = row.getTimestamp("used_at");
        return new MailLink(
                MailLink.Purpose.valueOf(row.getString("purpose")),
                account == null ? null : new AccountId(account),
                organization == null ? null : new OrganizationId(organization),
                row.getString("address"),
                by == null ? null : new AccountId(by),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
