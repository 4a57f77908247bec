package skills.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        var id =
                jdbc.sql("insert into account (created_at) values (:now) returning id")
                        .param("now", java.sql.Timestamp.from(clock.instant()))
                        .query(UUID.class)
                        .single();
        return find(new AccountId(id)).orElseThrow();
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql(
                        """
                        select a.id, a.created_at, a.demo, k.kept_at
                        from account a left join account_kept k on k.account = a.id
                        where a.id = :id
                        """)
                .param("id", id.value())
                .query(this::account)
                .optional();
    }

    private Account account(ResultSet row, int n) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "kept_at"),
                null,
                Set.copyOf(EnumSet.noneOf(Account.Role.class)),
                row.getBoolean("demo"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
