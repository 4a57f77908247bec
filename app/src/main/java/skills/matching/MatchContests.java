package skills.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** What people say is not right about a match, with the answers of specialists. */
@Repository
class MatchContests implements PersonalDataPart {

    /** Of a reason and of an answer, in characters. */
    static final int LONGEST = 1000;

    private static final int MOST = 200;

    private static final String WITH_ANSWER =
            """
            select c.id, c.subject, c.reason, c.said_at, a.answer, a.answered_at
            from contested_match c
            left join lateral (select answer, answered_at from contested_match_answer
                               where contest = c.id order by answered_at desc, id desc limit 1) a on true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MatchContests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what a person says; the same reason for the same subject again adds nothing. */
    void say(AccountId account, String subject, String reason) {
        jdbc.sql(
                        """
                        insert into contested_match (account, subject, reason, said_at)
                        select :account, :subject, :reason, :now
                        where not exists (select from contested_match
                                          where account = :account and subject = :subject and reason = :reason)
                        """)
                .param("account", account.value())
                .param("subject", subject)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What this person said of a subject, the latest first. */
    List<Contest> of(AccountId account, String subject) {
        return jdbc.sql(
                        WITH_ANSWER
                                + "where c.account = :account and c.subject = :subject order by c.said_at desc, c.id desc")
                .param("account", account.value())
                .param("subject", subject)
                .query(MatchContests::contest)
                .list();
    }

    /**
     * What everybody said, without who: subjects with most open ones first, and in each the oldest
     * open one first.
     */
    List<Contest> all() {
        return jdbc.sql(
                        WITH_ANSWER
                                + """
                                order by count(*) filter (where a.answer is null) over (partition by c.subject) desc,
                                         c.subject, a.answer is not null, c.said_at, c.id
                                limit :most
                                """)
                .param("most", MOST)
                .query(MatchContests::contest)
                .list();
    }

    /** False when nothing was said under this number. */
    boolean answer(UUID contest, AccountId specialist, String answer) {
        return jdbc.sql(
                                """
                                insert into contested_match_answer (contest, answer, answered_by, answered_at)
                                select id, :answer, :by, :now from contested_match where id = :contest
                                """)
                        .param("contest", contest)
                        .param("answer", answer)
                        .param("by", specialist.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static Contest contest(ResultSet row, int n) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        return new Contest(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("reason"),
                row.getTimestamp("said_at").toInstant(),
                row.getString("answer"),
                answered == null ? null : answered.toInstant());
    }

    @Override
    public String name() {
        return "contests";
    }

    @Override
    public Set<String> tables() {
        return Set.of("contested_match");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of(
                "contestedMatches",
                jdbc.sql(
                                WITH_ANSWER.replace("c.id, ", "")
                                        + "where c.account = :account order by c.said_at, c.id")
                        .param("account", account.value())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(AccountId account) {
        jdbc.sql(
                        "delete from contested_match_answer where contest in (select id from contested_match where account = :account)")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from contested_match where account = :account")
                .param("account", account.value())
                .update();
    }
}
