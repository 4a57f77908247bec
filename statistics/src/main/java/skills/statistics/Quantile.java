package skills.statistics;

import java.util.Arrays;

/**
 * A quantile of a sample by linear interpolation between order statistics: type 7 of Hyndman and
 * Fan (1996), doi:10.1080/00031305.1996.10473566, the default of R and NumPy.
 *
 * <p>With the sorted sample x[1..n] and h = (n - 1) p + 1: Q(p) = x[floor h] + (h - floor h)
 * (x[floor h + 1] - x[floor h]).
 *
 * @param value in the unit of the sample
 * @param p the share of the distribution at or below the value, 0 to 1
 * @param n size of the sample, at least 1
 */
public record Quantile(double value, double p, int n) {

    /**
     * @param sample at least one finite value, in any order; left as it is
     * @param p from 0 (minimum) to 1 (maximum)
     * @throws IllegalArgumentException when the sample is empty or holds a value that is not
     *     finite, or p is outside 0 to 1
     */
    public static Quantile of(double[] sample, double p) {
        if (sample.length == 0)
            throw new IllegalArgumentException("a quantile needs at least one value");
        if (!(p >= 0 && p <= 1))
            throw new IllegalArgumentException("p must lie from 0 to 1, not " + p);
        double[] x = sample.clone();
        Arrays.sort(x);
        if (!Double.isFinite(x[0]) || !Double.isFinite(x[x.length - 1]))
            throw new IllegalArgumentException("every value must be finite");
        double h = (x.length - 1) * p;
        int low = (int) Math.floor(h);
        int high = Math.min(low + 1, x.length - 1);
        return new Quantile(x[low] + (h - low) * (x[high] - x[low]), p, x.length);
    }

    /** The middle of the sample: the quantile at p = 0.5. */
    public static Quantile median(double[] sample) {
        return of(sample, .5);
    }
}
