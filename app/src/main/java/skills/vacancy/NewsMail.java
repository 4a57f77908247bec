package skills.vacancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.Account;
import skills.identity.Addresses;
import skills.kernel.AccountId;
import skills.kernel.Language;

/** Whether a person wants news by mail. Off until she turns it on; each turn is a row. */
@Repository
class NewsMail {

    private final JdbcClient jdbc;
    private final Addresses addresses;
    private final Clock clock;

    NewsMail(JdbcClient jdbc, Addresses addresses, Clock clock) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.clock = clock;
    }

    boolean wanted(AccountId account) {
        return jdbc.sql(
                        "select wanted from news_mail_wish where account = :account order by id desc limit 1")
                .param("account", account.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Where it would go; empty for a guest, or without a confirmed address. */
    Optional<String> address(Account account) {
        return account.isGuest() ? Optional.empty() : addresses.newest(account.id());
    }

    /**
     * @param language of the letters: that of the page on which she turned them on
     */
    void want(AccountId account, boolean wanted, Language language) {
        wish(account.value(), wanted, language.code(), "PAGE");
    }

    /** Whose letter holds this link; nobody when the account is gone. */
    Optional<UUID> owner(String stop) {
        return jdbc.sql("select account from news_letter where stop_hash = :hash")
                .param("hash", hash(stop))
                .query(UUID.class)
                .optional();
    }

    /**
     * By the link in a letter, without signing in.
     *
     * @return false when the link belongs to nobody (any more)
     */
    boolean stop(String stop) {
        Optional<UUID> owner = owner(stop);
        owner.filter(account -> wanted(new AccountId(account)))
                .ifPresent(account -> wish(account, false, "nl", "LINK"));
        return owner.isPresent();
    }

    private void wish(UUID account, boolean wanted, String language, String way) {
        jdbc.sql(
                        """
                        insert into news_mail_wish (account, wanted, language, way, said_at)
                        values (:account, :wanted, :language, :way, :now)
                        """)
                .param("account", account)
                .param("wanted", wanted)
                .param("language", language)
                .param("way", way)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** SHA-256: enough without salt, as what is hashed is random. */
    static byte[] hash(String stop) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(stop.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
