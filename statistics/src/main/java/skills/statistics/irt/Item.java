package skills.statistics.irt;

/** How likely each answer to one item is at a trait level theta; answers count from 0. */
public sealed interface Item permits GradedResponse, PartialCredit {

    /** Number of answers, at least 2. */
    int categories();

    /**
     * Natural logarithm of the probability of an answer; finite for every finite theta.
     *
     * @param category 0 to {@code categories() - 1}
     * @param theta trait level, in standard deviations of the population
     * @throws Unusable when the item has no such answer
     */
    double logProbability(int category, double theta);

    /** First derivative of {@link #logProbability} by theta. */
    double slope(int category, double theta);

    /** Second derivative of {@link #logProbability} by theta; never above 0. */
    double bend(int category, double theta);

    /** Fisher information about theta at theta: expected curvature of the log likelihood, >= 0. */
    double information(double theta);

    /** Probability of an answer, 0 to 1; over all answers it sums to 1. */
    default double probability(int category, double theta) {
        return Math.exp(logProbability(category, theta));
    }

    /** The mean answer expected at theta, from 0 to {@code categories() - 1}. */
    default double expected(double theta) {
        double sum = 0;
        for (int k = 1; k < categories(); k++) sum += k * probability(k, theta);
        return sum;
    }
}
