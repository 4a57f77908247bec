package skills.statistics.factor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.statistics.items.Items;
import skills.statistics.reference.CaseItems;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Tolerance;

public final class FactorCases implements CaseSet {

    private static final Tolerance CLOSE = Tolerance.absolute(1e-4);
    private static final Tolerance MILLI = Tolerance.absolute(1e-3);

    @Override
    public void register(Cases cases) {
        for (String scale :
                List.of(
                        "Agreeableness",
                        "Conscientiousness",
                        "Extraversion",
                        "Neuroticism",
                        "Openness"))
            cases.covers(
                    "cfa1.bfi." + scale,
                    CLOSE,
                    Change.cell("bfi.csv", 0, scale.charAt(0) + "2", 1),
                    FactorCases::oneFactor);
        cases.covers(
                "inv.bfi.N.gender", CLOSE, Change.cell("bfi.csv", 0, "N2", 1), FactorCases::gender);
        cases.covers(
                "inv.study.jobinsecurity.T1T3",
                Tolerance.absolute(1e-3),
                Change.cell("study_responses.csv", 2, "jobinsecurity_2", 1),
                FactorCases::overTime);
    }

    private static void oneFactor(Given given, Found found) {
        var fit = OneFactor.of(CaseItems.bfi(given, CaseItems.names(given, "/input/items")));
        found.numbers("/loading", array(fit.loadings()));
        found.numbers("/loading_se", array(fit.loadingErrors()), Tolerance.relative(1e-3));
        found.numbers("/residual_var", array(fit.residualVariances()));
        found.numbers("/loading_std", array(fit.standardised()));
        found.numbers("/factanal_loading_std", array(fit.standardised()));
        found.number("/omega", fit.omega());
        found.number("/omega_se", fit.omegaError(), Tolerance.relative(1e-3));
        found.numbers("/omega_ci95_wald", fit.omegaInterval().low(), fit.omegaInterval().high());
        fit(found, "/fit/", fit.fit(), List.of());
    }

    private static void fit(Found found, String at, Fit fit, List<String> without) {
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("logl", () -> found.number(at + "logl", fit.logLikelihood(), MILLI));
        all.put("chisq", () -> found.number(at + "chisq", fit.chiSquared(), MILLI));
        all.put("df", () -> found.number(at + "df", fit.df()));
        all.put("pvalue", () -> found.number(at + "pvalue", fit.p().orElseThrow()));
        all.put("cfi", () -> found.number(at + "cfi", fit.cfi()));
        all.put("tli", () -> found.number(at + "tli", fit.tli().orElseThrow()));
        all.put("rmsea", () -> found.number(at + "rmsea", fit.rmsea().orElseThrow()));
        all.put("low", () -> found.number(at + "rmsea.ci.lower", fit.rmseaInterval().low()));
        all.put("high", () -> found.number(at + "rmsea.ci.upper", fit.rmseaInterval().high()));
        all.put("srmr", () -> found.number(at + "srmr", fit.srmr()));
        all.forEach(
                (name, check) -> {
                    if (!without.contains(name)) check.run();
                });
    }

    private static void gender(Given given, Found found) {
        var table = given.table("bfi.csv");
        List<String> names = CaseItems.names(given, "/input/items");
        List<Items> groups = new ArrayList<>();
        for (String gender : List.of("1", "2"))
            groups.add(CaseItems.of(table.where(r -> r.is("gender", gender)), names));
        var invariance = Invariance.of(groups);
        found.number("/n_by_group/1", invariance.groups().get(0));
        found.number("/n_by_group/2", invariance.groups().get(1));
        for (var step : invariance.steps()) {
            String at = "/fit/" + step.name() + "/";
            fit(found, at, step.fit(), List.of());
            found.number(at + "aic", step.fit().aic(), Tolerance.absolute(2e-3));
            found.number(at + "bic", step.fit().bic(), Tolerance.absolute(2e-3));
            found.number(at + "npar", step.fit().parameters());
            found.behaves(step.name() + " converged", step.converged());
        }
        for (int i = 0; i < 3; i++) {
            var change = invariance.changes().get(i);
            String at = "/steps/" + i + "/";
            found.number(at + "d_chisq", change.chiSquared(), MILLI);
            found.number(at + "d_df", change.df());
            found.number(at + "p", change.p());
            found.number(at + "d_cfi", change.cfi());
            found.number(at + "d_rmsea", change.rmsea());
            found.number(at + "d_srmr", change.srmr());
        }
        found.number("/scalar_latent_mean_group2/est", invariance.means().get(1).value(), MILLI);
        found.number("/scalar_latent_mean_group2/se", invariance.means().get(1).error(), MILLI);
        found.number("/scalar_latent_var_group2/est", invariance.variances().get(1).value(), MILLI);
        found.number("/scalar_latent_var_group2/se", invariance.variances().get(1).error(), MILLI);
        for (int i = 0; i < invariance.releases().size(); i++) {
            var release = invariance.releases().get(i);
            found.number("/scalar_score_tests/" + i + "/X2", release.chiSquared(), MILLI);
            found.number("/scalar_score_tests/" + i + "/df", 1);
            found.number("/scalar_score_tests/" + i + "/p", release.p());
        }
        found.behaves("large enough to say something", !invariance.tooSmall());
    }

    private static void overTime(Given given, Found found) {
        // The reference has the factor point the way of item 1, which is keyed against the others.
        int[] all = {0, 1, 2, 3};
        Items first = CaseItems.study(given, "jobinsecurity", 1).reversed(1, 5, all);
        Items second = CaseItems.study(given, "jobinsecurity", 3).reversed(1, 5, all);
        var table = given.table("study_responses.csv");
        String[] early = table.where(r -> r.is("wave", "1")).texts("id");
        List<String> late = List.of(table.where(r -> r.is("wave", "3")).texts("id"));
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < early.length; i++) {
            int other = late.indexOf(early[i]);
            if (other < 0) continue;
            int person = i;
            rows.add(
                    IntStream.range(0, 8)
                            .mapToDouble(
                                    j ->
                                            j < 4
                                                    ? first.answer(person, j)
                                                    : second.answer(other, j - 4))
                            .toArray());
        }
        var invariance = LongitudinalInvariance.of(Items.of(rows.toArray(double[][]::new)));
        found.number("/n", invariance.n());
        for (int i = 0; i < 3; i++) {
            var step = invariance.steps().get(i);
            String at = "/fit/" + step.name() + "/";
            found.flag("/converged/" + i, step.converged());
            fit(found, at, step.fit(), List.of("tli", "low", "high", "logl", "chisq"));
            found.number(at + "logl", step.fit().logLikelihood(), Tolerance.absolute(1e-2));
            found.number(at + "chisq", step.fit().chiSquared(), Tolerance.absolute(1e-2));
        }
        found.number("/latent_mean_change/est", invariance.meanChange().value());
        found.number("/latent_mean_change/se", invariance.meanChange().error());
        found.number("/latent_mean_change/p", invariance.meanChangeP());
        found.behaves("said to be too few persons", invariance.tooSmall());
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
