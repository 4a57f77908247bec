package skills.statistics.inference;

import java.util.Arrays;
import java.util.Comparator;
import skills.statistics.Unusable;

/**
 * Adjusted p values for several tests at once. Missing p values (NaN) stay missing and do not
 * count.
 *
 * <p>Sorted so that p(1) is smallest, m tests:
 *
 * <ul>
 *   <li>Bonferroni: m p.
 *   <li>Holm (1979): largest so far of (m - i + 1) p(i); keeps the familywise error.
 *   <li>Hochberg (1988): smallest from the top of (m - i + 1) p(i); for independent or positively
 *       related tests.
 *   <li>Benjamini and Hochberg (1995): smallest from the top of m p(i) / i; false discovery rate.
 *   <li>Benjamini and Yekutieli (2001): the same times 1 + 1/2 + ... + 1/m; under any dependence.
 * </ul>
 */
public enum MultipleTesting {
    BONFERRONI,
    HOLM,
    HOCHBERG,
    BENJAMINI_HOCHBERG,
    BENJAMINI_YEKUTIELI;

    /**
     * @param p from 0 to 1 or NaN, in any order; left as it is
     * @return the adjusted values in the same order, at most 1
     * @throws Unusable when a value lies outside 0 to 1
     */
    public double[] adjust(double[] p) {
        for (double value : p)
            if (value < 0 || value > 1)
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        "A p value must lie from 0 to 1, not " + value + ".");
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        order = Arrays.stream(order).filter(i -> !Double.isNaN(p[i])).toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        int m = order.length;
        double harmonic = 0;
        for (int i = 1; i <= m; i++) harmonic += 1.0 / i;
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double running = this == HOLM ? 0 : 1;
        for (int step = 0; step < m; step++) {
            int rank = this == HOLM ? step + 1 : m - step;
            int i = order[rank - 1];
            double value =
                    switch (this) {
                        case BONFERRONI -> m * p[i];
                        case HOLM, HOCHBERG -> (m - rank + 1) * p[i];
                        case BENJAMINI_HOCHBERG -> m * p[i] / rank;
                        case BENJAMINI_YEKUTIELI -> harmonic * m * p[i] / rank;
                    };
            if (this == BONFERRONI) adjusted[i] = Math.min(1, value);
            else {
                running = this == HOLM ? Math.max(running, value) : Math.min(running, value);
                adjusted[i] = Math.min(1, running);
            }
        }
        return adjusted;
    }
}
