package skills.statistics.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skills.statistics.Coefficient;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.distribution.Coefficients;
import skills.statistics.distribution.StudentizedRange;
import skills.statistics.distribution.Tail;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.LeastSquares;
import skills.statistics.matrix.Matrix;

/**
 * Linear regression y = X b + e by ordinary or weighted least squares.
 *
 * <p>b = (X'WX)^-1 X'Wy, residual variance s^2 = e'We / (n - p), standard errors from s^2 (X'WX)^-1
 * (Draper and Smith 1998). Standard errors that do not ask for equal variances: {@link #robust};
 * for persons in classes: {@link #clustered}.
 */
public final class LinearModel {

    /** Robust standard errors of {@link #robust}; HC3 is the one for small samples. */
    public enum Robust {
        HC0,
        HC1,
        HC2,
        HC3
    }

    /**
     * The test of a term. {@code partialEtaSquared} is its share of what it and the error explain.
     */
    public record TermTest(
            String term,
            double sumOfSquares,
            int df,
            double f,
            double p,
            double partialEtaSquared) {}

    /** Mean of the outcome at a level, all else at its average. */
    public record AdjustedMean(String level, Coefficient mean) {}

    /** Difference of two adjusted means; {@code tukeyP} is corrected for all pairs together. */
    public record Pair(String first, String second, Coefficient difference, double tukeyP) {}

    final Design design;
    final Matrix x;
    final double[] weights;
    private final double[] y;
    private final int[] rows;
    private final List<Dropped> dropped;
    private final double[] b;
    final Matrix inverse;
    final double[] residuals;
    private final double rss;

