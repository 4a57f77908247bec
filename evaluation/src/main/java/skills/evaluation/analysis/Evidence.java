package skills.evaluation.analysis;

import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Scale;

/**
 * What the grade of one outcome rests on, and nothing else: {@link Grading} looks at no other
 * number.
 *
 * @param byLot whether a lot decided
 * @param classes allocated as a whole and in the analysis; 0 when persons were allocated
 * @param smallestPossibleP that these classes can give; 0 where that is no limit
 * @param estimate of the leading as-offered result, in points; null without a result
 * @param interval of it; null without a result
 * @param adjustedP of it, corrected for several outcomes; null without a result
 * @param equivalenceP that the effect is too small to matter; null without a result
 * @param bound smallest effect of interest, in points
 * @param imputed interval with the missing answers filled in; null where that could not be done
 * @param nothingMissing whether no answer was missing, so that nothing needed filling in
 * @param lee bounds whatever the missing answers were; null where these could not be computed
 * @param tippingSd how far the missing answers must lie off to turn the conclusion, in standard
 *     deviations; null when no move up to one does
 * @param startedDifferent the arms differed too much at the first wave, among those analysed
 * @param modesDiffer first and last wave were asked in another way
 * @param contaminated share of the controls that opened the passport
 * @param reliability of the scale at the last wave; null when not known
 * @param alpha chance of a false alarm
 */
public record Evidence(
        boolean primary,
        boolean byLot,
        int classes,
        double smallestPossibleP,
        AttritionFinding.Verdict attrition,
        @Nullable Double estimate,
        @Nullable Range interval,
        @Nullable Double adjustedP,
        @Nullable Double equivalenceP,
        double bound,
        @Nullable Range imputed,
        boolean nothingMissing,
        @Nullable Range lee,
        @Nullable Double tippingSd,
        boolean startedDifferent,
        boolean modesDiffer,
        double contaminated,
        @Nullable Double reliability,
        Scale.Better better,
        Outcome.Expected expected,
        double alpha) {}
