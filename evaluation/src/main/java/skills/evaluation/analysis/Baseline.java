package skills.evaluation.analysis;

import java.util.List;

/**
 * Offered against control before the offer.
 *
 * @param enrolled all of whom it is known; @param analysed those with answers at both waves
 */
public record Baseline(List<Compared> enrolled, List<Compared> analysed) {
    public Baseline {
        enrolled = List.copyOf(enrolled);
        analysed = List.copyOf(analysed);
    }
}
