package skills.statistics.distribution;

import java.util.function.DoubleUnaryOperator;

/** Gauss-Legendre quadrature, sixteen points a panel: exact for polynomials up to degree 31. */
public final class Quadrature {
    private static final int POINTS = 16;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            double x = Math.cos(Math.PI * (i + .75) / (POINTS + .5));
            double slope = 1;
            for (int step = 0; step < 20; step++) {
                double p0 = 1;
                double p1 = x;
                for (int k = 2; k <= POINTS; k++) {
                    double p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
                    p0 = p1;
                    p1 = p2;
                }
                slope = POINTS * (x * p1 - p0) / (x * x - 1);
                x -= p1 / slope;
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    private Quadrature() {}

    /** The integral of a smooth function over {@code panels} equal parts of low to high. */
    public static double integrate(DoubleUnaryOperator f, double low, double high, int panels) {
        double half = (high - low) / panels / 2;
        double sum = 0;
        for (int p = 0; p < panels; p++) {
            double middle = low + (2 * p + 1) * half;
            for (int i = 0; i < POINTS; i++)
                sum += WEIGHTS[i] * f.applyAsDouble(middle + half * NODES[i]);
        }
        return sum * half;
    }
}
