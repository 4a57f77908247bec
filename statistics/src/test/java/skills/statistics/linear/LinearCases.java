package skills.statistics.linear;

import java.util.Arrays;
import java.util.List;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.effect.PrePostControl;
import skills.statistics.effect.Sample;
import skills.statistics.inference.MultipleTesting;
import skills.statistics.inference.Omnibus;
import skills.statistics.inference.ShapiroWilk;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Study;
import skills.statistics.reference.Table;
import skills.statistics.reference.Tolerance;

/** Linear regression, analysis of covariance, clusters. */
public final class LinearCases implements CaseSet {
    private static final Tolerance USUAL = Tolerance.relative(1e-8);
    private static final Change WEIGHT = Change.cell("anorexia.csv", 5, "Postwt", 99.5);

    @Override
    public void register(Cases cases) {
        cases.covers("ancova.anorexia", USUAL, WEIGHT, LinearCases::anorexia);
        cases.covers(
                "ancova.slopes.anorexia",
                USUAL,
                WEIGHT,
                (given, found) -> {
                    Table t = given.table("anorexia.csv");
                    Design design = treatments(t).interaction("Prewt", "Treat");
                    LinearModel fit = LinearModel.fit(design, t.numbers("Postwt"));
                    LinearModel.TermTest slopes = fit.typeThree().getLast();
                    found.number("/F", slopes.f());
                    found.number("/df1", slopes.df());
                    found.number("/df2", fit.residualDf());
                    found.number("/p", slopes.p());
                });
        cases.covers("ancova.anorexia.CBTvsCont", USUAL, WEIGHT, LinearCases::twoArms);
        cases.covers("omnibus.anorexia", USUAL, WEIGHT, LinearCases::omnibus);
        cases.covers(
                "cluster.brandsma",
                Tolerance.relative(1e-6),
                Change.cell("brandsma.csv", 0, "lpo", 10),
                (given, found) -> {
                    Table t =
                            given.table("brandsma.csv").where(r -> !Double.isNaN(r.number("sex")));
                    Design design = Design.of(t.size());
                    for (String name : List.of("lpr", "iqv", "ses", "min"))
                        design = design.numeric(name, t.numbers(name));
                    LinearModel fit = LinearModel.fit(design, t.numbers("lpo"));
                    model(found, fit);
                    cluster(found, fit.clustered(t.texts("sch")));
                });
        study(cases);
    }

    private static Design treatments(Table t) {
        return Design.of(t.size())
                .numeric("Prewt", t.numbers("Prewt"))
                .factor("Treat", inOrder(t.texts("Treat"), "Cont", "CBT", "FT"), "1Cont");
    }

    /** Levels are sorted as text; a digit before them gives the order of the reference. */
    private static String[] inOrder(String[] values, String... levels) {
        List<String> order = List.of(levels);
        return Arrays.stream(values).map(v -> (order.indexOf(v) + 1) + v).toArray(String[]::new);
    }

    private static void anorexia(Given given, Found found) {
        Table t = given.table("anorexia.csv");
        LinearModel fit = LinearModel.fit(treatments(t), t.numbers("Postwt"));
        model(found, fit);
        List<LinearModel.TermTest> tests = fit.typeThree();
        for (int i = 0; i < 3; i++) {
            found.number("/type3/" + i + "/ss", tests.get(i).sumOfSquares());
            found.number("/type3/" + i + "/df", tests.get(i).df());
            found.number("/type3/" + i + "/F", tests.get(i).f());
            found.number("/type3/" + i + "/p", tests.get(i).p());
            found.number("/type3/" + i + "/partial_eta2", tests.get(i).partialEtaSquared());
        }
        found.number("/type3/3/ss", fit.residualSumOfSquares());
        found.number("/type3/3/df", fit.residualDf());
        means(found, fit, "Treat");
        List<LinearModel.Pair> pairs = fit.pairs("Treat", .95);
        for (int i = 0; i < 3; i++) {
            Coefficient c = pairs.get(i).difference();
            found.number("/pairs_tukey/" + i + "/estimate", c.estimate());
            found.number("/pairs_tukey/" + i + "/SE", c.standardError());
            found.number("/pairs_tukey/" + i + "/df", c.df());
            found.number("/pairs_tukey/" + i + "/t.ratio", c.statistic());
            found.number(
                    "/pairs_tukey/" + i + "/p.value",
                    pairs.get(i).tukeyP(),
                    Tolerance.absolute(1e-4));
        }
    }

