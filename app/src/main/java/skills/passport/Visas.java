package skills.passport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import skills.consent.AccessLog;
import skills.consent.Consent;
import skills.consent.ConsentId;
import skills.consent.Purpose;
import skills.kernel.LocalizedText;

/** Consents and readings as their holder sees them. */
@Component
class Visas {

    private final SharedResults results;
    private final Clock clock;

    Visas(SharedResults results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    /**
     * @param what the word of the place that was read, for the message
     * @param results titles of questionnaires of which the reader saw a result
     */
    record Reading(AccessLog.Entry entry, String what, List<LocalizedText> results) {}

    Visa of(Consent consent) {
        return Visa.of(consent, results.held(consent), clock);
    }

    /** Counting in figures about a group: nobody reads anything. */
    record Counting(ConsentId id, String group, LocalDate until) {}

    /** Those of the consents that let the person count in figures now. */
    List<Counting> counting(List<Consent> consents) {
        return consents.stream()
                .filter(c -> c.purpose() == Purpose.GROUP_FIGURES && c.validAt(clock.instant()))
                .map(c -> new Counting(c.id(), c.recipient(), c.until()))
                .toList();
    }

    List<Reading> readings(List<AccessLog.Entry> entries) {
        return entries.stream().map(this::reading).toList();
    }

    private Reading reading(AccessLog.Entry entry) {
        List<String> words = Arrays.asList(entry.what().split("\\."));
        return new Reading(
                entry,
                words.getFirst(),
                words.stream().skip(1).flatMap(w -> results.title(w).stream()).toList());
    }

    /** What is written in the log when a reader opens a place: the place, and each result on it. */
    static String what(String place, SharedPassport passport) {
        return String.join(
                ".",
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(place),
                                passport.results().stream()
                                        .map(r -> r.instrument().id().name())
                                        .distinct())
                        .toList());
    }
}
