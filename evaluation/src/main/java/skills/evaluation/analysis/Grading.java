package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.Graded.Conclusion;
import skills.evaluation.analysis.Graded.Direction;
import skills.evaluation.analysis.Graded.Reason;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Scale;

/**
 * The rules by which a result becomes a sentence. Two things can be concluded: that the offered
 * differ from the control, and that an effect worth having is ruled out. Each gets a grade of its
 * own; the higher one is the answer, and of equal ones the difference. When neither gets further
 * than CANNOT_TELL the data do not decide.
 *
 * <table>
 * <caption>A difference</caption>
 * <tr><th>At most</th><th>when</th></tr>
 * <tr><td>CANNOT_TELL</td><td>there is no result; the corrected p is not below alpha or the
 *   interval holds 0; no allocation of the classes could give a p of alpha or below; attrition is
 *   SEVERE; attrition is HIGH and the bounds for missing answers hold 0, or are not known</td></tr>
 * <tr><td>HINT</td><td>no lot decided; attrition is HIGH; the outcome is not a primary one; the
 *   arms differed by more than .25 standard deviation at the first wave and no lot with few losses
 *   makes up for it; with the missing answers filled in the interval holds 0 or lies on the other
 *   side, or they could not be filled in; fewer than 10 classes; the scale's reliability is below
 *   .60</td></tr>
 * <tr><td>PROBABLY</td><td>attrition is SOME and the bounds for missing answers hold 0; a move of
 *   the missing answers by half a standard deviation or less turns it; fewer than 20 classes; the
 *   corrected p is .005 or above; more than 5% of the controls opened the passport; first and last
 *   wave were asked in another way; it goes against what was expected</td></tr>
 * <tr><td>STRONG</td><td>none of these</td></tr>
 * </table>
 *
 * <table>
 * <caption>No effect of the size that matters</caption>
 * <tr><th>At most</th><th>when</th></tr>
 * <tr><td>CANNOT_TELL</td><td>there is no result; the two one-sided tests do not both reject at
 *   alpha; no allocation of the classes could give a p of alpha or below; attrition is SEVERE;
 *   attrition is HIGH and the bounds for missing answers reach past what matters, or are not known
 *   </td></tr>
 * <tr><td>HINT</td><td>no lot decided; attrition is HIGH; not a primary outcome; the arms differed
 *   as above; with the missing answers filled in the interval reaches past what matters, or they
 *   could not be filled in; fewer than 10 classes; reliability below .60; more than 5% of the
 *   controls opened the passport, which hides an effect</td></tr>
 * <tr><td>PROBABLY</td><td>otherwise: that something is not there is never called strong</td></tr>
 * </table>
 *
 * <p>Less data never raises a grade: every rule looks at a p value, an interval, a number of
 * classes or a share, and each of them only gets worse when the sample is cut and the estimate
 * stays.
 */
public final class Grading {
    static final double LEAST_RELIABILITY = .60;
    static final double CONTAMINATION = .05;
    static final double STRONG_P = .005;
    static final double NEAR_TIPPING = .5;
    static final int FEW_CLASSES = 10;
    static final int ENOUGH_CLASSES = 20;

    private Grading() {}

    /** A grade, and what keeps it from the next. */
    private record Capped(Grade grade, Set<Reason> reasons) {}

    public static Graded of(Evidence e) {
        Capped difference = difference(e);
        Capped nothing = nothing(e);
        boolean differs = difference.grade != Grade.CANNOT_TELL;
        boolean ruledOut = nothing.grade != Grade.CANNOT_TELL;
        if (!differs && !ruledOut)
            return new Graded(
                    Conclusion.UNDECIDED,
                    Direction.NONE,
                    Grade.CANNOT_TELL,
                    List.copyOf(difference.reasons));
        if (differs && difference.grade.compareTo(nothing.grade) >= 0)
            return new Graded(
                    ruledOut ? Conclusion.DIFFERENCE_TOO_SMALL_TO_MATTER : Conclusion.DIFFERENCE,
                    direction(e),
                    difference.grade,
                    reasons(difference, ruledOut));
        return new Graded(
                differs
                        ? Conclusion.DIFFERENCE_TOO_SMALL_TO_MATTER
                        : Conclusion.NO_EFFECT_OF_THIS_SIZE,
                differs ? direction(e) : Direction.NONE,
                nothing.grade,
                reasons(nothing, differs));
    }

