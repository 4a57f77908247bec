package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a fit.
 *
 * @param weight its share of the fit; of one that shifts, how far it moves the fit at most
 * @param band null when a fact is missing: then it does not count, and widens the band of the fit
 * @param cautious what counts in the order: the lower end of the band, of the skills of an
 *     occupation less where few speak for it; 0 when a fact is missing
 * @param step of skills: what half of one tenth of what is asked would add to {@code cautious}
 * @param missing what is not known; null when it counts
 * @param reasons what counted in it, heaviest first
 */
record FitComponent(
        FitFactor factor,
        double weight,
        @Nullable Band band,
        double cautious,
        double step,
        @Nullable Missing missing,
        List<FitReason> reasons) {

    /** What is not known, and of whom. */
    enum Missing {
        /** The work names no skills. */
        WORK_SKILLS,
        /** The person told no work that we can read as an occupation. */
        OWN_WORK,
        /** Not known which occupation the work is. */
        WORK_OCCUPATION,
        /** The person told no diploma with its level. */
        OWN_LEVEL,
        /** Not known which level the work asks. */
        WORK_LEVEL,
        /** The person set no area to look in. */
        OWN_AREA,
        /** Not known where the work is. */
        WORK_PLACE,
        /** The person wishes nothing of hours or pay. */
        OWN_WISH,
        /** The vacancy gives no hours or pay to hold a wish against. */
        WORK_TERMS,
        /** Of traits or drives there is nothing to compare with. */
        WORK_LEANING
    }

    FitComponent {
        if ((band == null) != (missing != null))
            throw new IllegalArgumentException("a band or what is missing: " + factor);
        reasons = List.copyOf(reasons);
    }

    static FitComponent of(FitFactor factor, Band band, List<FitReason> reasons) {
        return new FitComponent(factor, factor.weight(), band, band.lower(), 0, null, reasons);
    }

    static FitComponent missing(FitFactor factor, Missing missing) {
        return new FitComponent(factor, factor.weight(), null, 0, 0, missing, List.of());
    }

    boolean isKnown() {
        return band != null;
    }
}
