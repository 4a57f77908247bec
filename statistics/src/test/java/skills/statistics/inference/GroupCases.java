package skills.statistics.inference;

import static skills.statistics.reference.Study.where;

import java.util.List;
import skills.statistics.effect.PrePostControl;
import skills.statistics.effect.Proportion;
import skills.statistics.effect.Sample;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Study;
import skills.statistics.reference.Table;
import skills.statistics.reference.Tolerance;

/** Two groups, pairs, several groups, correlations. */
public final class GroupCases implements CaseSet {
    private static final Tolerance USUAL = Tolerance.relative(1e-8);

    @Override
    public void register(Cases cases) {
        bfi(cases);
        anorexia(cases);
        study(cases);
        cases.covers(
                "attrition.brandsma.univariate",
                USUAL,
                Change.cell("brandsma.csv", 0, "lpr", 50),
                (given, found) -> {
                    Table table =
                            given.table("brandsma.csv")
                                    .where(
                                            r ->
                                                    List.of("iqv", "ses", "lpr", "min", "sex")
                                                            .stream()
                                                            .noneMatch(
                                                                    c ->
                                                                            Double.isNaN(
                                                                                    r.number(c))));
                    double[] lpr = table.numbers("lpr");
                    double[] lpo = table.numbers("lpo");
                    two(
                            found,
                            Sample.of("leavers", where(lpr, i -> Double.isNaN(lpo[i]))),
                            Sample.of("stayers", where(lpr, i -> !Double.isNaN(lpo[i]))));
                });
        cases.covers(
                "seed.flow",
                Tolerance.relative(1e-10),
                Change.inline("t2", 0, 30),
                (given, found) -> {
                    int[] counts = {132, 28, 72};
                    for (int i = 0; i < 3; i++) {
                        String at = "/t" + (i + 1);
                        int x = (int) given.value("t" + (i + 1), counts[i]);
                        Proportion p = Proportion.wilson(x, 143, .95);
                        found.number(at + "/x", p.count());
                        found.number(at + "/n", p.n());
                        found.number(at + "/rate", p.rate());
                        found.numbers(at + "/ci", p.interval().low(), p.interval().high());
                    }
                });
    }

    private static void bfi(Cases cases) {
        for (String scale : Study.Keys.BFI.keys().keySet())
            cases.covers(
                    "two.bfi." + scale + ".gender",
                    USUAL,
                    Change.cell("bfi.csv", 0, "gender", 2),
                    (given, found) -> {
                        Table table = given.table("bfi.csv");
                        double[] score = Study.bfi(table, Study.Keys.BFI, scale);
                        double[] gender = table.numbers("gender");
                        two(
                                found,
                                Sample.of("women", where(score, i -> gender[i] == 2)),
                                Sample.of("men", where(score, i -> gender[i] == 1)));
                    });
        cases.covers(
                "corr.bfi",
                Tolerance.relative(1e-9),
                Change.cell("bfi.csv", 0, "A2", 6),
                (given, found) -> {
                    Table table = given.table("bfi.csv");
                    for (int i = 0; i < 10; i++) {
                        double[] x =
                                Study.bfi(
                                        table,
                                        Study.Keys.BFI,
                                        given.json("/expected/" + i + "/x").asString());
                        double[] y =
                                Study.bfi(
                                        table,
                                        Study.Keys.BFI,
                                        given.json("/expected/" + i + "/y").asString());
                        Correlation c = Correlation.of(x, y, .95);
                        found.number("/" + i + "/n", c.n());
                        found.number("/" + i + "/r", c.r());
                        found.numbers("/" + i + "/ci95", c.interval().low(), c.interval().high());
                        found.number("/" + i + "/p", c.p());
                        found.number("/" + i + "/spearman", c.spearman());
                    }
                });
    }

