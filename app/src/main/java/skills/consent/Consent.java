package skills.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.AccountId;
import skills.platform.Words;

/**
 * A person lets somebody see something.
 *
 * @param recipient the reader as the person named it, 1 to 200 characters
 * @param purposeWords what for, in the person's words; empty unless the purpose is {@link
 *     Purpose#OTHER}
 * @param fields names of what may be seen, at least one; their meaning belongs to the room that
 *     asked
 * @param from first instant
 * @param until last day, as the day is where the users are ({@link Words#PLACE})
 * @param textVersion version of the words that the person agreed to
 * @param withdrawnAt when it was taken back; null while it was not
 */
public record Consent(
        ConsentId id,
        AccountId account,
        String recipient,
        Purpose purpose,
        String purposeWords,
        List<String> fields,
        LegalGround ground,
        Instant from,
        LocalDate until,
        String textVersion,
        Instant givenAt,
        @Nullable Instant withdrawnAt) {

    /** How it stands at some instant. */
    public enum State {
        NOT_YET,
        OPEN,
        EXPIRED,
        WITHDRAWN
    }

    /**
     * @throws IllegalArgumentException when nothing may be seen, or another purpose is not named
     */
    public Consent {
        if (fields.isEmpty()) throw new IllegalArgumentException("a consent to nothing");
        if (recipient.isBlank()) throw new IllegalArgumentException("a consent for nobody");
        if (purpose == Purpose.OTHER && purposeWords.isBlank())
            throw new IllegalArgumentException("no purpose named");
        fields = List.copyOf(fields);
    }

    /** Withdrawn counts from its very instant on, the last day counts to its end. */
    public State stateAt(Instant instant) {
        if (withdrawnAt != null && !instant.isBefore(withdrawnAt)) return State.WITHDRAWN;
        if (instant.isBefore(from)) return State.NOT_YET;
        return instant.isBefore(until.plusDays(1).atStartOfDay(Words.PLACE).toInstant())
                ? State.OPEN
                : State.EXPIRED;
    }

    /** Whether somebody reads what is the person's; false when it only counts in figures. */
    public boolean hasReader() {
        return Purpose.OF_READERS.contains(purpose);
    }

    public boolean validAt(Instant instant) {
        return stateAt(instant) == State.OPEN;
    }
}
