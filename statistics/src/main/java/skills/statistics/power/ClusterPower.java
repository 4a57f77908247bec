package skills.statistics.power;

import skills.statistics.Unusable;
import skills.statistics.distribution.NoncentralT;
import skills.statistics.distribution.Quantiles;

/**
 * A study in which whole classes are given the offer or not. Minimum detectable effect size of the
 * two-level design (Bloom 1995; Dong and Maynard 2013): (t[1-alpha/2] + t[power]) sqrt((icc + (1 -
 * icc)/n) / (P (1 - P) J)), both t with J - 2 degrees of freedom.
 *
 * @param clusters J, at least 3
 * @param size n, persons in a class, at least 1
 * @param icc share of the variance that lies between classes, 0 to below 1
 * @param offered P, share of the classes with the offer
 */
public record ClusterPower(int clusters, double size, double icc, double offered) {

    public ClusterPower {
        Unusable.atLeast(3, clusters, "classes");
        Unusable.share("The share of classes with the offer", offered);
        if (!(size >= 1) || !(icc >= 0 && icc < 1))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "A class has at least one person, and the intraclass correlation is from 0 to below 1.");
    }

    /** In standard deviations of the outcome. */
    public double minimumDetectable(double power, double alpha) {
        Unusable.share("Power", power);
        Unusable.share("The chance of a false alarm", alpha);
        double multiple =
                Quantiles.t(1 - alpha / 2, clusters - 2) + Quantiles.t(power, clusters - 2);
        return multiple * standardError();
    }

    /**
     * Of the two-sided t test of the class means: exact for classes of one size, by the noncentral
     * t with J - 2 degrees of freedom. With few classes it differs a little from what {@link
     * #minimumDetectable} rests on.
     *
     * @param d true difference in standard deviations of the outcome
     */
    public double power(double d, double alpha) {
        Unusable.finite("The effect", new double[] {d});
        Unusable.share("The chance of a false alarm", alpha);
        double critical = Quantiles.t(1 - alpha / 2, clusters - 2);
        NoncentralT t = new NoncentralT(clusters - 2, d / standardError());
        return t.above(critical) + t.below(-critical);
    }

    /** Of the difference between the arms, in standard deviations of the outcome. */
    private double standardError() {
        return Math.sqrt((icc + (1 - icc) / size) / (offered * (1 - offered) * clusters));
    }

    /** How many times more persons than without classes: 1 + (n - 1) icc. */
    public double designEffect() {
        return 1 + (size - 1) * icc;
    }
}
