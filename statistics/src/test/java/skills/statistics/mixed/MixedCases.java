package skills.statistics.mixed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.matrix.Matrix;
import skills.statistics.mixed.MixedModel.Method;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Study;
import skills.statistics.reference.Table;
import skills.statistics.reference.Tolerance;

/** Linear mixed models and MMRM. */
public final class MixedCases implements CaseSet {
    private static final Tolerance LOOSE = Tolerance.relative(1e-2);

    private record Bounds(Tolerance fixed, Tolerance likelihood, Tolerance variance) {}

    private static final Bounds USUAL =
            new Bounds(
                    Tolerance.relative(1e-5), Tolerance.absolute(1e-4), Tolerance.relative(1e-4));

    @Override
    public void register(Cases cases) {
        Change mouth = Change.cell("orthodont.csv", 3, "distance", 35);
        for (boolean ml : new boolean[] {false, true})
            cases.covers(
                    ml ? "lmm.orthodont.ri.ml" : "lmm.orthodont.ri",
                    USUAL.fixed,
                    mouth,
                    (given, found) -> {
                        Table t = given.table("orthodont.csv");
                        compare(
                                found,
                                MixedModel.randomIntercept(
                                        growth(t),
                                        t.numbers("distance"),
                                        t.texts("Subject"),
                                        ml ? Method.ML : Method.REML),
                                USUAL);
                    });
        cases.covers(
                "lmm.orthodont.rs",
                USUAL.fixed,
                mouth,
                (given, found) -> {
                    Table t = given.table("orthodont.csv");
                    compare(
                            found,
                            MixedModel.fit(
                                    growth(t),
                                    t.numbers("distance"),
                                    t.texts("Subject"),
                                    Map.of("age8", age8(t)),
                                    Method.REML),
                            new Bounds(Tolerance.relative(1e-4), Tolerance.absolute(1e-3), LOOSE));
                });
        cases.covers(
                "lmm.orthodont.factor",
                USUAL.fixed,
                mouth,
                (given, found) -> {
                    Table t = given.table("orthodont.csv");
                    compare(
                            found,
                            MixedModel.randomIntercept(
                                    occasions(t),
                                    t.numbers("distance"),
                                    t.texts("Subject"),
                                    Method.REML),
                            USUAL);
                });
        cases.covers(
                "mmrm.orthodont",
                Tolerance.relative(1e-5),
                mouth,
                (given, found) -> {
                    Table t = given.table("orthodont.csv");
                    RepeatedMeasures fit =
                            RepeatedMeasures.fit(
                                    occasions(t),
                                    t.numbers("distance"),
                                    t.texts("Subject"),
                                    t.texts("age"),
                                    .95);
                    found.number("/n", fit.n());
                    found.number("/loglik_reml", fit.logLikelihood(), Tolerance.absolute(1e-3));
                    for (int i = 0; i < fit.coefficients().size(); i++) {
                        Coefficient c = fit.coefficients().get(i);
                        found.number("/fixed/" + i + "/b", c.estimate());
                        found.number(
                                "/fixed/" + i + "/se", c.standardError(), Tolerance.relative(1e-3));
                        found.number("/fixed/" + i + "/t", c.statistic(), Tolerance.relative(1e-3));
                    }
                });
        cases.covers(
                "lmm.chick.dropout",
                USUAL.fixed,
                Change.cell("chickweight.csv", 3, "weight", 90),
                (given, found) -> {
                    Table t = given.table("chickweight.csv");
                    Design design =
                            Design.of(t.size())
                                    .numeric("Time", t.numbers("Time"))
                                    .factor("Diet", t.texts("Diet"))
                                    .interaction("Time", "Diet");
                    compare(
                            found,
                            MixedModel.fit(
                                    design,
                                    t.numbers("weight"),
                                    t.texts("Chick"),
                                    Map.of("Time", t.numbers("Time")),
                                    Method.REML),
                            new Bounds(Tolerance.relative(1e-4), Tolerance.absolute(1e-3), LOOSE));
                });
        cases.covers(
                "lmm.chick.3waves",
                USUAL.fixed,
                Change.cell("chickweight.csv", 0, "weight", 90),
                (given, found) -> {
                    Table t =
                            given.table("chickweight.csv")
                                    .where(r -> r.is("Diet", "1") || r.is("Diet", "3"))
                                    .where(r -> List.of(0., 10., 21.).contains(r.number("Time")));
                    Design design =
                            Design.of(t.size())
                                    .factor("wave", t.texts("Time"), "0")
                                    .factor("Diet", t.texts("Diet"))
                                    .interaction("wave", "Diet");
                    compare(
                            found,
                            MixedModel.randomIntercept(
                                    design, t.numbers("weight"), t.texts("Chick"), Method.REML),
                            USUAL);
                });
        for (String scale : Study.SCALES.keySet())
            cases.covers(
                    "study.lmm." + scale,
                    USUAL.fixed,
                    Change.cell(Study.ANSWERS, 0, scale + "_1", 1),
                    (given, found) -> compare(found, study(new Study(given), scale), USUAL));
    }

