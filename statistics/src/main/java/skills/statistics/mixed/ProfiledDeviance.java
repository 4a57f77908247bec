package skills.statistics.mixed;

/**
 * -2 (restricted) log likelihood of a random-effects model with coefficients and residual variance
 * at their best, as a function of theta: the lower triangle of R, row by row, with D = s^2 R R'
 * (Bates and others 2015). Out of sums, so that it costs groups and not cases.
 */
record ProfiledDeviance(RandomModel model) {

    /**
     * @param residual s^2
     */
    record Value(double deviance, double residual) {}

    private static final Value NOWHERE = new Value(Double.POSITIVE_INFINITY, Double.NaN);

    static double[][] root(double[] theta, int q) {
        double[][] root = new double[q][q];
        for (int r = 0, at = 0; r < q; r++)
            for (int c = 0; c <= r; c++, at++) root[r][c] = theta[at];
        return root;
    }

    Value at(double[] theta) {
        double[] b = model.xy().clone();
        int p = b.length;
        int q = model.groups().getFirst().zy().length;
        double[][] root = root(theta, q);
        double[][] a = new double[p][];
        for (int j = 0; j < p; j++) a[j] = model.xx()[j].clone();
        double c = model.yy();
        double logs = 0;
        double[][] m = new double[q][q];
        double[][] right = new double[q][p + 1];
        for (RandomModel.Group s : model.groups()) {
            // M = I + R' Z'Z R, and what it takes from the sums.
            for (int i = 0; i < q; i++)
                for (int j = 0; j <= i; j++) {
                    double v = i == j ? 1 : 0;
                    for (int k = i; k < q; k++)
                        for (int l = j; l < q; l++) v += root[k][i] * s.zz()[k][l] * root[l][j];
                    m[i][j] = v;
                }
            for (int i = 0; i < q; i++) {
                for (int j = 0; j < p; j++) {
                    double v = 0;
                    for (int k = i; k < q; k++) v += root[k][i] * s.zx()[k][j];
                    right[i][j] = v;
                }
                double v = 0;
                for (int k = i; k < q; k++) v += root[k][i] * s.zy()[k];
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
                    for (int k = 0; k <= j; k++) a[j][k] -= r[j] * r[k];
                    b[j] -= r[j] * r[p];
                }
                c -= r[p] * r[p];
            }
        }
        double logA = 0;
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) a[j][j] -= a[j][k] * a[j][k];
            if (!(a[j][j] > 0)) return NOWHERE;
            double d = Math.sqrt(a[j][j]);
            a[j][j] = d;
            logA += 2 * Math.log(d);
            for (int i = j + 1; i < p; i++) {
                for (int k = 0; k < j; k++) a[i][j] -= a[i][k] * a[j][k];
                a[i][j] /= d;
            }
            for (int k = 0; k < j; k++) b[j] -= a[j][k] * b[k];
            b[j] /= d;
            c -= b[j] * b[j];
        }
        boolean reml = model.restricted();
        int free = reml ? model.n() - p : model.n();
        if (!(c > 0)) return NOWHERE;
        return new Value(
                logs + (reml ? logA : 0) + free * (1 + Math.log(2 * Math.PI * c / free)), c / free);
    }
}
