package skills.matching;

import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;

/**
 * Work that a person did, read as an occupation.
 *
 * @param months how long; null when not told
 * @param ago months since it ended; 0 when it goes on or is not told
 */
record Worked(OccupationId occupation, @Nullable Integer months, int ago) {

    /** What it counts in the same occupation, from 0 to 1. */
    double credit() {
        double length =
                months == null
                        ? FitWeight.LENGTH_UNKNOWN.value()
                        : FitWeight.SHORT.value()
                                + (1 - FitWeight.SHORT.value())
                                        * (1 - Math.pow(.5, months / FitWeight.MONTHS.value()));
        return length * Freshness.of(ago);
    }
}
