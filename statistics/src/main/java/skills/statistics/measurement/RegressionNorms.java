package skills.statistics.measurement;

import java.util.Arrays;
import java.util.List;
import skills.statistics.Quantile;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.matrix.Symmetric;

/**
 * Norms that depend on background, by regression in four steps: Van der Elst, Van Boxtel, Van
 * Breukelen and Jolles (2006), doi:10.1017/S1355617706060061: predict the score; standard deviation
 * of the residuals per quarter of the predicted scores; standardise; place among the standardised
 * residuals.
 *
 * @param n size of the group
 * @param coefficients intercept first, then in the order of the predictors
 * @param standardErrors of the coefficients (ordinary least squares)
 * @param rSquared share of the variance that background explains
 * @param sigma residual standard deviation of all together
 * @param cutPoints predicted scores between the quarters
 * @param sdByQuarter residual standard deviation in each quarter, lowest predictions first
 * @param unequal n times R squared of the squared residuals on the predictions (Koenker 1981,
 *     doi:10.1016/0304-4076(81)90062-2): large when one standard deviation is not enough
 * @param unequalP its tail in the chi-squared distribution with 1 df
 * @param residuals the standardised residuals, rising
 */
public record RegressionNorms(
        int n,
        List<Double> coefficients,
        List<Double> standardErrors,
        double rSquared,
        double sigma,
        List<Double> cutPoints,
        List<Double> sdByQuarter,
        double unequal,
        double unequalP,
        List<Double> residuals) {

    /** Residuals nearer than this are equal: the same score and background, summed otherwise. */
    private static final double TIE = 1e-9;

    /**
     * @param predicted score of persons with this background
     * @param sd spread of persons with such a prediction
     * @param t 50 + 10 z
     * @param percentileEmpirical share of the group below plus half of those at z
     * @param percentileNormal share of a normal distribution below z
     */
    public record Place(
            double predicted,
            double sd,
            double z,
            double t,
            double percentileEmpirical,
            double percentileNormal) {}

    /**
     * @param scores of the group
     * @param background of each person, without the constant; powers and codes as the user wants
     *     them
     * @throws Unusable when the lengths differ, there are fewer than 8 persons more than
     *     predictors, a predictor follows from the others or a quarter has no spread
     */
    public static RegressionNorms of(double[] scores, double[][] background) {
        Unusable.sameLength("The scores", scores.length, "the background", background.length);
        Unusable.finite("The scores", scores);
        int n = scores.length;
        Unusable.atLeast(1, n, "persons");
        int p = background[0].length + 1;
        Unusable.atLeast(p + 8, n, "persons");
        double[][] x = new double[n][p];
        for (int i = 0; i < n; i++) {
            Unusable.sameLength("The first person", p - 1, "another", background[i].length);
            Unusable.finite("The background", background[i]);
            x[i][0] = 1;
            System.arraycopy(background[i], 0, x[i], 1, p - 1);
        }
        Line line = Line.of(x, scores);
        double[] cuts = new double[3];
        for (int q = 0; q < 3; q++) cuts[q] = Quantile.of(line.fitted, (q + 1) / 4.).value();
        double[] sd = sdByQuarter(line, cuts);
        double[] z = new double[n];
        for (int i = 0; i < n; i++) z[i] = line.residual[i] / sd[quarter(cuts, line.fitted[i])];
        Arrays.sort(z);
        double[][] on = new double[n][];
        for (int i = 0; i < n; i++) on[i] = new double[] {1, line.fitted[i]};
        double[] squares = Arrays.stream(line.residual).map(e -> e * e).toArray();
        double bp = p == 1 ? 0 : n * Line.of(on, squares).rSquared;
        return new RegressionNorms(
                n,
                list(line.coefficients),
                list(line.errors),
                line.rSquared,
                line.sigma,
                list(cuts),
                list(sd),
                bp,
                Tail.chiSquared(bp, 1),
                list(z));
    }

    /**
     * @param background in the order of the predictors
     */
    public Place place(double score, double... background) {
        Unusable.sameLength(
                "The norms", coefficients.size() - 1, "the background", background.length);
        double predicted = coefficients.getFirst();
        for (int j = 0; j < background.length; j++)
            predicted += coefficients.get(j + 1) * background[j];
        double[] cuts = cutPoints.stream().mapToDouble(v -> v).toArray();
        double sd = sdByQuarter.get(quarter(cuts, predicted));
        double z = (score - predicted) / sd;
        double below = 0;
        for (double r : residuals) below += r < z - TIE ? 1 : r <= z + TIE ? .5 : 0;
        return new Place(predicted, sd, z, 50 + 10 * z, below / n, Tail.normalBelow(z));
    }

    /** Number of cut points at or below the prediction. */
    private static int quarter(double[] cuts, double predicted) {
        int quarter = 0;
        for (double cut : cuts) if (cut <= predicted) quarter++;
        return quarter;
    }

    private static double[] sdByQuarter(Line line, double[] cuts) {
        double[] sum = new double[4];
        double[] squares = new double[4];
        int[] count = new int[4];
        for (int i = 0; i < line.fitted.length; i++) {
            int q = quarter(cuts, line.fitted[i]);
            count[q]++;
            sum[q] += line.residual[i];
            squares[q] += line.residual[i] * line.residual[i];
        }
        double[] sd = new double[4];
        for (int q = 0; q < 4; q++) {
            double ss = squares[q] - sum[q] * sum[q] / count[q];
            sd[q] = count[q] < 2 ? line.sigma : Math.sqrt(ss / (count[q] - 1));
            if (!(sd[q] > 0))
                throw new Unusable(
                        Unusable.Reason.CONSTANT,
                        "Persons with like background all have the score predicted for them.");
        }
        return sd;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private record Line(
            double[] coefficients,
            double[] errors,
            double[] fitted,
            double[] residual,
            double rSquared,
            double sigma) {

        static Line of(double[][] x, double[] y) {
            int n = y.length;
            int p = x[0].length;
            double[][] cross = new double[p][p];
            double[] with = new double[p];
            for (int i = 0; i < n; i++)
                for (int j = 0; j < p; j++) {
                    with[j] += x[i][j] * y[i];
                    for (int k = 0; k < p; k++) cross[j][k] += x[i][j] * x[i][k];
                }
            Symmetric factored = Symmetric.of("The background", cross);
            double[] b = factored.solve(with);
            double[][] inverse = factored.inverse();
            double[] fitted = new double[n];
            double[] residual = new double[n];
            double mean = Arrays.stream(y).sum() / n;
            double error = 0;
            double total = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < p; j++) fitted[i] += b[j] * x[i][j];
                residual[i] = y[i] - fitted[i];
                error += residual[i] * residual[i];
                total += (y[i] - mean) * (y[i] - mean);
            }
            double sigma = Math.sqrt(error / (n - p));
            double[] errors = new double[p];
            for (int j = 0; j < p; j++) errors[j] = sigma * Math.sqrt(inverse[j][j]);
            return new Line(b, errors, fitted, residual, total > 0 ? 1 - error / total : 0, sigma);
        }
    }
}
