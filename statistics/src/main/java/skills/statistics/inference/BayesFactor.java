package skills.statistics.inference;

import org.hipparchus.special.Gamma;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quadrature;

/**
 * The JZS Bayes factor of a t test (Rouder, Speckman, Sun, Morey and Iverson 2009,
 * doi:10.3758/PBR.16.2.225, eq. 1): how much likelier the data are under an effect with a Cauchy
 * prior of scale r than under none.
 *
 * <p>BF10 = integral over g of (1 + N g)^(-1/2) (1 + t^2 / ((1 + N g) v))^(-(v+1)/2) times the
 * inverse gamma density of g with shape 1/2 and scale r^2/2, over (1 + t^2/v)^(-(v+1)/2).
 *
 * @param bf10 above 0; above 1 speaks for an effect
 * @param scale r, usually sqrt(2)/2
 */
public record BayesFactor(double bf10, double t, double scale) {

    /** Two independent groups: N = n1 n2 / (n1 + n2), v = n1 + n2 - 2. */
    public static BayesFactor twoSample(double t, int n1, int n2, double scale) {
        Unusable.atLeast(1, Math.min(n1, n2), "persons in each group");
        Unusable.atLeast(3, n1 + n2, "persons");
        return of(t, (double) n1 * n2 / (n1 + n2), n1 + n2 - 2, scale);
    }

    /** One group, or differences within pairs: N = n, v = n - 1. */
    public static BayesFactor oneSample(double t, int n, double scale) {
        Unusable.atLeast(2, n, "persons");
        return of(t, n, n - 1, scale);
    }

    private static BayesFactor of(double t, double n, double v, double scale) {
        Unusable.finite("The t value", new double[] {t});
        if (!(scale > 0 && scale < 1e6))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, "The scale of the prior must be above 0.");
        double log = Math.log(scale * scale / 2) / 2 - Gamma.logGamma(.5);
        double without = (v + 1) / 2 * Math.log1p(t * t / v);
        double centre = Math.log(scale * scale);
        double bf =
                Quadrature.integrate(
                        u -> {
                            double g = Math.exp(u);
                            double wide = 1 + n * g;
                            return Math.exp(
                                    without
                                            - Math.log(wide) / 2
                                            - (v + 1) / 2 * Math.log1p(t * t / (wide * v))
                                            + log
                                            - u / 2
                                            - scale * scale / (2 * g));
                        },
                        centre - 8,
                        centre + 70,
                        120);
        return new BayesFactor(bf, t, scale);
    }
}
