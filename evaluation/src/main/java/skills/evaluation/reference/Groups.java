package skills.evaluation.reference;

import static skills.evaluation.reference.Frame.where;

import java.util.Map;
import skills.statistics.Interval;
import skills.statistics.effect.Sample;
import skills.statistics.inference.Crosstab;
import skills.statistics.inference.FisherExact;
import skills.statistics.inference.Paired;
import skills.statistics.inference.TwoGroups;

/** Two groups, pairs, and tables of two by two. */
final class Groups {

    private final Frame frame;

    Groups(Frame frame) {
        this.frame = frame;
    }

    Object baseline(String scale) {
        double[] pre = frame.before(scale);
        double[] user = frame.user();
        return two(where(pre, i -> user[i] == 1), where(pre, i -> user[i] == 0));
    }

    Object baselineAnalysed(String scale) {
        double[] pre = frame.before(scale);
        double[] post = frame.after(scale);
        double[] user = frame.user();
        return two(
                where(pre, i -> user[i] == 1 && !Double.isNaN(post[i])),
                where(pre, i -> user[i] == 0 && !Double.isNaN(post[i])));
    }

    Object change(String scale) {
        double[] change = frame.change(scale);
        double[] user = frame.user();
        return two(where(change, i -> user[i] == 1), where(change, i -> user[i] == 0));
    }

    Object leavers(String scale) {
        double[] pre = frame.before(scale);
        return two(
                where(pre, i -> !frame.answered(i, frame.last())),
                where(pre, i -> frame.answered(i, frame.last())));
    }

    Object within(String scale) {
        return Fields.of(
                "users", Fields.tried(() -> paired(scale, 1)),
                "nonusers", Fields.tried(() -> paired(scale, 0)));
    }

    private Object paired(String scale, int group) {
        double[] user = frame.user();
        Paired p =
                Paired.of(
                        where(frame.before(scale), i -> user[i] == group),
                        where(frame.after(scale), i -> user[i] == group),
                        .95);
        return Fields.of(
                "n", p.n(),
                "mean_change", p.meanChange(),
                "sd_change", p.sdChange(),
                "t", p.t(),
                "df", p.df(),
                "p", p.p(),
                "ci95", ends(p.interval()),
                "dz", p.dz(),
                "d_av", p.dAverage(),
                "r_pre_post", p.correlation(),
                "wilcoxon_V", p.wilcoxonV(),
                "wilcoxon_p_normal_cc", p.wilcoxonP());
    }

    private static Object two(double[] first, double[] second) {
        Sample group = Sample.of("the first group", first);
        Sample reference = Sample.of("the second group", second);
        TwoGroups two = TwoGroups.compare(group, reference, .95);
        var d = two.standardized();
        return Fields.of(
                "group", "1",
                "reference", "0",
                "n", new double[] {group.n(), reference.n()},
                "mean", new double[] {group.mean(), reference.mean()},
                "sd", new double[] {group.sd(), reference.sd()},
                "median", new double[] {group.median(), reference.median()},
                "diff", two.difference(),
                "welch", test(two.welch()),
                "student", test(two.student()),
                "mann_whitney",
                        Fields.of(
                                "U", two.rankSum().u(),
                                "p_normal_cc", two.rankSum().p(),
                                "rank_biserial", two.rankSum().rankBiserial(),
                                "prob_superiority", two.rankSum().superiority()),
                "brown_forsythe",
                        Fields.of("F", two.brownForsythe().f(), "p", two.brownForsythe().p()),
                "cohen_d", d.d(),
                "hedges_J_exact", d.correction(),
                "hedges_g", d.g(),
                "hedges_g_J_approx", d.gApproximate(),
                "cohen_d_ci95_noncentral_t", ends(d.dInterval()),
                "hedges_g_ci95_noncentral_t", ends(d.gInterval()),
                "hedges_g_se_largesample", d.gStandardError(),
                "hedges_g_ci95_wald", ends(d.gWaldInterval()),
                "glass_delta", d.glassDelta());
    }

    private static Map<String, Object> test(TwoGroups.Test test) {
        return Fields.of(
                "t", test.t(), "df", test.df(), "p", test.p(), "ci95", ends(test.interval()));
    }

    /** Of who answered first: rows not offered and offered, columns stayed and left. */
    Object stayed() {
        double[] offered = frame.offered();
        int[][] counts = new int[2][2];
        for (int i = 0; i < frame.size(); i++)
            if (frame.answered(i, frame.first()))
                counts[(int) offered[i]][frame.answered(i, frame.last()) ? 0 : 1]++;
        Crosstab tab = Crosstab.of(counts);
        Crosstab.TwoByTwo two = tab.twoByTwo().orElseThrow();
        FisherExact fisher = tab.fisher();
        Map<String, Object> exact = Fields.of("p", fisher.p());
        fisher.oddsRatio()
                .ifPresent(
                        odds -> {
                            exact.put("or_conditional_mle", odds.estimate());
                            exact.put("ci95", ends(odds.interval()));
                        });
        return Fields.of(
                "table",
                        java.util.Arrays.stream(counts)
                                .map(row -> java.util.Arrays.stream(row).boxed().toList())
                                .toList(),
                "chisq", tab.chiSquared(),
                "df", tab.df(),
                "p", tab.p(),
                "cramers_v", tab.cramersV(),
                "min_expected", tab.minExpected(),
                "g2", tab.g2(),
                "yates", Fields.of("chisq", two.yates(), "p", two.yatesP()),
                "fisher", exact,
                "or_sample", two.oddsRatio(),
                "or_wald_ci95", ends(two.oddsInterval()),
                "risk_difference", two.riskDifference(),
                "rd_wald_ci95", ends(two.riskInterval()),
                "phi", two.phi());
    }

    static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
