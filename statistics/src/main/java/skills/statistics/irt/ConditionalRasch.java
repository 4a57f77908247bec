package skills.statistics.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skills.statistics.Convergence;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.items.Items;
import skills.statistics.matrix.Symmetric;

/**
 * Rasch model by conditional maximum likelihood: given the number right, theta drops out. Andersen
 * (1972), doi:10.1111/j.2517-6161.1972.tb00887.x. No population is assumed. With elementary
 * symmetric functions g[r] of exp(easiness), log L = sum of s[j] easiness[j] - sum of n[r] log
 * g[r]; Newton's method on easiness that sums to 0.
 *
 * @param easiness of each item, sum 0; difficulty is its negative
 * @param standardErrors of the easiness
 * @param n persons with some right and some wrong; the others say nothing of the items
 * @param dropped persons left out, and why
 * @param logLikelihood conditional, natural logarithm
 * @param convergence criterion: largest step
 */
public record ConditionalRasch(
        List<Double> easiness,
        List<Double> standardErrors,
        int n,
        List<Dropped> dropped,
        double logLikelihood,
        Convergence convergence) {

    /**
     * @param data answers with two values an item, the higher one right; incomplete persons are
     *     left out; 2 to 60 items
     * @throws Unusable when the number of items is out of range, an item has more than two answers,
     *     or an item was always right or always wrong among those who differ
     */
    public static ConditionalRasch fit(Items data) {
        Items complete = data.complete();
        int k = complete.items();
        if (k < 2 || k > 60)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, "The items must be 2 to 60, not " + k + ".");
        int[][] x = complete.categories(2);
        double[] right = new double[k];
        int[] atScore = new int[k + 1];
        for (int[] row : x) {
            int r = Arrays.stream(row).sum();
            atScore[r]++;
            if (r > 0 && r < k) for (int j = 0; j < k; j++) right[j] += row[j];
        }
        int n = x.length - atScore[0] - atScore[k];
        Unusable.atLeast(k + 1, n, "persons with some right and some wrong");
        for (int j = 0; j < k; j++)
            if (right[j] == 0 || right[j] == n)
                throw new Unusable(
                        Unusable.Reason.SEPARATION,
                        "Item %d was always %s: its place is infinitely far off."
                                .formatted(j + 1, right[j] == 0 ? "wrong" : "right"));
        List<Dropped> dropped = new ArrayList<>(complete.dropped());
        if (n < x.length)
            dropped.add(
                    new Dropped(x.length - n, "all right or all wrong: no comparison of items"));
        return newton(right, atScore, n, List.copyOf(dropped));
    }

    private static ConditionalRasch newton(
            double[] right, int[] atScore, int n, List<Dropped> dropped) {
        int k = right.length;
        double[] beta = new double[k];
        for (int j = 0; j < k; j++) beta[j] = Math.log(right[j] / (n - right[j]));
        centre(beta);
        double largest = Double.POSITIVE_INFINITY;
        int iteration = 0;
        double[][] information;
        while (true) {
            double[] gradient = right.clone();
            information = derivatives(beta, atScore, gradient);
            for (double[] row : information) for (int j = 0; j < k; j++) row[j] += 1. / k;
            if (largest < 1e-10 || iteration == 100) break;
            double[] step =
                    Symmetric.of("The information of the items", information).solve(gradient);
            double before = logLikelihood(beta, right, atScore);
            double factor = 1;
            double[] next;
            do {
                next = beta.clone();
                for (int j = 0; j < k; j++) next[j] += factor * step[j];
                factor /= 2;
            } while (factor > 1e-6 && logLikelihood(next, right, atScore) < before - 1e-9);
            largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            beta = next;
            centre(beta);
            iteration++;
        }
        double[][] covariance = Symmetric.of("The information of the items", information).inverse();
        List<Double> errors = new ArrayList<>();
        for (int j = 0; j < k; j++) errors.add(Math.sqrt(covariance[j][j] - 1. / k));
        return new ConditionalRasch(
                Arrays.stream(beta).boxed().toList(),
                List.copyOf(errors),
                n,
                dropped,
                logLikelihood(beta, right, atScore),
                new Convergence(largest < 1e-10, iteration, largest));
    }

    private static void centre(double[] beta) {
        double mean = Arrays.stream(beta).average().orElse(0);
        for (int j = 0; j < beta.length; j++) beta[j] -= mean;
    }

    private static double logLikelihood(double[] beta, double[] right, int[] atScore) {
        double[] g = symmetric(beta, -1, -1);
        double sum = 0;
        for (int j = 0; j < beta.length; j++) sum += right[j] * beta[j];
        for (int r = 1; r < beta.length; r++) sum -= atScore[r] * Math.log(g[r]);
        return sum;
    }

    /** Takes the expected numbers right from the gradient; returns the information. */
    private static double[][] derivatives(double[] beta, int[] atScore, double[] gradient) {
        int k = beta.length;
        double[] g = symmetric(beta, -1, -1);
        double[][] p = new double[k][k];
        for (int j = 0; j < k; j++) {
            double[] without = symmetric(beta, j, -1);
            for (int r = 1; r < k; r++) {
                p[j][r] = Math.exp(beta[j]) * without[r - 1] / g[r];
                gradient[j] -= atScore[r] * p[j][r];
            }
        }
        double[][] information = new double[k][k];
        for (int i = 0; i < k; i++)
            for (int j = 0; j <= i; j++) {
                double[] without = i == j ? null : symmetric(beta, i, j);
                for (int r = 1; r < k; r++) {
                    double both =
                            without == null
                                    ? p[i][r]
                                    : r < 2
                                            ? 0
                                            : Math.exp(beta[i] + beta[j]) * without[r - 2] / g[r];
                    information[i][j] += atScore[r] * (both - p[i][r] * p[j][r]);
                }
                information[j][i] = information[i][j];
            }
        return information;
    }

    /** Elementary symmetric functions of exp(beta), two items left out where not -1. */
    private static double[] symmetric(double[] beta, int one, int other) {
        double[] g = new double[beta.length + 1];
        g[0] = 1;
        for (int j = 0; j < beta.length; j++) {
            if (j == one || j == other) continue;
            double e = Math.exp(beta[j]);
            for (int r = beta.length; r > 0; r--) g[r] += e * g[r - 1];
        }
        return g;
    }
}
