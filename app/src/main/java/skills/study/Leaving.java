package skills.study;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.assessment.Rounds;

/** Leaving a study: in the same second, without a reason. */
@Component
class Leaving {

    private final Enrolments enrolments;
    private final Agreements agreements;
    private final Askings askings;
    private final Rounds rounds;
    private final Studies studies;

    Leaving(
            Enrolments enrolments,
            Agreements agreements,
            Askings askings,
            Rounds rounds,
            Studies studies) {
        this.enrolments = enrolments;
        this.agreements = agreements;
        this.askings = askings;
        this.rounds = rounds;
        this.studies = studies;
    }

    /** Asked nothing more; what was answered stays and counts. */
    @Transactional
    void stop(Enrolment enrolment) {
        enrolments.stop(enrolment.id());
        rounds.close(enrolment.account(), enrolment.waves());
    }

    /**
     * Everything is deleted: answers, pseudonym, what was agreed to. The person counts as somebody
     * who once enrolled, and is not asked again by itself.
     */
    @Transactional
    void delete(Enrolment enrolment) {
        agreements.withdrawAll(enrolment);
        erase(enrolment);
        studies.find(enrolment.study())
                .ifPresent(
                        study ->
                                askings.say(
                                        study.id(),
                                        enrolment.account(),
                                        false,
                                        Set.of(),
                                        study.version()));
    }

    /** As {@link #delete}, for an account that goes as a whole. */
    @Transactional
    void erase(Enrolment enrolment) {
        rounds.erase(enrolment.account(), enrolment.waves());
        enrolments.delete(enrolment);
    }
}