    private static List<Reason> reasons(Capped capped, boolean tooSmall) {
        List<Reason> all = new ArrayList<>(capped.reasons);
        if (tooSmall) all.add(Reason.SMALLER_THAN_MATTERS);
        if (all.isEmpty()) all.add(Reason.DECIDED);
        return all;
    }

    private static Capped difference(Evidence e) {
        EnumSet<Reason> none = shared(e);
        if (e.estimate() != null) {
            if (e.interval() == null || e.interval().holds(0)) none.add(Reason.INTERVAL_HOLDS_ZERO);
            else if (!(e.adjustedP() != null && e.adjustedP() < e.alpha()))
                none.add(Reason.NOT_AFTER_CORRECTION);
            if (e.attrition() == AttritionFinding.Verdict.HIGH
                    && (e.lee() == null || e.lee().holds(0)))
                none.add(Reason.ATTRITION_HIGH_AND_BOUNDS_HOLD_ZERO);
        }
        if (!none.isEmpty()) return new Capped(Grade.CANNOT_TELL, none);
        EnumSet<Reason> hint = hints(e);
        if (!e.nothingMissing() && (e.imputed() == null || turns(e.imputed(), e.estimate())))
            hint.add(Reason.MISSING_ANSWERS_CHANGE_IT);
        EnumSet<Reason> probably = EnumSet.noneOf(Reason.class);
        if (e.attrition() == AttritionFinding.Verdict.SOME && (e.lee() == null || e.lee().holds(0)))
            probably.add(Reason.MISSING_ANSWERS_CHANGE_IT);
        if (e.tippingSd() != null && Math.abs(e.tippingSd()) <= NEAR_TIPPING)
            probably.add(Reason.MISSING_ANSWERS_CHANGE_IT);
        if (e.classes() > 0 && e.classes() < ENOUGH_CLASSES) probably.add(Reason.FEW_CLASSES);
        if (e.adjustedP() == null || e.adjustedP() >= STRONG_P)
            probably.add(Reason.EVIDENCE_MODEST);
        if (e.contaminated() > CONTAMINATION) probably.add(Reason.CONTAMINATED);
        if (e.modesDiffer()) probably.add(Reason.MODES_DIFFER);
        if (isAgainst(e)) probably.add(Reason.AGAINST_EXPECTATION);
        if (!hint.isEmpty()) {
            hint.addAll(probably);
            return new Capped(Grade.HINT, hint);
        }
        return new Capped(probably.isEmpty() ? Grade.STRONG : Grade.PROBABLY, probably);
    }

    private static Capped nothing(Evidence e) {
        EnumSet<Reason> none = shared(e);
        if (!(e.equivalenceP() != null && e.equivalenceP() < e.alpha()))
            none.add(Reason.INTERVAL_HOLDS_ZERO);
        if (e.attrition() == AttritionFinding.Verdict.HIGH && !isWithin(e.lee(), e.bound()))
            none.add(Reason.ATTRITION_HIGH_AND_BOUNDS_HOLD_ZERO);
        if (!none.isEmpty()) return new Capped(Grade.CANNOT_TELL, none);
        EnumSet<Reason> hint = hints(e);
        if (!e.nothingMissing() && !isWithin(e.imputed(), e.bound()))
            hint.add(Reason.MISSING_ANSWERS_CHANGE_IT);
        if (e.contaminated() > CONTAMINATION) hint.add(Reason.CONTAMINATED);
        return new Capped(hint.isEmpty() ? Grade.PROBABLY : Grade.HINT, hint);
    }

    /** What rules out any conclusion. */
    private static EnumSet<Reason> shared(Evidence e) {
        EnumSet<Reason> none = EnumSet.noneOf(Reason.class);
        if (e.estimate() == null) none.add(Reason.NO_RESULT);
        if (e.smallestPossibleP() > e.alpha()) none.add(Reason.TOO_FEW_CLASSES);
        if (e.attrition() == AttritionFinding.Verdict.SEVERE) none.add(Reason.ATTRITION_SEVERE);
        return none;
    }

