package skills.evaluation.analysis;

/**
 * Persons that a number is not about.
 *
 * @param count 1 or more
 */
public record LeftOut(Why why, int count) {

    public enum Why {
        /** Withdrew, with deletion of the answers. */
        WITHDRAWN,
        /** No answers at the first wave. */
        NO_FIRST,
        /** No answers at the last wave. */
        NO_LAST,
        /** Answered, but too few items of the scale at the first wave. */
        TOO_FEW_ITEMS_FIRST,
        /** Answered, but too few items of the scale at the last wave. */
        TOO_FEW_ITEMS_LAST,
        /** Something that is adjusted for is not known. */
        NO_COVARIATE,
        /** Whether they used it is not known. */
        NO_USE,
        /** An item is missing, where the method needs all. */
        INCOMPLETE_ITEMS,
        /** Opened the passport without an offer, in the analysis without such persons. */
        CONTAMINATED,
        /** Looks careless, in the analysis without such answers. */
        CARELESS
    }
}
