package skills.statistics.distribution;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * Probabilities in the tails, taken from the incomplete beta and gamma functions themselves so that
 * a p of 1e-100 keeps its digits (Abramowitz and Stegun 1964, 26.2, 26.4, 26.5, 26.7). Each gives
 * NaN for a statistic that is NaN, and 0 or 1 at infinity.
 */
public final class Tail {
    private Tail() {}

    /** P(|Z| &gt; |z|) of the standard normal distribution. */
    public static double normal(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** P(Z &lt; z) of the standard normal distribution. */
    public static double normalBelow(double z) {
        return .5 * Erf.erfc(-z / Math.sqrt(2));
    }

    /** P(|T| &gt; |t|), two-sided. @param df above 0, need not be whole */
    public static double t(double t, double df) {
        if (Double.isInfinite(df)) return normal(t);
        if (Double.isInfinite(t)) return 0;
        double square = t * t;
        // 1 minus a share only where p is not small, so that no digits are lost.
        return square < 1
                ? 1 - beta(square / (df + square), .5, df / 2)
                : beta(df / (df + square), df / 2, .5);
    }

    /** P(T &lt; t). */
    public static double tBelow(double t, double df) {
        return t < 0 ? .5 * t(t, df) : 1 - .5 * t(t, df);
    }

    /** P(F &gt; f). @param df1 of the numerator @param df2 of the denominator, both above 0 */
    public static double f(double f, double df1, double df2) {
        if (f <= 0) return 1;
        if (Double.isInfinite(f)) return 0;
        if (Double.isInfinite(df2)) return chiSquared(f * df1, df1);
        return beta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
    }

    /** P(F &lt; f). */
    public static double fBelow(double f, double df1, double df2) {
        if (f <= 0) return 0;
        if (Double.isInfinite(f)) return 1;
        return beta(df1 * f / (df2 + df1 * f), df1 / 2, df2 / 2);
    }

    /** P(X &gt; x) of the chi-squared distribution. */
    public static double chiSquared(double x, double df) {
        if (x <= 0) return 1;
        if (Double.isInfinite(x)) return 0;
        return Gamma.regularizedGammaQ(df / 2, x / 2);
    }

    /** The regularised incomplete beta function I_x(a, b). */
    public static double beta(double x, double a, double b) {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        return Beta.regularizedBeta(x, a, b);
    }
}
