package skills.evaluation.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect of use on those who use it because it is offered (two-stage least squares, the offer
 * as instrument).
 *
 * @param n persons; @param offered of these; @param users of these
 * @param controlUsers users among those who were not offered it
 * @param firstStage what the offer adds to the share of users, adjusted; @param f its F; null when
 *     use follows from the offer without exception
 * @param weak F below 10 or fewer than 50 persons: only the Anderson-Rubin set may be shown
 * @param effect null when weak
 * @param set the interval that holds however weak the offer moves use; when whole classes were
 *     offered it that of the class means, widened to hold {@code personsSet} too, since a few
 *     classes can agree by chance
 * @param personsSet the same as if every person had been allocated: too narrow with classes
 */
public record AmongUsers(
        int n,
        int offered,
        int users,
        int controlUsers,
        double firstStage,
        @Nullable Double f,
        boolean weak,
        @Nullable Estimate effect,
        Set set,
        Set personsSet,
        List<Assumption> assumptions,
        List<LeftOut> leftOut) {

    public AmongUsers {
        assumptions = List.copyOf(assumptions);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * @param interval conventional, by classes when whole classes were offered it; the set is the
     *     one to trust
     */
    public record Estimate(
            double estimate, double standardError, double robustError, double sd, Range interval) {}

    /**
     * @param low null without a lower limit; @param high likewise
     * @param kind how to read the limits
     */
    public record Set(Kind kind, @Nullable Double low, @Nullable Double high, double level) {

        /** From the lowest to the highest of both; the one without such limits where there is. */
        Set with(Set other) {
            if (kind != Kind.BOUNDED) return this;
            if (other.kind != Kind.BOUNDED) return other;
            Double least = low != null && other.low != null ? Math.min(low, other.low) : null;
            Double most = high != null && other.high != null ? Math.max(high, other.high) : null;
            return new Set(kind, least, most, level);
        }

        public boolean holds(double value) {
            return switch (kind) {
                case BOUNDED -> low != null && high != null && low <= value && value <= high;
                case TWO_RAYS -> low != null && high != null && (value <= low || value >= high);
                case EVERYTHING -> true;
            };
        }
    }

    public enum Kind {
        /** From low to high. */
        BOUNDED,
        /** Everything but what lies between low and high. */
        TWO_RAYS,
        /** Every value: the data say nothing. */
        EVERYTHING
    }

    /** Without which the number means nothing; none can be shown by these data alone. */
    public record Assumption(What what, Holds holds) {}

    public enum What {
        /** The offer was given as by chance. */
        OFFER_BY_CHANCE,
        /** The offer works through use alone: no lesson about it that works without it. */
        ONLY_THROUGH_USE,
        /** Nobody uses it less because it is offered. */
        NO_DEFIERS,
        /** One person's use changes nothing for another; in a class that is a strong claim. */
        NO_SPILL_OVER
    }

    public enum Holds {
        BY_DESIGN,
        NOT_TESTABLE,
        DOUBTFUL,
        VIOLATED
    }
}
