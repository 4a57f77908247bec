package skills.statistics.matrix;

import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import skills.statistics.Unusable;

/**
 * A symmetric positive definite matrix, factored once (Cholesky) to solve, invert and take the
 * determinant.
 */
public final class Symmetric {

    private final double[][] lower;

    private Symmetric(double[][] lower) {
        this.lower = lower;
    }

    /**
     * @param matrix symmetric; its lower triangle is read, and it is left as it is
     * @return empty when the matrix is not positive definite: when a pivot, taken as a share of its
     *     diagonal element, is not above 1e-13
     */
    public static Optional<Symmetric> factor(double[][] matrix) {
        int n = matrix.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
                if (i > j) l[i][j] = sum / l[j][j];
                else if (sum > 1e-13 * matrix[i][i]) l[i][i] = Math.sqrt(sum);
                else return Optional.empty();
            }
        return Optional.of(new Symmetric(l));
    }

    /**
     * @param what names the matrix in the sentence of the error, such as "The covariance matrix"
     * @throws Unusable COLLINEAR when the matrix is not positive definite
     */
    public static Symmetric of(String what, double[][] matrix) {
        return factor(matrix)
                .orElseThrow(
                        () ->
                                new Unusable(
                                        Unusable.Reason.COLLINEAR,
                                        what
                                                + " has no inverse: one of its variables is constant"
                                                + " or follows from the others."));
    }

    public double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) x[i] -= lower[i][j] * x[j];
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) x[i] -= lower[j][i] * x[j];
            x[i] /= lower[i][i];
        }
        return x;
    }

    public double[][] inverse() {
        double[][] inverse = new double[lower.length][];
        for (int i = 0; i < lower.length; i++) {
            double[] unit = new double[lower.length];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    /** Natural logarithm of the determinant. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) sum += 2 * Math.log(lower[i][i]);
        return sum;
    }

    /** Eigenvalues of a symmetric matrix, definite or not, the largest first. */
    public static double[] eigenvalues(double[][] matrix) {
        double[] values =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, true))
                        .getEigenvalues();
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) values[i] = sorted[sorted.length - 1 - i];
        return values;
    }
}
