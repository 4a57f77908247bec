package skills.evaluation.analysis;

import org.jspecify.annotations.Nullable;

/**
 * The same question with one choice made differently.
 *
 * @param detail id of a definition of use, or a number of items; may be empty
 * @param effect of the offer, or (with another definition of use) the comparison it says
 * @param amongUsers for another definition of use, else null
 */
public record Sensitivity(
        Kind kind, String detail, Part<Effect> effect, @Nullable Part<AmongUsers> amongUsers) {

    public enum Kind {
        /** Without those whose answers look careless. */
        WITHOUT_CARELESS,
        /** Another definition of use. */
        OTHER_USE,
        /** A score only for who answered every item. */
        EVERY_ITEM,
        /** A score for who answered at least half of the items. */
        HALF_OF_ITEMS,
        /**
         * Without those of the controls who opened the passport, a comparison that the lot no
         * longer protects.
         */
        WITHOUT_CONTAMINATED,
        /** Without adjusting for anything. */
        UNADJUSTED
    }
}
