package skills.statistics.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skills.statistics.Convergence;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Eigen;
import skills.statistics.matrix.LeastSquares;
import skills.statistics.matrix.Matrix;
import skills.statistics.optim.NelderMead;

/**
 * Finds the variances: a simplex search over the relative root of D on sums for each group, then
 * Newton steps on the variances themselves, with exact second derivatives.
 */
record RandomFit(
        CovarianceModel.At at,
        Matrix covariance,
        double residual,
        boolean singular,
        Convergence convergence) {

    /** Sums of one group: Z'Z, Z'X, Z'y. */
    private record Sums(double[][] zz, double[][] zx, double[] zy) {}

    static RandomFit of(
            Design design, double[] y, double[][] z, List<List<Integer>> groups, boolean reml) {
        Matrix x = design.matrix();
        int n = x.rows();
        int p = x.columns();
        int q = z[0].length;
        Unusable.atLeast(p + 2, n, "complete cases for this model");
        // What a plain regression explains goes out first: the sums below then lose no digits.
        double[] plain = LeastSquares.of(x, y, design.columns()).solution();
        double[] fitted = x.times(plain);
        double[] rest = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            rest[i] = y[i] - fitted[i];
            total += rest[i] * rest[i];
        }
        double size = Math.sqrt(total / n);
        double about = 0;
        for (double v : y) about = Math.max(about, Math.abs(v));
        if (!(size > 1e-10 * about))
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "The predictors explain the outcome completely; no variance is left to divide.");
        double[] unit = slopes(z);
        List<Sums> sums = new ArrayList<>();
        for (List<Integer> group : groups) sums.add(sums(group, x, rest, z, unit, size));
        double[] xx = flat(x.crossProduct());
        double[] xy = x.transposeTimes(rest);
        for (int j = 0; j < p; j++) xy[j] /= size;
        double yy = total / size / size;
        int[] cells = {n, p, q};
        double[] start = new double[q * (q + 1) / 2];
        double[] step = new double[start.length];
        for (int r = 0, at = 0; r < q; r++)
            for (int c = 0; c <= r; c++, at++) {
                start[at] = r == c ? 1 : 0;
                step[at] = r == c ? -.5 : .3;
            }
        NelderMead search =
                NelderMead.minimize(t -> deviance(t, sums, xx, xy, yy, cells, reml), start, step);
        double[] theta = search.point();
        boolean edge = false;
        for (int r = 0, at = 0; r < q; r++)
            for (int c = 0; c <= r; c++, at++)
                if (r == c && Math.abs(theta[at]) < 1e-4) {
                    double[] zero = theta.clone();
                    zero[at] = 0;
                    if (deviance(zero, sums, xx, xy, yy, cells, reml) <= search.value() + 1e-8)
                        theta = zero;
                    edge = true;
                }
        double[] profile = new double[1];
        profiled(theta, sums, xx, xy, yy, cells, reml, profile);
        double residual = profile[0] * size * size;
        double[][] root = root(theta, q);
        Matrix d =
                Matrix.of(
                        q,
                        q,
                        (i, j) -> {
                            double s = 0;
                            for (int k = 0; k < q; k++) s += root[i][k] * root[j][k];
                            return s * residual / unit[i] / unit[j];
                        });
        return polish(
                design, x, rest, plain, z, groups, reml, d, residual, edge, search.convergence());
    }

    /** Typical size of each random effect's column, so that the search sees numbers around 1. */
    private static double[] slopes(double[][] z) {
        double[] unit = new double[z[0].length];
        for (double[] row : z)
            for (int j = 0; j < unit.length; j++) unit[j] += row[j] * row[j] / z.length;
        for (int j = 0; j < unit.length; j++) {
            unit[j] = Math.sqrt(unit[j]);
            if (!(unit[j] > 0))
                throw new Unusable(
                        Unusable.Reason.COLLINEAR, "A random slope is 0 in every complete case.");
        }
        return unit;
    }

    private static Sums sums(
            List<Integer> group,
            Matrix x,
            double[] rest,
            double[][] z,
            double[] unit,
            double size) {
        int q = unit.length;
        int p = x.columns();
        double[][] zz = new double[q][q];
        double[][] zx = new double[q][p];
        double[] zy = new double[q];
        for (int i : group)
            for (int a = 0; a < q; a++) {
                double v = z[i][a] / unit[a];
                for (int b = 0; b < q; b++) zz[a][b] += v * z[i][b] / unit[b];
                for (int j = 0; j < p; j++) zx[a][j] += v * x.at(i, j);
                zy[a] += v * rest[i] / size;
            }
        return new Sums(zz, zx, zy);
    }

    private static double[] flat(Matrix m) {
        double[] flat = new double[m.rows() * m.columns()];
        for (int i = 0; i < m.rows(); i++)
            for (int j = 0; j < m.columns(); j++) flat[i * m.columns() + j] = m.at(i, j);
        return flat;
    }

    private static double[][] root(double[] theta, int q) {
        double[][] root = new double[q][q];
        for (int r = 0, at = 0; r < q; r++)
            for (int c = 0; c <= r; c++, at++) root[r][c] = theta[at];
        return root;
    }

    private static double deviance(
            double[] theta,
            List<Sums> sums,
            double[] xx,
            double[] xy,
            double yy,
            int[] cells,
            boolean reml) {
        return profiled(theta, sums, xx, xy, yy, cells, reml, new double[1]);
    }

    /** Deviance with b and s^2 at their best; s^2 goes to {@code residual}. */
    private static double profiled(
            double[] theta,
            List<Sums> sums,
            double[] xx,
            double[] xy,
            double yy,
            int[] cells,
            boolean reml,
            double[] residual) {
        int p = cells[1];
        int q = cells[2];
        double[][] root = root(theta, q);
        double[] a = xx.clone();
        double[] b = xy.clone();
        double c = yy;
        double logs = 0;
        double[][] m = new double[q][q];
        double[][] right = new double[q][p + 1];
        for (Sums s : sums) {
            // M = I + R' Z'Z R, and what it takes from the sums.
            for (int i = 0; i < q; i++)
                for (int j = 0; j <= i; j++) {
                    double v = i == j ? 1 : 0;
                    for (int k = i; k < q; k++)
                        for (int l = j; l < q; l++) v += root[k][i] * s.zz[k][l] * root[l][j];
                    m[i][j] = v;
                }
            for (int i = 0; i < q; i++) {
                for (int j = 0; j < p; j++) {
                    double v = 0;
                    for (int k = i; k < q; k++) v += root[k][i] * s.zx[k][j];
                    right[i][j] = v;
                }
                double v = 0;
                for (int k = i; k < q; k++) v += root[k][i] * s.zy[k];
                right[i][p] = v;
            }
            for (int j = 0; j < q; j++) {
                for (int k = 0; k < j; k++) m[j][j] -= m[j][k] * m[j][k];
                m[j][j] = Math.sqrt(m[j][j]);
                logs += 2 * Math.log(m[j][j]);
                for (int i = j + 1; i < q; i++) {
                    for (int k = 0; k < j; k++) m[i][j] -= m[i][k] * m[j][k];
                    m[i][j] /= m[j][j];
                }
                for (int col = 0; col <= p; col++) {
                    for (int k = 0; k < j; k++) right[j][col] -= m[j][k] * right[k][col];
                    right[j][col] /= m[j][j];
                }
            }
            for (int i = 0; i < q; i++) {
                double[] r = right[i];
                for (int j = 0; j < p; j++) {
                    for (int k = 0; k <= j; k++) a[j * p + k] -= r[j] * r[k];
                    b[j] -= r[j] * r[p];
                }
                c -= r[p] * r[p];
            }
        }
        double logA = 0;
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) a[j * p + j] -= a[j * p + k] * a[j * p + k];
            if (!(a[j * p + j] > 0)) return Double.POSITIVE_INFINITY;
            double d = Math.sqrt(a[j * p + j]);
            a[j * p + j] = d;
            logA += 2 * Math.log(d);
            for (int i = j + 1; i < p; i++) {
                for (int k = 0; k < j; k++) a[i * p + j] -= a[i * p + k] * a[j * p + k];
                a[i * p + j] /= d;
            }
            for (int k = 0; k < j; k++) b[j] -= a[j * p + k] * b[k];
            b[j] /= d;
            c -= b[j] * b[j];
        }
        int free = reml ? cells[0] - p : cells[0];
        if (!(c > 0)) return Double.POSITIVE_INFINITY;
        residual[0] = c / free;
        return logs + (reml ? logA : 0) + free * (1 + Math.log(2 * Math.PI * c / free));
    }

    private static RandomFit polish(
            Design design,
            Matrix x,
            double[] rest,
            double[] plain,
            double[][] z,
            List<List<Integer>> groups,
            boolean reml,
            Matrix d,
            double residual,
            boolean edge,
            Convergence search) {
        int q = d.rows();
        List<CovarianceModel.Block> blocks = new ArrayList<>();
        for (List<Integer> group : groups) {
            int[] at = group.stream().mapToInt(i -> i).toArray();
            double[] part = Arrays.stream(at).mapToDouble(i -> rest[i]).toArray();
            Matrix[] g = new Matrix[q * (q + 1) / 2 + 1];
            int r = 0;
            for (int a = 0; a < q; a++)
                for (int b = 0; b <= a; b++) {
                    int i1 = a;
                    int i2 = b;
                    g[r++] =
                            Matrix.of(
                                    at.length,
                                    at.length,
                                    (i, j) ->
                                            i1 == i2
                                                    ? z[at[i]][i1] * z[at[j]][i1]
                                                    : z[at[i]][i1] * z[at[j]][i2]
                                                            + z[at[i]][i2] * z[at[j]][i1]);
                }
            g[r] = Matrix.identity(at.length);
            blocks.add(new CovarianceModel.Block(x.pickRows(at), part, g));
        }
        CovarianceModel model = new CovarianceModel(blocks, reml);
        double[] gamma = new double[q * (q + 1) / 2 + 1];
        int r = 0;
        for (int a = 0; a < q; a++) for (int b = 0; b <= a; b++) gamma[r++] = d.at(a, b);
        gamma[r] = residual;
        CovarianceModel.At at = model.at(gamma).orElseThrow(RandomFit::lost);
        int steps = 0;
        boolean singular = edge || Eigen.of(correlations(d)).values()[q - 1] < 1e-8;
        while (!singular && steps < 20) {
            var curvature = Cholesky.of(at.observed());
            if (curvature.isEmpty()) break;
            double[] move = curvature.get().solve(at.gradient());
            double decrement = Matrix.dot(move, at.gradient());
            if (!(decrement > 1e-14)) break;
            double[] next = at.gamma().clone();
            for (int i = 0; i < next.length; i++) next[i] -= move[i];
            var there =
                    positive(next, q)
                            ? model.at(next)
                            : java.util.Optional.<CovarianceModel.At>empty();
            if (there.isEmpty() || there.get().deviance() > at.deviance() + 1e-9) break;
            at = there.get();
            steps++;
        }
        CovarianceModel.At shifted = at.plus(plain);
        return new RandomFit(
                shifted,
                covariance(at.gamma(), q),
                at.gamma()[gamma.length - 1],
                singular,
                new Convergence(search.reached(), search.iterations() + steps, search.criterion()));
    }

    private static Unusable lost() {
        return new Unusable(
                Unusable.Reason.NO_CONVERGENCE,
                "The variances could not be told apart; a simpler model has fewer of them.");
    }

    private static Matrix covariance(double[] gamma, int q) {
        return Matrix.of(
                q, q, (i, j) -> gamma[Math.max(i, j) * (Math.max(i, j) + 1) / 2 + Math.min(i, j)]);
    }

    private static boolean positive(double[] gamma, int q) {
        return gamma[gamma.length - 1] > 0 && Cholesky.of(covariance(gamma, q)).isPresent();
    }

    private static Matrix correlations(Matrix d) {
        return Matrix.of(
                d.rows(),
                d.rows(),
                (i, j) -> {
                    double scale = Math.sqrt(d.at(i, i) * d.at(j, j));
                    return scale > 0 ? d.at(i, j) / scale : 0;
                });
    }
}
