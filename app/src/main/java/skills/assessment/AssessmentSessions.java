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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;
import skills.taxonomy.OccupationId;

/** All goings through questions, with their answers. */
@Repository
class AssessmentSessions {

    private static final String HEAD =
            "select id, instrument, version, occupation, begun_at, round, place, closes_at from assessment_session ";

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

    /** Makes other answers to the same session wait until this transaction ends. */
    void lock(SessionId session) {
        jdbc.sql("select 1 from assessment_session where id = :id for update")
                .param("id", session.value())
                .query(Integer.class)
                .optional();
    }

    SessionId begin(AccountId account, Subject subject, List<AskedItem> items) {
        Subject.Questionnaire asked = subject instanceof Subject.Questionnaire q ? q : null;
        SessionId id =
                new SessionId(
                        jdbc.sql(
                                        """
                                        insert into assessment_session (account, instrument, version, occupation, begun_at)
                                        values (:account, :instrument, :version, :occupation, :now) returning id
                                        """)
                                .param("account", account.value())
                                .param(
                                        "instrument",
                                        asked == null ? null : asked.instrument().name())
                                .param(
                                        "version",
                                        asked == null ? null : asked.instrument().version())
                                .param(
                                        "occupation",
                                        subject instanceof Subject.SkillsOf s
                                                ? s.occupation().value()
                                                : null)
                                .param("now", Timestamp.from(clock.instant()))
                                .query(UUID.class)
                                .single());
        add(id, 0, items);
        return id;
    }

    /**
     * Adds questions at the end.
     *
     * @param there how many the session has
     */
    void add(SessionId session, int there, List<AskedItem> items) {
        jdbc.sql(
                        """
                        insert into assessment_item (session, position, item, scene)
                        select :session, :there + position, item, scene
                        from unnest(:items, :scenes) with ordinality as t (item, scene, position)
                        """)
                .param("session", session.value())
                .param("there", there)
                .param("items", items.stream().map(AskedItem::id).toArray(String[]::new))
                .param("scenes", items.stream().map(AskedItem::withScene).toArray(Boolean[]::new))
                .update();
    }

    /** The latest about the skills of an occupation. */
    Optional<AssessmentSession> latest(AccountId account, OccupationId occupation) {
        return jdbc.sql(
                        HEAD
                                + """
                                where account = :account and occupation = :occupation
                                order by begun_at desc, id desc limit 1
                                """)
                .param("account", account.value())
                .param("occupation", occupation.value())
                .query(AssessmentSessions::head)
                .optional()
                .map(this::session);
    }

    /** The latest of the holder's own with an instrument, in whatever version. */
    Optional<AssessmentSession> latest(AccountId account, String instrument) {
        return jdbc.sql(
                        HEAD
                                + """
                                where account = :account and instrument = :instrument and round is null
                                order by begun_at desc, id desc limit 1
                                """)
                .param("account", account.value())
                .param("instrument", instrument)
                .query(AssessmentSessions::head)
                .optional()
                .map(this::session);
    }

    /** Empty when it is somebody else's. */
    Optional<AssessmentSession> find(AccountId account, SessionId id) {
        return jdbc.sql(HEAD + "where id = :id and account = :account")
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
        Answer answer = response.answer();
        Integer value =
                switch (answer) {
                    case Answer.Chosen c -> c.value();
                    case Answer.BestWorst b -> b.best();
                    case Answer.Skipped s -> null;
                    case Answer.TakenBack t -> null;
                };
        return jdbc.sql(
                                """
                                insert into response
                                    (session, item, value, worst, skipped, focus_ms, answered_at, received_at, client_id, client_seq)
                                values (:session, :item, :value, :worst, :skipped, :focus, :answered, :received, :client, :seq)
                                on conflict (session, client_id) do nothing
                                """)
                        .param("session", session.value())
                        .param("item", response.item())
                        .param("value", value)
                        .param("worst", answer instanceof Answer.BestWorst b ? b.worst() : null)
                        .param("skipped", answer instanceof Answer.Skipped s ? s.word : null)
                        .param("focus", response.focusMs())
                        .param("answered", Timestamp.from(response.answeredAt()))
                        .param("received", Timestamp.from(clock.instant()))
                        .param("client", response.clientId())
                        .param("seq", response.clientSeq())
                        .update()
                == 1;
    }

