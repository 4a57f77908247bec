package skills.statistics.factor;

import java.util.ArrayList;
import java.util.List;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.items.Items;

/**
 * Whether items measure one factor the same way in several groups: Meredith (1993),
 * doi:10.1007/BF02294825. Four steps, each with all equalities of the one before: configural (same
 * factor), metric (equal loadings), scalar (equal intercepts), strict (equal residual variances).
 * The factor has mean 0 and variance 1 in the first group, and in all at the configural step.
 * Guides, no tests: a CFI lower by more than .010 or an RMSEA higher by more than .015 speaks
 * against a step (Chen 2007, doi:10.1080/10705510701301834).
 *
 * @param groups sizes of the groups, in the order given
 * @param steps configural, metric, scalar, strict
 * @param changes of metric, scalar and strict against the step before
 * @param means of the factor in the groups at the scalar step; the first is 0 by definition
 * @param variances of the factor in the groups at the scalar step; the first is 1 by definition
 * @param releases at the scalar step: what freeing one equality in one group would gain (score
 *     test, 1 df), loadings first, then intercepts
 * @param tooSmall true when a group has fewer than 100 persons or all together fewer than 150: then
 *     a step that is not rejected shows nothing
 */
public record Invariance(
        List<Integer> groups,
        List<Step> steps,
        List<Change> changes,
        List<Estimate> means,
        List<Estimate> variances,
        List<Release> releases,
        boolean tooSmall) {

    /**
     * @param converged whether the estimates settled
     */
    public record Step(String name, Fit fit, boolean converged) {}

    /** Difference to the step before; p of the likelihood ratio. */
    public record Change(
            String step,
            double chiSquared,
            int df,
            double p,
            double cfi,
            double rmsea,
            double srmr) {}

    public record Estimate(double value, double error) {}

    /**
     * @param group from 1: the group that would get its own value
     * @param item from 0
     * @param intercept true for the intercept, false for the loading
     */
    public record Release(int group, int item, boolean intercept, double chiSquared, double p) {}

    private static final List<String> NAMES = List.of("configural", "metric", "scalar", "strict");

    /**
     * @param groups at least two, with the same items (3 or more) in the same order
     * @throws Unusable when there are fewer than 2 groups or 3 items, the numbers of items differ,
     *     or a group has not more complete persons than items
     */
    public static Invariance of(List<Items> groups) {
        Unusable.atLeast(2, groups.size(), "groups");
        int v = groups.getFirst().items();
        Unusable.atLeast(3, v, "items");
        List<Sample> samples = new ArrayList<>();
        for (Items group : groups) {
            Unusable.sameLength("The first group", v, "another group", group.items());
            Unusable.atLeast(v + 1, group.complete().persons(), "complete persons in each group");
            samples.add(Sample.of(group));
        }
        List<Step> steps = new ArrayList<>();
        List<NormalFit> fits = new ArrayList<>();
        for (int level = 0; level < 4; level++) {
            Layout layout = new Layout(samples, level, -1, -1, false);
            NormalFit fit = NormalFit.of(samples, layout.structures, layout.start);
            fits.add(fit);
            steps.add(new Step(NAMES.get(level), Fit.of(fit, true), fit.convergence().reached()));
        }
        Layout scalar = new Layout(samples, 2, -1, -1, false);
        List<Estimate> means = new ArrayList<>(List.of(new Estimate(0, 0)));
        List<Estimate> variances = new ArrayList<>(List.of(new Estimate(1, 0)));
        for (int g = 1; g < samples.size(); g++) {
            Structure s = scalar.structures.get(g);
            means.add(mean(fits.get(2), s, 0));
            variances.add(estimate(fits.get(2), s.factor[0][0]));
        }
        List<Integer> sizes = samples.stream().map(Sample::n).toList();
        return new Invariance(
                sizes,
                List.copyOf(steps),
                changes(steps),
                List.copyOf(means),
                List.copyOf(variances),
                releases(samples, scalar, fits.get(2).estimates()),
                sizes.stream().anyMatch(n -> n < 100)
                        || sizes.stream().mapToInt(n -> n).sum() < 150);
    }

    static List<Change> changes(List<Step> steps) {
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            Fit a = steps.get(i - 1).fit();
            Fit b = steps.get(i).fit();
            double x = b.chiSquared() - a.chiSquared();
            int df = b.df() - a.df();
            changes.add(
                    new Change(
                            steps.get(i).name(),
                            x,
                            df,
                            Tail.chiSquared(x, df),
                            b.cfi() - a.cfi(),
                            b.rmsea().orElse(0) - a.rmsea().orElse(0),
                            b.srmr() - a.srmr()));
        }
        return List.copyOf(changes);
    }

    /** Mean of a factor, turned so that its loadings sum to above 0. */
    static Estimate mean(NormalFit fit, Structure structure, int factor) {
        double loadings = 0;
        for (int[] row : structure.loading)
            if (row[factor] != Structure.FIXED) loadings += fit.estimates()[row[factor]];
        double value = fit.estimates()[structure.mean[factor]];
        return new Estimate(loadings < 0 ? -value : value, fit.error(structure.mean[factor]));
    }

    private static Estimate estimate(NormalFit fit, int parameter) {
        return new Estimate(fit.estimates()[parameter], fit.error(parameter));
    }

    private static List<Release> releases(List<Sample> samples, Layout scalar, double[] estimates) {
        int v = samples.getFirst().mean().length;
        List<Release> releases = new ArrayList<>();
        for (int g = 1; g < samples.size(); g++)
            for (boolean intercept : new boolean[] {false, true})
                for (int j = 0; j < v; j++) {
                    Layout freer = new Layout(samples, 2, g, j, intercept);
                    double[] at = java.util.Arrays.copyOf(estimates, freer.start.length);
                    Structure first = scalar.structures.getFirst();
                    at[at.length - 1] =
                            estimates[intercept ? first.intercept[j] : first.loading[j][0]];
                    double x = NormalFit.scoreTest(samples, freer.structures, at);
                    releases.add(new Release(g, j, intercept, x, Tail.chiSquared(x, 1)));
                }
        return List.copyOf(releases);
    }

    /** Which elements are free and shared at a level, with starting values. */
    private static final class Layout {
        final List<Structure> structures = new ArrayList<>();
        double[] start = new double[0];

        /** Level 0 to 3; one loading or intercept of one group may be set free, as the last. */
        Layout(List<Sample> samples, int level, int freeGroup, int freeItem, boolean intercept) {
            int v = samples.getFirst().mean().length;
            for (int g = 0; g < samples.size(); g++) {
                Sample s = samples.get(g);
                Structure own = new Structure(v, 1);
                Structure first = g == 0 ? own : structures.getFirst();
                double[] l = OneFactor.startLoadings(s.covariance());
                for (int j = 0; j < v; j++) {
                    double c = s.covariance()[j][j];
                    double rest = Math.max(.1 * c, c - l[j] * l[j]);
                    boolean fresh = g == 0;
                    own.loading[j][0] = fresh || level < 1 ? add(l[j]) : first.loading[j][0];
                    own.intercept[j] = fresh || level < 2 ? add(s.mean()[j]) : first.intercept[j];
                    own.residual[j][j] = fresh || level < 3 ? add(rest) : first.residual[j][j];
                }
                if (g > 0 && level >= 1) own.factor[0][0] = add(1);
                if (g > 0 && level >= 2) own.mean[0] = add(0);
                structures.add(own);
            }
            if (freeGroup < 0) return;
            int extra = add(0);
            Structure own = structures.get(freeGroup);
            if (intercept) own.intercept[freeItem] = extra;
            else own.loading[freeItem][0] = extra;
        }

        private int add(double value) {
            start = java.util.Arrays.copyOf(start, start.length + 1);
            start[start.length - 1] = value;
            return start.length - 1;
        }
    }
}
