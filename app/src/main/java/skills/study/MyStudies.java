package skills.study;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import skills.identity.Account;

/** Gathers what a person sees of its studies. */
@Component
class MyStudies {

    private final Studies studies;
    private final Enrolments enrolments;
    private final Askings askings;
    private final Joins joins;
    private final Waves waves;
    private final Agreements agreements;
    private final Withholding withholding;
    private final Vouchers vouchers;
    private final Clock clock;

    MyStudies(
            Studies studies,
            Enrolments enrolments,
            Askings askings,
            Joins joins,
            Waves waves,
            Agreements agreements,
            Withholding withholding,
            Vouchers vouchers,
            Clock clock) {
        this.studies = studies;
        this.enrolments = enrolments;
        this.askings = askings;
        this.joins = joins;
        this.waves = waves;
        this.agreements = agreements;
        this.withholding = withholding;
        this.vouchers = vouchers;
        this.clock = clock;
    }

    MyStudyView of(Account account) {
        List<Enrolment> mine = enrolments.of(account.id());
        Optional<Withholding.Waits> waits = withholding.of(mine);
        List<Study> others =
                askings.of(account.id()).stream()
                        .filter(a -> mine.stream().noneMatch(e -> e.study().equals(a.study())))
                        .flatMap(a -> studies.find(a.study()).stream())
                        .filter(s -> joins.door(s).lets())
                        .toList();
        return new MyStudyView(
                others.stream().filter(s -> askings.said(account.id(), s.id()).isEmpty()).toList(),
                others.stream()
                        .filter(
                                s ->
                                        Joins.isChild(account)
                                                && askings.said(account.id(), s.id())
                                                        .filter(Askings.Said::takingPart)
                                                        .isPresent())
                        .toList(),
                mine.stream().map(e -> one(e, waits)).toList(),
                clock.instant());
    }

    MyStudyView.Mine one(Enrolment enrolment) {
        return one(enrolment, withholding.of(enrolment.account()));
    }

    /**
     * @param standings of all waves of the study, in order
     */
    MyStudyView.Mine one(Study study, Enrolment enrolment, List<Waves.Standing> standings) {
        return one(study, enrolment, standings, withholding.of(enrolment.account()));
    }

    private MyStudyView.Mine one(Enrolment enrolment, Optional<Withholding.Waits> waits) {
        Study study = studies.find(enrolment.study()).orElseThrow();
        return one(study, enrolment, waves.of(study, enrolment), waits);
    }

    private MyStudyView.Mine one(
            Study study,
            Enrolment enrolment,
            List<Waves.Standing> standings,
            Optional<Withholding.Waits> waits) {
        return new MyStudyView.Mine(
                study,
                enrolment,
                standings,
                enrolments
                        .arm(enrolment.id())
                        .map(a -> study.plan().arm(a.arm()).offered())
                        .orElse(null),
                waits.filter(w -> w.enrolment().id().equals(enrolment.id()))
                        .map(Withholding.Waits::opens)
                        .orElse(null),
                agreements.of(enrolment),
                vouchers.of(enrolment.account(), enrolment.study()));
    }
}
