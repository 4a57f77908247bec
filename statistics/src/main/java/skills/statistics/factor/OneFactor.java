package skills.statistics.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skills.statistics.Convergence;
import skills.statistics.Dropped;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.items.Items;

/**
 * One factor by normal-theory maximum likelihood: covariance = l l' + residual variances, factor
 * variance 1, signs so that the loadings sum to above 0. Joreskog (1969), doi:10.1007/BF02289343.
 * Errors from the expected information. omega = (sum of l)^2 / ((sum of l)^2 + sum of residual
 * variances): McDonald (1999), Test theory; its error by the delta method.
 *
 * @param n complete persons
 * @param dropped persons left out, and why
 * @param loadings in the unit of each item
 * @param loadingErrors of the loadings
 * @param residualVariances below 0 for an improper solution
 * @param standardised loadings for items of variance 1, by the model
 * @param omega share of the variance of the sum that the factor carries
 * @param omegaError its standard error
 * @param omegaInterval omega plus and minus z errors, 95%
 * @param proper false when a residual variance is not above 0: omega is then not to be trusted
 */
public record OneFactor(
        int n,
        List<Dropped> dropped,
        List<Double> loadings,
        List<Double> loadingErrors,
        List<Double> residualVariances,
        List<Double> standardised,
        double omega,
        double omegaError,
        Interval omegaInterval,
        boolean proper,
        Fit fit,
        Convergence convergence) {

    /**
     * @param items at least 3, keyed; incomplete persons are left out
     * @throws Unusable when there are fewer than 3 items or not more complete persons than items,
     *     or an item is constant or follows from the others
     */
    public static OneFactor of(Items items) {
        Unusable.atLeast(3, items.items(), "items");
        Unusable.atLeast(items.items() + 1, items.complete().persons(), "complete persons");
        return of(Sample.of(items).withoutMeans());
    }

    /**
     * @param covariance of at least 3 items (divisor n), or their correlations
     * @param n persons behind it, more than items
     */
    public static OneFactor of(double[][] covariance, int n) {
        Unusable.atLeast(3, covariance.length, "items");
        Unusable.atLeast(covariance.length + 1, n, "persons");
        return of(Sample.of(covariance, n));
    }

    private static OneFactor of(Sample sample) {
        int v = sample.mean().length;
        Structure structure = new Structure(v, 1);
        double[] start = new double[2 * v];
        double[] l = startLoadings(sample.covariance());
        for (int j = 0; j < v; j++) {
            structure.loading[j][0] = j;
            structure.residual[j][j] = v + j;
            start[j] = l[j];
            start[v + j] =
                    Math.max(
                            .1 * sample.covariance()[j][j],
                            sample.covariance()[j][j] - l[j] * l[j]);
        }
        NormalFit fit = NormalFit.of(List.of(sample), List.of(structure), start);
        return result(sample, fit);
    }

    private static OneFactor result(Sample sample, NormalFit fit) {
        double[] p = fit.estimates();
        int v = p.length / 2;
        double sum = Arrays.stream(p, 0, v).sum();
        double sign = sum < 0 ? -1 : 1;
        double residual = Arrays.stream(p, v, 2 * v).sum();
        List<Double> standardised = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int j = 0; j < v; j++) {
            standardised.add(sign * p[j] / Math.sqrt(p[j] * p[j] + p[v + j]));
            errors.add(fit.error(j));
        }
        double total = sum * sum + residual;
        double omega = sum * sum / total;
        double[] slope = new double[2 * v];
        for (int j = 0; j < v; j++) {
            slope[j] = 2 * sum * residual / (total * total);
            slope[v + j] = -sum * sum / (total * total);
        }
        double variance = 0;
        for (int i = 0; i < 2 * v; i++)
            for (int j = 0; j < 2 * v; j++)
                variance += slope[i] * slope[j] * fit.covariance()[i][j];
        double error = Math.sqrt(variance);
        return new OneFactor(
                sample.n(),
                sample.dropped(),
                Arrays.stream(p, 0, v).map(x -> sign * x).boxed().toList(),
                List.copyOf(errors),
                Arrays.stream(p, v, 2 * v).boxed().toList(),
                List.copyOf(standardised),
                omega,
                error,
                Interval.around(omega, Quantiles.normal(.975) * error, .95),
                Arrays.stream(p, v, 2 * v).allMatch(t -> t > 0),
                Fit.of(fit, false),
                fit.convergence());
    }

    /** First centroid: row sums of the covariances over the root of their sum. */
    static double[] startLoadings(double[][] s) {
        double[] row = new double[s.length];
        double all = 0;
        for (int i = 0; i < s.length; i++)
            for (int j = 0; j < s.length; j++) {
                double c = i == j ? .5 * s[i][i] : s[i][j];
                row[i] += c;
                all += c;
            }
        double[] l = new double[s.length];
        for (int i = 0; i < s.length; i++) {
            double sd = Math.sqrt(s[i][i]);
            double guess = all > 0 ? row[i] / Math.sqrt(all) : .5 * sd;
            l[i] = Math.max(-.9 * sd, Math.min(.9 * sd, guess));
        }
        return l;
    }
}
