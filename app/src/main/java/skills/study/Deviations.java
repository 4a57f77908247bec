package skills.study;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** What went otherwise than the frozen plan says; never changed, and printed in the report. */
@Repository
class Deviations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deviations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param who as the researcher wants to be named; empty when that person was erased
     */
    record Deviation(Instant at, String who, String what, String why) {}

    /** The first one first. */
    List<Deviation> of(StudyId study) {
        return jdbc.sql(
                        """
                        select said_at, who, what, why from study_deviation
                        where study = :study order by said_at, id
                        """)
                .param("study", study.value())
                .query(
                        (row, n) ->
                                new Deviation(
                                        row.getTimestamp("said_at").toInstant(),
                                        row.getString("who"),
                                        row.getString("what"),
                                        row.getString("why")))
                .list();
    }

    void say(StudyId study, AccountId by, String who, String what, String why) {
        jdbc.sql(
                        """
                        insert into study_deviation (study, said_at, said_by, who, what, why)
                        values (:study, :now, :by, :who, :what, :why)
                        """)
                .param("study", study.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .param("who", who)
                .param("what", what)
                .param("why", why)
                .update();
    }
}
