package skills.statistics.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.items.Items;

/**
 * Whether the same items measure one factor the same way on two occasions, in the same persons:
 * Widaman, Ferrer and Conger (2010), doi:10.1111/j.1750-8606.2009.00110.x. Two factors, residuals
 * of the same item correlated over time; configural, metric and scalar steps as in {@link
 * Invariance}, the factor at mean 0 and variance 1 on the first occasion.
 *
 * @param n persons with every answer on both occasions
 * @param dropped persons left out, and why
 * @param steps configural, metric, scalar
 * @param changes of metric and scalar against the step before
 * @param meanChange of the factor at the scalar step, in deviations of the first occasion
 * @param meanChangeP its p value (normal)
 * @param tooSmall true below 150 persons: then a step that is not rejected shows nothing
 */
public record LongitudinalInvariance(
        int n,
        List<Dropped> dropped,
        List<Invariance.Step> steps,
        List<Invariance.Change> changes,
        Invariance.Estimate meanChange,
        double meanChangeP,
        boolean tooSmall) {

    private static final List<String> NAMES = List.of("configural", "metric", "scalar");

    /**
     * @param both one row a person: the items on the first occasion, then the same items on the
     *     second
     * @throws Unusable when there are not twice 3 items or more, or not more complete persons than
     *     columns
     */
    public static LongitudinalInvariance of(Items both) {
        int v = both.items() / 2;
        if (both.items() % 2 == 1)
            throw new Unusable(
                    Unusable.Reason.MISMATCH, "Both occasions must have the same items.");
        Unusable.atLeast(3, v, "items on each occasion");
        Unusable.atLeast(2 * v + 1, both.complete().persons(), "complete persons");
        Sample sample = Sample.of(both);
        List<Invariance.Step> steps = new ArrayList<>();
        Invariance.Estimate change = new Invariance.Estimate(0, 0);
        for (int level = 0; level < 3; level++) {
            List<Double> start = new ArrayList<>();
            Structure s = structure(sample, v, level, start);
            NormalFit fit =
                    NormalFit.of(
                            List.of(sample),
                            List.of(s),
                            start.stream().mapToDouble(x -> x).toArray());
            steps.add(
                    new Invariance.Step(
                            NAMES.get(level), Fit.of(fit, true), fit.convergence().reached()));
            if (level == 2)
                change = new Invariance.Estimate(fit.estimates()[s.mean[1]], fit.error(s.mean[1]));
        }
        return new LongitudinalInvariance(
                sample.n(),
                sample.dropped(),
                List.copyOf(steps),
                Invariance.changes(steps),
                change,
                Tail.normal(change.value() / change.error()),
                sample.n() < 150);
    }

    private static Structure structure(Sample sample, int v, int level, List<Double> start) {
        Structure s = new Structure(2 * v, 2);
        for (int occasion = 0; occasion < 2; occasion++) {
            int from = occasion * v;
            double[][] own = new double[v][];
            for (int j = 0; j < v; j++)
                own[j] = Arrays.copyOfRange(sample.covariance()[from + j], from, from + v);
            double[] l = OneFactor.startLoadings(own);
            for (int j = 0; j < v; j++) {
                boolean fresh = occasion == 0;
                s.loading[from + j][occasion] =
                        fresh || level < 1 ? add(start, l[j]) : s.loading[j][0];
                s.intercept[from + j] =
                        fresh || level < 2 ? add(start, sample.mean()[from + j]) : s.intercept[j];
                s.residual[from + j][from + j] =
                        add(start, Math.max(.1 * own[j][j], own[j][j] - l[j] * l[j]));
                if (!fresh) {
                    int both = add(start, 0);
                    s.residual[j][v + j] = both;
                    s.residual[v + j][j] = both;
                }
            }
        }
        int between = add(start, .3);
        s.factor[0][1] = between;
        s.factor[1][0] = between;
        if (level >= 1) s.factor[1][1] = add(start, 1);
        if (level >= 2) s.mean[1] = add(start, 0);
        return s;
    }

    private static int add(List<Double> start, double value) {
        start.add(value);
        return start.size() - 1;
    }
}
