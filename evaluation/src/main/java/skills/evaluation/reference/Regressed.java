package skills.evaluation.reference;

import static skills.evaluation.reference.Frame.where;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.effect.PrePostControl;
import skills.statistics.inference.MultipleTesting;
import skills.statistics.linear.ClusterRobust;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.matrix.Matrix;
import skills.statistics.mixed.MixedModel;

/** The last score on the first, by use and by offer; all waves by use. */
final class Regressed {

    private final Frame frame;

    Regressed(Frame frame) {
        this.frame = frame;
    }

    private LinearModel byUse(String scale) {
        return LinearModel.fit(
                Design.of(frame.size())
                        .numeric("pre", frame.before(scale))
                        .factor("user", frame.userText()),
                frame.after(scale));
    }

    Object ancova(String scale) {
        LinearModel fit = byUse(scale);
        Map<String, Object> result = model(fit);
        PrePostControl morris = morris(scale);
        Coefficient c = fit.robust(Robust.HC3, .95).getLast();
        double sd = morris.prePooledSd();
        result.put("b_over_pooled_pre_sd", c.estimate() / sd);
        result.put(
                "ci_hc3_over_pooled_pre_sd",
                new double[] {c.interval().low() / sd, c.interval().high() / sd});
        result.put(
                "morris",
                Fields.of("d_ppc2", morris.d(), "cP", morris.correction(), "sd_pre_pooled", sd));
        List<Object> means = new ArrayList<>();
        for (LinearModel.AdjustedMean m : fit.adjustedMeans("user", .95))
            means.add(
                    Fields.of(
                            "user", m.level(),
                            "emmean", m.mean().estimate(),
                            "SE", m.mean().standardError(),
                            "df", m.mean().df(),
                            "lower.CL", m.mean().interval().low(),
                            "upper.CL", m.mean().interval().high()));
        result.put("adjusted_means", means);
        return result;
    }

    private PrePostControl morris(String scale) {
        double[] pre = frame.before(scale);
        double[] post = frame.after(scale);
        double[] user = frame.user();
        double[][] parts = new double[4][];
        for (int u = 0; u < 2; u++) {
            int group = u;
            parts[u] = where(pre, i -> user[i] == group && !Double.isNaN(pre[i] + post[i]));
            parts[u + 2] = where(post, i -> user[i] == group && !Double.isNaN(pre[i] + post[i]));
        }
        return PrePostControl.of(parts[1], parts[3], parts[0], parts[2]);
    }

    /** Over the primary outcomes. */
    Object corrected(List<String> scales) {
        double[] p =
                scales.stream()
                        .mapToDouble(s -> byUse(s).robust(Robust.HC3, .95).getLast().p())
                        .toArray();
        return Fields.of(
                "p", named(scales, p),
                "holm", named(scales, MultipleTesting.HOLM.adjust(p)),
                "BH", named(scales, MultipleTesting.BENJAMINI_HOCHBERG.adjust(p)));
    }