    /**
     * When the sender's earlier answers to the same question were given, the last of them; by its
     * numbering.
     */
    Optional<Instant> earlier(SessionId session, String item, long clientSeq) {
        return jdbc.sql(
                        """
                        select answered_at from response
                        where session = :session and item = :item and client_seq > 0 and client_seq < :seq
                        order by answered_at desc limit 1
                        """)
                .param("session", session.value())
                .param("item", item)
                .param("seq", clientSeq)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** The answer that was kept under an id, whichever question it was for. */
    Optional<Response> kept(SessionId session, UUID clientId) {
        return jdbc.sql(
                        """
                        select item, value, worst, skipped, answered_at, client_id, client_seq
                        from response where session = :session and client_id = :client
                        """)
                .param("session", session.value())
                .param("client", clientId)
                .query(
                        (row, n) ->
                                new Response(
                                        row.getString("item"),
                                        answer(row),
                                        null,
                                        row.getTimestamp("answered_at").toInstant(),
                                        row.getObject("client_id", UUID.class),
                                        row.getLong("client_seq")))
                .optional();
    }

    /** The sessions of a round, in their order. */
    List<AssessmentSession> round(String onward) {
        return jdbc
                .sql(HEAD + "where round = :round order by place")
                .param("round", onward)
                .query(AssessmentSessions::head)
                .list()
                .stream()
                .map(this::session)
                .toList();
    }

    /** Makes a session that was just begun part of a round. */
    void join(SessionId session, AssessmentSession.Round round) {
        jdbc.sql(
                        "update assessment_session set round = :round, place = :place, closes_at = :closes where id = :id")
                .param("id", session.value())
                .param("round", round.onward())
                .param("place", round.place())
                .param("closes", Timestamp.from(round.closes()))
                .update();
    }

    private record Head(
            SessionId id,
            Subject subject,
            Instant begunAt,
            AssessmentSession.@Nullable Round round) {}

    private static Head head(ResultSet row, int n) throws SQLException {
        String instrument = row.getString("instrument");
        return new Head(
                new SessionId(row.getObject("id", UUID.class)),
                instrument == null
                        ? new Subject.SkillsOf(
                                new OccupationId(row.getObject("occupation", UUID.class)))
                        : new Subject.Questionnaire(
                                new InstrumentId(instrument, row.getString("version"))),
                row.getTimestamp("begun_at").toInstant(),
                round(row));
    }

    private static AssessmentSession.@Nullable Round round(ResultSet row) throws SQLException {
        String onward = row.getString("round");
        return onward == null
                ? null
                : new AssessmentSession.Round(
                        onward, row.getInt("place"), row.getTimestamp("closes_at").toInstant());
    }

    private AssessmentSession session(Head head) {
        return new AssessmentSession(
                head.id(),
                head.subject(),
                head.begunAt(),
                items(head.id()),
                answers(head.id()),
                head.round());
    }

    private List<AskedItem> items(SessionId session) {
        return jdbc.sql(
                        "select item, scene from assessment_item where session = :session order by position")
                .param("session", session.value())
                .query((row, n) -> new AskedItem(row.getString("item"), row.getBoolean("scene")))
                .list();
    }

    private Map<String, Answer> answers(SessionId session) {
        return answersAt(session, Instant.MAX);
    }

    /** What counted at a moment, by what had arrived. */
    Map<String, Answer> answersAt(SessionId session, Instant moment) {
        Map<String, Answer> last = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (item) item, value, worst, skipped from response
                        where session = :session and received_at <= coalesce(:moment::timestamptz, 'infinity')
                        order by item, answered_at desc, client_seq desc, id desc
                        """)
                .param("session", session.value())
                .param("moment", moment.equals(Instant.MAX) ? null : Timestamp.from(moment))
                .query(
                        row -> {
                            Answer answer = answer(row);
                            if (!(answer instanceof Answer.TakenBack))
                                last.put(row.getString("item"), answer);
                        });
        return Map.copyOf(last);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        int value = row.getInt("value");
        boolean chosen = !row.wasNull();
        int worst = row.getInt("worst");
        if (!row.wasNull()) return new Answer.BestWorst(value, worst);
        if (chosen) return new Answer.Chosen(value);
        String skipped = row.getString("skipped");
        for (Answer.Skipped reason : Answer.Skipped.values())
            if (reason.word.equals(skipped)) return reason;
        return new Answer.TakenBack();
    }
}
