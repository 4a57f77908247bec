package skills.statistics.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import skills.statistics.items.Items;
import skills.statistics.reference.CaseItems;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Tolerance;

public final class CalibrationCases implements CaseSet {

    private static final Grid FINE = new Grid(-6, 6, .1);
    private static final List<String> LSAT = List.of("i1", "i2", "i3", "i4", "i5");

    @Override
    public void register(Cases cases) {
        Tolerance centi = Tolerance.absolute(.01);
        Tolerance share = Tolerance.relative(.01);
        for (String scale : List.of("N", "E"))
            graded(
                    cases,
                    "irt.grm.bfi." + scale,
                    Change.cell("bfi.csv", 0, scale + "3", 6),
                    given -> CaseItems.bfi(given, CaseItems.names(given, "/input/items")),
                    Tolerance.absolute(.05),
                    share);
        graded(
                cases,
                "irt.grm.science4",
                Change.cell("science.csv", 0, "Work", 1),
                given -> science(given, "Comfort", "Work", "Future", "Benefit"),
                Tolerance.absolute(.02),
                centi);
        graded(
                cases,
                "irt.grm.science",
                Change.cell("science.csv", 0, "Work", 1),
                given ->
                        science(
                                given,
                                "Comfort",
                                "Environment",
                                "Work",
                                "Future",
                                "Technology",
                                "Industry",
                                "Benefit"),
                Tolerance.absolute(.05),
                share);
        Change lsat = Change.cell("lsat.csv", 0, "i3", 1);
        graded(cases, "irt.2pl.lsat", lsat, CalibrationCases::lsat, centi, centi);
        cases.covers("irt.rasch.lsat", Tolerance.absolute(.005), lsat, CalibrationCases::rasch);
        cases.covers(
                "irt.rasch_cml.lsat",
                Tolerance.absolute(1e-4),
                lsat,
                (given, found) -> {
                    var fit = ConditionalRasch.fit(lsat(given));
                    found.number("/loglik", fit.logLikelihood());
                    found.numbers("/beta", fit.easiness().stream().mapToDouble(v -> v).toArray());
                    found.numbers(
                            "/se", fit.standardErrors().stream().mapToDouble(v -> v).toArray());
                });
    }

    private static Items science(Given given, String... items) {
        return CaseItems.of(given.table("science.csv"), List.of(items));
    }

    private static Items lsat(Given given) {
        return CaseItems.of(given.table("lsat.csv"), LSAT);
    }

    private static void graded(
            Cases cases,
            String id,
            Change change,
            Function<Given, Items> data,
            Tolerance likelihood,
            Tolerance slopes) {
        cases.covers(
                id,
                Tolerance.absolute(.01),
                change,
                (given, found) -> {
                    Items items = data.apply(given).complete();
                    var fit = new Calibrate(Calibrate.Model.GRADED, FINE, 1e-7, 5000).fit(items);
                    found.number("/n", fit.n());
                    found.number("/loglik", fit.logLikelihood(), likelihood);
                    found.flag("/converged", fit.convergence().reached());
                    found.number("/group_var", fit.populationVariance());
                    for (int j = 0; j < fit.items().size(); j++) {
                        var item = (GradedResponse) fit.items().get(j);
                        found.number("/items/" + j + "/a", item.a(), slopes);
                        for (int k = 0; k < item.b().size(); k++) {
                            double b = item.b().get(k);
                            String name = item.b().size() == 1 ? "b" : "b" + (k + 1);
                            // Thresholds beyond 4 rest on a few persons; the case binds those
                            // below.
                            found.number(
                                    "/items/" + j + "/" + name,
                                    b,
                                    Math.abs(b) < 4 ? Tolerance.absolute(.01) : share(.02));
                        }
                        intercepts(given, found, fit.fits().get(j), j);
                    }
                    scores(found, fit, items, 1);
                });
    }

    private static Tolerance share(double value) {
        return Tolerance.relative(value);
    }

    private static void intercepts(Given given, Found found, Calibration.Fit fit, int j) {
        String at = "/slope_intercept/" + j + "/";
        found.number(at + "a1", fit.slope(), share(.01));
        for (int k = 0; k < fit.intercepts().size(); k++)
            found.number(
                    at + (fit.intercepts().size() == 1 ? "d" : "d" + (k + 1)),
                    fit.intercepts().get(k),
                    new Tolerance(.01, .01));
        constants(given, found, "/items/" + j);
        constants(given, found, "/slope_intercept/" + j);
    }

    private static void constants(Given given, Found found, String at) {
        if (given.json("/expected" + at + "/g").isMissingNode()) return;
        found.leftOut(at + "/g", "constant 0 of a model without guessing");
        found.leftOut(at + "/u", "constant 1 of a model without slips");
    }

    private static void scores(Found found, Calibration fit, Items items, double sd) {
        Tolerance close = Tolerance.absolute(.005);
        Eap eap = new Eap(Grid.USUAL, 0, sd, .90);
        var mode = new PointEstimate(0, sd, .90);
        List<Ability> abilities = new ArrayList<>();
        int[][] codes = items.categories(20);
        for (int i = 0; i < items.persons(); i++) {
            var pattern = new ResponsePattern(Arrays.stream(codes[i]).boxed().toList());
            Ability ability = eap.estimate(fit.items(), pattern);
            abilities.add(ability);
            if (i >= 20) continue;
            found.number("/eap_first20/" + i, ability.estimate(), close);
            found.number("/eap_se_first20/" + i, ability.standardError(), close);
            found.number("/map_first20/" + i, mode.mode(fit.items(), pattern).estimate(), close);
        }
        found.number("/empirical_reliability", Precision.empiricalReliability(abilities), close);
        found.number("/marginal_reliability", Precision.marginalReliability(fit.items(), 1), close);
        found.leftOut(
                "/second_opinion_ltm", "another program's values, for comparison with mirt's");
    }

    private static void rasch(Given given, Found found) {
        Items items = lsat(given);
        var fit = new Calibrate(Calibrate.Model.RASCH, FINE, 1e-7, 5000).fit(items);
        found.number("/n", fit.n());
        found.number("/loglik", fit.logLikelihood(), Tolerance.absolute(.01));
        found.flag("/converged", fit.convergence().reached());
        found.number("/group_var", fit.populationVariance());
        for (int j = 0; j < 5; j++)
            for (String list : List.of("/items/", "/slope_intercept/")) {
                found.number(list + j + "/a1", fit.fits().get(j).slope());
                found.number(list + j + "/d", fit.fits().get(j).intercepts().getFirst());
                constants(given, found, list + j);
            }
        scores(found, fit, items, Math.sqrt(fit.populationVariance()));
    }
}
