package skills.assessment;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody's answers point on one scale.
 *
 * @param answered items of the scale that were answered; left out is not answered
 * @param estimate null when too few were answered, or the method could not tell: then nothing is
 *     said. In standard deviations around the middle (graded response), in log worth around the
 *     person's own mean (Plackett-Luce), or 0 to 4 (mean)
 * @param standardError of the estimate; null where the method gives none
 * @param lower of the 90% band; null with the standard error
 * @param upper of the 90% band
 * @param place 1 for the highest, ties share one; null unless the instrument orders its scales
 */
public record ScaleScore(
        String scale,
        int answered,
        @Nullable Double estimate,
        @Nullable Double standardError,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Integer place) {

    public boolean isKnown() {
        return estimate != null;
    }

    static ScaleScore unknown(String scale, int answered) {
        return new ScaleScore(scale, answered, null, null, null, null, null);
    }
}
