package skills.statistics.irt;

import java.util.Arrays;
import java.util.List;
import skills.statistics.Unusable;

/**
 * An item of the generalised partial credit model: Muraki (1992), doi:10.1177/014662169201600206.
 * The logarithm of the odds of answer k against k - 1 is a (theta - b[k]); with a = 1 for all items
 * it is Masters' partial credit model, with one step besides the Rasch model. Information: a^2
 * times the variance of the answer at theta.
 *
 * @param a discrimination, above 0
 * @param b where answers k - 1 and k are equally likely, in the unit of theta; need not rise
 */
public record PartialCredit(double a, List<Double> b) implements Item {

    /**
     * @throws Unusable when a is not a positive number, or b is empty or holds something that is
     *     not finite
     */
    public PartialCredit {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The discrimination a must be above 0, not " + a + ".");
        b = List.copyOf(b);
        Unusable.atLeast(1, b.size(), "steps of an item");
        Unusable.finite("The steps of an item", b.stream().mapToDouble(v -> v).toArray());
    }

    public static PartialCredit of(double a, double... b) {
        return new PartialCredit(a, Arrays.stream(b).boxed().toList());
    }

    @Override
    public int categories() {
        return b.size() + 1;
    }

    @Override
    public double logProbability(int category, double theta) {
        GradedResponse.check(category, b.size());
        return logs(theta)[category];
    }

    @Override
    public double slope(int category, double theta) {
        GradedResponse.check(category, b.size());
        return a * (category - expected(theta));
    }

    @Override
    public double bend(int category, double theta) {
        GradedResponse.check(category, b.size());
        return -information(theta);
    }

    @Override
    public double expected(double theta) {
        double[] log = logs(theta);
        double mean = 0;
        for (int k = 1; k < log.length; k++) mean += k * Math.exp(log[k]);
        return mean;
    }

    @Override
    public double information(double theta) {
        double[] log = logs(theta);
        double mean = 0;
        for (int k = 1; k < log.length; k++) mean += k * Math.exp(log[k]);
        double variance = 0;
        for (int k = 0; k < log.length; k++) variance += (k - mean) * (k - mean) * Math.exp(log[k]);
        return a * a * variance;
    }

    private double[] logs(double theta) {
        double[] log = new double[b.size() + 1];
        double max = 0;
        for (int k = 1; k < log.length; k++) {
            log[k] = log[k - 1] + a * (theta - b.get(k - 1));
            max = Math.max(max, log[k]);
        }
        double sum = 0;
        for (double v : log) sum += Math.exp(v - max);
        double total = max + Math.log(sum);
        for (int k = 0; k < log.length; k++) log[k] -= total;
        return log;
    }
}
