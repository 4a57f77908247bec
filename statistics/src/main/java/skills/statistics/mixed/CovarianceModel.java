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
        At.Sums sums = new At.Sums(k, columns);
        sums.logs = logs;
        for (int at = 0; at < blocks.size(); at++) add(blocks.get(at), inverses.get(at), b, sums);
        return Optional.of(sums.at(gamma, b, root.get(), n, restricted));
    }

    private void add(Block block, Matrix w, double[] b, At.Sums sums) {
        int k = block.g().length;
        double[] rest = block.y().clone();
        double[] fitted = block.x().times(b);
        for (int i = 0; i < rest.length; i++) rest[i] -= fitted[i];
        double[] u = w.times(rest);
        sums.fit += Matrix.dot(rest, u);
        Matrix wx = w.times(block.x());
        Matrix[] wg = new Matrix[k];
        double[][] gu = new double[k][];
        Matrix[] gwx = new Matrix[k];
        for (int r = 0; r < k; r++) {
            wg[r] = w.times(block.g()[r]);
            gu[r] = block.g()[r].times(u);
            gwx[r] = block.g()[r].times(wx);
            sums.direct[r] += wg[r].trace();
            sums.quadratic[r] += Matrix.dot(u, gu[r]);
            double[] m = wx.transposeTimes(gu[r]);
            for (int j = 0; j < columns; j++) sums.moved[r][j] += m[j];
            add(sums.p[r], wx.transpose().times(gwx[r]));
        }
        for (int r = 0; r < k; r++)
            for (int s = 0; s <= r; s++) {
                for (int i = 0; i < w.rows(); i++)
                    for (int j = 0; j < w.rows(); j++)
                        sums.traces[r][s] += wg[r].at(i, j) * wg[s].at(j, i);
                sums.curved[r][s] += Matrix.dot(gu[r], w.times(gu[s]));
                add(sums.q[r][s], gwx[r].transpose().times(w).times(gwx[s]));
            }
    }

    private static void add(double[][] sum, Matrix more) {
        for (int i = 0; i < sum.length; i++)
            for (int j = 0; j < sum.length; j++) sum[i][j] += more.at(i, j);
    }
}
