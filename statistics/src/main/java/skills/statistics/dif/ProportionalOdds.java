package skills.statistics.dif;

import java.util.Arrays;
import java.util.List;
import skills.statistics.Convergence;
import skills.statistics.Unusable;
import skills.statistics.matrix.Symmetric;

/**
 * Ordinal logistic regression: the logarithm of the odds of answer k or lower is cut[k] - x b.
 * McCullagh (1980), doi:10.1111/j.2517-6161.1980.tb01109.x. Maximum likelihood by Fisher scoring
 * with step halving.
 *
 * @param n observations
 * @param cuts rising
 * @param coefficients in the order of the predictors
 * @param standardErrors of the coefficients, from the expected information
 * @param logLikelihood natural logarithm
 * @param convergence criterion: largest step, predictors at deviation 1
 */
public record ProportionalOdds(
        int n,
        List<Double> cuts,
        List<Double> coefficients,
        List<Double> standardErrors,
        double logLikelihood,
        Convergence convergence) {

    /**
     * @param answers 0, 1, 2 ... to the highest, each of which occurs
     * @param x one row an observation; no constant; every column finite and varying
     * @throws Unusable when lengths differ, an answer does not occur, there are too few
     *     observations, a predictor is constant or follows from the others, or the answers are
     *     separated by the predictors
     */
    public static ProportionalOdds fit(int[] answers, double[][] x) {
        Unusable.sameLength("The answers", answers.length, "the predictors", x.length);
        int n = answers.length;
        Unusable.atLeast(1, n, "observations");
        int p = x[0].length;
        int m = Arrays.stream(answers).max().orElse(0);
        Unusable.atLeast(m + p + 2, n, "observations");
        int[] counts = new int[m + 1];
        for (int a : answers) {
            if (a < 0) throw new Unusable(Unusable.Reason.OUT_OF_RANGE, "An answer counts from 0.");
            counts[a]++;
        }
        for (int k = 0; k <= m; k++)
            if (counts[k] == 0 || m == 0)
                throw new Unusable(
                        Unusable.Reason.CONSTANT, "The answer %d does not occur.".formatted(k));
        double[] sd = new double[p];
        double[] mean = new double[p];
        double[][] z = standardised(x, mean, sd);
        double[] at = new double[m + p];
        double below = 0;
        for (int k = 0; k < m; k++) {
            below += counts[k];
            at[k] = Math.log(below / (n - below));
        }
        double largest = Double.POSITIVE_INFINITY;
        int iteration = 0;
        double[][] information = new double[m + p][m + p];
        while (iteration < 200) {
            double[] gradient = new double[m + p];
            information = new double[m + p][m + p];
            double before = point(answers, z, m, at, gradient, information);
            double[] step = Symmetric.of("The predictors", information).solve(gradient);
            largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double factor = 1;
            double[] next;
            while (true) {
                next = at.clone();
                for (int a = 0; a < next.length; a++) next[a] += factor * step[a];
                if (point(answers, z, m, next, null, null) >= before - 1e-10 || factor < 1e-8)
                    break;
                factor /= 2;
            }
            at = next;
            iteration++;
            if (largest < 1e-9) break;
            if (Arrays.stream(at).anyMatch(v -> Math.abs(v) > 60))
                throw new Unusable(
                        Unusable.Reason.SEPARATION,
                        "The predictors separate the answers: a coefficient has no finite estimate.");
        }
        return result(
                answers, z, m, at, mean, sd, new Convergence(largest < 1e-9, iteration, largest));
    }

    private static ProportionalOdds result(
            int[] answers,
            double[][] z,
            int m,
            double[] at,
            double[] mean,
            double[] sd,
            Convergence convergence) {
        double[][] information = new double[at.length][at.length];
        double log = point(answers, z, m, at, new double[at.length], information);
        double[][] covariance = Symmetric.of("The predictors", information).inverse();
        double shift = 0;
        Double[] b = new Double[sd.length];
        Double[] errors = new Double[sd.length];
        for (int j = 0; j < sd.length; j++) {
            b[j] = at[m + j] / sd[j];
            errors[j] = Math.sqrt(covariance[m + j][m + j]) / sd[j];
            shift += b[j] * mean[j];
        }
        Double[] cuts = new Double[m];
        for (int k = 0; k < m; k++) cuts[k] = at[k] + shift;
        return new ProportionalOdds(
                answers.length, List.of(cuts), List.of(b), List.of(errors), log, convergence);
    }

    private static double[][] standardised(double[][] x, double[] mean, double[] sd) {
        int n = x.length;
        for (double[] row : x) {
            Unusable.sameLength("The first row", mean.length, "another", row.length);
            Unusable.finite("A predictor", row);
            for (int j = 0; j < mean.length; j++) mean[j] += row[j] / n;
        }
        for (double[] row : x)
            for (int j = 0; j < mean.length; j++) sd[j] += Math.pow(row[j] - mean[j], 2) / n;
        double[][] z = new double[n][mean.length];
        for (int j = 0; j < mean.length; j++) {
            sd[j] = Math.sqrt(sd[j]);
            if (!(sd[j] > 1e-13 * (1 + Math.abs(mean[j]))))
                throw new Unusable(
                        Unusable.Reason.CONSTANT,
                        "Predictor %d is the same for everybody.".formatted(j + 1));
            for (int i = 0; i < n; i++) z[i][j] = (x[i][j] - mean[j]) / sd[j];
        }
        return z;
    }

    /** Log likelihood; adds gradient and expected information where wanted. */
    private static double point(
            int[] answers,
            double[][] x,
            int m,
            double[] at,
            double[] gradient,
            double[][] information) {
        for (int k = 1; k < m; k++) if (!(at[k] > at[k - 1])) return Double.NEGATIVE_INFINITY;
        int p = at.length - m;
        double log = 0;
        double[] s = new double[m + 2];
        double[] slope = new double[at.length];
        for (int i = 0; i < answers.length; i++) {
            double linear = 0;
            for (int j = 0; j < p; j++) linear += at[m + j] * x[i][j];
            s[m + 1] = 1;
            for (int k = 0; k < m; k++) s[k + 1] = 1 / (1 + Math.exp(linear - at[k]));
            int own = answers[i];
            log += Math.log(Math.max(s[own + 1] - s[own], 1e-300));
            if (gradient == null) continue;
            for (int k = 0; k <= m; k++) {
                double mass = Math.max(s[k + 1] - s[k], 1e-300);
                Arrays.fill(slope, 0);
                double up = s[k + 1] * (1 - s[k + 1]);
                double down = s[k] * (1 - s[k]);
                if (k < m) slope[k] = up;
                if (k > 0) slope[k - 1] = -down;
                for (int j = 0; j < p; j++) slope[m + j] = -(up - down) * x[i][j];
                for (int a = 0; a < slope.length; a++) {
                    if (k == own) gradient[a] += slope[a] / mass;
                    if (slope[a] == 0) continue;
                    for (int b = 0; b < slope.length; b++)
                        information[a][b] += slope[a] * slope[b] / mass;
                }
            }
        }
        return log;
    }
}
