package skills.statistics.dif;

import java.util.Map;
import java.util.TreeMap;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;

/**
 * Differential item functioning of a right-wrong item: odds of a right answer in the first against
 * the second group, at equal matching scores. Mantel and Haenszel (1959),
 * doi:10.1093/jnci/22.4.719; Holland and Thayer (1988). Error of the logarithm: Robins, Breslow and
 * Greenland (1986), doi:10.2307/2531052.
 *
 * @param n persons at scores where both groups are present
 * @param left persons at other scores, not used
 * @param oddsRatio above 1 when the item is easier for the first group
 * @param interval of the odds ratio, 95%
 * @param chiSquared with continuity correction, 1 df
 * @param p its p value
 * @param delta -2.35 log of the odds ratio, the scale of ETS
 * @param size ETS class by size: A below 1, B, C 1.5 and above, and significance
 */
public record MantelHaenszel(
        int n,
        int left,
        double oddsRatio,
        Interval interval,
        double chiSquared,
        double p,
        double delta,
        Size size) {

    /** Negligible, moderate, large. */
    public enum Size {
        A,
        B,
        C
    }

    /**
     * @param right whether each person had the item right
     * @param second whether each person is of the second group
     * @param matching score to match on, usually the sum with this item
     * @throws Unusable when lengths differ, a score is not finite, or no score level has both
     *     groups and both answers
     */
    public static MantelHaenszel of(boolean[] right, boolean[] second, double[] matching) {
        Unusable.sameLength("The answers", right.length, "the groups", second.length);
        Unusable.sameLength("The answers", right.length, "the scores", matching.length);
        Unusable.finite("The matching score", matching);
        Map<Double, double[]> levels = new TreeMap<>();
        for (int i = 0; i < right.length; i++)
            levels.computeIfAbsent(matching[i], s -> new double[4])[
                    (second[i] ? 2 : 0) + (right[i] ? 0 : 1)]++;
        double ad = 0;
        double bc = 0;
        double observed = 0;
        double expected = 0;
        double variance = 0;
        double pr = 0;
        double mixed = 0;
        double qs = 0;
        int n = 0;
        for (double[] t : levels.values()) {
            double all = t[0] + t[1] + t[2] + t[3];
            double first = t[0] + t[1];
            double other = t[2] + t[3];
            if (first == 0 || other == 0) continue;
            n += (int) all;
            double r = t[0] * t[3] / all;
            double s = t[1] * t[2] / all;
            double p = (t[0] + t[3]) / all;
            double q = (t[1] + t[2]) / all;
            ad += r;
            bc += s;
            pr += p * r;
            mixed += p * s + q * r;
            qs += q * s;
            double correct = t[0] + t[2];
            observed += t[0];
            expected += first * correct / all;
            if (all > 1)
                variance += first * other * correct * (all - correct) / (all * all * (all - 1));
        }
        if (!(ad > 0 && bc > 0 && variance > 0))
            throw new Unusable(
                    Unusable.Reason.SEPARATION,
                    "The odds ratio has no finite estimate: at no score do both groups give both"
                            + " answers.");
        double ratio = ad / bc;
        double error = Math.sqrt(pr / (2 * ad * ad) + mixed / (2 * ad * bc) + qs / (2 * bc * bc));
        double half = Quantiles.normal(.975) * error;
        double x = Math.pow(Math.max(0, Math.abs(observed - expected) - .5), 2) / variance;
        double delta = -2.35 * Math.log(ratio);
        double p = Tail.chiSquared(x, 1);
        boolean clearlyAboveOne = (Math.abs(delta) - 1) / (2.35 * error) > Quantiles.normal(.95);
        Size size =
                p >= .05 || Math.abs(delta) < 1
                        ? Size.A
                        : Math.abs(delta) >= 1.5 && clearlyAboveOne ? Size.C : Size.B;
        return new MantelHaenszel(
                n,
                right.length - n,
                ratio,
                new Interval(ratio * Math.exp(-half), ratio * Math.exp(half), .95),
                x,
                p,
                delta,
                size);
    }
}
