package skills.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** E-mail addresses that were confirmed by a link; several lead to one account. */
@Repository
public class Addresses {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    private final JdbcClient jdbc;
    private final Clock clock;

    Addresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Confirmed(String address, Instant at) {}

    /** The address in lower case, if it is one that mail can be sent to. */
    static Optional<String> read(String typed) {
        String address = typed.strip().toLowerCase(Locale.ROOT);
        return address.length() <= 254 && ADDRESS.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Where letters to this person go: the address confirmed last; empty without any. */
    public Optional<String> newest(AccountId account) {
        return jdbc.sql(
                        """
                        select address from mail_address where account = :account
                        order by confirmed_at desc, address limit 1
                        """)
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    Optional<AccountId> owner(String address) {
        return jdbc.sql("select account from mail_address where address = :address")
                .param("address", address)
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    List<Confirmed> of(AccountId account) {
        return jdbc.sql(
                        "select address, confirmed_at from mail_address where account = :account order by confirmed_at")
                .param("account", account.value())
                .query((row, n) -> new Confirmed(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    /**
     * Adds an address to an account, unless it belongs to one.
     *
     * @return whose it is now: this account, or the one that had it
     */
    AccountId confirm(AccountId account, String address) {
        jdbc.sql(
                        """
                        insert into mail_address (address, account, confirmed_at) values (:address, :account, :now)
                        on conflict do nothing
                        """)
                .param("address", address)
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return owner(address).orElseThrow();
    }

    void remove(AccountId account, String address) {
        jdbc.sql("delete from mail_address where account = :account and address = :address")
                .param("account", account.value())
                .param("address", address)
                .update();
    }
}
