package skills.statistics.factor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import skills.statistics.items.Items;
import skills.statistics.reference.CaseItems;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Given;
import skills.statistics.reference.Tolerance;

public final class OrdinalCases implements CaseSet {

    @Override
    public void register(Cases cases) {
        ordinal(
                cases,
                "poly.bfi.N",
                Change.cell("bfi.csv", 0, "N2", 1),
                given -> CaseItems.bfi(given, CaseItems.names(given, "/input/items")));
        ordinal(
                cases,
                "poly.science4",
                Change.cell("science.csv", 0, "Work", 1),
                given ->
                        CaseItems.of(
                                given.table("science.csv"),
                                CaseItems.names(given, "/input/items")));
        ordinal(
                cases,
                "poly.study.selfinsight.T1",
                Change.cell("study_responses.csv", 0, "selfinsight_1", 5),
                given -> CaseItems.study(given, "selfinsight", 1));
    }

    private static void ordinal(
            Cases cases, String id, Change change, Function<Given, Items> data) {
        cases.covers(
                id,
                Tolerance.absolute(1e-4),
                change,
                (given, found) -> {
                    Items items = data.apply(given);
                    OrdinalFactor factor = OrdinalFactor.of(items);
                    Polychoric polychoric = factor.polychoric();
                    OrdinalReliability reliability = OrdinalReliability.of(items, factor);
                    found.number("/n", polychoric.n());
                    int k = items.items();
                    for (int j = 0; j < k; j++) {
                        found.numbers("/thresholds/" + j, array(polychoric.thresholds().get(j)));
                        found.numbers("/polychoric/" + j, array(polychoric.correlations().get(j)));
                    }
                    found.numbers("/eigenvalues", array(polychoric.eigenvalues()));
                    found.number("/alpha_raw", reliability.alpha());
                    found.number("/ordinal_alpha", reliability.ordinalAlpha());
                    found.numbers("/ml_loadings", array(reliability.omegaLoadings()));
                    found.number("/ordinal_omega", reliability.ordinalOmega());
                    Tolerance milli = Tolerance.absolute(1e-3);
                    Tolerance share = Tolerance.relative(1e-2);
                    found.numbers("/wlsmv/loading", array(factor.loadings()), milli);
                    found.numbers("/wlsmv/loading_se", array(factor.loadingErrors()), milli);
                    String fit = "/wlsmv/fit/";
                    found.number(fit + "chisq", factor.chiSquared(), share);
                    found.number(fit + "df", factor.df());
                    found.number(fit + "chisq.scaled", factor.scaled(), share);
                    found.number(fit + "df.scaled", factor.df());
                    found.number(fit + "pvalue.scaled", factor.p().orElseThrow(), milli);
                    found.number(fit + "chisq.scaling.factor", factor.scaling(), share);
                    found.number(fit + "cfi.scaled", factor.cfi(), milli);
                    found.number(fit + "tli.scaled", factor.tli().orElseThrow(), milli);
                    found.number(fit + "rmsea.scaled", factor.rmsea().orElseThrow(), milli);
                    found.number(fit + "srmr", factor.srmr());
                    found.number("/omega_categorical_green_yang", reliability.categoricalOmega());
                    found.number("/omega_semTools", reliability.categoricalOmega());
                    found.also("empty cells", polychoric.emptyCells());
                    if (id.equals("poly.study.selfinsight.T1"))
                        found.behaves("empty cells are told", polychoric.emptyCells() > 0);
                });
    }

    private static double[] array(List<Double> values) {
        return IntStream.range(0, values.size()).mapToDouble(values::get).toArray();
    }
}
