package skills.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;
import tools.jackson.databind.json.JsonMapper;

/** All results. Rows are only added: completed again, or an answer changed, is another result. */
@Repository
public class Results {

    private static final String SELECT =
            """
            select r.*, s.instrument, s.version from result r join assessment_session s on s.id = r.session
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Instruments instruments;
    private final AssessmentSessions sessions;
    private final JsonMapper json = JsonMapper.builder().build();

    Results(JdbcClient jdbc, Clock clock, Instruments instruments, AssessmentSessions sessions) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.instruments = instruments;
    }

    /** The last result with an instrument; empty until it was completed. */
    public Optional<Result> latest(AccountId account, String instrument) {
        return history(account, instrument).stream().findFirst();
    }

    /** One result a session, the last of each, the latest session first. */
    public List<Result> history(AccountId account, String instrument) {
        return jdbc.sql(
                        """
                        select * from (
                            select distinct on (r.session) r.*, s.instrument, s.version, s.begun_at
                            from result r join assessment_session s on s.id = r.session
                            where r.account = :account and s.instrument = :instrument
                            order by r.session, r.computed_at desc, r.id desc) t
                        order by begun_at desc, session desc
                        """)
                .param("account", account.value())
                .param("instrument", instrument)
                .query(this::result)
                .list();
    }

    /** Empty when it is somebody else's. */
    public Optional<Result> find(AccountId account, ResultId id) {
        return jdbc.sql(SELECT + "where r.id = :id and r.account = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query(this::result)
                .optional();
    }

    /** The person opened the page of a result of hers; the first time is kept. */
    void seen(AccountId account, ResultId id) {
        jdbc.sql(
                        """
                        insert into result_sight (result, account, seen_at)
                        select id, account, :now from result where id = :id and account = :account
                        on conflict (result) do nothing
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether the person has opened the page of this very result. */
    public boolean isSeen(AccountId account, ResultId id) {
        return jdbc.sql(
                        "select exists (select from result_sight where result = :id and account = :account)")
                .param("id", id.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** What the answers of a session say now, complete or not; nothing is kept. */
    Scores scores(AssessmentSession session) {
        return Scorer.score(instrument(session), session);
    }

    /** What the answers that were there when a result was kept give now, with its own versions. */
    Scores again(AccountId account, Result result) {
        return scores(
                sessions.find(account, result.session())
                        .orElseThrow()
                        .with(sessions.answersAt(result.session(), result.at())));
    }

    /**
     * Keeps the result of a completed session, unless the last one says the same. What a study asks
     * has none.
     */
    void compute(AccountId account, AssessmentSession session) {
        Instrument instrument = instrument(session);
        if (instrument.isForStudy()) return;
        String scores = json.writeValueAsString(Scorer.score(instrument, session));
        int answered =
                (int)
                        session.answers().values().stream()
                                .filter(a -> !(a instanceof Answer.Skipped))
                                .count();
        jdbc.sql(
                        """
                        insert into result (session, account, scoring_version, norm_version, computed_at, answered, asked, scores)
                        select :session, :account, :scoring, :norms, :now, :answered, :asked, :scores::jsonb
                        where :scores::jsonb is distinct from (
                            select scores from result where session = :session order by computed_at desc, id desc limit 1)
                        """)
                .param("session", session.id().value())
                .param("account", account.value())
                .param("scoring", instrument.scoring().version())
                .param("norms", instrument.norms().version())
                .param("now", Timestamp.from(clock.instant()))
                .param("answered", answered)
                .param("asked", session.total())
                .param("scores", scores)
                .update();
    }

    private Instrument instrument(AssessmentSession session) {
        if (session.subject() instanceof Subject.Questionnaire q)
            return instruments.find(q.instrument()).orElseThrow();
        throw new IllegalArgumentException("a list of skills has no scores");
    }

    private Result result(ResultSet row, int n) throws SQLException {
        return new Result(
                new ResultId(row.getObject("id", UUID.class)),
                new SessionId(row.getObject("session", UUID.class)),
                new InstrumentId(row.getString("instrument"), row.getString("version")),
                row.getString("scoring_version"),
                row.getString("norm_version"),
                row.getTimestamp("computed_at").toInstant(),
                row.getInt("answered"),
                row.getInt("asked"),
                json.readValue(row.getString("scores"), Scores.class));
    }
}
