package skills.statistics.distribution;

import org.hipparchus.special.Gamma;
import skills.statistics.Unusable;

/**
 * The noncentral t distribution: T = (Z + delta) / s with s the root of a chi-squared over its df.
 * P(T &lt; t) is the integral of Phi(t s - delta) over the density of s, by quadrature in log s
 * (Johnson, Kotz and Balakrishnan 1995, ch. 31, eq. 31.14); absolute error below 1e-13.
 *
 * @param df above 0
 * @param delta the noncentrality, finite
 */
public record NoncentralT(double df, double delta) {

    public NoncentralT {
        if (!(df > 0) || !Double.isFinite(delta))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "A noncentral t needs degrees of freedom above 0 and a finite noncentrality.");
    }

    /** P(T &lt; t). */
    public double below(double t) {
        return integral(t, false);
    }

    /** P(T &gt; t). */
    public double above(double t) {
        return integral(t, true);
    }

    private double integral(double t, boolean above) {
        double log = Math.log(2) + df / 2 * Math.log(df / 2) - Gamma.logGamma(df / 2);
        double low = -Math.sqrt(40 / df) - 40 / df;
        double high = Math.sqrt(40 / df);
        java.util.function.DoubleUnaryOperator f =
                u -> {
                    double s = Math.exp(u);
                    double z = t * s - delta;
                    double weight = Math.exp(log + df * u - df * s * s / 2);
                    return weight * Tail.normalBelow(above ? -z : z);
                };
        // Where t s passes delta the integrand turns; a panel ends there.
        double turn = delta / t > 0 ? Math.log(delta / t) : Double.NaN;
        if (turn > low && turn < high)
            return Quadrature.integrate(f, low, turn, 40) + Quadrature.integrate(f, turn, high, 40);
        return Quadrature.integrate(f, low, high, 60);
    }

    /**
     * The noncentrality at which P(T &lt; t) = p: one limit of an exact interval (Steiger 2004).
     */
    public static double deltaFor(double t, double df, double p) {
        Unusable.share("A probability", p);
        Unusable.finite("The t value", new double[] {t});
        double width = 5 + Math.abs(t) / Math.sqrt(df) * 5;
        double low = t - width;
        while (p > .5
                ? new NoncentralT(df, low).above(t) > 1 - p
                : new NoncentralT(df, low).below(t) < p) low -= width;
        double from = low;
        return from
                + (p > .5
                        ? Quantiles.decreasing(
                                x -> -new NoncentralT(df, from + x).above(t), p - 1, 0, width)
                        : Quantiles.decreasing(
                                x -> new NoncentralT(df, from + x).below(t), p, 0, width));
    }
}