    private static void anorexia(Cases cases) {
        Change change = Change.cell("anorexia.csv", 30, "Postwt", 99.5);
        for (String outcome : new String[] {"post", "change"})
            cases.covers(
                    "two.anorexia." + outcome,
                    USUAL,
                    Change.cell("anorexia.csv", 0, "Postwt", 99.5),
                    (given, found) ->
                            two(
                                    found,
                                    Sample.of(
                                            "CBT",
                                            weights(given.table("anorexia.csv"), "CBT", outcome)),
                                    Sample.of(
                                            "Cont",
                                            weights(
                                                    given.table("anorexia.csv"),
                                                    "Cont",
                                                    outcome))));
        for (String arm : new String[] {"Cont", "CBT", "FT"})
            cases.covers(
                    "paired.anorexia." + arm,
                    USUAL,
                    Change.cell(
                            "anorexia.csv",
                            arm.equals("Cont") ? 0 : arm.equals("CBT") ? 30 : 60,
                            "Postwt",
                            99.5),
                    (given, found) -> {
                        Table table = given.table("anorexia.csv");
                        paired(
                                found,
                                "",
                                Paired.of(
                                        weights(table, arm, "pre"),
                                        weights(table, arm, "post"),
                                        .95));
                    });
        cases.covers(
                "morris.anorexia",
                Tolerance.relative(1e-10),
                change,
                (given, found) -> {
                    Table t = given.table("anorexia.csv");
                    PrePostControl d =
                            PrePostControl.of(
                                    weights(t, "CBT", "pre"),
                                    weights(t, "CBT", "post"),
                                    weights(t, "Cont", "pre"),
                                    weights(t, "Cont", "post"));
                    found.number("/d_ppc2", d.d());
                    found.number("/cP", d.correction());
                    found.number("/sd_pre_pooled", d.prePooledSd());
                });
    }

    static double[] weights(Table table, String arm, String what) {
        Table of = table.where(r -> r.is("Treat", arm));
        double[] pre = of.numbers("Prewt");
        double[] post = of.numbers("Postwt");
        if (what.equals("pre")) return pre;
        if (what.equals("change")) for (int i = 0; i < post.length; i++) post[i] -= pre[i];
        return post;
    }

    private static void study(Cases cases) {
        for (String scale : Study.SCALES.keySet()) {
            Change change = Change.cell(Study.ANSWERS, 0, scale + "_1", 1);
            cases.covers(
                    "study.baseline.users." + scale,
                    USUAL,
                    change,
                    (given, found) -> {
                        Study study = new Study(given);
                        double[] pre = study.score(scale, 1);
                        double[] user = study.number("user");
                        two(
                                found,
                                Sample.of("users", where(pre, i -> user[i] == 1)),
                                Sample.of("non-users", where(pre, i -> user[i] == 0)));
                    });
            cases.covers(
                    "study.baseline.analysed." + scale,
                    USUAL,
                    Change.cell(Study.PEOPLE, 3, "user", 1),
                    (given, found) -> {
                        Study study = new Study(given);
                        double[] pre = study.score(scale, 1);
                        double[] post = study.score(scale, 3);
                        double[] user = study.number("user");
                        two(
                                found,
                                Sample.of(
                                        "users",
                                        where(pre, i -> user[i] == 1 && !Double.isNaN(post[i]))),
                                Sample.of(
                                        "others",
                                        where(pre, i -> user[i] == 0 && !Double.isNaN(post[i]))));
                    });
            cases.covers(
                    "study.change." + scale,
                    USUAL,
                    Change.cell(Study.PEOPLE, 3, "user", 1),
                    (given, found) -> {
                        Study study = new Study(given);
                        double[] change1 = change(study, scale);
                        double[] user = study.number("user");
                        two(
                                found,
                                Sample.of("users", where(change1, i -> user[i] == 1)),
                                Sample.of("others", where(change1, i -> user[i] == 0)));
                    });
            cases.covers(
                    "study.within." + scale,
                    USUAL,
                    Change.cell(Study.PEOPLE, 3, "user", 1),
                    (given, found) -> {
                        Study study = new Study(given);
                        double[] pre = study.score(scale, 1);
                        double[] post = study.score(scale, 3);
                        double[] user = study.number("user");
                        for (int u = 0; u < 2; u++) {
                            int group = u;
                            paired(
                                    found,
                                    u == 1 ? "/users" : "/nonusers",
                                    Paired.of(
                                            where(pre, i -> user[i] == group),
                                            where(post, i -> user[i] == group),
                                            .95));
                        }
                    });
        }
        for (String scale : new String[] {"proactivity", "jobinsecurity"})
            cases.covers(
                    "study.attrition." + scale,
                    USUAL,
                    Change.cell(Study.ANSWERS, 0, scale + "_1", 1),
                    (given, found) -> {
                        Study study = new Study(given);
                        double[] pre = study.score(scale, 1);
                        two(
                                found,
                                Sample.of("leavers", where(pre, i -> !study.answered(i, 3))),
                                Sample.of("stayers", where(pre, i -> study.answered(i, 3))));
                    });
    }

