package skills.statistics.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.causal.Instrument.ConfidenceSet;
import skills.statistics.design.Design;
import skills.statistics.distribution.Quantiles;

/**
 * The effect of use on who uses it because it is offered, when whole classes were offered it: the
 * difference in outcome over the difference in use, both between the means of classes after the
 * covariates. The set holds the values b for which Student's t of the class means of outcome - b
 * use does not reject (Fieller 1954; Anderson and Rubin 1949), with classes - 2 degrees of freedom.
 * {@link skills.statistics.causal.Instrument} takes every person for one that was allocated, and is
 * too sure of itself here.
 *
 * @param firstStage difference in use; @param f square of its t
 * @param standardError of the ratio, by the delta method: good only while f is large
 */
public record ClassInstrument(
        int classes,
        double estimate,
        double firstStage,
        double f,
        double standardError,
        ConfidenceSet set) {

    /**
     * @param covariates with an intercept, without use and offer
     * @param classes one name for each case; @param given 1 when the case's class had the offer
     * @throws Unusable when a class is part offered, an arm has no class, or the offer moves
     *     nobody's use
     */
    public static ClassInstrument of(
            Design covariates,
            double[] outcome,
            double[] use,
            String[] classes,
            double[] given,
            double level) {
        Design.Complete cases =
                covariates.complete(Map.of("The outcome", outcome, "Use", use, "The offer", given));
        int[] rows = cases.rows();
        String[] names = IntStream.of(rows).mapToObj(i -> classes[i]).toArray(String[]::new);
        double[] offer = pick(given, rows);
        Classes y = Classes.of(cases.design(), pick(outcome, rows), names, offer);
        Classes d = Classes.of(cases.design(), pick(use, rows), names, offer);
        List<String> order = new ArrayList<>(y.means().keySet());
        int[] n = new int[2];
        double[][] mean = new double[2][2];
        for (String name : order) {
            int arm = y.offered().get(name) ? 1 : 0;
            n[arm]++;
            mean[arm][0] += y.means().get(name);
            mean[arm][1] += d.means().get(name);
        }
        for (int arm = 0; arm < 2; arm++) for (int v = 0; v < 2; v++) mean[arm][v] /= n[arm];
        double[] sums = new double[3];
        for (String name : order) {
            int arm = y.offered().get(name) ? 1 : 0;
            double a = y.means().get(name) - mean[arm][0];
            double b = d.means().get(name) - mean[arm][1];
            sums[0] += a * a;
            sums[1] += a * b;
            sums[2] += b * b;
        }
        int df = order.size() - 2;
        double factor = (1. / n[0] + 1. / n[1]) / df;
        double dy = mean[1][0] - mean[0][0];
        double dd = mean[1][1] - mean[0][1];
        if (Math.abs(dd) < 1e-10)
            throw new Unusable(
                    Unusable.Reason.COLLINEAR,
                    "The offer moves nobody's use, so it says nothing about the effect of use.");
        double q = Quantiles.f(level, 1, df) * factor;
        return new ClassInstrument(
                order.size(),
                dy / dd,
                dd,
                dd * dd / (factor * sums[2]),
                Math.sqrt(
                                factor
                                        * Math.max(
                                                0,
                                                sums[0]
                                                        - 2 * dy / dd * sums[1]
                                                        + dy / dd * dy / dd * sums[2]))
                        / Math.abs(dd),
                ConfidenceSet.of(
                        dd * dd - q * sums[2],
                        dy * dd - q * sums[1],
                        dy * dy - q * sums[0],
                        level));
    }

    /** The conventional interval around an estimate, with classes - 2 degrees of freedom. */
    public Interval around(double value, double level) {
        return Interval.around(
                value, Quantiles.t(.5 + level / 2, classes - 2) * standardError, level);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}
