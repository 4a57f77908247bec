package skills.statistics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;
import skills.statistics.Unusable;

/** Quantiles: the inverse of {@link Tail}, polished until the digits of a double are used up. */
public final class Quantiles {
    private Quantiles() {}

    /** The z with P(Z &lt; z) = p. @param p between 0 and 1 */
    public static double normal(double p) {
        Unusable.share("A probability", p);
        double z =
                p < .5
                        ? -Math.sqrt(2) * Erf.erfcInv(2 * p)
                        : Math.sqrt(2) * Erf.erfcInv(2 * (1 - p));
        for (int i = 0; i < 2; i++) {
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            double error = p < .5 ? Tail.normalBelow(z) - p : (1 - p) - Tail.normalBelow(-z);
            if (density > 0) z -= error / density / (1 + z * error / density / 2);
        }
        return z;
    }

    /** The t with P(T &lt; t) = p. @param p between 0 and 1 @param df above 0 */
    public static double t(double p, double df) {
        Unusable.share("A probability", p);
        if (!(df > 0)) return Double.NaN;
        if (Double.isInfinite(df)) return normal(p);
        if (p == .5) return 0;
        double tail = 2 * Math.min(p, 1 - p);
        double t = decreasing(x -> Tail.t(x, df), tail, 0, 2);
        return p < .5 ? -t : t;
    }

    /** The x with P(X &lt; x) = p of the chi-squared distribution. */
    public static double chiSquared(double p, double df) {
        Unusable.share("A probability", p);
        return decreasing(x -> Tail.chiSquared(x, df), 1 - p, 0, df + 1);
    }

    /** The f with P(F &lt; f) = p. */
    public static double f(double p, double df1, double df2) {
        Unusable.share("A probability", p);
        return decreasing(x -> Tail.f(x, df1, df2), 1 - p, 0, 2);
    }

    /**
     * The x above {@code low} at which a decreasing function takes the value: doubling until it is
     * bracketed, then halving mixed with secants (Dowell and Jarratt's Illinois rule).
     */
    public static double decreasing(DoubleUnaryOperator f, double value, double low, double high) {
        while (f.applyAsDouble(high) > value && high < 1e300) {
            low = high;
            high *= 2;
        }
        double atLow = f.applyAsDouble(low) - value;
        double atHigh = f.applyAsDouble(high) - value;
        for (int i = 0; i < 200 && high - low > 4e-16 * Math.abs(high); i++) {
            double secant = high - atHigh * (high - low) / (atHigh - atLow);
            double x = i % 3 == 2 || !(secant > low && secant < high) ? (low + high) / 2 : secant;
            if (x == low || x == high) break;
            double at = f.applyAsDouble(x) - value;
            if (at == 0) return x;
            if (at > 0) {
                low = x;
                atLow = at;
                atHigh /= 2;
            } else {
                high = x;
                atHigh = at;
                atLow /= 2;
            }
        }
        return (low + high) / 2;
    }
}
