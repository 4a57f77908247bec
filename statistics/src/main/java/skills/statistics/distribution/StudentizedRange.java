package skills.statistics.distribution;

import org.hipparchus.special.Gamma;
import skills.statistics.Unusable;

/**
 * The studentized range of {@code groups} means (Copenhaver and Holland 1988): P(Q &lt; q) is the
 * integral over s of P(range of standard normals &lt; q s), where P(range &lt; w) = k times the
 * integral of phi(z) (Phi(z) - Phi(z - w))^(k - 1) dz.
 *
 * @param groups 2 or more
 * @param df above 0
 */
public record StudentizedRange(int groups, double df) {

    public StudentizedRange {
        if (groups < 2 || !(df > 0))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "A studentized range needs at least two groups and degrees of freedom above 0.");
    }

    /** P(Q &gt; q); Tukey's adjusted p of a difference with |t| = q / sqrt(2). */
    public double above(double q) {
        if (q <= 0) return 1;
        double log = Math.log(2) + df / 2 * Math.log(df / 2) - Gamma.logGamma(df / 2);
        double low = -Math.sqrt(40 / df) - 40 / df;
        return Quadrature.integrate(
                u -> {
                    double s = Math.exp(u);
                    return Math.exp(log + df * u - df * s * s / 2) * rangeAbove(q * s);
                },
                low,
                Math.sqrt(40 / df),
                12);
    }

    private double rangeAbove(double w) {
        double below =
                groups
                        * Quadrature.integrate(
                                z -> {
                                    double phi = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
                                    double inside = Tail.normalBelow(z) - Tail.normalBelow(z - w);
                                    return phi * Math.pow(inside, groups - 1);
                                },
                                -8.5,
                                8.5,
                                12);
        return Math.max(0, 1 - below);
    }
}
