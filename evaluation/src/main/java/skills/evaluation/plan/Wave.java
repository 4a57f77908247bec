package skills.evaluation.plan;

import java.time.LocalDateTime;
import java.util.List;

/**
 * One time that the questions are asked.
 *
 * @param id T1, T2, T3
 * @param opens by the clock of the plan's place; @param closes likewise, the first moment that it
 *     is closed
 * @param instruments names of the questionnaires, in the order in which they are asked
 * @param voucherCents what a participant gets for it; 0 for nothing
 */
public record Wave(
        String id,
        Text name,
        LocalDateTime opens,
        LocalDateTime closes,
        Mode mode,
        List<String> instruments,
        int voucherCents) {

    public Wave {
        instruments = List.copyOf(instruments);
    }

    /** How it is asked. Where modes differ between waves or arms, the report names a confound. */
    public enum Mode {
        ONLINE,
        LESSON,
        PHONE
    }
}
