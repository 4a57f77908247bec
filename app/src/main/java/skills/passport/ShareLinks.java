package skills.passport;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.consent.ConsentId;
import skills.kernel.AccountId;

/** The secret links of consents. */
@Repository
class ShareLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    ShareLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ShareToken make(AccountId account, ConsentId consent) {
        ShareToken token = ShareToken.fresh();
        jdbc.sql(
                        """
                        insert into share_link (consent, account, token_hash, token, made_at)
                        values (:consent, :account, :hash, :token, :now)
                        """)
                .param("consent", consent.value())
                .param("account", account.value())
                .param("hash", token.hash())
                .param("token", token.text())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    /** The consent that a link belongs to, however it stands. */
    Optional<ConsentId> consentOf(ShareToken token) {
        return jdbc.sql("select consent from share_link where token_hash = :hash")
                .param("hash", token.hash())
                .query(UUID.class)
                .optional()
                .map(ConsentId::new);
    }

    /** For the holder to see again; empty once it was withdrawn. */
    Optional<ShareToken> tokenOf(AccountId account, ConsentId consent) {
        return jdbc.sql(
                        "select token from share_link where consent = :consent and account = :account and token is not null")
                .param("consent", consent.value())
                .param("account", account.value())
                .query(String.class)
                .optional()
                .map(ShareToken::new);
    }

    /** Only the hash stays, so that the page can say that it is closed. */
    void forgetToken(AccountId account, ConsentId consent) {
        jdbc.sql(
                        "update share_link set token = null where consent = :consent and account = :account")
                .param("consent", consent.value())
                .param("account", account.value())
                .update();
    }
}
