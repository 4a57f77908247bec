package skills.statistics.mixed;

import java.util.List;
import java.util.Optional;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;
import skills.statistics.matrix.Triangle;

/**
 * A model with a free covariance of the occasions, out of sums for each pattern of occasions: all
 * persons seen at the same occasions have the same V, so that a pattern costs (occasions)^4, and
 * not its number of persons. Gamma: the lower triangle of the covariance, row by row.
 */
record PatternModel(List<Pattern> patterns, int columns, int n) {

    /**
     * Sums over the persons seen at the same occasions, by pairs of these: of x_i x_j', x_i y_j and
     * y_i y_j.
     */
    static final class Pattern {
        final int[] when;
        final double[][][][] xx;
        final double[][][] xy;
        final double[][] yy;
        int persons;

        Pattern(int[] when, int columns) {
            int t = when.length;
            this.when = when;
            this.xx = new double[t][t][columns][columns];
            this.xy = new double[t][t][columns];
            this.yy = new double[t][t];
        }

        /**
         * @param rows of x @param at the person's rows, one for each occasion
         */
        void add(Matrix rows, double[] y, int[] at) {
            persons++;
            for (int i = 0; i < at.length; i++)
                for (int j = 0; j < at.length; j++) {
                    yy[i][j] += y[at[i]] * y[at[j]];
                    for (int c = 0; c < rows.columns(); c++) {
                        double x = rows.at(at[i], c);
                        if (x == 0) continue;
                        xy[i][j][c] += x * y[at[j]];
                        for (int d = 0; d < rows.columns(); d++)
                            xx[i][j][c][d] += x * rows.at(at[j], d);
                    }
                }
        }
    }

    /**
     * @return empty when some V is not positive definite
     */
    Optional<At> at(double[] gamma) {
        double[][] xvx = new double[columns][columns];
        double[] xvy = new double[columns];
        At.Sums sums = new At.Sums(gamma.length, columns);
        double[][][] inverses = new double[patterns.size()][][];
        for (int k = 0; k < inverses.length; k++) {
            Pattern pattern = patterns.get(k);
            int[] when = pattern.when;
            int t = when.length;
            Optional<Cholesky> root =
                    Cholesky.of(Matrix.of(t, t, (i, j) -> gamma[Triangle.place(when[i], when[j])]));
            if (root.isEmpty()) return Optional.empty();
            sums.logs += pattern.persons * root.get().logDeterminant();
            Matrix inverse = root.get().inverse();
            double[][] w = new double[t][];
            for (int i = 0; i < t; i++) w[i] = inverse.row(i);
            inverses[k] = w;
            for (int i = 0; i < t; i++)
                for (int j = 0; j < t; j++)
                    for (int c = 0; c < columns; c++) {
                        xvy[c] += w[i][j] * pattern.xy[i][j][c];
                        for (int d = 0; d < columns; d++)
                            xvx[c][d] += w[i][j] * pattern.xx[i][j][c][d];
                    }
        }
        Optional<Cholesky> root = Cholesky.of(Matrix.of(xvx));
        if (root.isEmpty()) return Optional.empty();
        double[] b = root.get().solve(xvy);
        for (int k = 0; k < inverses.length; k++) add(patterns.get(k), inverses[k], b, sums);
        return Optional.of(sums.at(gamma, b, root.get(), n, true));
    }

    private void add(Pattern pattern, double[][] w, double[] b, At.Sums sums) {
        int t = w.length;
        int n = pattern.persons;
        double[][] rr = new double[t][t];
        double[][][] xr = new double[t][t][columns];
        for (int i = 0; i < t; i++)
            for (int j = 0; j < t; j++) {
                rr[i][j] = pattern.yy[i][j];
                for (int c = 0; c < columns; c++) {
                    double fitted = Matrix.dot(pattern.xx[i][j][c], b);
                    xr[i][j][c] = pattern.xy[i][j][c] - fitted;
                    rr[i][j] += b[c] * (fitted - pattern.xy[i][j][c] - pattern.xy[j][i][c]);
                }
                sums.fit += w[i][j] * rr[i][j];
            }
        // Of u = V^-1 (y - X b) and of V^-1 X, the same sums by pairs of occasions.
        double[][] uu = new double[t][t];
        double[][][] xu = new double[t][t][columns];
        double[][][][] xx = new double[t][t][columns][columns];
        for (int i = 0; i < t; i++)
            for (int l = 0; l < t; l++)
                for (int j = 0; j < t; j++)
                    for (int m = 0; m < t; m++) {
                        double weight = w[i][j] * w[m][l];
                        uu[i][l] += weight * rr[j][m];
                        for (int c = 0; c < columns; c++) {
                            xu[i][l][c] += weight * xr[j][m][c];
                            double[] from = pattern.xx[j][m][c];
                            double[] into = xx[i][l][c];
                            for (int d = 0; d < columns; d++) into[d] += weight * from[d];
                        }
                    }
        for (int i = 0; i < t; i++)
            for (int j = 0; j < t; j++) {
                int r = Triangle.place(pattern.when[i], pattern.when[j]);
                sums.direct[r] += n * w[i][j];
                sums.quadratic[r] += uu[i][j];
                for (int c = 0; c < columns; c++) {
                    sums.moved[r][c] += xu[i][j][c];
                    for (int d = 0; d < columns; d++) sums.p[r][c][d] += xx[i][j][c][d];
                }
                for (int k = 0; k < t; k++)
                    for (int l = 0; l < t; l++) {
                        int s = Triangle.place(pattern.when[k], pattern.when[l]);
                        if (s > r) continue;
                        sums.traces[r][s] += n * w[l][i] * w[j][k];
                        sums.curved[r][s] += w[j][k] * uu[i][l];
                        double[][] into = sums.q[r][s];
                        for (int c = 0; c < columns; c++)
                            for (int d = 0; d < columns; d++)
                                into[c][d] += w[j][k] * xx[i][l][c][d];
                    }
            }
    }
}
