package skills.vacancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a vacancy is still offered, apart from its last day.
 *
 * @param endedOn first day on which its source no longer named it; null while it does
 * @param takenDown an administrator took it down as a fake
 * @param sameAs the vacancy that is shown in its place, the same job from another source; null when
 *     it is shown itself
 */
public record Standing(@Nullable LocalDate endedOn, boolean takenDown, @Nullable VacancyId sameAs) {

    /** As a vacancy comes in. */
    public static final Standing FRESH = new Standing(null, false, null);

    boolean offeredOn(LocalDate day) {
        return !takenDown && sameAs == null && (endedOn == null || endedOn.isAfter(day));
    }
}
