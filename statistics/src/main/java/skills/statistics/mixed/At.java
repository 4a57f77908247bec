package skills.statistics.mixed;

import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;

/**
 * A model y ~ N(X b, V), V = sum over r of gamma_r G_r, at one gamma (Searle, Casella and McCulloch
 * 1992, ch. 6).
 *
 * @param deviance -2 (restricted) log likelihood
 * @param b generalised least squares
 * @param phi (X'V^-1 X)^-1
 * @param gradient of the deviance
 * @param observed second derivatives of the deviance
 * @param expected tr(V^-1 G_r V^-1 G_s), in its restricted version where the likelihood is
 * @param p X'V^-1 G_r V^-1 X
 * @param q X'V^-1 G_r V^-1 G_s V^-1 X
 */
record At(
        double[] gamma,
        double deviance,
        double[] b,
        Matrix phi,
        double[] gradient,
        Matrix observed,
        Matrix expected,
        Matrix[] p,
        Matrix[][] q) {

    /** The same with something added to the coefficients; what is moved by it stays. */
    At plus(double[] plain) {
        double[] sum = b.clone();
        for (int j = 0; j < sum.length; j++) sum[j] += plain[j];
        return new At(gamma, deviance, sum, phi, gradient, observed, expected, p, q);
    }

    /** What an At is made of, summed over the groups; of pairs r, s only those with s up to r. */
    static final class Sums {
        double logs;
        double fit;
        final double[] direct;
        final double[] quadratic;
        final double[][] traces;
        final double[][] curved;
        final double[][] moved;
        final double[][][] p;
        final double[][][][] q;

        /**
         * @param k parameters @param columns coefficients
         */
        Sums(int k, int columns) {
            direct = new double[k];
            quadratic = new double[k];
            traces = new double[k][k];
            curved = new double[k][k];
            moved = new double[k][columns];
            p = new double[k][columns][columns];
            q = new double[k][k][columns][columns];
        }

        /**
         * @param root of X'V^-1 X @param n cases
         */
        At at(double[] gamma, double[] b, Cholesky root, int n, boolean restricted) {
            int k = gamma.length;
            Matrix phi = root.inverse();
            double[] gradient = new double[k];
            double[][] observed = new double[k][k];
            double[][] expected = new double[k][k];
            Matrix[] own = new Matrix[k];
            Matrix[][] pairs = new Matrix[k][k];
            Matrix[] phiP = new Matrix[k];
            for (int r = 0; r < k; r++) {
                own[r] = Matrix.of(p[r]);
                phiP[r] = phi.times(own[r]);
            }
            for (int r = 0; r < k; r++) {
                gradient[r] = direct[r] - quadratic[r] - (restricted ? phiP[r].trace() : 0);
                for (int s = 0; s <= r; s++) {
                    pairs[r][s] = Matrix.of(q[r][s]);
                    pairs[s][r] = pairs[r][s].transpose();
                    double trace = traces[r][s];
                    if (restricted)
                        trace +=
                                -2 * phi.times(pairs[r][s]).trace()
                                        + phiP[r].times(phiP[s]).trace();
                    double curve = curved[r][s] - phi.quadratic(moved[r], moved[s]);
                    expected[r][s] = expected[s][r] = trace;
                    observed[r][s] = observed[s][r] = 2 * curve - trace;
                }
            }
            int free = restricted ? n - b.length : n;
            double deviance =
                    logs
                            + fit
                            + free * Math.log(2 * Math.PI)
                            + (restricted ? root.logDeterminant() : 0);
            return new At(
                    gamma.clone(),
                    deviance,
                    b,
                    phi,
                    gradient,
                    Matrix.of(observed),
                    Matrix.of(expected),
                    own,
                    pairs);
        }
    }
}
