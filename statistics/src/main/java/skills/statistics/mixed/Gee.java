package skills.statistics.mixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import skills.statistics.Coefficient;
import skills.statistics.Convergence;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.distribution.Coefficients;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.LeastSquares;
import skills.statistics.matrix.Matrix;

/**
 * Generalised estimating equations (Liang and Zeger 1986, doi:10.1093/biomet/73.1.13): the average
 * effect over persons with repeated answers, with standard errors that hold when the working
 * correlation is wrong.
 *
 * <p>Sum over clusters of D'V^-1 (y - m) = 0; V = phi A^(1/2) R A^(1/2). The scale phi is the mean
 * square of the Pearson residuals, alpha of the exchangeable R the mean product of two residuals of
 * one cluster over phi.
 *
 * @param coefficients with robust standard errors and z tests; good from some forty clusters on
 * @param alpha empty for the working independence
 */
public record Gee(
        int n,
        int clusters,
        List<Coefficient> coefficients,
        double scale,
        OptionalDouble alpha,
        Convergence convergence,
        List<Dropped> dropped) {

    /** LOGIT: a yes or no, 0 or 1. IDENTITY: a measure. */
    public enum Link {
        LOGIT,
        IDENTITY
    }

    /** How answers of one cluster are taken to go together. */
    public enum Working {
        INDEPENDENCE,
        EXCHANGEABLE
    }

    /**
     * @param cluster one name for each case, in any order
     */
    public static Gee fit(
            Design design,
            double[] outcome,
            String[] cluster,
            Link link,
            Working working,
            double level) {
        Unusable.sameLength("The clusters", cluster.length, "the design", design.cases());
        Design.Complete complete = design.complete(Map.of("The outcome", outcome));
        int[] rows = complete.rows();
        Matrix x = complete.design().matrix();
        int n = rows.length;
        int p = x.columns();
        double[] y = new double[n];
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            y[i] = outcome[rows[i]];
            if (link == Link.LOGIT && y[i] != 0 && y[i] != 1)
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        "The outcome must be 0 or 1, not " + y[i] + ".");
            members.computeIfAbsent(cluster[rows[i]], k -> new ArrayList<>()).add(i);
        }
        Unusable.atLeast(p + 1, members.size(), "clusters");
        // Start: ordinary fit, which also refuses collinear columns and separated outcomes.
        double[] b =
                link == Link.IDENTITY
                        ? LeastSquares.of(x, y, complete.design().columns()).solution()
                        : skills.statistics.logistic.LogisticModel.fit(complete.design(), y)
                                .estimates();
        double alpha = 0;
        double scale = 1;
        double moved = Double.POSITIVE_INFINITY;
        int step = 0;
        Matrix bread = null;
        double[][] meat = null;
        for (; step < 200; step++) {
            double[] mean = x.times(b);
            double[] variance = new double[n];
            double[] pearson = new double[n];
            double squares = 0;
            for (int i = 0; i < n; i++) {
                if (link == Link.LOGIT) mean[i] = 1 / (1 + Math.exp(-mean[i]));
                variance[i] = link == Link.LOGIT ? mean[i] * (1 - mean[i]) : 1;
                pearson[i] = (y[i] - mean[i]) / Math.sqrt(variance[i]);
                squares += pearson[i] * pearson[i];
            }
            scale = squares / n;
            if (working == Working.EXCHANGEABLE) alpha = alpha(members.values(), pearson, scale);
            double[][] information = new double[p][p];
            double[] score = new double[p];
            meat = new double[p][p];
            for (List<Integer> group : members.values())
                add(group, x, pearson, variance, alpha, information, score, meat);
            Cholesky root =
                    Cholesky.of(Matrix.of(information))
                            .orElseThrow(
                                    () ->
                                            new Unusable(
                                                    Unusable.Reason.NO_CONVERGENCE,
                                                    "The estimating equations have no single solution; use fewer predictors."));
            bread = root.inverse();
            if (moved < 1e-10) break;
            double[] move = root.solve(score);
            moved = 0;
            for (int j = 0; j < p; j++) {
                b[j] += move[j];
                moved = Math.max(moved, Math.abs(move[j]) / (1 + Math.abs(b[j])));
            }
        }
        Matrix covariance = bread.times(Matrix.of(meat)).times(bread);
        List<Coefficient> table = new ArrayList<>();
        for (int j = 0; j < p; j++)
            table.add(
                    Coefficients.of(
                            complete.design().columns().get(j),
                            b[j],
                            Math.sqrt(covariance.at(j, j)),
                            Double.POSITIVE_INFINITY,
                            level));
        return new Gee(
                n,
                members.size(),
                List.copyOf(table),
                scale,
                working == Working.EXCHANGEABLE ? OptionalDouble.of(alpha) : OptionalDouble.empty(),
                new Convergence(moved < 1e-10, step, moved),
                complete.dropped());
    }

    private static double alpha(Iterable<List<Integer>> groups, double[] pearson, double scale) {
        double products = 0;
        long pairs = 0;
        int largest = 1;
        for (List<Integer> group : groups) {
            double sum = 0;
            double squares = 0;
            for (int i : group) {
                sum += pearson[i];
                squares += pearson[i] * pearson[i];
            }
            products += (sum * sum - squares) / 2;
            pairs += (long) group.size() * (group.size() - 1) / 2;
            largest = Math.max(largest, group.size());
        }
        if (pairs == 0)
            throw new Unusable(
                    Unusable.Reason.TOO_FEW,
                    "Every cluster has one case, so there is no correlation to estimate; use independence.");
        // Kept where the working correlation of the largest cluster is still a correlation.
        return Math.clamp(products / pairs / scale, -.99 / (largest - 1), .99);
    }

    private static void add(
            List<Integer> group,
            Matrix x,
            double[] pearson,
            double[] variance,
            double alpha,
            double[][] information,
            double[] score,
            double[][] meat) {
        int m = group.size();
        int p = score.length;
        // R^-1 v = (v - alpha/(1 + (m - 1) alpha) sum(v)) / (1 - alpha).
        double own = 1 / (1 - alpha);
        double shared = alpha / (1 - alpha) / (1 + (m - 1) * alpha);
        double[][] d = new double[m][p];
        double[] sums = new double[p];
        double total = 0;
        for (int i = 0; i < m; i++) {
            int at = group.get(i);
            for (int j = 0; j < p; j++) {
                d[i][j] = Math.sqrt(variance[at]) * x.at(at, j);
                sums[j] += d[i][j];
            }
            total += pearson[at];
        }
        double[] part = new double[p];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < m; i++) part[j] += own * d[i][j] * pearson[group.get(i)];
            part[j] -= shared * sums[j] * total;
            score[j] += part[j];
            for (int k = 0; k < p; k++) {
                double cell = 0;
                for (int i = 0; i < m; i++) cell += d[i][j] * d[i][k];
                information[j][k] += own * cell - shared * sums[j] * sums[k];
            }
        }
        for (int j = 0; j < p; j++) for (int k = 0; k < p; k++) meat[j][k] += part[j] * part[k];
    }
}
