package skills.study;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import skills.identity.Account;
import skills.passport.NextStepOffer;

/** What a study has for somebody now: an open wave, a question to take part, or waiting. */
@Component
class StudyOffer implements NextStepOffer {

    private final Studies studies;
    private final Enrolments enrolments;
    private final Waves waves;
    private final Askings askings;
    private final Joins joins;
    private final Withholding withholding;

    StudyOffer(
            Studies studies,
            Enrolments enrolments,
            Waves waves,
            Askings askings,
            Joins joins,
            Withholding withholding) {
        this.studies = studies;
        this.enrolments = enrolments;
        this.waves = waves;
        this.askings = askings;
        this.joins = joins;
        this.withholding = withholding;
    }

    @Override
    public Optional<Offer> of(Account account) {
        List<Enrolment> mine = enrolments.of(account.id());
        Optional<Withholding.Waits> waits = withholding.of(mine);
        for (Enrolment enrolment : mine) {
            if (!enrolment.isGoing()) continue;
            Study study = studies.find(enrolment.study()).orElseThrow();
            for (Waves.Standing wave : waves.of(study, enrolment))
                if (wave.isAsked())
                    return Optional.of(wave(study, enrolment, wave, waits.isPresent()));
        }
        if (waits.isPresent()) return waits.map(StudyOffer::waiting);
        joins.askedByClass(account.id());
        return askings.of(account.id()).stream()
                .filter(a -> mine.stream().noneMatch(e -> e.study().equals(a.study())))
                .filter(a -> askings.said(account.id(), a.study()).isEmpty())
                .flatMap(a -> studies.find(a.study()).stream())
                .filter(s -> joins.door(s).lets())
                .findFirst()
                .map(StudyOffer::asked);
    }

    private static Offer wave(
            Study study, Enrolment enrolment, Waves.Standing standing, boolean alone) {
        var wave = standing.wave();
        return new Offer(
                standing.begun() ? "study.next.half" : "study.next.wave",
                enrolment.wave(wave.id()),
                alone,
                words ->
                        new Object[] {
                            words.t(Texts.of(study.plan().title())),
                            standing.minutes(),
                            Texts.until(words, wave.closes()),
                            words.t(Texts.of(wave.name())),
                            wave.voucherCents() == 0
                                    ? ""
                                    : words.t(
                                            "study.voucher.for",
                                            Texts.euros(words, wave.voucherCents()))
                        });
    }

    private static Offer asked(Study study) {
        return new Offer(
                "study.next.asked",
                "/study/" + study.name() + "/join",
                false,
                words -> new Object[] {words.t(Texts.of(study.plan().title()))});
    }

    private static Offer waiting(Withholding.Waits waits) {
        LocalDateTime opens =
                LocalDateTime.ofInstant(waits.opens(), ZoneId.of(waits.study().plan().zone()));
        return new Offer(
                waits.first() ? "study.next.first" : "study.next.later",
                "/study",
                true,
                words ->
                        new Object[] {
                            words.t(Texts.of(waits.study().plan().title())),
                            Texts.moment(words, opens)
                        });
    }
}
