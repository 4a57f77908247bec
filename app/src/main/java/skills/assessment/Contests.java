package skills.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** What people said of results that do not sound like them. Each saying is a row. */
@Repository
class Contests {

    /** Of a note, in characters. */
    static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Contests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param contested false: taken back
     * @param note empty when nothing was added
     */
    void say(AccountId account, ResultId result, String scale, boolean contested, String note) {
        jdbc.sql(
                        """
                        insert into result_contest (result, account, scale, contested, note, said_at)
                        values (:result, :account, :scale, :contested, :note, :now)
                        """)
                .param("result", result.value())
                .param("account", account.value())
                .param("scale", scale)
                .param("contested", contested)
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Notes by scale, of what is contested now in any result of a session. */
    Map<String, String> of(AccountId account, SessionId session) {
        Map<String, String> notes = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (c.scale) c.scale, c.contested, c.note
                        from result_contest c join result r on r.id = c.result
                        where r.session = :session and c.account = :account
                        order by c.scale, c.said_at desc, c.id desc
                        """)
                .param("session", session.value())
                .param("account", account.value())
                .query(
                        row -> {
                            if (row.getBoolean("contested"))
                                notes.put(row.getString("scale"), row.getString("note"));
                        });
        return notes;
    }
}
