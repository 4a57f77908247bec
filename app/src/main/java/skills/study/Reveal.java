package skills.study;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.allocation.Stratum;
import skills.evaluation.allocation.Unit;
import skills.evaluation.plan.Allocation;

/** Tells the arm, once, after consent and the first wave. */
@Component
class Reveal {

    private static final Logger LOG = LoggerFactory.getLogger(Reveal.class);

    private final Studies studies;
    private final Enrolments enrolments;
    private final JdbcClient jdbc;

    Reveal(Studies studies, Enrolments enrolments, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.studies = studies;
        this.enrolments = enrolments;
    }

    /** Takes the arm off the concealed list, in the transaction of the answer before it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void arm(Study study, Enrolment enrolment) {
        enrolments.lock(enrolment.id());
        if (enrolments.arm(enrolment.id()).isPresent()) return;
        Optional<String> arm =
                enrolment.test() ? Optional.of(trial(study, enrolment)) : listed(study, enrolment);
        if (arm.isEmpty())
            // The answers stand all the same: whoever runs the study sees who has no arm.
            LOG.warn("no arm left in study {}", study.name());
        arm.ifPresent(a -> enrolments.assign(enrolment, a));
    }

    private Optional<String> listed(Study study, Enrolment enrolment) {
        if (study.plan().allocation().unit() == Allocation.Unit.PERSON)
            return studies.nextArm(study.id(), stratum(study, enrolment)).map(TakenSlot::arm);
        return enrolment.unit() == null
                ? Optional.empty()
                : studies.armOfUnit(
                                study.id(),
                                enrolment.school() == null ? "" : enrolment.school(),
                                enrolment.unit())
                        .map(TakenSlot::arm);
    }

    /**
     * The arms of classes as the list has them, by {@link #cluster}: of whoever enrolled in a class
     * and left out the first wave. Nothing is taken. Empty where persons are allocated.
     */
    Map<String, String> ofClasses(Study study) {
        if (study.plan().allocation().unit() == Allocation.Unit.PERSON) return Map.of();
        Map<String, String> arms = new HashMap<>();
        jdbc.sql("select school, unit, arm from study_slot where study = :study and unit <> ''")
                .param("study", study.id().value())
                .query(
                        row -> {
                            arms.put(
                                    cluster(row.getString("school"), row.getString("unit")),
                                    row.getString("arm"));
                        });
        return arms;
    }

    static String cluster(@Nullable String school, @Nullable String unit) {
        return (school == null ? "" : school) + "/" + (unit == null ? "" : unit);
    }

    static String stratum(Study study, Enrolment enrolment) {
        return Stratum.name(
                study.plan().allocation().strata(),
                column ->
                        column.equals(Unit.SCHOOL)
                                ? enrolment.school()
                                : enrolment.facts().get(column));
    }

    /** Whoever tries the study out goes round the arms. */
    private String trial(Study study, Enrolment enrolment) {
        Map<EnrolmentId, Assignment> arms = enrolments.arms(study.id());
        long before =
                enrolments.tests(study.id()).stream().filter(e -> arms.containsKey(e.id())).count();
        return DryRuns.arm(study.plan(), (int) before + 1);
    }
}
