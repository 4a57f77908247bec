package skills.statistics.matrix;

import java.util.Optional;

/** The lower triangle L of a positive definite matrix A = L L'. */
public final class Cholesky {
    private final int n;
    private final double[][] l;

    private Cholesky(double[][] l) {
        this.l = l;
        this.n = l.length;
    }

    /**
     * @return empty when the matrix is not positive definite to working accuracy
     */
    public static Optional<Cholesky> of(Matrix a) {
        int n = a.rows();
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            double d = a.at(j, j);
            for (int k = 0; k < j; k++) d -= l[j][k] * l[j][k];
            if (!(d > 1e-14 * Math.abs(a.at(j, j)))) return Optional.empty();
            l[j][j] = Math.sqrt(d);
            for (int i = j + 1; i < n; i++) {
                double s = a.at(i, j);
                for (int k = 0; k < j; k++) s -= l[i][k] * l[j][k];
                l[i][j] = s / l[j][j];
            }
        }
        return Optional.of(new Cholesky(l));
    }

    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += 2 * Math.log(l[i][i]);
        return sum;
    }

    /** L^-1 b. */
    public double[] forward(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) x[i] -= l[i][k] * x[k];
            x[i] /= l[i][i];
        }
        return x;
    }

    /** A^-1 b. */
    public double[] solve(double[] b) {
        double[] x = forward(b);
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) x[i] -= l[k][i] * x[k];
            x[i] /= l[i][i];
        }
        return x;
    }

    /** A^-1 B. */
    public Matrix solve(Matrix b) {
        double[][] columns = new double[b.columns()][];
        for (int j = 0; j < b.columns(); j++) columns[j] = solve(b.column(j));
        return Matrix.of(b.rows(), b.columns(), (i, j) -> columns[j][i]);
    }

    public Matrix inverse() {
        return solve(Matrix.identity(n));
    }

    /** L itself. */
    public Matrix lower() {
        return Matrix.of(l);
    }
}