    private static void twoArms(Given given, Found found) {
        Table t = given.table("anorexia.csv").where(r -> !r.is("Treat", "FT"));
        LinearModel fit = LinearModel.fit(treatments(t), t.numbers("Postwt"));
        model(found, fit);
        double b = fit.estimates()[2];
        found.number("/adj_diff_over_pooled_post_sd", b / pooled(t, "Postwt"));
        found.number("/adj_diff_over_pooled_pre_sd", b / pooled(t, "Prewt"));
    }

    private static double pooled(Table t, String column) {
        double sum = 0;
        int df = 0;
        for (String arm : List.of("CBT", "Cont")) {
            Sample s = Sample.of(arm, t.where(r -> r.is("Treat", arm)).numbers(column));
            sum += (s.n() - 1) * s.variance();
            df += s.n() - 1;
        }
        return Math.sqrt(sum / df);
    }

    private static void omnibus(Given given, Found found) {
        Table t = given.table("anorexia.csv");
        List<Sample> groups =
                List.of("Cont", "CBT", "FT").stream()
                        .map(
                                arm ->
                                        Sample.of(
                                                arm,
                                                t.where(r -> r.is("Treat", arm)).numbers("Postwt")))
                        .toList();
        Omnibus o = Omnibus.of(groups);
        found.number("/kw_H", o.kruskalWallis().h());
        found.number("/kw_p", o.kruskalWallis().p());
        found.number("/anova/0/Df", o.anova().dfBetween());
        found.number("/anova/0/Sum Sq", o.anova().between());
        found.number("/anova/0/Mean Sq", o.anova().between() / o.anova().dfBetween());
        found.number("/anova/0/F value", o.anova().f());
        found.number("/anova/0/Pr(>F)", o.anova().p());
        found.number("/anova/1/Df", o.anova().dfWithin());
        found.number("/anova/1/Sum Sq", o.anova().within());
        found.number("/anova/1/Mean Sq", o.anova().within() / o.anova().dfWithin());
        found.number("/welch_F", o.welch().f());
        found.numbers("/welch_df", o.welch().df1(), o.welch().df2());
        found.number("/welch_p", o.welch().p());
        double[] residuals = LinearModel.fit(treatments(t), t.numbers("Postwt")).residuals();
        ShapiroWilk normal = ShapiroWilk.of(Sample.of("residuals", residuals));
        found.number("/shapiro_W", normal.w(), Tolerance.relative(1e-6));
        found.number("/shapiro_p", normal.p(), Tolerance.relative(1e-6));
    }

    private static void study(Cases cases) {
        Change user = Change.cell(Study.PEOPLE, 3, "user", 1);
        for (String scale : Study.SCALES.keySet())
            cases.covers(
                    "study.ancova." + scale,
                    USUAL,
                    user,
                    (given, found) -> {
                        Study study = new Study(given);
                        LinearModel fit = primary(study, scale);
                        model(found, fit);
                        means(found, fit, "user");
                        PrePostControl morris = morris(study, scale);
                        found.number("/morris/d_ppc2", morris.d());
                        found.number("/morris/cP", morris.correction());
                        found.number("/morris/sd_pre_pooled", morris.prePooledSd());
                        Coefficient c = fit.robust(Robust.HC3, .95).getLast();
                        double sd = morris.prePooledSd();
                        found.number("/b_over_pooled_pre_sd", c.estimate() / sd);
                        found.numbers(
                                "/ci_hc3_over_pooled_pre_sd",
                                c.interval().low() / sd,
                                c.interval().high() / sd);
                    });
        cases.covers(
                "study.holm",
                USUAL,
                user,
                (given, found) -> {
                    Study study = new Study(given);
                    List<String> scales = List.copyOf(Study.SCALES.keySet());
                    double[] p =
                            scales.stream()
                                    .mapToDouble(
                                            s ->
                                                    primary(study, s)
                                                            .robust(Robust.HC3, .95)
                                                            .getLast()
                                                            .p())
                                    .toArray();
                    double[] holm = MultipleTesting.HOLM.adjust(p);
                    double[] bh = MultipleTesting.BENJAMINI_HOCHBERG.adjust(p);
                    for (int i = 0; i < 4; i++) {
                        found.number("/p/" + scales.get(i), p[i]);
                        found.number("/holm/" + scales.get(i), holm[i]);
                        found.number("/BH/" + scales.get(i), bh[i]);
                    }
                });
        cases.covers(
                "study.itt.proactivity",
                USUAL,
                Change.cell(Study.PEOPLE, 55, "offered", 0),
                (given, found) -> {
                    Study study = new Study(given);
                    Design design =
                            Design.of(study.people().size())
                                    .numeric("proactivity.1", study.score("proactivity", 1))
                                    .numeric("offered", study.number("offered"));
                    LinearModel fit = LinearModel.fit(design, study.score("proactivity", 3));
                    model(found, fit);
                    ClusterRobust clustered = fit.clustered(study.text("class"));
                    cluster(found, clustered);
                    found.behaves("five classes are said to be few", clustered.few());
                });
    }