    /** What keeps any conclusion at a hint. */
    private static EnumSet<Reason> hints(Evidence e) {
        EnumSet<Reason> hint = EnumSet.noneOf(Reason.class);
        if (!e.byLot()) hint.add(Reason.NO_LOT);
        if (e.attrition() == AttritionFinding.Verdict.HIGH) hint.add(Reason.ATTRITION_HIGH);
        if (!e.primary()) hint.add(Reason.NOT_PRIMARY);
        // A lot leaves differences too, but by chance, which the interval counts.
        boolean lotHolds = e.byLot() && e.attrition() != AttritionFinding.Verdict.HIGH;
        if (e.startedDifferent() && !lotHolds) hint.add(Reason.STARTED_DIFFERENT);
        if (e.classes() > 0 && e.classes() < FEW_CLASSES) hint.add(Reason.FEW_CLASSES);
        if (e.reliability() != null && e.reliability() < LEAST_RELIABILITY)
            hint.add(Reason.UNRELIABLE_SCALE);
        return hint;
    }

    private static boolean turns(Range range, @Nullable Double estimate) {
        return range.holds(0) || estimate == null || range.low() > 0 != estimate > 0;
    }

    private static boolean isWithin(@Nullable Range range, double bound) {
        return range != null && range.low() > -bound && range.high() < bound;
    }

    private static boolean isAgainst(Evidence e) {
        return e.estimate() != null
                && (e.expected() == Outcome.Expected.RISES && e.estimate() < 0
                        || e.expected() == Outcome.Expected.FALLS && e.estimate() > 0);
    }

    private static Direction direction(Evidence e) {
        boolean up = e.estimate() != null && e.estimate() > 0;
        return e.better() == Scale.Better.NEITHER
                ? up ? Direction.HIGHER : Direction.LOWER
                : up == (e.better() == Scale.Better.HIGH) ? Direction.BETTER : Direction.WORSE;
    }

    /**
     * The answer to the question of the study, from its primary outcomes. A difference on one of
     * them is enough, as their p values were corrected for there being several: the surest counts.
     * Without any, an effect worth having is ruled out only when it is for all, and as surely as
     * for the least sure one. Where some differ for the better and others for the worse, the study
     * as a whole says nothing one way: the direction is NONE.
     *
     * @param primary of each primary outcome, one or more
     */
    public static Graded whole(List<Graded> primary) {
        List<Graded> differences =
                primary.stream()
                        .filter(
                                g ->
                                        g.conclusion() == Conclusion.DIFFERENCE
                                                || g.conclusion()
                                                        == Conclusion
                                                                .DIFFERENCE_TOO_SMALL_TO_MATTER)
                        .toList();
        if (!differences.isEmpty()) {
            Graded surest = differences.getFirst();
            for (Graded g : differences) if (isSurer(g, surest)) surest = g;
            boolean agree = differences.stream().map(Graded::direction).distinct().count() == 1;
            return agree
                    ? surest
                    : new Graded(
                            surest.conclusion(), Direction.NONE, surest.grade(), surest.reasons());
        }
        boolean ruledOut =
                primary.stream().allMatch(g -> g.conclusion() == Conclusion.NO_EFFECT_OF_THIS_SIZE);
        EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);
        Grade least = Grade.STRONG;
        for (Graded g : primary) {
            if (ruledOut || g.grade() == Grade.CANNOT_TELL) reasons.addAll(g.reasons());
            if (g.grade().compareTo(least) < 0) least = g.grade();
        }
        return new Graded(
                ruledOut ? Conclusion.NO_EFFECT_OF_THIS_SIZE : Conclusion.UNDECIDED,
                Direction.NONE,
                ruledOut ? least : Grade.CANNOT_TELL,
                List.copyOf(reasons));
    }

    /** A difference that matters before one that does not, then by grade. */
    private static boolean isSurer(Graded one, Graded other) {
        int by = one.grade().compareTo(other.grade());
        return by > 0
                || by == 0
                        && one.conclusion() == Conclusion.DIFFERENCE
                        && other.conclusion() != Conclusion.DIFFERENCE;
    }
}
