package skills.passport;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skills.consent.Consent;
import skills.consent.ConsentId;
import skills.consent.Purpose;
import skills.platform.Words;

/**
 * One consent as its holder sees it.
 *
 * @param id also the address under /share
 * @param daysLeft after today
 * @param withdrawnAt null while it was not
 * @param contents what may be seen, part by part, without results
 * @param results of questionnaires that it names
 */
record Visa(
        ConsentId id,
        String recipient,
        Purpose purpose,
        String purposeWords,
        LocalDate from,
        LocalDate until,
        long daysLeft,
        Consent.State state,
        @Nullable Instant withdrawnAt,
        List<Content> contents,
        List<SharedResults.Held> results) {

    /**
     * @param count how many of them; 1 for what comes once
     */
    record Content(ShareField.Part part, int count) {

        /** Of the message that names it. */
        String key() {
            return "share.content."
                    + part
                    + (part == ShareField.Part.ABOUT ? "" : count == 1 ? ".1" : ".n");
        }
    }

    static Visa of(Consent consent, List<SharedResults.Held> results, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PLACE);
        List<ShareField> fields = consent.fields().stream().map(ShareField::parse).toList();
        return new Visa(
                consent.id(),
                consent.recipient(),
                consent.purpose(),
                consent.purposeWords(),
                LocalDate.ofInstant(consent.from(), Words.PLACE),
                consent.until(),
                ChronoUnit.DAYS.between(today, consent.until()),
                consent.stateAt(clock.instant()),
                consent.withdrawnAt(),
                Arrays.stream(ShareField.Part.values())
                        .filter(part -> part != ShareField.Part.RESULT)
                        .map(
                                part ->
                                        new Content(
                                                part,
                                                (int)
                                                        fields.stream()
                                                                .filter(f -> f.part() == part)
                                                                .count()))
                        .filter(c -> c.count() > 0)
                        .toList(),
                results);
    }

    /**
     * "your name and sentence, 9 skills and 1 diploma"; of an open one without what is hidden.
     * Empty when all of it is.
     */
    String contents(Words words) {
        List<String> all =
                Stream.concat(
                                contents.stream().map(c -> words.t(c.key(), c.count())),
                                results.stream()
                                        .filter(r -> !open() || r.released())
                                        .map(
                                                r ->
                                                        words.t(
                                                                "share.content.RESULT",
                                                                words.t(r.title()),
                                                                String.join(
                                                                        ", ",
                                                                        r.scales().stream()
                                                                                .map(words::t)
                                                                                .toList()))))
                        .toList();
        int last = all.size() - 1;
        return last < 1
                ? String.join("", all)
                : String.join(", ", all.subList(0, last))
                        + " "
                        + words.t("share.and")
                        + " "
                        + all.get(last);
    }

    boolean open() {
        return state == Consent.State.OPEN;
    }
}
