package skills.statistics.mixed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;

/**
 * Independent blocks of cases with y ~ N(X b, V), V = sum over r of gamma_r G_r: linear in the
 * parameters, as for random effects with a residual and for an unstructured covariance.
 */
final class CovarianceModel {

    /** One block. @param g one matrix for each parameter */
    record Block(Matrix x, double[] y, Matrix[] g) {}

    /**
     * Everything at one gamma (Searle, Casella and McCulloch 1992, ch. 6).
     *
     * @param deviance -2 (restricted) log likelihood
     * @param b generalised least squares
     * @param phi (X'V^-1 X)^-1
     * @param gradient of the deviance
     * @param observed second derivatives of the deviance
     * @param traces tr(V^-1 G_r V^-1 G_s), and as restricted version in {@code expected}
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
    }

    final List<Block> blocks;
    final int n;
    final int columns;
    final boolean restricted;

    CovarianceModel(List<Block> blocks, boolean restricted) {
        this.blocks = blocks;
        this.n = blocks.stream().mapToInt(block -> block.y().length).sum();
        this.columns = blocks.getFirst().x().columns();
        this.restricted = restricted;
    }

    private Matrix covariance(Block block, double[] gamma) {
        int m = block.y().length;
        return Matrix.of(
                m,
                m,
                (i, j) -> {
                    double sum = 0;
                    for (int r = 0; r < gamma.length; r++) sum += gamma[r] * block.g()[r].at(i, j);
                    return sum;
                });
    }

    /**
     * @return empty when some V is not positive definite
     */
    Optional<At> at(double[] gamma) {
        int k = gamma.length;
        double logs = 0;
        Matrix xvx = Matrix.of(columns, columns, (i, j) -> 0);
        double[] xvy = new double[columns];
        List<Matrix> inverses = new ArrayList<>();
        for (Block block : blocks) {
            Optional<Cholesky> c = Cholesky.of(covariance(block, gamma));
            if (c.isEmpty()) return Optional.empty();
            logs += c.get().logDeterminant();
            Matrix w = c.get().inverse();
            inverses.add(w);
            Matrix wx = w.times(block.x());
            xvx = xvx.plus(block.x().transpose().times(wx));
            double[] add = wx.transposeTimes(block.y());
            for (int j = 0; j < columns; j++) xvy[j] += add[j];
        }
        Optional<Cholesky> root = Cholesky.of(xvx);
        if (root.isEmpty()) return Optional.empty();
        double[] b = root.get().solve(xvy);
        Matrix phi = root.get().inverse();
        double fit = 0;
        double[] direct = new double[k];
        double[] quadratic = new double[k];
        double[][] traces = new double[k][k];
        double[][] curved = new double[k][k];
        double[][] moved = new double[k][columns];
        Matrix[] p = new Matrix[k];
        Matrix[][] q = new Matrix[k][k];
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            Matrix w = inverses.get(at);
            double[] rest = block.y().clone();
            double[] fitted = block.x().times(b);
            for (int i = 0; i < rest.length; i++) rest[i] -= fitted[i];
            double[] u = w.times(rest);
            fit += Matrix.dot(rest, u);
            Matrix wx = w.times(block.x());
            Matrix[] wg = new Matrix[k];
            double[][] gu = new double[k][];
            Matrix[] gwx = new Matrix[k];
            for (int r = 0; r < k; r++) {
                wg[r] = w.times(block.g()[r]);
                gu[r] = block.g()[r].times(u);
                gwx[r] = block.g()[r].times(wx);
                direct[r] += wg[r].trace();
                quadratic[r] += Matrix.dot(u, gu[r]);
                double[] m = wx.transposeTimes(gu[r]);
                for (int j = 0; j < columns; j++) moved[r][j] += m[j];
                p[r] = sum(p[r], wx.transpose().times(gwx[r]));
            }
            for (int r = 0; r < k; r++)
                for (int s = 0; s <= r; s++) {
                    for (int i = 0; i < w.rows(); i++)
                        for (int j = 0; j < w.rows(); j++)
                            traces[r][s] += wg[r].at(i, j) * wg[s].at(j, i);
                    curved[r][s] += Matrix.dot(gu[r], w.times(gu[s]));
                    q[r][s] = sum(q[r][s], gwx[r].transpose().times(w).times(gwx[s]));
                }
        }
        double[] gradient = new double[k];
        double[][] observed = new double[k][k];
        double[][] expected = new double[k][k];
        Matrix[] phiP = new Matrix[k];
        for (int r = 0; r < k; r++) phiP[r] = phi.times(p[r]);
        for (int r = 0; r < k; r++) {
            gradient[r] = direct[r] - quadratic[r] - (restricted ? phiP[r].trace() : 0);
            for (int s = 0; s <= r; s++) {
                q[s][r] = q[r][s].transpose();
                double trace = traces[r][s];
                if (restricted)
                    trace += -2 * phi.times(q[r][s]).trace() + phiP[r].times(phiP[s]).trace();
                double curve = curved[r][s] - phi.quadratic(moved[r], moved[s]);
                expected[r][s] = expected[s][r] = trace;
                observed[r][s] = observed[s][r] = 2 * curve - trace;
            }
        }
        int free = restricted ? n - columns : n;
        double deviance =
                logs
                        + fit
                        + free * Math.log(2 * Math.PI)
                        + (restricted ? root.get().logDeterminant() : 0);
        return Optional.of(
                new At(
                        gamma.clone(),
                        deviance,
                        b,
                        phi,
                        gradient,
                        Matrix.of(observed),
                        Matrix.of(expected),
                        p,
                        q));
    }

    private static Matrix sum(Matrix so, Matrix more) {
        return so == null ? more : so.plus(more);
    }
}
