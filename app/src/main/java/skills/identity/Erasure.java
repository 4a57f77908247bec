package skills.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import skills.kernel.AccountId;

/** Erases persons for good: every part of their data and then the account, or nothing at all. */
@Component
public class Erasure {

    private static final Logger log = LoggerFactory.getLogger(Erasure.class);

    /** How long a guest may come back to what was not kept. */
    public static final Duration GUEST = Duration.ofHours(24);

    /** Guests a transaction: small enough that nobody waits for it. */
    private static final int AT_ONCE = 500;

    private final ObjectProvider<PersonalDataPart> parts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Erasure(
            ObjectProvider<PersonalDataPart> parts,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction) {
        this.parts = parts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Erases one account; its sessions end with it. An account that is gone already is no error.
     */
    public void erase(AccountId account) {
        transaction.executeWithoutResult(
                t -> {
                    var there =
                            jdbc.sql("select id from account where id = :id for update")
                                    .param("id", account.value())
                                    .query(UUID.class)
                                    .list();
                    eraseLocked(there);
                });
    }

    /**
     * Erases guests that nobody kept for 24 hours, counted from their first tap. Two instances may
     * do it at the same time: each takes the rows that the other has not.
     *
     * @return how many were erased
     */
    public int eraseOldGuests() {
        int erased = 0;
        for (int now = AT_ONCE; now == AT_ONCE; erased += now) now = eraseSomeGuests();
        if (erased > 0) log.info("erased {} guest accounts that were not kept", erased);
        return erased;
    }

    private int eraseSomeGuests() {
        Integer erased =
                transaction.execute(
                        t -> {
                            List<UUID> taken =
                                    jdbc.sql(
                                                    """
                            select id from account a
                            where created_at < :before and not demo
                              and not exists (select from account_kept k where k.account = a.id)
                            order by id limit :limit for update skip locked
                            """)
                                            .param(
                                                    "before",
                                                    Timestamp.from(clock.instant().minus(GUEST)))
                                            .param("limit", AT_ONCE)
                                            .query(UUID.class)
                                            .list();
                            // One may have been kept between the look and the lock: only what is a
                            // guest under lock goes.
                            List<UUID> guests =
                                    jdbc.sql(
                                                    """
                            select a.id from account a
                            where a.id = any(:taken)
                              and not exists (select from account_kept k where k.account = a.id)
                            """)
                                            .param("taken", taken.toArray(UUID[]::new))
                                            .query(UUID.class)
                                            .list();
                            eraseLocked(guests);
                            return guests.size();
                        });
        return erased == null ? 0 : erased;
    }

    private void eraseLocked(List<UUID> ids) {
        if (ids.isEmpty()) return;
        List<AccountId> accounts = ids.stream().map(AccountId::new).toList();
        // The identity room last, as rows of others may point at its groups and roles.
        parts.stream()
                .sorted(Comparator.comparing(part -> part instanceof AccountData))
                .forEach(part -> part.eraseAll(accounts));
        jdbc.sql("delete from account where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
