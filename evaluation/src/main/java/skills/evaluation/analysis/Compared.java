package skills.evaluation.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Two groups before the offer, without a p value: that would answer a question nobody has.
 *
 * @param name "age", "female", or the id of a scale (at the first wave)
 * @param difference mean of the group less that of the reference over the root of the mean of the
 *     two variances; null when there is no spread or too few
 * @param varianceRatio of the group over the reference; null likewise
 * @param alike null without a difference
 */
public record Compared(
        String name,
        Summary group,
        Summary reference,
        @Nullable Double difference,
        @Nullable Double varianceRatio,
        @Nullable Alike alike) {

    /**
     * @param mean null for nobody; for "female" a share; @param sd null below two persons
     */
    public record Summary(int n, @Nullable Double mean, @Nullable Double sd) {}

    /** By the size of the difference, as the What Works Clearinghouse has it for a baseline. */
    public enum Alike {
        /** At most .05. */
        ALIKE,
        /** Above .05, at most .25: fine when the analysis adjusts for it. */
        ADJUST,
        /** Above .25: no adjustment makes up for that. */
        TOO_DIFFERENT;

        public static Alike of(double difference) {
            double size = Math.abs(difference);
            return size <= .05 ? ALIKE : size <= .25 ? ADJUST : TOO_DIFFERENT;
        }
    }
}
