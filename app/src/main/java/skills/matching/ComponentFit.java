package skills.matching;

import java.util.Comparator;
import java.util.List;

/**
 * How one component of a person fits an occupation. With p the person's estimates, q what the work
 * asks or offers of each scale, and n the scales of the component that have a counterpart in O*NET:
 *
 * <pre>
 * x     = 2 / sqrt(n) * sum of p q          error of x = 2 / sqrt(n) * sqrt(sum of (q * error of p)²)
 * value = 1 / (1 + e^-x)                    band: the same of x - 1.645 error and x + 1.645 error
 * </pre>
 *
 * n is the same for everybody, so that each scale counts by itself; one without an estimate or
 * counterpart counts as nothing. The errors of scales are taken as independent.
 *
 * @param scales n
 * @param parts scales that both person and occupation have; none: the fit is not changed
 */
record ComponentFit(Component component, int scales, List<FitPart> parts) {

    private static final double STEEPNESS = 2;

    private static final Comparator<FitPart> MOST =
            Comparator.comparingDouble((FitPart p) -> -Math.abs(p.counts()))
                    .thenComparing(FitPart::scale);

    /** What may be said. */
    enum Verdict {
        /** The whole band lies above the middle. */
        FITS,
        /** The whole band lies below the middle. */
        FITS_LESS,
        UNSURE,
        /** Nothing to compare with. */
        UNKNOWN
    }

    ComponentFit {
        parts = parts.stream().sorted(MOST).toList();
    }

    /** From 0 to 1; .5 where nothing is known or nothing differs. */
    double value() {
        return logistic(x());
    }

    double lower() {
        return logistic(x() - Estimate.BAND * error());
    }

    double upper() {
        return logistic(x() + Estimate.BAND * error());
    }

    Verdict verdict() {
        if (parts.isEmpty()) return Verdict.UNKNOWN;
        if (lower() > .5) return Verdict.FITS;
        return upper() < .5 ? Verdict.FITS_LESS : Verdict.UNSURE;
    }

    /** The same as a component of a {@link Fit}. */
    FitComponent asComponent() {
        FitFactor factor = component == Component.TRAITS ? FitFactor.TRAITS : FitFactor.DRIVES;
        return verdict() == Verdict.UNKNOWN
                ? FitComponent.missing(factor, FitComponent.Missing.WORK_LEANING)
                : FitComponent.of(factor, new Band(lower(), value(), upper()), List.of());
    }

    /** What it adds to the order, from −{@link Component#WEIGHT} to {@link Component#WEIGHT}. */
    double shift() {
        return Component.WEIGHT * (2 * value() - 1);
    }

    /** At most this many parts that count most and differ from the ordinary, most first. */
    List<FitPart> telling(int most) {
        return parts.stream().filter(FitPart::isTelling).limit(most).toList();
    }

    private double x() {
        return factor() * parts.stream().mapToDouble(FitPart::counts).sum();
    }

    private double error() {
        return factor()
                * Math.sqrt(
                        parts.stream()
                                .mapToDouble(p -> Math.pow(p.work() * p.own().error(), 2))
                                .sum());
    }

    private double factor() {
        return STEEPNESS / Math.sqrt(scales);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
