package skills.statistics.irt;

import java.util.List;
import java.util.OptionalDouble;
import skills.statistics.Convergence;
import skills.statistics.Dropped;

/**
 * Items scaled on the answers of a group.
 *
 * @param items in the order of the data; answers count from 0 in the order of those that occur
 * @param fits the parameters in slope-intercept form with their errors, in the same order
 * @param populationVariance of theta; 1 unless the model leaves it free (Rasch)
 * @param populationVarianceError its standard error, where it is free
 * @param n persons used
 * @param dropped persons left out, and why
 * @param logLikelihood marginal, natural logarithm
 * @param parameters number estimated
 * @param convergence of the EM algorithm; criterion: largest change of a parameter in one turn
 */
public record Calibration(
        List<Item> items,
        List<Fit> fits,
        double populationVariance,
        OptionalDouble populationVarianceError,
        int n,
        List<Dropped> dropped,
        double logLikelihood,
        int parameters,
        Convergence convergence) {

    /**
     * One item: the graded model is P(k or higher) = 1 / (1 + exp(-(slope theta + intercept k))),
     * partial credit has the logarithm of the odds of k against k - 1 equal to slope theta +
     * intercept k. The threshold b[k] is -intercept / slope.
     *
     * @param slopeError absent when fixed, or when the data do not carry it
     * @param interceptErrors absent likewise
     * @param thresholdErrors of b, by the delta method; absent likewise
     */
    public record Fit(
            double slope,
            OptionalDouble slopeError,
            List<Double> intercepts,
            List<OptionalDouble> interceptErrors,
            List<OptionalDouble> thresholdErrors) {}
}
