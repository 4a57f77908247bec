package skills.statistics.mixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.statistics.Coefficient;
import skills.statistics.Convergence;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.matrix.Matrix;

/**
 * A linear mixed model with one grouping: y = X b + Z u + e, u ~ N(0, D) for each group, e ~ N(0,
 * s^2). Fitted by restricted (REML) or full maximum likelihood, profiled over b and s^2 as in
 * Bates, Maechler, Bolker and Walker (2015), doi:10.18637/jss.v067.i01.
 *
 * <p>A fit is {@link #singular} when D has a direction without variance: the data do not ask for
 * that random effect, and its variance of 0 is an edge, not a measurement. Its degrees of freedom
 * then take the parameters at the edge as known.
 */
public final class MixedModel {

    /** How the variances are estimated; REML is the one to report, ML to compare fixed effects. */
    public enum Method {
        REML,
        ML
    }

    private final Design design;
    private final List<Dropped> dropped;
    private final At at;
    private final Method method;
    private final int n;
    private final int groups;
    private final List<String> effects;
    private final Matrix covariance;
    private final double residual;
    private final boolean singular;
    private final Convergence convergence;
    private final Inference inference;

    private MixedModel(
            Design.Complete complete,
            int groups,
            List<String> effects,
            Method method,
            RandomFit fit) {
        this.design = complete.design();
        this.dropped = complete.dropped();
        this.method = method;
        this.n = complete.rows().length;
        this.groups = groups;
        this.effects = effects;
        this.at = fit.at();
        this.covariance = fit.covariance();
        this.residual = fit.residual();
        this.singular = fit.singular();
        this.convergence = fit.convergence();
        int k = at.gamma().length;
        int[] free =
                IntStream.range(0, k)
                        .filter(r -> !(singular && effects.size() == 1 && r == 0))
                        .toArray();
        this.inference = new Inference(at, free);
    }

    /**
     * A random intercept for each group.
     *
     * @param group one name for each case, null where unknown
     */
    public static MixedModel randomIntercept(
            Design design, double[] outcome, @Nullable String[] group, Method method) {
        return fit(design, outcome, group, Map.of(), method);
    }

    /**
     * A random intercept and random slopes, all correlated.
     *
     * @param slopes by name, NaN where missing
     * @throws Unusable when there are no more cases than coefficients, fewer than two groups, or no
     *     group with more than one case
     */
    public static MixedModel fit(
            Design design,
            double[] outcome,
            @Nullable String[] group,
            Map<String, double[]> slopes,
            Method method) {
        Unusable.sameLength("The grouping", group.length, "the design", design.cases());
        Map<String, double[]> others = new LinkedHashMap<>();
        others.put("The outcome", outcome);
        double[] known = new double[group.length];
        for (int i = 0; i < known.length; i++) known[i] = group[i] == null ? Double.NaN : 0;
        others.put("The group", known);
        others.putAll(slopes);
        Design.Complete complete = design.complete(others);
        int[] rows = complete.rows();
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++)
            members.computeIfAbsent(group[rows[i]], g -> new ArrayList<>()).add(i);
        Unusable.atLeast(2, members.size(), "groups");
        if (members.values().stream().allMatch(m -> m.size() == 1))
            throw new Unusable(
                    Unusable.Reason.TOO_FEW,
                    "Every group has one case, so differences between groups cannot be told from chance; use a regression.");
        int q = slopes.size() + 1;
        double[][] z = new double[rows.length][q];
        for (int i = 0; i < rows.length; i++) {
            z[i][0] = 1;
            int j = 1;
            for (double[] slope : slopes.values()) z[i][j++] = slope[rows[i]];
        }
        double[] y = new double[rows.length];
        for (int i = 0; i < y.length; i++) y[i] = outcome[rows[i]];
        List<String> names = new ArrayList<>(List.of("(Intercept)"));
        names.addAll(slopes.keySet());
        RandomFit fit =
                RandomFit.of(
                        complete.design(),
                        y,
                        z,
                        List.copyOf(members.values()),
                        method == Method.REML);
        return new MixedModel(complete, members.size(), List.copyOf(names), method, fit);
    }

    public int n() {
        return n;
    }

    public int groups() {
        return groups;
    }

    public List<Dropped> dropped() {
        return dropped;
    }

    /** Restricted log likelihood when fitted by REML. */
    public double logLikelihood() {
        return -at.deviance() / 2;
    }

    private int parameters() {
        int q = effects.size();
        return at.b().length + q * (q + 1) / 2 + 1;
    }

    public double aic() {
        return at.deviance() + 2 * parameters();
    }

    public double bic() {
        return at.deviance() + Math.log(n) * parameters();
    }

    /** Names of the random effects, in the order of {@link #randomCovariance}. */
    public List<String> randomEffects() {
        return effects;
    }

    /** D: variances and covariances of the random effects. */
    public Matrix randomCovariance() {
        return covariance;
    }

    /** s^2. */
    public double residualVariance() {
        return residual;
    }

    /** Share of the variance between groups; of a random-intercept model. */
    public double intraclassCorrelation() {
        double between = covariance.at(0, 0);
        return between / (between + residual);
    }

    public boolean singular() {
        return singular;
    }

    public Method method() {
        return method;
    }

    public Convergence convergence() {
        return convergence;
    }

    /** Fixed effects with Satterthwaite's degrees of freedom. */
    public List<Coefficient> coefficients(double level) {
        return inference.coefficients(design.columns(), level);
    }

    /** Fixed effects with the small-sample correction of Kenward and Roger; only after REML. */
    public List<Coefficient> kenwardRoger(double level) {
        if (method != Method.REML)
            throw new Unusable(
                    Unusable.Reason.MISMATCH, "Kenward and Roger's correction is for a REML fit.");
        return inference.kenwardRoger(design.columns(), level);
    }

    /** F tests of the terms with Satterthwaite's degrees of freedom. */
    public List<TermTest> typeThree() {
        return inference.typeThree(design);
    }
}
