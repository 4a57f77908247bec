package skills.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** All accounts. */
@Repository
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a guest account: everything works, but it is erased after 24 hours unless kept. */
    public Account newGuest() {
        return open(false);
    }

    Account open(boolean demo) {
        var id =
                jdbc.sql("insert into account (created_at, demo) values (:now, :demo) returning id")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("demo", demo)
                        .query(UUID.class)
                        .single();
        return find(new AccountId(id)).orElseThrow();
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql(
                        """
                        select a.id, a.created_at, a.demo, k.kept_at, g.age_group, g.asked_at,
                               array(select distinct role from account_role r
                                     where r.account = a.id and r.ended_at is null) as roles
                        from account a
                        left join account_kept k on k.account = a.id
                        left join lateral (select age_group, asked_at from age_answer
                                           where account = a.id order by asked_at desc limit 1) g on true
                        where a.id = :id
                        """)
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    /**
     * Takes the account's row until the transaction ends, so that keeping, joining and erasing it
     * come one after the other.
     *
     * @return false when it is erased
     */
    boolean lock(AccountId id) {
        return jdbc.sql("select id from account where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        String age = row.getString("age_group");
        Set<Account.Role> roles =
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Account.Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "kept_at"),
                age == null ? null : Account.AgeGroup.valueOf(age),
                instant(row, "asked_at"),
                roles,
                row.getBoolean("demo"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