    private static MixedModel study(Study study, String scale) {
        Table answers = study.answers();
        List<String> ids = Arrays.asList(study.text("id"));
        String[] user = new String[answers.size()];
        double[] y = new double[answers.size()];
        for (int i = 0; i < y.length; i++) {
            Table.Row row = answers.row(i);
            user[i] = study.people().row(ids.indexOf(row.text("id"))).text("user");
            y[i] = study.score(scale, row);
        }
        Design design =
                Design.of(y.length)
                        .factor("wave", answers.texts("wave"))
                        .factor("user", user)
                        .interaction("wave", "user");
        return MixedModel.randomIntercept(design, y, answers.texts("id"), Method.REML);
    }

    private static double[] age8(Table t) {
        double[] age = t.numbers("age");
        for (int i = 0; i < age.length; i++) age[i] -= 8;
        return age;
    }

    private static Design growth(Table t) {
        return Design.of(t.size())
                .numeric("age8", age8(t))
                .factor("Sex", t.texts("Sex"), "Male")
                .interaction("age8", "Sex");
    }

    private static Design occasions(Table t) {
        return Design.of(t.size())
                .factor("ageF", t.texts("age"), "8")
                .factor("Sex", t.texts("Sex"), "Male")
                .interaction("ageF", "Sex");
    }

    private static void compare(Found found, MixedModel fit, Bounds bounds) {
        found.number("/n", fit.n());
        for (String name : new String[] {"Subject", "Chick", "id"})
            if (found.asks("/groups/" + name)) found.number("/groups/" + name, fit.groups());
        found.flag("/REML", fit.method() == Method.REML);
        found.flag("/singular", fit.singular());
        found.number("/loglik", fit.logLikelihood(), bounds.likelihood);
        found.number("/aic", fit.aic(), new Tolerance(0, 2 * bounds.likelihood.absolute()));
        found.number("/bic", fit.bic(), new Tolerance(0, 2 * bounds.likelihood.absolute()));
        List<Coefficient> fixed = fit.coefficients(.95);
        for (int i = 0; i < fixed.size(); i++) {
            Coefficient c = fixed.get(i);
            String at = "/fixed/" + i + "/";
            found.number(at + "b", c.estimate(), bounds.fixed);
            found.number(at + "se", c.standardError(), bounds.fixed);
            found.number(at + "df_satterthwaite", c.df(), LOOSE);
            found.number(at + "t", c.statistic(), new Tolerance(2 * bounds.fixed.relative(), 0));
            // What p takes from degrees of freedom that may differ by a hundredth.
            found.number(at + "p", c.p(), new Tolerance(LOOSE.relative() * 10, 0));
        }
        Matrix d = fit.randomCovariance();
        int q = d.rows();
        for (int i = 0; i < q; i++) variance(found, i, d.at(i, i), bounds);
        if (q == 2) {
            found.number("/random/2/vcov", d.at(1, 0), bounds.variance);
            found.number(
                    "/random/2/sdcor",
                    d.at(1, 0) / Math.sqrt(d.at(0, 0) * d.at(1, 1)),
                    bounds.variance);
        }
        variance(found, q == 2 ? 3 : 1, fit.residualVariance(), bounds);
        List<TermTest> tests = fit.typeThree();
        for (int i = 0; i < tests.size(); i++) {
            String at = "/anova_satterthwaite/" + i + "/";
            found.text(at + "term", tests.get(i).term());
            found.number(at + "num_df", tests.get(i).numeratorDf());
            found.number(at + "den_df", tests.get(i).denominatorDf(), LOOSE);
            found.number(at + "F", tests.get(i).f(), new Tolerance(4 * bounds.fixed.relative(), 0));
            found.number(at + "p", tests.get(i).p(), new Tolerance(LOOSE.relative() * 10, 0));
        }
        if (!found.asks("/kenward_roger")) return;
        List<Coefficient> kr = fit.kenwardRoger(.95);
        for (int i = 0; i < kr.size(); i++) {
            found.number("/kenward_roger/" + i + "/se", kr.get(i).standardError(), bounds.fixed);
            found.number("/kenward_roger/" + i + "/df", kr.get(i).df(), LOOSE);
            found.number(
                    "/kenward_roger/" + i + "/p",
                    kr.get(i).p(),
                    new Tolerance(LOOSE.relative() * 10, 0));
        }
    }

    private static void variance(Found found, int i, double variance, Bounds bounds) {
        found.number("/random/" + i + "/vcov", variance, bounds.variance);
        found.number("/random/" + i + "/sdcor", Math.sqrt(variance), bounds.variance);
    }
}
