package skills.statistics.factor;

import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.special.Gamma;
import skills.statistics.Interval;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;

/**
 * How well a model fits. With X the chi-squared statistic of the model and B that of the model
 * without any relation between variables, N persons and G groups:
 *
 * <ul>
 *   <li>CFI = 1 - max(X - df, 0) / max(X - df, B - dfB, 0): Bentler (1990),
 *       doi:10.1037/0033-2909.107.2.238
 *   <li>TLI = (B/dfB - X/df) / (B/dfB - 1): Tucker and Lewis (1973), doi:10.1007/BF02291170
 *   <li>RMSEA = sqrt(G max(X - df, 0) / (df N)), with its 90% interval from the noncentral
 *       chi-squared distribution: Steiger (1990), doi:10.1207/s15327906mbr2502_4
 *   <li>SRMR: root mean square of residuals, standardised by the sample; with means where the model
 *       has means, averaged over groups by size
 * </ul>
 *
 * @param p of the test that the model holds; absent without degrees of freedom
 * @param tli absent without degrees of freedom
 * @param rmsea absent without degrees of freedom
 * @param rmseaInterval 90%; from 0 to 0 without degrees of freedom
 * @param parameters number of free ones
 */
public record Fit(
        double chiSquared,
        int df,
        OptionalDouble p,
        double cfi,
        OptionalDouble tli,
        OptionalDouble rmsea,
        Interval rmseaInterval,
        double srmr,
        double logLikelihood,
        int parameters,
        double aic,
        double bic) {

    static Fit of(NormalFit fit, boolean means) {
        int groups = fit.samples().size();
        int v = fit.samples().getFirst().mean().length;
        int moments = groups * (v * (v + 1) / 2 + (means ? v : 0));
        int k = fit.estimates().length;
        int df = moments - k;
        double base = 0;
        for (Sample s : fit.samples()) {
            double log = 0;
            for (int j = 0; j < v; j++) log += Math.log(s.covariance()[j][j]);
            base -= s.n() / 2. * (v * Math.log(2 * Math.PI) + log + v);
        }
        double saturated = 0;
        for (Sample s : fit.samples()) saturated += NormalFit.saturated(s);
        double b = 2 * (saturated - base);
        int dfB = groups * v * (v - 1) / 2;
        int n = fit.n();
        double x = fit.chiSquared();
        boolean some = df > 0;
        return new Fit(
                x,
                df,
                some ? OptionalDouble.of(Tail.chiSquared(x, df)) : OptionalDouble.empty(),
                cfi(x, df, b, dfB),
                tli(x, df, b, dfB),
                some ? OptionalDouble.of(rmsea(x, df, n, groups)) : OptionalDouble.empty(),
                some ? rmseaInterval(x, df, n, groups) : new Interval(0, 0, .90),
                srmr(fit, means),
                fit.logLikelihood(),
                k,
                -2 * fit.logLikelihood() + 2 * k,
                -2 * fit.logLikelihood() + k * Math.log(n));
    }

    static double cfi(double x, double df, double b, double dfB) {
        double worst = Math.max(Math.max(x - df, b - dfB), 0);
        return worst > 0 ? 1 - Math.max(x - df, 0) / worst : 1;
    }

    static OptionalDouble tli(double x, double df, double b, double dfB) {
        if (df == 0 || b / dfB == 1) return OptionalDouble.empty();
        return OptionalDouble.of((b / dfB - x / df) / (b / dfB - 1));
    }

    static double rmsea(double x, double df, double n, int groups) {
        return Math.sqrt(groups * Math.max(x - df, 0) / (df * n));
    }

    private static Interval rmseaInterval(double x, int df, int n, int groups) {
        double low = noncentrality(x, df, .95);
        double high = noncentrality(x, df, .05);
        double scale = groups / (df * (double) n);
        return new Interval(Math.sqrt(scale * low), Math.sqrt(scale * high), .90);
    }

    /**
     * The noncentrality at which the statistic is the quantile p; 0 where even that is too much.
     */
    private static double noncentrality(double x, int df, double p) {
        if (below(x, df, 0) <= p) return 0;
        return Quantiles.decreasing(l -> below(x, df, l), p, 0, Math.max(10, 2 * x));
    }

    /** Distribution function of the noncentral chi-squared: a Poisson mixture of central ones. */
    private static double below(double x, double df, double noncentrality) {
        double half = noncentrality / 2;
        if (half == 0) return 1 - Tail.chiSquared(x, df);
        int middle = (int) half;
        int reach = (int) (12 * Math.sqrt(half + 1)) + 30;
        int first = Math.max(0, middle - reach);
        double weight = first * Math.log(half) - half - Gamma.logGamma(first + 1);
        // Two degrees of freedom more add one term to the tail (Abramowitz and Stegun 26.4.8).
        double tail = Tail.chiSquared(x, df + 2 * first);
        double a = df / 2 + first;
        double term = a * Math.log(x / 2) - x / 2 - Gamma.logGamma(a + 1);
        double sum = 0;
        for (int i = first; i <= middle + reach; i++) {
            sum += Math.exp(weight) * (1 - tail);
            weight += Math.log(half / (i + 1));
            tail += Math.exp(term);
            term += Math.log(x / 2 / ++a);
        }
        return sum;
    }

    private static double srmr(NormalFit fit, boolean means) {
        double all = 0;
        List<Sample> samples = fit.samples();
        for (int g = 0; g < samples.size(); g++) {
            Sample s = samples.get(g);
            Structure.Moments at = fit.structures().get(g).at(fit.estimates());
            int v = s.mean().length;
            double sum = 0;
            for (int i = 0; i < v; i++) {
                for (int j = 0; j <= i; j++)
                    sum +=
                            Math.pow(s.covariance()[i][j] - at.covariance()[i][j], 2)
                                    / (s.covariance()[i][i] * s.covariance()[j][j]);
                if (means) sum += Math.pow(s.mean()[i] - at.mean()[i], 2) / s.covariance()[i][i];
            }
            all += s.n() * Math.sqrt(sum / (v * (v + 1) / 2. + (means ? v : 0)));
        }
        return all / fit.n();
    }
}
