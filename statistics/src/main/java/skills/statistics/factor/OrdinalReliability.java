package skills.statistics.factor;

import java.util.List;
import skills.statistics.Unusable;
import skills.statistics.items.Items;
import skills.statistics.measurement.Reliability;

/**
 * Reliability of items with few answers.
 *
 * <p>Ordinal alpha and omega: those of the polychoric correlations (Zumbo, Gadermann and Zeisser
 * 2007, doi:10.22237/jmasm/1177992180): of the variables behind the answers, not of the score that
 * a person gets. Categorical omega: share of the variance of the sum of the answers themselves that
 * the factor carries (Green and Yang 2009, doi:10.1007/s11336-008-9099-3), by bivariate normal
 * probabilities, at the fitted loadings over the polychoric correlations themselves: this is the
 * one for scores.
 *
 * @param n complete persons
 * @param alpha of the answers themselves, for comparison
 * @param ordinalAlpha of the polychoric correlations
 * @param ordinalOmega of one factor fitted to them by maximum likelihood
 * @param omegaLoadings of that factor
 * @param categoricalOmega with loadings by weighted least squares
 * @param emptyCells pairs of answers that nobody gave; see {@link Polychoric}
 */
public record OrdinalReliability(
        int n,
        double alpha,
        double ordinalAlpha,
        double ordinalOmega,
        List<Double> omegaLoadings,
        double categoricalOmega,
        int emptyCells) {

    /**
     * @param items at least 3, keyed, answers equally spaced when they are summed
     * @throws Unusable when there are too few items or persons, an item cannot be used, or the
     *     polychoric correlations are not those of any variables
     */
    public static OrdinalReliability of(Items items) {
        return of(items, OrdinalFactor.of(items));
    }

    static OrdinalReliability of(Items items, OrdinalFactor factor) {
        Polychoric polychoric = factor.polychoric();
        OneFactor one = OneFactor.of(polychoric.matrix(), polychoric.n());
        return new OrdinalReliability(
                polychoric.n(),
                Reliability.of(items).alpha(),
                Reliability.alpha(polychoric.matrix()),
                one.omega(),
                one.loadings(),
                categorical(factor),
                polychoric.emptyCells());
    }

    private static double categorical(OrdinalFactor factor) {
        List<Double> l = factor.loadings();
        List<List<Double>> cuts = factor.polychoric().thresholds();
        double[][] correlations = factor.polychoric().matrix();
        double shared = 0;
        double all = 0;
        for (int i = 0; i < l.size(); i++)
            for (int j = 0; j < l.size(); j++) {
                double r = l.get(i) * l.get(j);
                shared += covariance(cuts.get(i), cuts.get(j), r);
                all += covariance(cuts.get(i), cuts.get(j), correlations[i][j]);
            }
        return shared / all;
    }

    /** Covariance of two answers whose variables correlate r: sums of joint less single tails. */
    private static double covariance(List<Double> a, List<Double> b, double r) {
        double sum = 0;
        for (double x : a)
            for (double y : b)
                sum +=
                        BivariateNormal.below(x, y, r)
                                - BivariateNormal.margin(x) * BivariateNormal.margin(y);
        return sum;
    }
}