    private LinearModel(Design.Complete complete, double[] y, double[] weights) {
        this.design = complete.design();
        this.rows = complete.rows();
        this.dropped = complete.dropped();
        this.y = y;
        this.weights = weights;
        this.x = design.matrix();
        int n = y.length;
        LeastSquares fit =
                Arrays.stream(weights).allMatch(w -> w == 1)
                        ? LeastSquares.of(x, y, design.columns())
                        : weighted(x, y, weights, design.columns());
        this.b = fit.solution();
        this.inverse = fit.inverse();
        this.residuals = new double[n];
        double[] fitted = x.times(b);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            residuals[i] = y[i] - fitted[i];
            sum += weights[i] * residuals[i] * residuals[i];
        }
        this.rss = sum;
    }

    private static LeastSquares weighted(
            Matrix x, double[] y, double[] weights, List<String> columns) {
        double[] root = new double[y.length];
        double[] rooted = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            root[i] = Math.sqrt(weights[i]);
            rooted[i] = root[i] * y[i];
        }
        Matrix scaled = Matrix.of(y.length, x.columns(), (i, j) -> root[i] * x.at(i, j));
        return LeastSquares.of(scaled, rooted, columns);
    }

    /**
     * @param outcome NaN where missing; such cases are left out and counted
     * @throws Unusable when there are fewer complete cases than coefficients, or predictors that
     *     follow from each other
     */
    public static LinearModel fit(Design design, double[] outcome) {
        Design.Complete complete = design.complete(Map.of("The outcome", outcome));
        double[] ones = new double[complete.rows().length];
        Arrays.fill(ones, 1);
        return new LinearModel(complete, pick(outcome, complete.rows()), ones);
    }

    /**
     * @param weights above 0, NaN where missing
     */
    public static LinearModel fit(Design design, double[] outcome, double[] weights) {
        Map<String, double[]> others = new LinkedHashMap<>();
        others.put("The outcome", outcome);
        others.put("The weight", weights);
        Design.Complete complete = design.complete(others);
        double[] kept = pick(weights, complete.rows());
        for (double w : kept)
            if (!(w > 0))
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE, "A weight must be above 0, not " + w + ".");
        return new LinearModel(complete, pick(outcome, complete.rows()), kept);
    }

    private static double[] pick(double[] values, int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < some.length; i++) some[i] = values[rows[i]];
        return some;
    }

    public int n() {
        return y.length;
    }

    public int residualDf() {
        return n() - b.length;
    }

    /** Where the complete cases stood in the data. */
    public int[] rows() {
        return rows.clone();
    }

    public List<Dropped> dropped() {
        return dropped;
    }

    public double[] residuals() {
        return residuals.clone();
    }

    public double[] fitted() {
        double[] fitted = y.clone();
        for (int i = 0; i < fitted.length; i++) fitted[i] -= residuals[i];
        return fitted;
    }

    /** The coefficients alone, in the order of {@link Design#columns}. */
    public double[] estimates() {
        return b.clone();
    }

    /**
     * @throws Unusable when no degree of freedom is left
     */
    public double sigma() {
        Unusable.atLeast(b.length + 1, n(), "complete cases for a residual variance");
        return Math.sqrt(rss / residualDf());
    }

    public double residualSumOfSquares() {
        return rss;
    }

    /** Share of the variance about the mean (about 0 without an intercept) that is explained. */
    public double rSquared() {
        double total = 0;
        double mean = 0;
        double all = 0;
        if (hasIntercept()) {
            for (int i = 0; i < n(); i++) {
                mean += weights[i] * y[i];
                all += weights[i];
            }
            mean /= all;
        }
        for (int i = 0; i < n(); i++) total += weights[i] * (y[i] - mean) * (y[i] - mean);
        if (total == 0)
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "The outcome does not vary; nothing is to be explained.");
        return 1 - rss / total;
    }

    private boolean hasIntercept() {
        return design.terms().stream().anyMatch(t -> t.variables().isEmpty());
    }

    public double adjustedRSquared() {
        int one = hasIntercept() ? 1 : 0;
        return 1 - (1 - rSquared()) * (n() - one) / residualDf();
    }

    public double logLikelihood() {
        double logs = 0;
        for (double w : weights) logs += Math.log(w);
        int n = n();
        return .5 * (logs - n * (Math.log(2 * Math.PI) + 1 - Math.log(n) + Math.log(rss)));
    }

    /** -2 log likelihood + 2 (p + 1). */
    public double aic() {
        return -2 * logLikelihood() + 2 * (b.length + 1);
    }

    public double bic() {
        return -2 * logLikelihood() + Math.log(n()) * (b.length + 1);
    }

    /** With the ordinary standard errors. @param level of the intervals, such as .95 */
    public List<Coefficient> coefficients(double level) {
        return table(covariance(), level);
    }

    public Matrix covariance() {
        double sigma = sigma();
        return inverse.times(sigma * sigma);
    }

    /**
     * With standard errors that allow unequal variances; t with the residual degrees of freedom.
     */
    public List<Coefficient> robust(Robust kind, double level) {
        return table(robustCovariance(kind), level);
    }

    /**
     * Sandwich covariance (X'WX)^-1 X'W diag(u) W X (X'WX)^-1; u = e^2 (HC0), n/(n - p) e^2 (HC1),
     * e^2 / (1 - h) (HC2), e^2 / (1 - h)^2 (HC3), h the leverage (MacKinnon and White 1985).
     */
    public Matrix robustCovariance(Robust kind) {
        Unusable.atLeast(b.length + 1, n(), "complete cases for robust standard errors");
        double[] u = new double[n()];
        double[] h = leverages();
        for (int i = 0; i < u.length; i++) {
            double squared = weights[i] * weights[i] * residuals[i] * residuals[i];
            double left = 1 - h[i];
            if (left < 1e-10 && (kind == Robust.HC2 || kind == Robust.HC3))
                throw new Unusable(
                        Unusable.Reason.TOO_FEW,
                        "Case %d alone decides a coefficient, so its error cannot be judged; use HC1 or leave the predictor out."
                                .formatted(rows[i] + 1));
            u[i] =
                    switch (kind) {
                        case HC0 -> squared;
                        case HC1 -> squared * n() / residualDf();
                        case HC2 -> squared / left;
                        case HC3 -> squared / (left * left);
                    };
        }
        return inverse.times(x.crossProduct(u)).times(inverse);
    }

    /** Diagonal of X (X'WX)^-1 X'W, each from 0 to 1. */
    public double[] leverages() {
        double[] h = new double[n()];
        for (int i = 0; i < h.length; i++) {
            double[] row = x.row(i);
            h[i] = weights[i] * inverse.quadratic(row, row);
        }
        return h;
    }

    /**
     * See {@link ClusterRobust}. @param clusters one name for each case of the data as it was given
     */
    public ClusterRobust clustered(String[] clusters) {
        return ClusterRobust.of(this, clusters);
    }

    private List<Coefficient> table(Matrix covariance, double level) {
        List<Coefficient> table = new ArrayList<>();
        List<String> names = design.columns();
        for (int j = 0; j < b.length; j++)
            table.add(
                    Coefficients.of(
                            names.get(j),
                            b[j],
                            Math.sqrt(covariance.at(j, j)),
                            residualDf(),
                            level));
        return List.copyOf(table);
    }

    /** Type III tests, one a term: see {@link Design#sumCoded}. */
    public List<TermTest> typeThree() {
        double variance = sigma() * sigma();
        List<TermTest> tests = new ArrayList<>();
        design.typeThreeHypotheses()
                .forEach(
                        (term, l) -> {
                            double[] value = l.times(b);
                            Matrix spread = l.times(inverse).times(l.transpose());
                            double ss =
                                    Matrix.dot(
                                            value, Cholesky.of(spread).orElseThrow().solve(value));
                            double f = ss / l.rows() / variance;
                            tests.add(
                                    new TermTest(
                                            term,
                                            ss,
                                            l.rows(),
                                            f,
                                            Tail.f(f, l.rows(), residualDf()),
                                            ss / (ss + rss)));
                        });
        return List.copyOf(tests);
    }

    /** Means at each level of a factor, other factors weighed alike, measures at their mean. */
    public List<AdjustedMean> adjustedMeans(String factor, double level) {
        List<AdjustedMean> means = new ArrayList<>();
        design.typicalRows(factor)
                .forEach(
                        (name, row) ->
                                means.add(new AdjustedMean(name, combination(name, row, level))));
        return List.copyOf(means);
    }

    /** All pairs of adjusted means, earlier minus later level, with Tukey's correction. */
    public List<Pair> pairs(String factor, double level) {
        Map<String, double[]> rows = design.typicalRows(factor);
        List<String> levels = design.levels(factor);
        StudentizedRange range = new StudentizedRange(levels.size(), residualDf());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++)
            for (int j = i + 1; j < levels.size(); j++) {
                double[] row = rows.get(levels.get(i)).clone();
                double[] other = rows.get(levels.get(j));
                for (int k = 0; k < row.length; k++) row[k] -= other[k];
                Coefficient c = combination(levels.get(i) + " - " + levels.get(j), row, level);
                pairs.add(
                        new Pair(
                                levels.get(i),
                                levels.get(j),
                                c,
                                range.above(Math.abs(c.statistic()) * Math.sqrt(2))));
            }
        return List.copyOf(pairs);
    }

    /** A weighted sum of coefficients. */
    public Coefficient combination(String name, double[] row, double level) {
        return Coefficients.of(
                name,
                Matrix.dot(row, b),
                Math.sqrt(covariance().quadratic(row, row)),
                residualDf(),
                level);
    }

    /** The coefficient of a column, if the model has it. */
    public Optional<Coefficient> coefficient(String column, double level) {
        return coefficients(level).stream().filter(c -> c.term().equals(column)).findFirst();
    }
}
