package skills.statistics.meta;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;

/**
 * Effects y of k places, each with its known sampling variance v, that differ by more than chance:
 * y = mu + u + e, var u = tau^2. tau^2 by restricted maximum likelihood (Viechtbauer 2005,
 * doi:10.3102/10769986030003261); mu weighed by 1 / (v + tau^2); its interval by Knapp and Hartung
 * (2003, doi:10.1002/sim.1482): t with k - 1 degrees of freedom, the variance times q = sum w (y -
 * mu)^2 / (k - 1), which keeps its level with few places of one size, and nearly so when they
 * differ (IntHout, Ioannidis and Borm 2014, doi:10.1186/1471-2288-14-25).
 *
 * @param tauSquared between places, at least 0
 * @param plainError 1 / root of the sum of the weights, as if tau^2 were known
 * @param standardError plainError times the root of q
 * @param interval with standardError
 * @param cautious with the larger of both errors: places that happen to agree do not narrow it
 *     (Roever, Knapp and Friede 2015, doi:10.1186/s12874-015-0091-1)
 * @param p two-sided, that mu is 0, with standardError
 * @param cautiousP the same with the larger of both errors
 * @param heterogeneity Cochran's Q, k - 1 degrees of freedom; @param heterogeneityP its p
 * @param iSquared share of the variance that is between places, 0 to 1
 */
public record RandomEffects(
        int places,
        double estimate,
        double tauSquared,
        double plainError,
        double standardError,
        Interval interval,
        Interval cautious,
        double p,
        double cautiousP,
        double heterogeneity,
        double heterogeneityP,
        double iSquared,
        double[] weights) {

    /**
     * @param effects y; @param variances v, each above 0
     * @param level of the intervals, such as .95
     * @throws Unusable with fewer than two places
     */
    public static RandomEffects of(double[] effects, double[] variances, double level) {
        Unusable.sameLength("The effects", effects.length, "the variances", variances.length);
        Unusable.atLeast(2, effects.length, "places");
        Unusable.finite("The effects", effects);
        Unusable.finite("The variances", variances);
        Unusable.share("The level", level);
        for (double v : variances)
            if (!(v > 0))
                throw new Unusable(Unusable.Reason.OUT_OF_RANGE, "A sampling variance is above 0.");
        double tau = tauSquared(effects, variances);
        double[] w = weights(variances, tau);
        double sum = Arrays.stream(w).sum();
        double mu = mean(effects, w);
        int df = effects.length - 1;
        double q = squares(effects, w, mu) / df;
        double plain = 1 / Math.sqrt(sum);
        double error = plain * Math.sqrt(q);
        double larger = Math.max(plain, error);
        double multiple = Quantiles.t(.5 + level / 2, df);
        double[] fixed = weights(variances, 0);
        double heterogeneity = squares(effects, fixed, mean(effects, fixed));
        double total = Arrays.stream(fixed).sum();
        double usual = df * total / (total * total - Arrays.stream(fixed).map(x -> x * x).sum());
        double[] shares = Arrays.stream(w).map(x -> x / sum).toArray();
        return new RandomEffects(
                effects.length,
                mu,
                tau,
                plain,
                error,
                Interval.around(mu, multiple * error, level),
                Interval.around(mu, multiple * larger, level),
                error > 0 ? Tail.t(mu / error, df) : mu == 0 ? 1 : 0,
                Tail.t(mu / larger, df),
                heterogeneity,
                Tail.chiSquared(heterogeneity, df),
                tau / (tau + usual),
                shares);
    }

    /** The restricted likelihood can have two tops: the best of a grid is where it is refined. */
    private static double tauSquared(double[] y, double[] v) {
        DoubleUnaryOperator log = tau -> likelihood(y, v, tau);
        double most = 0;
        double mean = Arrays.stream(y).average().orElseThrow();
        for (double e : y) most += (e - mean) * (e - mean);
        most = 10 * (most + Arrays.stream(v).max().orElseThrow());
        double ratio = 1.1;
        double best = 0;
        double bestLog = log.applyAsDouble(0);
        for (double tau = most * 1e-8; tau <= most; tau *= ratio) {
            double here = log.applyAsDouble(tau);
            if (here > bestLog) {
                best = tau;
                bestLog = here;
            }
        }
        if (best == 0) return 0;
        double low = best / ratio;
        double high = best * ratio;
        // The slope changes sign once in between.
        for (int i = 0; i < 200 && high - low > 1e-15 * high; i++) {
            double middle = (low + high) / 2;
            if (slope(y, v, middle) > 0) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    private static double likelihood(double[] y, double[] v, double tau) {
        double[] w = weights(v, tau);
        double logs = 0;
        for (double x : w) logs += Math.log(x);
        return (logs - Math.log(Arrays.stream(w).sum()) - squares(y, w, mean(y, w))) / 2;
    }

    /** Of the restricted likelihood in tau^2. */
    private static double slope(double[] y, double[] v, double tau) {
        double[] w = weights(v, tau);
        double mu = mean(y, w);
        double sum = 0;
        double squares = 0;
        double pull = 0;
        for (int i = 0; i < y.length; i++) {
            sum += w[i];
            squares += w[i] * w[i];
            pull += w[i] * w[i] * (y[i] - mu) * (y[i] - mu);
        }
        return (pull - sum + squares / sum) / 2;
    }

    private static double[] weights(double[] v, double tau) {
        return Arrays.stream(v).map(x -> 1 / (x + tau)).toArray();
    }

    private static double mean(double[] y, double[] w) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < y.length; i++) {
            sum += w[i] * y[i];
            weights += w[i];
        }
        return sum / weights;
    }

    private static double squares(double[] y, double[] w, double mu) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) sum += w[i] * (y[i] - mu) * (y[i] - mu);
        return sum;
    }
}
