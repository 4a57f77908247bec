package skills.evaluation.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one scale measured in this study.
 *
 * @param waves reliability at each wave that anybody answered
 * @param invariance whether the items measure the same at the first and the last wave
 * @param changes each item's mean at both waves, among those who answered it at both
 */
public record Measurement(
        String scale, List<Wave> waves, Part<Invariance> invariance, List<ItemChange> changes) {

    public Measurement {
        waves = List.copyOf(waves);
        changes = List.copyOf(changes);
    }

    public record Wave(
            String wave,
            int answered,
            Part<Alpha> alpha,
            Part<Omega> omega,
            Part<Ordinal> ordinal) {}

    /**
     * @param n persons who answered every item
     * @param interval Feldt's
     * @param error standard error of measurement of the score, in points of the scale
     */
    public record Alpha(int n, double alpha, Range interval, double error) {}

    /**
     * @param proper false when the factor model has an impossible answer: do not trust it then
     */
    public record Omega(int n, double omega, Range interval, boolean proper) {}

    /**
     * @param alpha of the variables behind the answers; @param omega of the score itself, for items
     *     with few answers
     */
    public record Ordinal(int n, double alpha, double omega) {}

    /**
     * @param holds the strictest of "configural", "metric", "scalar" that the guides let stand
     *     (change of CFI at most .010 down, RMSEA at most .015 up); null when none
     */
    public record Invariance(int n, List<Step> steps, @Nullable String holds) {
        public Invariance {
            steps = List.copyOf(steps);
        }
    }

    public record Step(
            String step,
            double chiSquared,
            int df,
            double cfi,
            @Nullable Double rmsea,
            double srmr,
            boolean converged) {}

    public record ItemChange(String item, int n, double first, double last) {}
}
