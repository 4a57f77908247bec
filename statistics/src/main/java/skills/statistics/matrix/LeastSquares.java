package skills.statistics.matrix;

import skills.statistics.Unusable;

/**
 * Least squares by Householder's orthogonal triangularisation (Golub and Van Loan 2013, 5.2). The
 * columns are scaled first, and where columns are near to each other one step of refinement
 * follows, so that ill-conditioned designs keep what digits they have. A column that the earlier
 * ones explain to within 1e-11 of its own length is refused by name.
 *
 * @param solution b that makes |y - X b| smallest
 * @param inverse (X'X)^-1
 */
public record LeastSquares(double[] solution, Matrix inverse) {
    private static final double COLLINEAR = 1e-11;

    /** Share of its length that every column keeps where refinement would change no digit. */
    private static final double SURE = 1e-3;

    /**
     * @param names of the columns, for the sentence that says which one is too many
     */
    public static LeastSquares of(Matrix x, double[] y, java.util.List<String> names) {
        int n = x.rows();
        int p = x.columns();
        if (n < p)
            throw new Unusable(
                    Unusable.Reason.TOO_FEW,
                    "There are %d complete cases for %d coefficients; leave out predictors or find more cases."
                            .formatted(n, p));
        // Powers of two: scaling by them rounds nothing.
        double[] scale = new double[p];
        double[] length = new double[p];
        double[][] a = new double[p][];
        for (int j = 0; j < p; j++) {
            a[j] = x.column(j);
            double largest = 0;
            for (double v : a[j]) largest = Math.max(largest, Math.abs(v));
            if (!(largest > 0))
                throw new Unusable(
                        Unusable.Reason.COLLINEAR,
                        names.get(j) + " is 0 in every complete case, so it has no coefficient.");
            double inverse = Math.scalb(1, -Math.getExponent(largest));
            for (int i = 0; i < n; i++) a[j][i] *= inverse;
            length[j] = Math.sqrt(dot(a[j], a[j], 0));
            scale[j] = 1 / inverse;
        }
        double least = 1;
        double[] beta = new double[p];
        double[] r = new double[p];
        for (int k = 0; k < p; k++) {
            double norm = k == 0 ? length[0] : Math.sqrt(dot(a[k], a[k], k));
            least = Math.min(least, norm / length[k]);
            if (norm < COLLINEAR * length[k])
                throw new Unusable(
                        Unusable.Reason.COLLINEAR,
                        names.get(k)
                                + " follows exactly from the predictors before it; leave one of them out.");
            r[k] = a[k][k] > 0 ? -norm : norm;
            // Half the square of what is left when r is taken from the first element.
            beta[k] = norm * (norm + Math.abs(a[k][k]));
            a[k][k] -= r[k];
            for (int j = k + 1; j < p; j++) reflect(a[k], a[j], k, beta[k]);
        }
        double[] solution = solve(a, r, beta, y.clone());
        double[] unscaled = new double[p];
        for (int j = 0; j < p; j++) unscaled[j] = solution[j] / scale[j];
        if (least > SURE) return new LeastSquares(unscaled, inverse(a, r, scale));
        double[] rest = y.clone();
        for (int i = 0; i < n; i++) {
            double fitted = 0;
            for (int j = 0; j < p; j++) fitted = Math.fma(x.at(i, j), unscaled[j], fitted);
            rest[i] -= fitted;
        }
        double[] refinement = solve(a, r, beta, rest);
        for (int j = 0; j < p; j++) solution[j] = (solution[j] + refinement[j]) / scale[j];
        return new LeastSquares(solution, inverse(a, r, scale));
    }

    /** In four sums beside each other, which a processor adds at once. */
    private static double dot(double[] a, double[] b, int from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) s0 += a[i] * b[i];
        return s0 + s1 + (s2 + s3);
    }

    private static void reflect(double[] v, double[] target, int from, double half) {
        double factor = dot(v, target, from) / half;
        for (int i = from; i < v.length; i++) target[i] -= factor * v[i];
    }

    private static double[] solve(double[][] a, double[] r, double[] beta, double[] y) {
        int p = a.length;
        for (int k = 0; k < p; k++) reflect(a[k], y, k, beta[k]);
        double[] b = new double[p];
        for (int k = p - 1; k >= 0; k--) {
            double s = y[k];
            for (int j = k + 1; j < p; j++) s -= a[j][k] * b[j];
            b[k] = s / r[k];
        }
        return b;
    }

    private static Matrix inverse(double[][] a, double[] r, double[] scale) {
        int p = r.length;
        double[][] u = new double[p][p];
        for (int j = 0; j < p; j++) {
            u[j][j] = 1 / r[j];
            for (int i = j - 1; i >= 0; i--) {
                double s = 0;
                for (int k = i + 1; k <= j; k++) s += a[k][i] * u[k][j];
                u[i][j] = -s / r[i];
            }
        }
        return Matrix.of(
                p,
                p,
                (i, j) -> {
                    double s = 0;
                    for (int k = Math.max(i, j); k < p; k++) s += u[i][k] * u[j][k];
                    return s / scale[i] / scale[j];
                });
    }
}
