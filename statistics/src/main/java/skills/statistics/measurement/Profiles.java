package skills.statistics.measurement;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Two short lists of numbers side by side. */
final class Profiles {

    private Profiles() {}

    /** Pearson's r; absent when one of the two does not vary. */
    static OptionalDouble correlation(double[] x, double[] y) {
        double[] a = standardised(x);
        double[] b = standardised(y);
        if (a.length == 0 || b.length == 0) return OptionalDouble.empty();
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return OptionalDouble.of(sum / (a.length - 1));
    }

    /** (x - mean) / sd with divisor n - 1; empty when x does not vary. */
    static double[] standardised(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        double ss = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
        double sd = Math.sqrt(ss / (x.length - 1));
        double size = Arrays.stream(x).map(Math::abs).max().orElse(0);
        if (!(sd > 1e-13 * size)) return new double[0];
        return Arrays.stream(x).map(v -> (v - mean) / sd).toArray();
    }

    /** Ranks from 1, ties at their mean. */
    static double[] ranks(double[] x) {
        double[] rank = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rank[i] = .5;
            for (double v : x) rank[i] += v < x[i] ? 1 : v == x[i] ? .5 : 0;
        }
        return rank;
    }
}
