package skills.study;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** Whether those who took part can read what came out; each change is a row. */
@Repository
class StudyReleases {

    private final JdbcClient jdbc;
    private final Clock clock;

    StudyReleases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isOpen(StudyId study) {
        return jdbc.sql(
                        """
                        select open from study_release where study = :study
                        order by said_at desc, id desc limit 1
                        """)
                .param("study", study.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * @param by null for the demonstration
     */
    void say(StudyId study, boolean open, @Nullable AccountId by) {
        if (isOpen(study) == open) return;
        jdbc.sql(
                        """
                        insert into study_release (study, open, said_at, said_by)
                        values (:study, :open, :now, :by)
                        """)
                .param("study", study.value())
                .param("open", open)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by == null ? null : by.value())
                .update();
    }
}
