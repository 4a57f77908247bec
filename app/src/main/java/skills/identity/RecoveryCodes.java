package skills.identity;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;

/** The code that a person writes down: always gets in, once. Only its hash is kept. */
@Repository
class RecoveryCodes {

    /** 72 bits in 16 characters, none of which looks like another. */
    private static final String ALPHABET = "CDFGHJKLMNPQRTVWX234679";

    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean has(AccountId account) {
        return jdbc.sql("select count(*) from recovery_code where account = :account")
                        .param("account", account.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** A new code, like "CDFG-2346-HJKL-79MN"; an earlier one stops working. */
    String issue(AccountId account) {
        String code = Secret.letters(ALPHABET, 16).replaceAll("(.{4})(?!$)", "$1-");
        jdbc.sql(
                        """
                        insert into recovery_code (account, hash, made_at) values (:account, :hash, :now)
                        on conflict (account) do update set hash = excluded.hash, made_at = excluded.made_at
                        """)
                .param("account", account.value())
                .param("hash", Secret.hash(code))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return code;
    }

    /** Whether this is the code that works for the account now. */
    boolean matches(AccountId account, String code) {
        return jdbc.sql("select hash from recovery_code where account = :account")
                .param("account", account.value())
                .query(byte[].class)
                .optional()
                .filter(hash -> MessageDigest.isEqual(hash, Secret.hash(code)))
                .isPresent();
    }

    record Used(AccountId account, String newCode) {}

    /** Uses a code up and gives the next one. Of two at the same instant one succeeds. */
    @Transactional
    Optional<Used> use(String typed) {
        if (typed.length() > 60) return Optional.empty();
        String bare = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}._]", "");
        if (bare.length() != 16) return Optional.empty();
        return jdbc.sql("delete from recovery_code where hash = :hash returning account")
                .param("hash", Secret.hash(bare.replaceAll("(.{4})(?!$)", "$1-")))
                .query(UUID.class)
                .optional()
                .map(AccountId::new)
                .map(account -> new Used(account, issue(account)));
    }
}
