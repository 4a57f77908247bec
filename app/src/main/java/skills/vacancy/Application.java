package skills.vacancy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of applying for one vacancy.
 *
 * @param title the vacancy's, as it was when the person last said something
 * @param employer null when not named
 * @param place may be empty
 * @param since when the person said to have applied; of those who said it again, the last time
 * @param last what holds now
 * @param lastAt when the person said so
 */
public record Application(
        VacancyId vacancy,
        String title,
        @Nullable String employer,
        String place,
        @Nullable Instant since,
        What last,
        Instant lastAt) {

    /** In the person's own words: I applied, heard nothing, may come and talk, got it, … */
    public enum What {
        APPLIED,
        NOTHING,
        TALK,
        GOT,
        REJECTED,
        /** After all not. */
        DROPPED;

        /**
         * What one can say next, the likeliest first.
         *
         * @param last what holds now; null when nothing was said
         */
        public static List<What> after(@Nullable What last) {
            if (last == null) return List.of(APPLIED);
            return switch (last) {
                case APPLIED -> List.of(NOTHING, TALK, GOT, REJECTED, DROPPED);
                case NOTHING -> List.of(TALK, GOT, REJECTED, DROPPED);
                case TALK -> List.of(GOT, REJECTED, DROPPED);
                case GOT, REJECTED, DROPPED -> List.of(APPLIED);
            };
        }

        /** The answer is still open. */
        public boolean waiting() {
            return this == APPLIED || this == NOTHING || this == TALK;
        }

        /** Message key. */
        public String key() {
            return "applied." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
