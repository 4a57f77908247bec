package skills.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.Secret;
import skills.kernel.AccountId;

/** Parents and guardians who were asked whether a child may take part. */
@Repository
class Parents {

    private final JdbcClient jdbc;
    private final Clock clock;

    Parents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param version of the plan whose texts the parent reads
     * @param allowedAt null while there was no answer; @param endedAt when it was taken back
     */
    record Parent(
            UUID id,
            StudyId study,
            AccountId child,
            String address,
            int version,
            Instant askedAt,
            @Nullable Instant allowedAt,
            @Nullable Instant endedAt) {}

    /** A question to a parent; the answer goes by the token. */
    void ask(Study study, AccountId child, String address, String token) {
        jdbc.sql(
                        """
                        insert into study_parent (study, account, address, token_hash, asked_at, plan_version)
                        values (:study, :account, :address, :hash, :now, :version)
                        """)
                .param("study", study.id().value())
                .param("account", child.value())
                .param("address", address)
                .param("hash", Secret.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .param("version", study.version())
                .update();
    }

    Optional<Parent> find(String token) {
        return jdbc.sql("select * from study_parent where token_hash = :hash")
                .param("hash", Secret.hash(token))
                .query(Parents::parent)
                .optional();
    }

    /** The one asked last. */
    Optional<Parent> asked(AccountId child, StudyId study) {
        return jdbc.sql(
                        """
                        select * from study_parent where account = :account and study = :study
                        order by asked_at desc, id desc limit 1
                        """)
                .param("account", child.value())
                .param("study", study.value())
                .query(Parents::parent)
                .optional();
    }

    void allow(UUID id) {
        jdbc.sql("update study_parent set allowed_at = :now where id = :id and allowed_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void end(UUID id) {
        jdbc.sql("update study_parent set ended_at = :now where id = :id and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private static Parent parent(ResultSet row, int n) throws SQLException {
        return new Parent(
                row.getObject("id", UUID.class),
                new StudyId(row.getObject("study", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("address"),
                row.getInt("plan_version"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row.getTimestamp("allowed_at")),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
