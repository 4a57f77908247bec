package skills.statistics.irt;

import java.util.List;
import skills.statistics.Unusable;

/**
 * An item of the graded response model: Samejima (1969), doi:10.1007/BF03372160.
 *
 * <p>An answer is k or higher with probability 1 / (1 + exp(-a (theta - b[k]))), k = 1..m; answer k
 * itself has the difference of two neighbours. With one threshold it is the two-parameter logistic
 * model, with a = 1 besides the Rasch model. Information: a^2 times the sum over k of P(k) (1 -
 * P*(k) - P*(k+1))^2.
 *
 * @param a discrimination, above 0
 * @param b thresholds in the unit of theta, at least one, each above the one before
 */
public record GradedResponse(double a, List<Double> b) implements Item {

    /**
     * @throws Unusable when a is not a positive number, or b is empty, holds something that is not
     *     finite, or does not rise
     */
    public GradedResponse {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The discrimination a must be above 0, not " + a + ".");
        b = List.copyOf(b);
        if (b.isEmpty())
            throw new Unusable(Unusable.Reason.EMPTY, "An item needs at least one threshold.");
        for (int k = 0; k < b.size(); k++) {
            if (!Double.isFinite(b.get(k)))
                throw new Unusable(
                        Unusable.Reason.NOT_FINITE, "Every threshold must be a finite number.");
            if (k > 0 && b.get(k) <= b.get(k - 1))
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE, "The thresholds must rise, not " + b + ".");
        }
    }

    public static GradedResponse of(double a, double... b) {
        return new GradedResponse(a, java.util.Arrays.stream(b).boxed().toList());
    }

    @Override
    public int categories() {
        return b.size() + 1;
    }

    /**
     * With x and y the distances a (theta - b) to the threshold below and above, P = s(x) s(-y) (1
     * - exp(y - x)): no difference of two nearly equal numbers.
     */
    @Override
    public double logProbability(int category, double theta) {
        check(category, b.size());
        double x = category == 0 ? Double.POSITIVE_INFINITY : a * (theta - b.get(category - 1));
        double y = category == b.size() ? Double.NEGATIVE_INFINITY : a * (theta - b.get(category));
        double log = -softplus(-x) - softplus(y);
        boolean middle = category > 0 && category < b.size();
        return middle
                ? log + Math.log(-Math.expm1(a * (b.get(category - 1) - b.get(category))))
                : log;
    }

    @Override
    public double slope(int category, double theta) {
        check(category, b.size());
        return a * (1 - reached(category, theta) - reached(category + 1, theta));
    }

    @Override
    public double bend(int category, double theta) {
        check(category, b.size());
        double below = reached(category, theta);
        double above = reached(category + 1, theta);
        return -a * a * (below * (1 - below) + above * (1 - above));
    }

    /** Probability of this answer or a higher one. */
    private double reached(int category, double theta) {
        if (category == 0) return 1;
        return category > b.size() ? 0 : 1 / (1 + Math.exp(-a * (theta - b.get(category - 1))));
    }

    static void check(int category, int highest) {
        if (category < 0 || category > highest)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "Answer " + category + " lies outside 0 to " + highest + ".");
    }

    @Override
    public double information(double theta) {
        double sum = 0;
        double below = 1;
        for (int k = 0; k <= b.size(); k++) {
            double above = k == b.size() ? 0 : 1 / (1 + Math.exp(-a * (theta - b.get(k))));
            double slope = 1 - below - above;
            sum += (below - above) * slope * slope;
            below = above;
        }
        return a * a * sum;
    }

    /** log(1 + exp(v)) without overflow. */
    static double softplus(double v) {
        return v > 0 ? v + Math.log1p(Math.exp(-v)) : Math.log1p(Math.exp(v));
    }
}
