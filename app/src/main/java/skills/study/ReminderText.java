package skills.study;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import skills.assessment.Rounds;
import skills.evaluation.plan.Wave;
import skills.kernel.Language;
import skills.platform.Words;

/**
 * The words of a reminder: in Dutch and below that in English, because the language that somebody
 * reads in is not kept.
 */
@Component
class ReminderText {

    private static final String BETWEEN = "\n\n---\n\n";

    private final MessageSource messages;
    private final Rounds rounds;
    private final String origin;

    ReminderText(MessageSource messages, Rounds rounds, @Value("${skills.origin}") String origin) {
        this.messages = messages;
        this.rounds = rounds;
        this.origin = origin;
    }

    record Text(String subject, String body) {}

    Text write(Study study, Wave wave, Enrolment enrolment) {
        var nl = new Words(messages, Language.NL);
        var en = new Words(messages, Language.EN);
        var standing = rounds.of(enrolment.wave(wave.id()));
        boolean begun = standing.filter(s -> s.answered() > 0).isPresent();
        int minutes =
                standing.map(Rounds.Standing::minutesLeft)
                        .orElseGet(() -> (rounds.seconds(wave.instruments()) + 59) / 60);
        return new Text(
                nl.t("mail.study.remind.subject", nl.t(Texts.of(wave.name()))),
                body(nl, study, wave, enrolment, begun, minutes)
                        + BETWEEN
                        + body(en, study, wave, enrolment, begun, minutes));
    }

    private String body(
            Words words, Study study, Wave wave, Enrolment enrolment, boolean begun, int minutes) {
        return words.t(
                begun ? "mail.study.remind.half" : "mail.study.remind.text",
                words.t(Texts.of(study.plan().title())),
                words.t(Texts.of(wave.name())),
                words.number(minutes),
                Texts.until(words, wave.closes()),
                origin + enrolment.wave(wave.id()),
                origin + "/study",
                wave.voucherCents() == 0
                        ? ""
                        : words.t("study.voucher.for", Texts.euros(words, wave.voucherCents()))
                                + "\n\n");
    }
}
