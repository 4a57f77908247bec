package skills.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came out when a questionnaire was completed. It names everything it was computed with, so
 * that it can be computed again from the answers at any time.
 *
 * @param scoring version of the scoring
 * @param norms version of the norms; null: compared with nobody
 * @param answered questions answered; @param asked questions asked
 */
public record Result(
        ResultId id,
        SessionId session,
        InstrumentId instrument,
        String scoring,
        @Nullable String norms,
        Instant at,
        int answered,
        int asked,
        Scores scores) {}
