package skills.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;
import skills.platform.Problem;

/**
 * From guest to kept account: somebody shows a way in, says an age, and under 16 a parent allows
 * it. Only then the account is kept; rows do not move.
 */
@Component
class Keeping {

    /** After this the age is asked again. */
    static final Duration AGE_HOLDS = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;

    Keeping(JdbcClient jdbc, Clock clock, Accounts accounts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
    }

    enum Way {
        CLASS_CODE("class-code"),
        MAIL("mail"),
        PASSKEY("passkey"),
        ADMIN("admin"),
        STUDY("study");

        final String name;

        Way(String name) {
            this.name = name;
        }
    }

    /** What comes next for an account. */
    enum Stage {
        /** A guest that showed no way in. */
        GUEST,
        AGE,
        PARENT,
        KEPT
    }

    /**
     * @param onward where to go after keeping
     */
    record Standing(Stage stage, Onward onward) {}

    /** A way in was shown to work for this account. */
    @Transactional
    Standing shown(AccountId account, Way way, Onward onward) {
        lock(account);
        jdbc.sql(
                        """
                        insert into keep_wish (account, way, shown_at, onward)
                        select :account, :way, :now, :onward
                        where not exists (select from account_kept where account = :account)
                        on conflict (account) do nothing
                        """)
                .param("account", account.value())
                .param("way", way.name)
                .param("now", now())
                .param("onward", onward.path())
                .update();
        Standing standing = settle(account);
        return standing.stage() == Stage.KEPT && standing.onward() == Onward.NEXT
                ? new Standing(Stage.KEPT, onward)
                : standing;
    }

    /** Keeps the account if nothing stands in the way any more, and says what does. */
    @Transactional
    Standing settle(AccountId account) {
        lock(account);
        Account now = accounts.find(account).orElseThrow(Problem::notFound);
        if (!now.isGuest()) return new Standing(Stage.KEPT, Onward.NEXT);
        Optional<Onward> wish =
                jdbc.sql("select onward from keep_wish where account = :account")
                        .param("account", account.value())
                        .query(String.class)
                        .optional()
                        .map(Onward::of);
        if (wish.isEmpty()) return new Standing(Stage.GUEST, Onward.NEXT);
        if (ageIsDue(now)) return new Standing(Stage.AGE, wish.get());
        if (now.ageGroup() == Account.AgeGroup.UNDER_16 && !parentAllows(account))
            return new Standing(Stage.PARENT, wish.get());
        jdbc.sql(
                        """
                        with wish as (delete from keep_wish where account = :account returning way)
                        insert into account_kept (account, kept_at, way) select :account, :now, way from wish
                        """)
                .param("account", account.value())
                .param("now", now())
                .update();
        return new Standing(Stage.KEPT, wish.get());
    }

    boolean ageIsDue(Account account) {
        Instant asked = account.ageAskedAt();
        return !account.demo()
                && (asked == null || !asked.plus(AGE_HOLDS).isAfter(clock.instant()));
    }

    void sayAge(AccountId account, Account.AgeGroup age) {
        jdbc.sql(
                        """
                        insert into age_answer (account, asked_at, age_group) values (:account, :now, :age)
                        on conflict do nothing
                        """)
                .param("account", account.value())
                .param("now", now())
                .param("age", age.name())
                .update();
    }

    boolean parentAllows(AccountId account) {
        return jdbc.sql(
                        "select exists (select from parent_consent where account = :account and ended_at is null)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** A parent or guardian allows it; keeping takes effect if the child showed a way in. */
    @Transactional
    Standing parentAllowed(AccountId account, String address, String textVersion) {
        lock(account);
        jdbc.sql(
                        """
                        insert into parent_consent (account, address, given_at, text_version)
                        values (:account, :address, :now, :version)
                        """)
                .param("account", account.value())
                .param("address", address)
                .param("now", now())
                .param("version", textVersion)
                .update();
        return settle(account);
    }

    @Transactional
    void parentWithdrew(AccountId account) {
        jdbc.sql(
                        "update parent_consent set ended_at = :now where account = :account and ended_at is null")
                .param("now", now())
                .param("account", account.value())
                .update();
    }

    private void lock(AccountId account) {
        if (!accounts.lock(account)) throw new Problem(HttpStatus.GONE, "guestgone");
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
