package skills.study;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.PlanRules.Fault;
import skills.identity.Account;
import skills.platform.Problem;

/** What a researcher's pages need of a study. */
@Component
class StudyDesk {

    private final Studies studies;
    private final StudyUnits units;
    private final StudyScales scales;
    private final Clock clock;

    StudyDesk(Studies studies, StudyUnits units, StudyScales scales, Clock clock) {
        this.studies = studies;
        this.units = units;
        this.scales = scales;
        this.clock = clock;
    }

    /** A study that this researcher may see. */
    Study mine(Account researcher, UUID study) {
        return studies.ofResearcher(researcher.id(), new StudyId(study))
                .orElseThrow(Problem::notFound);
    }

    /** What stands in the way of freezing. */
    List<Fault> faults(Study study) {
        return Readiness.faults(
                study.plan(), units.of(study.id()), scales::isKnown, clock.instant());
    }

    /** How many classes are in its list. */
    int classes(Study study) {
        return units.of(study.id()).size();
    }

    /** Whether this part of the plan can still be changed. */
    boolean mayChange(Study study, PlanStep step) {
        return !study.isFrozen()
                || step == PlanStep.ANALYSIS && !study.isFirstWaveOver(clock.instant());
    }
}
