package skills.study;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.GroupId;
import skills.identity.Memberships;

/**
 * How far a class is, for its teacher. Whoever begun or finished is counted in steps of five: one
 * person more or less, and so one who refuses or stops, is not to be seen. Who stopped later counts
 * on.
 */
@Repository
class ClassCounts {

    static final int STEP = 5;

    private final Memberships memberships;
    private final JdbcClient jdbc;

    ClassCounts(Memberships memberships, JdbcClient jdbc) {
        this.memberships = memberships;
        this.jdbc = jdbc;
    }

    /**
     * @param joined in the class by its code, whether or not they take part: exact
     * @param begun at least so many began the wave, those who finished included; 0 for fewer than
     *     five
     * @param done at least so many finished it; likewise
     */
    record Counts(int joined, int begun, int done) {

        /** Tells one picture from another. */
        String mark() {
            return joined + "-" + begun + "-" + done;
        }
    }

    /**
     * @param wave empty while none is open
     */
    Counts of(StudyId study, GroupId group, String wave) {
        UUID[] members = memberships.in(group).stream().map(a -> a.value()).toArray(UUID[]::new);
        return jdbc.sql(
                        """
                        select count(*) filter (where b.enrolment is not null or a.enrolment is not null) as begun,
                               count(a.enrolment) as done
                        from study_enrolment e
                        left join study_wave_begun b on b.enrolment = e.id and b.wave = :wave
                        left join study_wave_answered a on a.enrolment = e.id and a.wave = :wave
                        where e.study = :study and not e.test and e.account = any(:members)
                        """)
                .param("study", study.value())
                .param("wave", wave)
                .param("members", members)
                .query(
                        (row, n) ->
                                new Counts(
                                        members.length,
                                        floor(row.getInt("begun")),
                                        floor(row.getInt("done"))))
                .single();
    }

    private static int floor(int count) {
        return count / STEP * STEP;
    }
}
