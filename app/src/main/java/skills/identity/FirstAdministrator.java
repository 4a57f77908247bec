package skills.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import skills.kernel.AccountId;

/**
 * Makes the first administrator, from the command line: whoever can open the database may. Later
 * ones are not made this way.
 */
public final class FirstAdministrator {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Works beside a running application as well: it needs only the database. */
    public FirstAdministrator(DataSource database, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.clock = clock;
    }

    public sealed interface Outcome {}

    /**
     * @param path of a page that signs in once, within 30 minutes
     */
    public record Made(String path) implements Outcome {}

    /** There is one already, so nothing was done. */
    public record Refused() implements Outcome {}

    /**
     * @throws IllegalArgumentException when it is no e-mail address
     */
    public Outcome make(String email) {
        String address =
                Addresses.read(email)
                        .orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
        return transaction.execute(
                t -> {
                    // One at a time, also when there is no row yet to lock.
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('first administrator'))")
                            .query()
                            .singleRow();
                    boolean there =
                            jdbc.sql(
                                            """
                            select exists (select from account_role r join account a on a.id = r.account
                                           where r.role = 'ADMIN' and r.ended_at is null and not a.demo)
                            """)
                                    .query(Boolean.class)
                                    .single();
                    if (there) return new Refused();
                    AccountId account = account(address);
                    jdbc.sql(
                                    "insert into account_role (account, role, given_at) values (:account, 'ADMIN', :now)")
                            .param("account", account.value())
                            .param("now", now())
                            .update();
                    String token =
                            new MailLinks(jdbc, clock)
                                    .make(MailLink.Purpose.SIGN_IN, account, address);
                    return new Made("/link/" + token);
                });
    }

    /**
     * The account of this address, kept: the person at the command line vouches for the address.
     */
    private AccountId account(String address) {
        var addresses = new Addresses(jdbc, clock);
        Optional<AccountId> owner = addresses.owner(address);
        AccountId account =
                owner.orElseGet(
                        () ->
                                new AccountId(
                                        jdbc.sql(
                                                        "insert into account (created_at) values (:now) returning id")
                                                .param("now", now())
                                                .query(UUID.class)
                                                .single()));
        addresses.confirm(account, address);
        jdbc.sql("delete from keep_wish where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql(
                        """
                        insert into account_kept (account, kept_at, way) values (:account, :now, 'admin')
                        on conflict do nothing
                        """)
                .param("account", account.value())
                .param("now", now())
                .update();
        return account;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
