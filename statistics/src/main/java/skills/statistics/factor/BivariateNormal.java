package skills.statistics.factor;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import skills.statistics.distribution.Tail;

/** The standard bivariate normal distribution with correlation r. */
final class BivariateNormal {

    private static final double[] NODES = new double[48];
    private static final double[] WEIGHTS = new double[48];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(24, 0, .5);
        for (int i = 0; i < 24; i++) {
            NODES[i] = rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
            NODES[24 + i] = rule.getPoint(i) + .5;
            WEIGHTS[24 + i] = rule.getWeight(i);
        }
    }

    private BivariateNormal() {}

    static double density(double x, double y, double r) {
        if (Double.isInfinite(x) || Double.isInfinite(y)) return 0;
        double rest = 1 - r * r;
        return Math.exp(-(x * x - 2 * r * x * y + y * y) / (2 * rest))
                / (2 * Math.PI * Math.sqrt(rest));
    }

    /**
     * P(X &lt; x, Y &lt; y): the product of the margins plus the integral of the density over the
     * correlation from 0 to r (Plackett 1954, doi:10.1093/biomet/41.3-4.351), taken over its arc
     * sine.
     */
    static double below(double x, double y, double r) {
        if (x == Double.NEGATIVE_INFINITY || y == Double.NEGATIVE_INFINITY) return 0;
        if (x == Double.POSITIVE_INFINITY) return margin(y);
        if (y == Double.POSITIVE_INFINITY) return margin(x);
        if (r >= 1) return margin(Math.min(x, y));
        if (r <= -1) return Math.max(0, margin(x) - margin(-y));
        double arc = Math.asin(r);
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double sine = Math.sin(arc * NODES[i]);
            double rest = 1 - sine * sine;
            sum += WEIGHTS[i] * Math.exp(-(x * x + y * y - 2 * x * y * sine) / (2 * rest));
        }
        return margin(x) * margin(y) + arc * sum / (2 * Math.PI);
    }

    static double margin(double x) {
        if (Double.isInfinite(x)) return x > 0 ? 1 : 0;
        return Tail.normalBelow(x);
    }

    static double density(double x) {
        return Double.isInfinite(x) ? 0 : Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