    static double[] change(Study study, String scale) {
        double[] change = study.score(scale, 3);
        double[] pre = study.score(scale, 1);
        for (int i = 0; i < change.length; i++) change[i] -= pre[i];
        return change;
    }

    private static void paired(Found found, String at, Paired p) {
        found.number(at + "/n", p.n());
        found.number(at + "/mean_change", p.meanChange());
        found.number(at + "/sd_change", p.sdChange());
        found.number(at + "/t", p.t());
        found.number(at + "/df", p.df());
        found.number(at + "/p", p.p());
        found.numbers(at + "/ci95", p.interval().low(), p.interval().high());
        found.number(at + "/dz", p.dz());
        found.number(at + "/d_av", p.dAverage());
        found.number(at + "/r_pre_post", p.correlation());
        found.number(at + "/wilcoxon_V", p.wilcoxonV());
        found.number(at + "/wilcoxon_p_normal_cc", p.wilcoxonP());
    }

    static void two(Found found, Sample group, Sample reference) {
        TwoGroups two = TwoGroups.compare(group, reference, .95);
        found.numbers("/n", group.n(), reference.n());
        found.numbers("/mean", group.mean(), reference.mean());
        found.numbers("/sd", group.sd(), reference.sd());
        found.numbers("/median", group.median(), reference.median());
        found.number("/diff", two.difference());
        for (var test : List.of(two.welch(), two.student())) {
            String at = test == two.welch() ? "/welch" : "/student";
            found.number(at + "/t", test.t());
            found.number(at + "/df", test.df());
            found.number(at + "/p", test.p(), Tolerance.relative(test.p() < 1e-12 ? 1e-6 : 1e-8));
            found.numbers(at + "/ci95", test.interval().low(), test.interval().high());
        }
        RankSum u = two.rankSum();
        found.number("/mann_whitney/U", u.u());
        found.number(
                "/mann_whitney/p_normal_cc",
                u.p(),
                Tolerance.relative(u.p() < 1e-12 ? 1e-6 : 1e-8));
        found.number("/mann_whitney/rank_biserial", u.rankBiserial());
        found.number("/mann_whitney/prob_superiority", u.superiority());
        found.number("/brown_forsythe/F", two.brownForsythe().f());
        found.number("/brown_forsythe/p", two.brownForsythe().p());
        var d = two.standardized();
        found.number("/cohen_d", d.d());
        found.number("/hedges_J_exact", d.correction());
        found.number("/hedges_g", d.g());
        found.number("/hedges_g_J_approx", d.gApproximate());
        found.numbers("/cohen_d_ci95_noncentral_t", d.dInterval().low(), d.dInterval().high());
        found.numbers("/hedges_g_ci95_noncentral_t", d.gInterval().low(), d.gInterval().high());
        found.number("/hedges_g_se_largesample", d.gStandardError());
        found.numbers("/hedges_g_ci95_wald", d.gWaldInterval().low(), d.gWaldInterval().high());
        found.number("/glass_delta", d.glassDelta());
    }
}
