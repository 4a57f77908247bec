package skills.statistics.matrix;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Eigenvalues and vectors of a symmetric matrix: A = V diag(values) V'.
 *
 * @param values from large to small
 */
public record Eigen(double[] values, Matrix vectors) {

    public static Eigen of(Matrix a) {
        int n = a.rows();
        double[][] copy = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) copy[i][j] = (a.at(i, j) + a.at(j, i)) / 2;
        var eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(copy, false));
        return new Eigen(eigen.getEigenvalues(), Matrix.of(eigen.getV().getData()));
    }

    /** V diag(f(values)) V': a function of the matrix, such as its root. */
    public Matrix map(DoubleUnaryOperator f) {
        int n = values.length;
        double[] mapped = new double[n];
        for (int i = 0; i < n; i++) mapped[i] = f.applyAsDouble(values[i]);
        return Matrix.of(n, n, (i, j) -> vectors.at(i, j) * mapped[j]).times(vectors.transpose());
    }
}
