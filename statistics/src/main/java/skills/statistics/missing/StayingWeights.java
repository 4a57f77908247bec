package skills.statistics.missing;

import java.util.Arrays;
import skills.statistics.Unusable;

/**
 * Inverse probability weights for those who stayed: (share that stayed) / (1 - chance of leaving),
 * stabilised (Robins, Hernan and Brumback 2000). They let the stayers stand for all who were asked,
 * as far as the model of leaving holds what matters.
 *
 * @param weights one for each case of the model of leaving; NaN for those who left
 * @param effectiveSize (sum w)^2 / sum w^2, over the stayers
 */
public record StayingWeights(
        double[] weights, double mean, double smallest, double largest, double effectiveSize) {

    /**
     * @param left whether each case left @param chance fitted chance of leaving, below 1
     */
    public static StayingWeights of(boolean[] left, double[] chance) {
        Unusable.sameLength("Leaving", left.length, "its chances", chance.length);
        int stayed = 0;
        for (boolean l : left) if (!l) stayed++;
        Unusable.atLeast(1, stayed, "persons who stayed");
        double share = (double) stayed / left.length;
        double[] weights = new double[left.length];
        for (int i = 0; i < weights.length; i++) {
            if (!(chance[i] >= 0 && chance[i] < 1))
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        "A chance of leaving must be from 0 to below 1, not " + chance[i] + ".");
            weights[i] = left[i] ? Double.NaN : share / (1 - chance[i]);
        }
        double[] kept = Arrays.stream(weights).filter(w -> !Double.isNaN(w)).toArray();
        double sum = Arrays.stream(kept).sum();
        double squares = Arrays.stream(kept).map(w -> w * w).sum();
        return new StayingWeights(
                weights,
                sum / kept.length,
                Arrays.stream(kept).min().orElseThrow(),
                Arrays.stream(kept).max().orElseThrow(),
                sum * sum / squares);
    }
}
