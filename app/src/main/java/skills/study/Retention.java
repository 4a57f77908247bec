package skills.study;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import skills.assessment.Rounds;
import skills.evaluation.data.StudyData;

/**
 * On the day that the plan names, what leads from answers to persons goes: enrolments with their
 * answers, who was asked, and the list of names. The data of the study stay as files under their
 * pseudonyms, so that the report can still be made and checked.
 */
@Component
class Retention {

    private final Studies studies;
    private final StudyDatas datas;
    private final Enrolments enrolments;
    private final Rounds rounds;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            Studies studies,
            StudyDatas datas,
            Enrolments enrolments,
            Rounds rounds,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.studies = studies;
        this.datas = datas;
        this.enrolments = enrolments;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each hour; every instance may do it at the same time. */
    @Scheduled(initialDelayString = "${skills.housekeeping.delay:PT10M}", fixedDelayString = "PT1H")
    void tidy() {
        studies.all().stream()
                .filter(this::isDue)
                .forEach(study -> transaction.executeWithoutResult(t -> cut(study)));
    }

    private boolean isDue(Study study) {
        return study.isFrozen()
                && !clock.instant()
                        .isBefore(
                                Agreements.until(study.plan())
                                        .atStartOfDay(ZoneId.of(study.plan().zone()))
                                        .toInstant());
    }

    private void cut(Study study) {
        studies.lock(study.id());
        StudyData data = datas.of(study.id());
        if (!data.participants().isEmpty())
            jdbc.sql(
                            """
                            insert into study_file (study, participants, responses, by_lot, loaded_at)
                            values (:study, :participants, :responses, :lot, :now) on conflict (study) do nothing
                            """)
                    .param("study", study.id().value())
                    .param("participants", StudySheets.participants(data))
                    .param("responses", StudySheets.responses(data))
                    .param("lot", data.byLot())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        for (Enrolment enrolment : enrolments.all(study.id()))
            rounds.erase(enrolment.account(), enrolment.waves());
        for (String table :
                List.of(
                        "study_enrolment",
                        "study_gone",
                        "study_person",
                        "study_asked",
                        "study_said",
                        "study_parent"))
            jdbc.sql("delete from " + table + " where study = :study")
                    .param("study", study.id().value())
                    .update();
    }
}