    private static Map<String, Object> named(List<String> names, double[] values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) named.put(names.get(i), values[i]);
        return named;
    }

    Object offered(String scale) {
        LinearModel fit =
                LinearModel.fit(
                        Design.of(frame.size())
                                .numeric(frame.column(scale, frame.first()), frame.before(scale))
                                .numeric("offered", frame.offered()),
                        frame.after(scale));
        Map<String, Object> result = model(fit);
        if (frame.hasClasses())
            result.put("cluster", Fields.tried(() -> cluster(fit.clustered(frame.classes()))));
        return result;
    }

    private static Object cluster(ClusterRobust c) {
        List<Coefficient> table = c.coefficients(.95);
        double[] cr1 = c.cr1().diagonal();
        for (int i = 0; i < cr1.length; i++) cr1[i] = Math.sqrt(cr1[i]);
        return Fields.of(
                "n_clusters", c.clusters(),
                "few", c.few(),
                "se_cr1", cr1,
                "se_cr2", table.stream().mapToDouble(Coefficient::standardError).toArray(),
                "df_satt", table.stream().mapToDouble(Coefficient::df).toArray(),
                "p_satt", table.stream().mapToDouble(Coefficient::p).toArray());
    }

    private static Map<String, Object> model(LinearModel fit) {
        List<Coefficient> table = fit.coefficients(.95);
        Map<Robust, List<Coefficient>> robust = new LinkedHashMap<>();
        for (Robust kind : Robust.values()) robust.put(kind, fit.robust(kind, .95));
        List<Object> coefficients = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            Coefficient c = table.get(i);
            Map<String, Object> row =
                    Fields.of(
                            "term", c.term(),
                            "b", c.estimate(),
                            "se", c.standardError(),
                            "t", c.statistic(),
                            "p", c.p(),
                            "ci_low", c.interval().low(),
                            "ci_high", c.interval().high());
            for (var kind : robust.entrySet())
                row.put(
                        "se_" + kind.getKey().name().toLowerCase(java.util.Locale.ROOT),
                        kind.getValue().get(i).standardError());
            Coefficient r = robust.get(Robust.HC3).get(i);
            row.put("t_hc3", r.statistic());
            row.put("p_hc3", r.p());
            row.put("ci_low_hc3", r.interval().low());
            row.put("ci_high_hc3", r.interval().high());
            coefficients.add(row);
        }
        return Fields.of(
                "n", fit.n(),
                "df_residual", fit.residualDf(),
                "r2", fit.rSquared(),
                "adj_r2", fit.adjustedRSquared(),
                "sigma", fit.sigma(),
                "loglik", fit.logLikelihood(),
                "aic", fit.aic(),
                "bic", fit.bic(),
                "coef", coefficients);
    }

    /** Every score of every wave, with a random intercept for each person. */
    Object waves(String scale) {
        List<String> waves = new ArrayList<>();
        List<String> users = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        String[] user = frame.userText();
        String[] id = frame.ids();
        for (String wave : frame.waves()) {
            double[] score = frame.score(scale, wave);
            for (int i = 0; i < score.length; i++) {
                if (!frame.answered(i, wave)) continue;
                waves.add(Frame.number(wave));
                users.add(user[i]);
                ids.add(id[i]);
                scores.add(score[i]);
            }
        }
        String reference = Frame.number(frame.first());
        Design design =
                Design.of(scores.size())
                        .factor("wave", waves.toArray(String[]::new), reference)
                        .factor("user", users.toArray(String[]::new))
                        .interaction("wave", "user");
        return mixed(
                MixedModel.randomIntercept(
                        design,
                        scores.stream().mapToDouble(s -> s).toArray(),
                        ids.toArray(String[]::new),
                        MixedModel.Method.REML));
    }

    private static Object mixed(MixedModel fit) {
        Matrix d = fit.randomCovariance();
        return Fields.of(
                "n", fit.n(),
                "groups", Fields.of("id", fit.groups()),
                "REML", true,
                "loglik", fit.logLikelihood(),
                "aic", fit.aic(),
                "bic", fit.bic(),
                "fixed",
                        fit.coefficients(.95).stream()
                                .map(
                                        c ->
                                                Fields.of(
                                                        "term", c.term(),
                                                        "b", c.estimate(),
                                                        "se", c.standardError(),
                                                        "df_satterthwaite", c.df(),
                                                        "t", c.statistic(),
                                                        "p", c.p()))
                                .toList(),
                "random",
                        List.of(
                                variance("id", "(Intercept)", d.at(0, 0)),
                                variance("Residual", null, fit.residualVariance())),
                "singular", fit.singular(),
                "anova_satterthwaite",
                        fit.typeThree().stream()
                                .map(
                                        t ->
                                                Fields.of(
                                                        "term", t.term(),
                                                        "num_df", t.numeratorDf(),
                                                        "den_df", t.denominatorDf(),
                                                        "F", t.f(),
                                                        "p", t.p()))
                                .toList());
    }

    private static Map<String, Object> variance(
            String group, @org.jspecify.annotations.Nullable String of, double variance) {
        return Fields.of(
                "grp",
                group,
                "var1",
                of,
                "var2",
                null,
                "vcov",
                variance,
                "sdcor",
                Math.sqrt(variance));
    }
}
