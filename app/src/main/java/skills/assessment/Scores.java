package skills.assessment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All scores of one going through.
 *
 * @param scales in the order of the instrument
 * @param agreement of choices with one another; null where the method has no such check or too
 *     little was answered
 */
public record Scores(List<ScaleScore> scales, @Nullable Agreement agreement) {

    /**
     * @param share of what the choices say of pairs that the fitted order says too, 0 to 1
     * @param p share of random tappers whose choices agree at least as well, 0 to 1
     */
    public record Agreement(double share, double p) {

        /** More than random taps do in 19 of 20 cases. */
        public boolean isBeyondChance() {
            return p <= .05;
        }
    }

    public Optional<ScaleScore> of(String scale) {
        return scales.stream().filter(s -> s.scale().equals(scale)).findFirst();
    }

    public boolean anyKnown() {
        return scales.stream().anyMatch(ScaleScore::isKnown);
    }
}
