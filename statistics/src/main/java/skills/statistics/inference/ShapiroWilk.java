package skills.statistics.inference;

import java.util.Arrays;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;
import skills.statistics.effect.Sample;

/**
 * The test of Shapiro and Wilk for a normal distribution, by Royston's (1995) approximation,
 * algorithm AS R94, doi:10.2307/2986146.
 *
 * @param w from 0 to 1; small speaks against normality
 */
public record ShapiroWilk(double w, double p, int n) {
    private static final double[] C1 = {0, .221157, -.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] C2 = {0, .042981, -.293762, -1.752461, 5.682633, -3.582633};

    /**
     * @param sample 3 to 5000 values that are not all the same
     */
    public static ShapiroWilk of(Sample sample) {
        int n = sample.varying().n();
        Unusable.atLeast(3, n, "values");
        if (n > 5000)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The approximation holds for at most 5000 values; there are " + n + ".");
        double[] x = sample.values();
        Arrays.sort(x);
        double[] a = weights(n);
        double mean = sample.mean();
        double top = 0;
        double ss = 0;
        for (int i = 0; i < n; i++) {
            double weight = i < n / 2 ? -a[i] : i >= n - n / 2 ? a[n - 1 - i] : 0;
            top += weight * x[i];
            ss += (x[i] - mean) * (x[i] - mean);
        }
        double w = Math.min(1, top * top / ss);
        return new ShapiroWilk(w, p(w, n), n);
    }

    private static double[] weights(int n) {
        if (n == 3) return new double[] {Math.sqrt(.5)};
        int half = n / 2;
        double[] m = new double[half];
        double sum = 0;
        for (int i = 0; i < half; i++) {
            m[i] = Quantiles.normal((i + 1 - .375) / (n + .25));
            sum += 2 * m[i] * m[i];
        }
        double root = Math.sqrt(sum);
        double u = 1 / Math.sqrt(n);
        double[] a = new double[half];
        a[0] = poly(C1, u) - m[0] / root;
        int from = 1;
        double scale;
        if (n > 5) {
            a[1] = poly(C2, u) - m[1] / root;
            from = 2;
            scale =
                    Math.sqrt(
                            (sum - 2 * m[0] * m[0] - 2 * m[1] * m[1])
                                    / (1 - 2 * a[0] * a[0] - 2 * a[1] * a[1]));
        } else scale = Math.sqrt((sum - 2 * m[0] * m[0]) / (1 - 2 * a[0] * a[0]));
        for (int i = from; i < half; i++) a[i] = -m[i] / scale;
        return a;
    }

    private static double p(double w, int n) {
        if (n == 3) {
            double p = 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(.75)));
            return Math.clamp(p, 0, 1);
        }
        double y = Math.log(1 - w);
        double log = Math.log(n);
        double mean;
        double sd;
        if (n <= 11) {
            double gamma = -2.273 + .459 * n;
            if (y >= gamma) return 1e-99;
            y = -Math.log(gamma - y);
            mean = poly(new double[] {.544, -.39978, .025054, -6.714e-4}, n);
            sd = Math.exp(poly(new double[] {1.3822, -.77857, .062767, -.0020322}, n));
        } else {
            mean = poly(new double[] {-1.5861, -.31082, -.083751, .0038915}, log);
            sd = Math.exp(poly(new double[] {-.4803, -.082676, .0030302}, log));
        }
        return Tail.normalBelow(-(y - mean) / sd);
    }

    private static double poly(double[] c, double x) {
        double sum = 0;
        for (int i = c.length - 1; i >= 0; i--) sum = sum * x + c[i];
        return sum;
    }
}
