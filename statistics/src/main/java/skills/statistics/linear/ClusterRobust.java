package skills.statistics.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.statistics.Coefficient;
import skills.statistics.Unusable;
import skills.statistics.distribution.Coefficients;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Eigen;
import skills.statistics.matrix.Matrix;

/**
 * Standard errors for cases in clusters (classes, schools), of an unweighted linear regression.
 *
 * <p>CR1: sum over clusters of X_g' e_g e_g' X_g between (X'X)^-1, times J/(J - 1); CR1S times (n -
 * 1)/(n - p) besides. CR2 (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018,
 * doi:10.1080/07350015.2016.1247004) first multiplies e_g by A_g = (I - H_gg)^(-1/2), which is
 * exact when the errors are independent, and tests with Satterthwaite's degrees of freedom (tr G)^2
 * / tr G^2, G_gh = [g = h] a_g'a_g - u_g'(X'X)^-1 u_h with a_g = A_g X_g (X'X)^-1 c, u_g = X_g'a_g.
 *
 * @param clusters J, 2 or more
 * @param few true below ten clusters: then the tests are rough, and a class-level comparison or a
 *     permutation is the honest first result
 */
public record ClusterRobust(
        int clusters,
        boolean few,
        Matrix cr1,
        Matrix cr1s,
        Matrix cr2,
        double[] df,
        List<String> terms,
        double[] estimates) {

    static ClusterRobust of(LinearModel model, String[] names) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        int[] rows = model.rows();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= names.length || names[rows[i]] == null)
                throw new Unusable(
                        Unusable.Reason.MISMATCH, "Case " + (rows[i] + 1) + " has no cluster.");
            members.computeIfAbsent(names[rows[i]], k -> new ArrayList<>()).add(i);
        }
        for (double w : model.weights)
            if (w != 1)
                throw new Unusable(
                        Unusable.Reason.MISMATCH,
                        "Cluster standard errors are for an unweighted regression.");
        int groups = members.size();
        Unusable.atLeast(2, groups, "clusters");
        int p = model.x.columns();
        int n = model.n();
        Matrix m = model.inverse;
        Matrix root = Cholesky.of(m).orElseThrow().lower();
        double[][] plain = new double[p][p];
        double[][] adjusted = new double[p][p];
        Matrix[] u = new Matrix[groups];
        Matrix[] own = new Matrix[groups];
        int g = 0;
        for (List<Integer> cluster : members.values()) {
            int[] at = cluster.stream().mapToInt(i -> i).toArray();
            Matrix x = model.x.pickRows(at);
            double[] e = new double[at.length];
            for (int i = 0; i < at.length; i++) e[i] = model.residuals[at[i]];
            add(plain, x.transposeTimes(e));
            Matrix xm = x.times(m);
            Matrix s = x.times(root);
            Eigen eigen = Eigen.of(s.crossProduct());
            Matrix middle =
                    eigen.map(
                            d -> {
                                if (d < 1e-12) return .5;
                                // A direction that the cluster alone decides has no residual to
                                // adjust.
                                return 1 - d < 1e-10 ? -1 / d : (1 / Math.sqrt(1 - d) - 1) / d;
                            });
            Matrix bent = s.times(middle);
            double[] moved = bent.times(s.transposeTimes(e));
            for (int i = 0; i < e.length; i++) moved[i] += e[i];
            add(adjusted, x.transposeTimes(moved));
            Matrix a = xm.plus(bent.times(s.transpose().times(xm)));
            u[g] = x.transpose().times(a);
            own[g] = a;
            g++;
        }
        double[] df = new double[p];
        for (int c = 0; c < p; c++) {
            double trace = 0;
            double squares = 0;
            double[][] columns = new double[groups][];
            double[][] solved = new double[groups][];
            for (int i = 0; i < groups; i++) {
                columns[i] = u[i].column(c);
                solved[i] = m.times(columns[i]);
            }
            for (int i = 0; i < groups; i++) {
                double[] a = own[i].column(c);
                for (int j = 0; j < groups; j++) {
                    double cell = -Matrix.dot(columns[i], solved[j]);
                    if (i == j) {
                        cell += Matrix.dot(a, a);
                        trace += cell;
                    }
                    squares += cell * cell;
                }
            }
            df[c] = trace * trace / squares;
        }
        double correction = groups / (groups - 1.0);
        Matrix cr0 = m.times(Matrix.of(plain)).times(m);
        return new ClusterRobust(
                groups,
                groups < 10,
                cr0.times(correction),
                cr0.times(correction * (n - 1) / (n - p)),
                m.times(Matrix.of(adjusted)).times(m),
                df,
                model.design.columns(),
                model.estimates());
    }

    private static void add(double[][] sum, double[] score) {
        for (int i = 0; i < score.length; i++)
            for (int j = 0; j < score.length; j++) sum[i][j] += score[i] * score[j];
    }

    /** With CR2 standard errors and Satterthwaite's degrees of freedom. */
    public List<Coefficient> coefficients(double level) {
        List<Coefficient> table = new ArrayList<>();
        for (int j = 0; j < estimates.length; j++)
            table.add(
                    Coefficients.of(
                            terms.get(j), estimates[j], Math.sqrt(cr2.at(j, j)), df[j], level));
        return List.copyOf(table);
    }
}
