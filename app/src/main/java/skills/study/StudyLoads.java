package skills.study;

import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.data.StudyFileFault;
import skills.evaluation.data.StudyFiles;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFault;
import skills.evaluation.plan.PlanFile;
import skills.identity.Account;
import skills.identity.OrganizationId;
import skills.kernel.AccountId;

/** Studies that were held elsewhere and come as files. */
@Component
class StudyLoads {

    private final Studies studies;
    private final JdbcClient jdbc;
    private final Clock clock;

    StudyLoads(Studies studies, JdbcClient jdbc, Clock clock) {
        this.studies = studies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    sealed interface Outcome {}

    /**
     * @param notRead cells and rows that could not be used
     */
    record Loaded(StudyId study, int notRead) implements Outcome {}

    /**
     * @param problem key of a message; @param detail may be empty
     */
    record Refused(String problem, String detail) implements Outcome {}

    @Transactional
    Outcome load(
            OrganizationId organization,
            Account by,
            String plan,
            String participants,
            String responses) {
        return load(organization, by.id(), by.demo(), false, plan, participants, responses);
    }

    /**
     * A study of the demonstration, without a researcher, whose lot was drawn here; not again when
     * its name is there.
     */
    @Transactional
    Outcome loadDemo(
            OrganizationId organization, String plan, String participants, String responses) {
        return load(organization, null, true, true, plan, participants, responses);
    }

    /** Whether its answers stand here as files. */
    boolean isLoaded(StudyId study) {
        return jdbc.sql("select exists (select from study_file where study = :study)")
                .param("study", study.value())
                .query(Boolean.class)
                .single();
    }

    private Outcome load(
            OrganizationId organization,
            @Nullable AccountId by,
            boolean demo,
            boolean byLot,
            String planText,
            String participants,
            String responses) {
        if (planText.isBlank() || participants.isBlank() || responses.isBlank())
            return new Refused("study.load.missing", "");
        Plan plan;
        StudyFiles.Loaded loaded;
        try {
            plan = PlanFile.read(planText);
            loaded =
                    StudyFiles.read(
                            plan, new StringReader(participants), new StringReader(responses));
        } catch (PlanFault e) {
            return new Refused("study.load.plan", e.where() + " " + e.getMessage());
        } catch (StudyFileFault e) {
            return new Refused(
                    e.file() == StudyFiles.Which.PARTICIPANTS
                            ? "study.load.participants"
                            : "study.load.responses",
                    e.getMessage());
        }
        if (loaded.data().participants().isEmpty()) return new Refused("study.load.nobody", "");
        Optional<StudyId> made = studies.make(plan, organization, by, demo);
        if (made.isEmpty()) return new Refused("study.load.name", plan.name());
        jdbc.sql(
                        """
                        insert into study_file (study, participants, responses, by_lot, loaded_at, loaded_by)
                        values (:study, :participants, :responses, :lot, :now, :by)
                        """)
                .param("study", made.get().value())
                .param("participants", participants)
                .param("responses", responses)
                .param("lot", byLot)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by == null ? null : by.value())
                .update();
        return new Loaded(made.get(), loaded.faults().size());
    }
}
