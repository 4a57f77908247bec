package skills.study;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import skills.evaluation.plan.ConsentText;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Text;
import skills.kernel.LocalizedText;
import skills.platform.Words;

/** The words of a plan, and its times, on a page. */
final class Texts {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int CENTS = 100;

    /** What a plan asks that names no purpose of its own. */
    private static final ConsentText ANSWERS =
            new ConsentText(
                    "answers",
                    new Text(
                            "De onderzoekers mogen mijn antwoorden gebruiken, zonder mijn naam erbij.",
                            "The researchers may use my answers, without my name."),
                    "6(1)(a)",
                    true);

    private Texts() {}

    static LocalizedText of(Text text) {
        return new LocalizedText(text.nl(), text.en());
    }

    /** The purposes that are asked for, at least one. */
    static List<ConsentText> consents(Plan plan) {
        return plan.consents().isEmpty() ? List.of(ANSWERS) : plan.consents();
    }

    /** Tells one wording from another: the version of the plan and a fingerprint of the words. */
    static String version(Study study, ConsentText consent) {
        String words = consent.text().nl() + "\n" + consent.text().en();
        return study.name()
                + " v"
                + study.version()
                + " "
                + PlanFile.sha256(words).substring(0, 12);
    }

    /** "8 maart 2026, 09:00" by the clock of the plan's place. */
    static String moment(Words words, LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? words.date(time.toLocalDate())
                : words.date(time.toLocalDate()) + ", " + CLOCK.format(time);
    }

    /** "tot en met 8 maart 2026" when it closes at midnight, else "tot 8 maart 2026, 16:00". */
    static String until(Words words, LocalDateTime closes) {
        return closes.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? words.t("study.until.day", words.date(closes.toLocalDate().minusDays(1)))
                : words.t("study.until.time", moment(words, closes));
    }

    /** "€ 10" or "€ 7,50" and in English "€10" or "€7.50". */
    static String euros(Words words, int cents) {
        return words.t(
                "study.euros",
                cents % CENTS == 0
                        ? words.number(cents / CENTS)
                        : words.decimal(cents / (double) CENTS, 2));
    }
}
