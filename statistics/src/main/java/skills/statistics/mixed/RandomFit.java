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
import skills.statistics.matrix.Triangle;
import skills.statistics.optim.NelderMead;

/**
 * Finds the variances: a simplex search over the relative root of D on sums for each group, then
 * Newton steps on the variances themselves, with exact second derivatives.
 */
record RandomFit(
        At at, Matrix covariance, double residual, boolean singular, Convergence convergence) {

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
        var profile = new ProfiledDeviance(model(groups, x, rest, z, unit, size, reml));
        double[] start = new double[q * (q + 1) / 2];
        double[] step = new double[start.length];
        for (int r = 0, at = 0; r < q; r++)
            for (int c = 0; c <= r; c++, at++) {
                start[at] = r == c ? 1 : 0;
                step[at] = r == c ? -.5 : .3;
            }
        NelderMead search = NelderMead.minimize(t -> profile.at(t).deviance(), start, step);
        double[] theta = search.point();
        boolean edge = false;
        for (int r = 0, at = 0; r < q; r++)
            for (int c = 0; c <= r; c++, at++)
                if (r == c && Math.abs(theta[at]) < 1e-4) {
                    double[] zero = theta.clone();
                    zero[at] = 0;
                    if (profile.at(zero).deviance() <= search.value() + 1e-8) theta = zero;
                    edge = true;
                }
        double residual = profile.at(theta).residual() * size * size;
        double[][] root = ProfiledDeviance.root(theta, q);
        double[] gamma = new double[start.length + 1];
        for (int r = 0, at = 0; r < q; r++)
            for (int c = 0; c <= r; c++, at++) {
                for (int k = 0; k < q; k++) gamma[at] += root[r][k] * root[c][k];
                gamma[at] *= residual / unit[r] / unit[c];
            }
        gamma[start.length] = residual;
        double[] ones = new double[q];
        Arrays.fill(ones, 1);
        RandomModel model = model(groups, x, rest, z, ones, 1, reml);
        return polish(model, plain, gamma, edge, search.convergence());
    }

    /** Sums with effects and outcome divided by a typical size. */
    private static RandomModel model(
            List<List<Integer>> groups,
            Matrix x,
            double[] rest,
            double[][] z,
            double[] unit,
            double size,
            boolean reml) {
        int p = x.columns();
        List<RandomModel.Group> sums = new ArrayList<>();
        for (List<Integer> group : groups) sums.add(sums(group, x, rest, z, unit, size));
        Matrix crossed = x.crossProduct();
        double[][] xx = new double[p][];
        for (int i = 0; i < p; i++) xx[i] = crossed.row(i);
        double[] xy = x.transposeTimes(rest);
        for (int j = 0; j < p; j++) xy[j] /= size;
        double yy = Matrix.dot(rest, rest) / size / size;
        return new RandomModel(sums, xx, xy, yy, rest.length, reml);
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

    private static RandomModel.Group sums(
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
        return new RandomModel.Group(zz, zx, zy);
    }

    /** Newton steps from the end of the search, as long as they gain. */
    private static RandomFit polish(
            RandomModel model, double[] plain, double[] gamma, boolean edge, Convergence search) {
        int q = model.groups().getFirst().zy().length;
        At at = model.at(gamma).orElseThrow(RandomFit::lost);
        int steps = 0;
        boolean singular =
                edge || Eigen.of(correlations(covariance(gamma, q))).values()[q - 1] < 1e-8;
        while (!singular && steps < 20) {
            var curvature = Cholesky.of(at.observed());
            if (curvature.isEmpty()) break;
            double[] move = curvature.get().solve(at.gradient());
            double decrement = Matrix.dot(move, at.gradient());
            if (!(decrement > 1e-14)) break;
            double[] next = at.gamma().clone();
            for (int i = 0; i < next.length; i++) next[i] -= move[i];
            var there = positive(next, q) ? model.at(next) : java.util.Optional.<At>empty();
            if (there.isEmpty() || there.get().deviance() > at.deviance() + 1e-9) break;
            at = there.get();
            steps++;
        }
        At shifted = at.plus(plain);
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
        return Matrix.of(q, q, (i, j) -> gamma[Triangle.place(i, j)]);
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
