package skills.study;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Plan;
import skills.kernel.AccountId;

/** Trying a study with test persons before it is frozen. */
@Repository
class DryRuns {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<DryRunPart> parts;

    DryRuns(JdbcClient jdbc, Clock clock, List<DryRunPart> parts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.parts = parts;
    }

    /** Whether test persons can take part now: begun, not erased yet. */
    boolean isOpen(StudyId study) {
        return open(study).isPresent();
    }

    /** Once begun it is open until it is erased; beginning it again changes nothing. */
    @Transactional
    void begin(StudyId study, AccountId by) {
        if (isOpen(study)) return;
        jdbc.sql("insert into study_dry_run (study, begun_at, begun_by) values (:study, :now, :by)")
                .param("study", study.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
    }

    /** Erases everything of the test persons, and notes that it was done. */
    @Transactional
    void erase(StudyId study, @Nullable AccountId by) {
        Optional<UUID> run = open(study);
        if (run.isEmpty()) return;
        int rows = 0;
        for (DryRunPart part : parts) rows += part.erase(study);
        jdbc.sql(
                        """
                        insert into study_dry_run_erased (run, erased_at, erased_by, rows)
                        values (:run, :now, :by, :rows) on conflict do nothing
                        """)
                .param("run", run.get())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by == null ? null : by.value())
                .param("rows", rows)
                .update();
    }

    private Optional<UUID> open(StudyId study) {
        return jdbc.sql(
                        """
                        select id from study_dry_run r where study = :study
                          and not exists (select from study_dry_run_erased e where e.run = r.id)
                        order by begun_at desc limit 1
                        """)
                .param("study", study.value())
                .query(UUID.class)
                .optional();
    }

    /**
     * The arm that a test person tries. It comes from no list: the arms go round, each by its
     * share.
     *
     * @param number of the test person, or of the class, from 1
     */
    static String arm(Plan plan, int number) {
        int shares = plan.arms().stream().mapToInt(Arm::share).sum();
        int at = (number - 1) % shares;
        for (Arm arm : plan.arms()) {
            if (at < arm.share()) return arm.id();
            at -= arm.share();
        }
        throw new IllegalStateException("a plan without arms");
    }
}
