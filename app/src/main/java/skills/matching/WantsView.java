package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * What drives a person, beside what work offers: one half of the mirror.
 *
 * @param minutes to answer what is open
 * @param counterpart title of the O*NET occupation; null: there is none
 * @param occupation whether it is known which occupation this is
 */
record WantsView(
        Inclinations.State state,
        int minutes,
        @Nullable String counterpart,
        boolean occupation,
        List<Row> rows) {

    WantsView {
        rows = List.copyOf(rows);
    }

    /** What work offers of one drive, beside other work. */
    enum Offer {
        FITS,
        SAME,
        LESS,
        UNKNOWN;

        static Offer of(double work) {
            if (work >= FitPart.ORDINARY) return FITS;
            return work <= -FitPart.ORDINARY ? LESS : SAME;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param note why nothing is known; null where something is
     */
    record Row(LocalizedText name, Offer offer, @Nullable LocalizedText note) {}

    long fitting() {
        return rows.stream().filter(r -> r.offer() == Offer.FITS).count();
    }

    /** Rows of which the offer is known. */
    long known() {
        return rows.stream().filter(r -> r.offer() != Offer.UNKNOWN).count();
    }
}
