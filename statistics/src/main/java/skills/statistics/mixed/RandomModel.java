package skills.statistics.mixed;

import java.util.List;
import java.util.Optional;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;
import skills.statistics.matrix.Triangle;

/**
 * The model of random effects at given variances, out of sums for each group: y ~ N(X b, V), V =
 * s^2 I + Z D Z'. With A = Z'Z, D = L L' and T = L (s^2 I + L'A L)^-1 L', V^-1 = (I - Z T Z') /
 * s^2, and its powers have the same form with M_1 = T, M_j+1 = M_j + T - M_j A T (Woodbury). So a
 * group costs (effects)^3, whatever its number of cases. Gamma: D by rows of its lower triangle,
 * then s^2.
 *
 * @param groups each
 * @param xx X'X over all cases, and so on
 * @param n cases
 */
record RandomModel(
        List<Group> groups, double[][] xx, double[] xy, double yy, int n, boolean restricted) {

    /** Sums of one group: Z'Z, Z'X, Z'y. */
    record Group(double[][] zz, double[][] zx, double[] zy) {}

    /**
     * @return empty when V is not positive definite, or X'V^-1 X is not
     */
    Optional<At> at(double[] gamma) {
        int p = xy.length;
        int q = groups.getFirst().zy.length;
        double s2 = gamma[gamma.length - 1];
        if (!(s2 > 0)) return Optional.empty();
        double[][] root = root(gamma, q);
        Inverse[] inverses = new Inverse[groups.size()];
        double logs = n * Math.log(s2);
        double[][] xvx = scaled(xx, 1 / s2);
        double[] xvy = new double[p];
        for (int j = 0; j < p; j++) xvy[j] = xy[j] / s2;
        for (int g = 0; g < inverses.length; g++) {
            Group group = groups.get(g);
            inverses[g] = Inverse.of(group.zz, root, s2);
            logs += inverses[g].logs;
            double[][] tb = product(inverses[g].m[0], group.zx);
            for (int i = 0; i < q; i++)
                for (int j = 0; j < p; j++) {
                    for (int l = 0; l <= j; l++) xvx[j][l] -= group.zx[i][j] * tb[i][l] / s2;
                    xvy[j] -= tb[i][j] * group.zy[i] / s2;
                }
        }
        for (int j = 0; j < p; j++) for (int l = 0; l < j; l++) xvx[l][j] = xvx[j][l];
        Optional<Cholesky> factored = Cholesky.of(Matrix.of(xvx));
        if (factored.isEmpty()) return Optional.empty();
        double[] b = factored.get().solve(xvy);
        At.Sums sums = new At.Sums(gamma.length, p);
        sums.logs = logs;
        whole(sums, b, s2);
        int[][][] cells = cells(q);
        for (int g = 0; g < inverses.length; g++)
            add(groups.get(g), inverses[g], cells, b, s2, sums);
        return Optional.of(sums.at(gamma, b, factored.get(), n, restricted));
    }

    /** Ordered places of ones in the G of each cell of D: one on the diagonal, else two. */
    private static int[][][] cells(int q) {
        int[][][] cells = new int[q * (q + 1) / 2][][];
        for (int a = 0, r = 0; a < q; a++)
            for (int b = 0; b <= a; b++)
                cells[r++] = a == b ? new int[][] {{a, a}} : new int[][] {{a, b}, {b, a}};
        return cells;
    }

    /** The part of the identity in V^-1, V^-2 and V^-3. */
    private void whole(At.Sums sums, double[] b, double s2) {
        int last = sums.direct.length - 1;
        double[] xr = xy.clone();
        double rr = yy;
        for (int j = 0; j < b.length; j++) {
            for (int l = 0; l < b.length; l++) xr[j] -= xx[j][l] * b[l];
            rr -= b[j] * (xy[j] + xr[j]);
        }
        sums.fit = rr / s2;
        sums.direct[last] = n / s2;
        sums.quadratic[last] = rr / (s2 * s2);
        sums.traces[last][last] = n / (s2 * s2);
        sums.curved[last][last] = rr / (s2 * s2 * s2);
        for (int j = 0; j < b.length; j++) {
            sums.moved[last][j] = xr[j] / (s2 * s2);
            for (int l = 0; l < b.length; l++) {
                sums.p[last][j][l] = xx[j][l] / (s2 * s2);
                sums.q[last][last][j][l] = xx[j][l] / (s2 * s2 * s2);
            }
        }
    }

    private static void add(
            Group group, Inverse w, int[][][] cells, double[] b, double s2, At.Sums sums) {
        int q = group.zy.length;
        int p = b.length;
        int last = cells.length;
        double[] rz = group.zy.clone();
        for (int i = 0; i < q; i++) for (int j = 0; j < p; j++) rz[i] -= group.zx[i][j] * b[j];
        double power = s2;
        for (int j = 0; j < 3; j++, power *= s2) {
            double[] mr = times(w.m[j], rz);
            double inside = Matrix.dot(rz, mr) / power;
            if (j == 0) {
                sums.fit -= inside;
                sums.direct[last] -= w.trace(0) / power;
                continue;
            }
            double[][] into = j == 1 ? sums.p[last] : sums.q[last][last];
            double[][] mb = product(w.m[j], group.zx);
            for (int i = 0; i < q; i++)
                for (int c = 0; c < p; c++) {
                    if (j == 1) sums.moved[last][c] -= group.zx[i][c] * mr[i] / power;
                    for (int d = 0; d < p; d++) into[c][d] -= group.zx[i][c] * mb[i][d] / power;
                }
            if (j == 1) {
                sums.quadratic[last] -= inside;
                sums.traces[last][last] -= w.trace(1) / power;
            } else sums.curved[last][last] -= inside;
        }
        double[][] s1 = scaled(w.zz[0], 1 / s2);
        double[][] sTwo = scaled(w.zz[1], 1 / (s2 * s2));
        double[][] x1 = scaled(product(w.through[0], group.zx), 1 / s2);
        double[][] x2 = scaled(product(w.through[1], group.zx), 1 / (s2 * s2));
        double[] v1 = times(scaled(w.through[0], 1 / s2), rz);
        double[] v2 = times(scaled(w.through[1], 1 / (s2 * s2)), rz);
        for (int r = 0; r < last; r++)
            for (int[] one : cells[r]) {
                int i = one[0];
                int j = one[1];
                sums.direct[r] += s1[i][j];
                sums.quadratic[r] += v1[i] * v1[j];
                sums.traces[last][r] += sTwo[i][j];
                sums.curved[last][r] += v2[i] * v1[j];
                for (int c = 0; c < p; c++) {
                    sums.moved[r][c] += x1[i][c] * v1[j];
                    for (int d = 0; d < p; d++) {
                        sums.p[r][c][d] += x1[i][c] * x1[j][d];
                        sums.q[last][r][c][d] += x2[i][c] * x1[j][d];
                    }
                }
                for (int s = 0; s <= r; s++)
                    for (int[] other : cells[s]) {
                        int k = other[0];
                        int l = other[1];
                        sums.traces[r][s] += s1[l][i] * s1[j][k];
                        sums.curved[r][s] += v1[i] * s1[j][k] * v1[l];
                        for (int c = 0; c < p; c++)
                            for (int d = 0; d < p; d++)
                                sums.q[r][s][c][d] += x1[i][c] * s1[j][k] * x1[l][d];
                    }
            }
    }

    /** L of D = L L', with columns of 0 where D has no variance left. */
    private static double[][] root(double[] gamma, int q) {
        double[][] l = new double[q][q];
        for (int j = 0; j < q; j++) {
            double whole = gamma[Triangle.place(j, j)];
            double d = whole;
            for (int k = 0; k < j; k++) d -= l[j][k] * l[j][k];
            if (!(d > 1e-14 * whole)) continue;
            l[j][j] = Math.sqrt(d);
            for (int i = j + 1; i < q; i++) {
                l[i][j] = gamma[Triangle.place(i, j)];
                for (int k = 0; k < j; k++) l[i][j] -= l[i][k] * l[j][k];
                l[i][j] /= l[j][j];
            }
        }
        return l;
    }

    /**
     * V^-1, V^-2 and V^-3 of one group, each but for its power of s^2.
     *
     * @param m M_1 (T), M_2, M_3
     * @param through I - A M_j, of the first two: what Z'X and Z'y go through
     * @param zz Z'V^-j Z, of the first two
     * @param logs log |V| less that of s^2 I
     */
    private record Inverse(double[][][] m, double[][][] through, double[][][] zz, double logs) {

        static Inverse of(double[][] a, double[][] root, double s2) {
            int q = a.length;
            double[][] al = product(a, root);
            double[][] inner = new double[q][q];
            double[][] half = new double[q][q];
            double logs = 0;
            // Half: L C'^-1 with C C' = s^2 I + L'A L, so that T = half half'.
            for (int i = 0; i < q; i++) {
                for (int j = 0; j <= i; j++) {
                    double c = i == j ? s2 : 0;
                    for (int k = i; k < q; k++) c += root[k][i] * al[k][j];
                    for (int k = 0; k < j; k++) c -= inner[i][k] * inner[j][k];
                    inner[i][j] = i == j ? Math.sqrt(c) : c / inner[j][j];
                }
                logs += Math.log(inner[i][i] * inner[i][i] / s2);
                for (int row = 0; row < q; row++) {
                    double h = root[row][i];
                    for (int k = 0; k < i; k++) h -= half[row][k] * inner[i][k];
                    half[row][i] = h / inner[i][i];
                }
            }
            double[][][] m = new double[3][q][q];
            double[][][] through = new double[2][][];
            double[][][] zz = new double[2][][];
            for (int i = 0; i < q; i++)
                for (int j = 0; j < q; j++)
                    for (int k = 0; k < q; k++) m[0][i][j] += half[i][k] * half[j][k];
            double[][] at = product(a, m[0]);
            for (int j = 1; j < 3; j++) {
                double[][] mat = product(m[j - 1], at);
                for (int r = 0; r < q; r++)
                    for (int c = 0; c < q; c++)
                        m[j][r][c] = m[j - 1][r][c] + m[0][r][c] - mat[r][c];
            }
            for (int j = 0; j < 2; j++) {
                through[j] = product(a, m[j]);
                for (int r = 0; r < q; r++)
                    for (int c = 0; c < q; c++)
                        through[j][r][c] = (r == c ? 1 : 0) - through[j][r][c];
                zz[j] = product(through[j], a);
            }
            return new Inverse(m, through, zz, logs);
        }

        /** tr(A M). */
        double trace(int power) {
            double trace = 0;
            for (int i = 0; i < through[power].length; i++) trace += 1 - through[power][i][i];
            return trace;
        }
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++)
            for (int k = 0; k < b.length; k++)
                for (int j = 0; j < b[0].length; j++) c[i][j] += a[i][k] * b[k][j];
        return c;
    }

    private static double[][] scaled(double[][] a, double factor) {
        double[][] c = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++)
            for (int j = 0; j < a[0].length; j++) c[i][j] = a[i][j] * factor;
        return c;
    }

    private static double[] times(double[][] a, double[] v) {
        double[] c = new double[a.length];
        for (int i = 0; i < a.length; i++) c[i] = Matrix.dot(a[i], v);
        return c;
    }
}
