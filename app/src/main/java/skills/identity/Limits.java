package skills.identity;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * How often somebody may guess a code or ask for mail, counted in the database so that two
 * instances count together. A whole school sits behind one address on the internet: an address
 * alone is only held to wrong guesses, and to many more of them than one browser is.
 *
 * <p>It runs on the machine's own clock, not on the application's: a clock that was set back would
 * leave people shut out.
 */
@Component
class Limits {

    private static final Bandwidth TRIES = perMinute(10);
    private static final Bandwidth WRONG_FROM_ONE_ADDRESS = perMinute(120);

    /** Whoever throws away cookies looks new each time. */
    private static final Bandwidth WRONG_WITHOUT_SESSION = perMinute(30);

    private static final Bandwidth TRIES_OF_ONE_CODE = perMinute(600);
    private static final Bandwidth MAILS_ASKED =
            Bandwidth.builder().capacity(12).refillGreedy(12, Duration.ofMinutes(10)).build();
    private static final Bandwidth MAILS_TO_ONE =
            Bandwidth.builder().capacity(12).refillGreedy(12, Duration.ofHours(1)).build();
    private static final Bandwidth MAILS_FROM_ONE_ADDRESS = perMinute(600);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    Limits(DataSource database) {
        buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("rate_bucket")
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        Duration.ofMinutes(1)))
                        .build();
    }

    /**
     * One guess of this browser at a code; false when it has to wait. Call outside a transaction.
     */
    boolean mayTry(HttpServletRequest request, String code) {
        boolean newcomer = request.getSession(false) == null;
        if (newcomer && !left("wrong-newcomer", request.getRemoteAddr(), WRONG_WITHOUT_SESSION))
            return false;
        if (!left("wrong", request.getRemoteAddr(), WRONG_FROM_ONE_ADDRESS)) return false;
        return take("try", request.getSession().getId(), TRIES)
                && take("code", code, TRIES_OF_ONE_CODE);
    }

    /** The guess was right and does not count. */
    void right(HttpServletRequest request) {
        bucket("try", request.getSession().getId(), TRIES).addTokens(1);
    }

    /** The guess was wrong. */
    void wrong(HttpServletRequest request) {
        take("wrong", request.getRemoteAddr(), WRONG_FROM_ONE_ADDRESS);
        if (request.getSession().isNew())
            take("wrong-newcomer", request.getRemoteAddr(), WRONG_WITHOUT_SESSION);
    }

    /** One letter to this address; false when this browser or anybody asked for too many. */
    boolean mayMail(HttpServletRequest request, String address) {
        return take("mail-session", request.getSession().getId(), MAILS_ASKED)
                && take("mail-from", request.getRemoteAddr(), MAILS_FROM_ONE_ADDRESS)
                && take("mail-to", address, MAILS_TO_ONE);
    }

    /** Forgets counts that are full again. */
    void forgetOld() {
        int removed;
        do removed = buckets.removeExpired(1000);
        while (removed == 1000);
    }

    private boolean take(String kind, String who, Bandwidth limit) {
        return bucket(kind, who, limit).tryConsume(1);
    }

    private boolean left(String kind, String who, Bandwidth limit) {
        return bucket(kind, who, limit).getAvailableTokens() > 0;
    }

    private Bucket bucket(String kind, String who, Bandwidth limit) {
        return buckets.getProxy(key(kind, who), () -> configuration(limit));
    }

    /** Hashed: the table tells nobody who was here. */
    private static String key(String kind, String who) {
        return kind + ":" + HexFormat.of().formatHex(Secret.hash(kind + who), 0, 16);
    }

    private static BucketConfiguration configuration(Bandwidth limit) {
        return BucketConfiguration.builder().addLimit(limit).build();
    }

    private static Bandwidth perMinute(int times) {
        return Bandwidth.builder()
                .capacity(times)
                .refillIntervally(times, Duration.ofMinutes(1))
                .build();
    }
}
