package skills.statistics.irt;

import java.util.List;
import skills.statistics.Unusable;

/** How precisely a set of items measures. */
public final class Precision {

    private Precision() {}

    /** Information of all items together at theta; 1 over its root is the standard error there. */
    public static double information(List<? extends Item> items, double theta) {
        return items.stream().mapToDouble(i -> i.information(theta)).sum();
    }

    /**
     * Marginal reliability in a normal population: the mean over theta of I / (I + 1 / variance).
     * Green, Bock, Humphreys, Linn and Reckase (1984), doi:10.1111/j.1745-3984.1984.tb01039.x.
     *
     * @param sd of the population, above 0
     */
    public static double marginalReliability(List<? extends Item> items, double sd) {
        Unusable.atLeast(1, items.size(), "items");
        if (!(sd > 0 && sd < 1e6))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, "The deviation must be above 0, not " + sd + ".");
        double sum = 0;
        double all = 0;
        for (double z = -6; z < 6.001; z += .02) {
            double weight = Math.exp(-z * z / 2);
            double information = information(items, sd * z);
            sum += weight * information / (information + 1 / (sd * sd));
            all += weight;
        }
        return sum / all;
    }

    /**
     * Empirical reliability of EAP estimates: variance of the estimates over that variance plus the
     * mean squared error.
     *
     * @param abilities of at least two persons
     */
    public static double empiricalReliability(List<Ability> abilities) {
        Unusable.atLeast(2, abilities.size(), "persons");
        int n = abilities.size();
        double mean = abilities.stream().mapToDouble(Ability::estimate).sum() / n;
        double spread = 0;
        double error = 0;
        for (Ability a : abilities) {
            spread += (a.estimate() - mean) * (a.estimate() - mean) / (n - 1);
            error += a.standardError() * a.standardError() / n;
        }
        return spread / (spread + error);
    }
}
