package skills.evaluation.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Scale;

/**
 * Everything about one outcome, in the order in which it is to be read.
 *
 * @param unit standard deviation of the first wave within the arms, in points: what "sd" means
 *     below; null when nobody answered it
 * @param trajectory mean of each arm at each wave, all who answered it
 * @param adjustedP of the leading as-offered result: by Holm over the primary outcomes, by
 *     Benjamini and Hochberg over the others; null without a result
 * @param dose among all with use measured, adjusted for the first wave: who uses more may differ
 *     from who uses less in everything else
 */
public record OutcomeFinding(
        String scale,
        boolean primary,
        Outcome.Expected expected,
        Scale.Better better,
        double smallestOfInterest,
        @Nullable Double unit,
        List<Point> trajectory,
        AsOffered asOffered,
        @Nullable Double adjustedP,
        MissingFinding missing,
        Part<AmongUsers> amongUsers,
        List<Dose> dose,
        Size size,
        List<Sensitivity> sensitivity,
        Graded graded) {

    public OutcomeFinding {
        trajectory = List.copyOf(trajectory);
        dose = List.copyOf(dose);
        sensitivity = List.copyOf(sensitivity);
    }

    /**
     * @param mean null below ten persons: small groups are not shown
     */
    public record Point(
            String wave,
            boolean offered,
            int n,
            @Nullable Double mean,
            @Nullable Double sd,
            @Nullable Range interval) {}

    /** Points of the scale for each further sitting, or each further unit of log(1 + minutes). */
    public record Dose(Kind kind, Part<Effect> effect) {
        public enum Kind {
            SITTINGS,
            LOG_MINUTES
        }
    }
}
