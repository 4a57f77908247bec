package skills.statistics.adaptive;

import java.util.List;
import skills.statistics.Unusable;
import skills.statistics.irt.Eap;

/**
 * How an adaptive test goes.
 *
 * @param eap prior, grid and band of the estimate; the test begins at the prior mean
 * @param stopBelow standard error below which the test stops, above 0
 * @param least items before the test may stop, 0 or more
 * @param most items, at least 1 and at least least
 * @param among the next item is drawn among so many of the most informative (randomesque; Kingsbury
 *     and Zara 1989, doi:10.1207/s15324818ame0204_6); 1 takes the best
 * @param admit for each item of the bank how often it may be given when it is chosen, 0 to 1
 *     (Sympson and Hetter 1985); empty for always
 */
public record Rules(Eap eap, double stopBelow, int least, int most, int among, List<Double> admit) {

    /**
     * @throws Unusable when a number is outside what is said above
     */
    public Rules {
        admit = List.copyOf(admit);
        if (!(stopBelow > 0) || least < 0 || most < 1 || least > most || among < 1)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "An adaptive test stops below an error above 0, asks at least as many items as"
                            + " its minimum, and chooses among one or more.");
        for (double share : admit)
            if (!(share >= 0 && share <= 1))
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        "An item is admitted in a share from 0 to 1, not " + share + ".");
    }

    /** The best item each time, until the error is below the limit or so many items are given. */
    public static Rules until(double stopBelow, int most) {
        return new Rules(Eap.USUAL, stopBelow, 0, most, 1, List.of());
    }

    public Rules with(Eap other) {
        return new Rules(other, stopBelow, least, most, among, admit);
    }

    public Rules among(int best) {
        return new Rules(eap, stopBelow, least, most, best, admit);
    }

    public Rules admit(List<Double> shares) {
        return new Rules(eap, stopBelow, least, most, among, shares);
    }
}
