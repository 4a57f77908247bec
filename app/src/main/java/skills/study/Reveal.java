package skills.study;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    Reveal(Studies studies, Enrolments enrolments) {
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
        if (study.plan().allocation().unit() == Allocation.Unit.CLASS)
            return armOfUnit(study, enrolment.school(), enrolment.unit());
        return studies.nextArm(study.id(), stratum(study, enrolment)).map(TakenSlot::arm);
    }

    /** The arm of a class as the list has it; empty without a list, or for a class that is not on it. */
    Optional<String> armOfUnit(
            Study study, @Nullable String school, @Nullable String unit) {
        if (!study.isFrozen() || unit == null) return Optional.empty();
        return studies.armOfUnit(study.id(), school == null ? "" : school, unit)
                .map(TakenSlot::arm);
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
        long before =
                enrolments.tests(study.id()).stream()
                        .filter(e -> enrolments.arm(e.id()).isPresent())
                        .count();
        return DryRuns.arm(study.plan(), (int) before + 1);
    }
}
