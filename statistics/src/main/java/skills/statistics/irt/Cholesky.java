package skills.statistics.irt;

/** Solving with a small symmetric positive definite matrix. */
final class Cholesky {

    private Cholesky() {}

    static double[] solve(double[][] matrix, double[] right) {
        return solve(factor(matrix), right.clone(), 0);
    }

    static double[][] inverse(double[][] matrix) {
        double[][] factor = factor(matrix);
        double[][] inverse = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            double[] unit = new double[matrix.length];
            unit[i] = 1;
            inverse[i] = solve(factor, unit, i);
        }
        return inverse;
    }

    private static double[] solve(double[][] l, double[] x, int from) {
        for (int i = from; i < x.length; i++) {
            for (int j = 0; j < i; j++) x[i] -= l[i][j] * x[j];
            x[i] /= l[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) x[i] -= l[j][i] * x[j];
            x[i] /= l[i][i];
        }
        return x;
    }

    private static double[][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
                if (i > j) l[i][j] = sum / l[j][j];
                else if (sum > 0) l[i][i] = Math.sqrt(sum);
                else throw new ArithmeticException("the matrix is not positive definite");
            }
        return l;
    }
}
