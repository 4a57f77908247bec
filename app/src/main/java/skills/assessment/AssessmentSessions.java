package skills.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;
import skills.profile.Level;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/** All goings through a list, with their answers. */
@Repository
class AssessmentSessions {

    private final JdbcClient jdbc;
    private final Clock clock;

    AssessmentSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes other beginnings of the same person wait until this transaction ends. */
    void lock(AccountId account) {
        jdbc.sql("select 1 from account where id = :account for update")
                .param("account", account.value())
                .query(Integer.class)
                .optional();
    }

    SessionId begin(AccountId account, OccupationId occupation, List<SkillId> skills) {
        UUID id =
                jdbc.sql(
                                """
                        insert into assessment_session (account, occupation, begun_at)
                        values (:account, :occupation, :now) returning id
                        """)
                        .param("account", account.value())
                        .param("occupation", occupation.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .query(UUID.class)
                        .single();
        jdbc.sql(
                        """
                        insert into assessment_item (session, position, skill)
                        select :session, position, skill from unnest(:skills) with ordinality as t (skill, position)
                        """)
                .param("session", id)
                .param("skills", skills.stream().map(SkillId::value).toArray(UUID[]::new))
                .update();
        return new SessionId(id);
    }

    /** The latest of an occupation. */
    Optional<AssessmentSession> latest(AccountId account, OccupationId occupation) {
        return jdbc.sql(
                        """
                        select id, occupation, begun_at from assessment_session
                        where account = :account and occupation = :occupation
                        order by begun_at desc, id desc limit 1
                        """)
                .param("account", account.value())
                .param("occupation", occupation.value())
                .query(AssessmentSessions::head)
                .optional()
                .map(this::session);
    }

    /** Empty when it is somebody else's. */
    Optional<AssessmentSession> find(AccountId account, SessionId id) {
        return jdbc.sql(
                        "select id, occupation, begun_at from assessment_session where id = :id and account = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query(AssessmentSessions::head)
                .optional()
                .map(this::session);
    }

    /**
     * Keeps an answer.
     *
     * @return false when an answer with this id was kept before
     */
    boolean keep(SessionId session, Response response) {
        return jdbc.sql(
                                """
                                insert into response
                                    (session, skill, level, skipped, focus_ms, answered_at, received_at, client_id, client_seq)
                                values (:session, :skill, :level, :skipped, :focus, :answered, :received, :client, :seq)
                                on conflict (session, client_id) do nothing
                                """)
                        .param("session", session.value())
                        .param("skill", response.skill().value())
                        .param(
                                "level",
                                response.answer() instanceof Answer.AtLevel a
                                        ? a.level().number()
                                        : null)
                        .param(
                                "skipped",
                                response.answer() instanceof Answer.Skipped s ? s.word : null)
                        .param("focus", response.focusMs())
                        .param("answered", Timestamp.from(response.answeredAt()))
                        .param("received", Timestamp.from(clock.instant()))
                        .param("client", response.clientId())
                        .param("seq", response.clientSeq())
                        .update()
                == 1;
    }

    /**
     * When the sender's earlier answers to the same skill were given, the last of them; by its
     * numbering.
     */
    Optional<Instant> earlier(SessionId session, SkillId skill, long clientSeq) {
        return jdbc.sql(
                        """
                        select answered_at from response
                        where session = :session and skill = :skill and client_seq > 0 and client_seq < :seq
                        order by answered_at desc limit 1
                        """)
                .param("session", session.value())
                .param("skill", skill.value())
                .param("seq", clientSeq)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** The answer that was kept under an id, whichever skill it was for. */
    Optional<Response> kept(SessionId session, UUID clientId) {
        return jdbc.sql(
                        """
                        select skill, level, skipped, focus_ms, answered_at, client_id, client_seq
                        from response where session = :session and client_id = :client
                        """)
                .param("session", session.value())
                .param("client", clientId)
                .query(
                        (row, n) ->
                                new Response(
                                        new SkillId(row.getObject("skill", UUID.class)),
                                        answer(row),
                                        null,
                                        row.getTimestamp("answered_at").toInstant(),
                                        row.getObject("client_id", UUID.class),
                                        row.getLong("client_seq")))
                .optional();
    }

    private record Head(SessionId id, OccupationId occupation, Instant begunAt) {}

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                new SessionId(row.getObject("id", UUID.class)),
                new OccupationId(row.getObject("occupation", UUID.class)),
                row.getTimestamp("begun_at").toInstant());
    }

    private AssessmentSession session(Head head) {
        return new AssessmentSession(
                head.id(),
                head.occupation(),
                head.begunAt(),
                skills(head.id()),
                answers(head.id()));
    }

    private List<SkillId> skills(SessionId session) {
        return jdbc
                .sql("select skill from assessment_item where session = :session order by position")
                .param("session", session.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(SkillId::new)
                .toList();
    }

    private Map<SkillId, Answer> answers(SessionId session) {
        Map<SkillId, Answer> last = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (skill) skill, level, skipped from response where session = :session
                        order by skill, answered_at desc, client_seq desc, id desc
                        """)
                .param("session", session.value())
                .query(
                        row -> {
                            Answer answer = answer(row);
                            if (!(answer instanceof Answer.TakenBack))
                                last.put(new SkillId(row.getObject("skill", UUID.class)), answer);
                        });
        return Map.copyOf(last);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        int level = row.getInt("level");
        if (!row.wasNull()) return new Answer.AtLevel(Level.of(level));
        String skipped = row.getString("skipped");
        for (Answer.Skipped reason : Answer.Skipped.values())
            if (reason.word.equals(skipped)) return reason;
        return new Answer.TakenBack();
    }
}