    private static LinearModel primary(Study study, String scale) {
        return LinearModel.fit(
                Design.of(study.people().size())
                        .numeric("pre", study.score(scale, 1))
                        .factor("user", study.text("user")),
                study.score(scale, 3));
    }

    static PrePostControl morris(Study study, String scale) {
        double[] pre = study.score(scale, 1);
        double[] post = study.score(scale, 3);
        double[] user = study.number("user");
        double[][] parts = new double[4][];
        for (int u = 0; u < 2; u++) {
            int group = u;
            parts[u] = Study.where(pre, i -> user[i] == group && !Double.isNaN(pre[i] + post[i]));
            parts[u + 2] =
                    Study.where(post, i -> user[i] == group && !Double.isNaN(pre[i] + post[i]));
        }
        return PrePostControl.of(parts[1], parts[3], parts[0], parts[2]);
    }

    private static void means(Found found, LinearModel fit, String factor) {
        List<LinearModel.AdjustedMean> means = fit.adjustedMeans(factor, .95);
        for (int i = 0; i < means.size(); i++) {
            Coefficient m = means.get(i).mean();
            found.number("/adjusted_means/" + i + "/emmean", m.estimate());
            found.number("/adjusted_means/" + i + "/SE", m.standardError());
            found.number("/adjusted_means/" + i + "/df", m.df());
            found.number("/adjusted_means/" + i + "/lower.CL", m.interval().low());
            found.number("/adjusted_means/" + i + "/upper.CL", m.interval().high());
        }
    }

    private static void cluster(Found found, ClusterRobust c) {
        found.number("/cluster/n_clusters", c.clusters());
        double[] cr1 = c.cr1().diagonal();
        List<Coefficient> table = c.coefficients(.95);
        for (int i = 0; i < cr1.length; i++) {
            found.number("/cluster/se_cr1/" + i, Math.sqrt(cr1[i]));
            found.number("/cluster/se_cr2/" + i, table.get(i).standardError());
            found.number("/cluster/df_satt/" + i, table.get(i).df());
            found.number("/cluster/p_satt/" + i, table.get(i).p());
        }
    }

    private static void model(Found found, LinearModel fit) {
        found.number("/n", fit.n());
        found.number("/df_residual", fit.residualDf());
        found.number("/r2", fit.rSquared());
        found.number("/adj_r2", fit.adjustedRSquared());
        found.number("/sigma", fit.sigma());
        found.number("/loglik", fit.logLikelihood());
        found.number("/aic", fit.aic());
        found.number("/bic", fit.bic());
        List<Coefficient> table = fit.coefficients(.95);
        for (int i = 0; i < table.size(); i++) {
            Coefficient c = table.get(i);
            String at = "/coef/" + i + "/";
            found.number(at + "b", c.estimate());
            found.number(at + "se", c.standardError());
            found.number(at + "t", c.statistic());
            found.number(at + "p", c.p());
            found.number(at + "ci_low", c.interval().low());
            found.number(at + "ci_high", c.interval().high());
            for (Robust kind : Robust.values())
                found.number(
                        at + "se_" + kind.name().toLowerCase(java.util.Locale.ROOT),
                        fit.robust(kind, .95).get(i).standardError());
            Coefficient r = fit.robust(Robust.HC3, .95).get(i);
            found.number(at + "t_hc3", r.statistic());
            found.number(at + "p_hc3", r.p());
            found.number(at + "ci_low_hc3", r.interval().low());
            found.number(at + "ci_high_hc3", r.interval().high());
        }
    }
}
