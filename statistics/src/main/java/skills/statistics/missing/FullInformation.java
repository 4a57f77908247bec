package skills.statistics.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.Unusable;
import skills.statistics.distribution.Coefficients;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;
import skills.statistics.matrix.Triangle;

/**
 * Linear regression by full information maximum likelihood: everybody with an answer to the outcome
 * or a predictor counts (Enders 2010, ch. 4). The predictors are random too, so that the model is
 * the saturated one seen from the side of the outcome, and the estimates follow from {@link
 * Moments}. Standard errors from the observed information, which stays right under missing at
 * random.
 *
 * @param coefficients the intercept first; z tests
 * @param residualVariance divided by n
 */
public record FullInformation(
        List<Coefficient> coefficients,
        double residualVariance,
        double residualVarianceError,
        double logLikelihood,
        Moments moments) {

    /**
     * @param outcome name @param y NaN where missing @param names of the predictors @param x each
     */
    public static FullInformation regression(
            String outcome, double[] y, List<String> names, double[][] x, double level) {
        List<String> all = new ArrayList<>(List.of(outcome));
        all.addAll(names);
        double[][] columns = new double[x.length + 1][];
        columns[0] = y;
        System.arraycopy(x, 0, columns, 1, x.length);
        Moments m = Moments.em(all, columns);
        int k = columns.length;
        int[] rest = IntStream.range(1, k).toArray();
        Matrix sigma = m.covariance();
        Matrix xx = sigma.pick(rest, rest);
        Cholesky root = Cholesky.of(xx).orElseThrow();
        double[] slopes = root.solve(IntStream.of(rest).mapToDouble(j -> sigma.at(0, j)).toArray());
        double intercept = m.mean()[0];
        double variance = sigma.at(0, 0);
        for (int j = 1; j < k; j++) {
            intercept -= slopes[j - 1] * m.mean()[j];
            variance -= slopes[j - 1] * sigma.at(0, j);
        }
        Matrix spread = spread(m, slopes, xx);
        List<Coefficient> table = new ArrayList<>();
        for (int j = 0; j < k; j++)
            table.add(
                    Coefficients.of(
                            j == 0 ? "(Intercept)" : names.get(j - 1),
                            j == 0 ? intercept : slopes[j - 1],
                            Math.sqrt(spread.at(j, j)),
                            Double.POSITIVE_INFINITY,
                            level));
        return new FullInformation(
                List.copyOf(table), variance, Math.sqrt(spread.at(k, k)), m.logLikelihood(), m);
    }

    /**
     * Inverse of the observed information of (intercept, slopes, residual variance, means and
     * covariances of the predictors): that of the moments, turned by how they follow from these.
     */
    private static Matrix spread(Moments m, double[] slopes, Matrix xx) {
        int k = m.mean().length;
        int pairs = k * (k + 1) / 2;
        Matrix information = information(m);
        int parameters = k + pairs;
        double[][] turn = new double[parameters][parameters];
        // Columns: intercept, slopes, variance, predictor means, predictor covariances.
        turn[0][0] = 1;
        for (int j = 1; j < k; j++) {
            turn[0][j] = m.mean()[j];
            turn[0][k + j] = slopes[j - 1];
            turn[j][k + j] = 1;
        }
        turn[k + Triangle.place(0, 0)][k] = 1;
        for (int j = 1; j < k; j++) {
            double twice = 0;
            for (int i = 1; i < k; i++) {
                turn[k + Triangle.place(0, i)][j] = xx.at(i - 1, j - 1);
                twice += 2 * slopes[i - 1] * xx.at(i - 1, j - 1);
            }
            turn[k + Triangle.place(0, 0)][j] = twice;
        }
        int column = 2 * k;
        for (int a = 1; a < k; a++)
            for (int b = 1; b <= a; b++, column++) {
                turn[k + Triangle.place(a, b)][column] = 1;
                turn[k + Triangle.place(0, a)][column] += slopes[b - 1];
                if (a != b) turn[k + Triangle.place(0, b)][column] += slopes[a - 1];
                turn[k + Triangle.place(0, 0)][column] =
                        (a == b ? 1 : 2) * slopes[a - 1] * slopes[b - 1];
            }
        Matrix j = Matrix.of(turn);
        return Cholesky.of(j.transpose().times(information).times(j))
                .orElseThrow(
                        () ->
                                new Unusable(
                                        Unusable.Reason.TOO_FEW,
                                        "Too few persons have two of the measures together to give standard errors."))
                .inverse();
    }

    /** Second derivatives of minus the log likelihood in the means and the covariances. */
    private static Matrix information(Moments m) {
        int k = m.mean().length;
        int pairs = k * (k + 1) / 2;
        double[][] sum = new double[k + pairs][k + pairs];
        for (Moments.Pattern p : m.patterns()) {
            int[] o = p.observed();
            int size = o.length;
            Matrix w = Moments.root(p, m.covariance(), m.names()).inverse();
            double[] d = new double[size];
            for (int a = 0; a < size; a++) d[a] = p.mean()[a] - m.mean()[o[a]];
            Matrix s = Matrix.of(size, size, (a, b) -> p.scatter().at(a, b) / p.n() + d[a] * d[b]);
            Matrix wsw = w.times(s).times(w);
            double[] wd = w.times(d);
            int[][] cells = new int[size * (size + 1) / 2][];
            int c = 0;
            for (int a = 0; a < size; a++)
                for (int b = 0; b <= a; b++) cells[c++] = new int[] {a, b};
            for (int a = 0; a < size; a++)
                for (int b = 0; b < size; b++) sum[o[a]][o[b]] += p.n() * w.at(a, b);
            for (int[] e : cells) {
                int at = k + Triangle.place(o[e[0]], o[e[1]]);
                for (int a = 0; a < size; a++) {
                    double cell = w.at(a, e[0]) * wd[e[1]];
                    if (e[0] != e[1]) cell += w.at(a, e[1]) * wd[e[0]];
                    sum[o[a]][at] += p.n() * cell;
                    sum[at][o[a]] += p.n() * cell;
                }
                for (int[] f : cells)
                    sum[at][k + Triangle.place(o[f[0]], o[f[1]])] +=
                            p.n() * (both(w, wsw, e, f) - .5 * both(w, w, e, f));
            }
        }
        return Matrix.of(sum);
    }

    /**
     * tr(W E V F), E and F symmetric with ones in one pair of cells; symmetric in V's two sides.
     */
    private static double both(Matrix w, Matrix v, int[] e, int[] f) {
        double sum = 0;
        int[][] es = e[0] == e[1] ? new int[][] {e} : new int[][] {e, {e[1], e[0]}};
        int[][] fs = f[0] == f[1] ? new int[][] {f} : new int[][] {f, {f[1], f[0]}};
        for (int[] x : es)
            for (int[] y : fs)
                sum +=
                        .5
                                * (w.at(y[1], x[0]) * v.at(x[1], y[0])
                                        + v.at(y[1], x[0]) * w.at(x[1], y[0]));
        return sum;
    }
}
