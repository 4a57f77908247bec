package skills.study;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pair of keys with which this installation signs what it tells of a pooled study. */
@Repository
class PoolKeys {

    private static final String ALGORITHM = "Ed25519";

    private final JdbcClient jdbc;
    private final Clock clock;

    PoolKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same each time; made at the first. */
    KeyPair own() {
        return find().orElseGet(this::make);
    }

    private KeyPair make() {
        try {
            KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            jdbc.sql(
                            """
                            insert into study_pool_key (public_key, private_key, made_at)
                            values (:public, :private, :now) on conflict do nothing
                            """)
                    .param("public", text(made.getPublic().getEncoded()))
                    .param("private", text(made.getPrivate().getEncoded()))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        // Somebody else may have been first.
        return find().orElseThrow();
    }

    private Optional<KeyPair> find() {
        return jdbc.sql("select public_key, private_key from study_pool_key")
                .query((row, n) -> pair(row.getString(1), row.getString(2)))
                .optional();
    }

    private static KeyPair pair(String publicKey, String privateKey) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
