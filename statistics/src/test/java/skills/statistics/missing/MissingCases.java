package skills.statistics.missing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Study;
import skills.statistics.reference.Table;
import skills.statistics.reference.Tolerance;

/** EM, Little's test, full information, imputation and its pooling. */
public final class MissingCases implements CaseSet {
    private static final Tolerance CHI = Tolerance.relative(1e-4);

    @Override
    public void register(Cases cases) {
        cases.covers(
                "little.bfi.ACE",
                CHI,
                Change.cell("bfi.csv", 0, "A1", 6),
                (given, found) ->
                        little(
                                found,
                                columns(
                                        given.table("bfi.csv"),
                                        List.of(
                                                "A1", "A2", "A3", "A4", "A5", "C1", "C2", "C3",
                                                "C4", "C5"))));
        cases.covers(
                "little.brandsma",
                CHI,
                Change.cell("brandsma.csv", 0, "lpo", 10),
                (given, found) ->
                        little(
                                found,
                                columns(
                                        given.table("brandsma.csv"),
                                        List.of("iqv", "iqp", "ses", "lpr", "lpo", "apr", "apo"))));
        cases.covers(
                "study.little",
                CHI,
                Change.cell(Study.ANSWERS, 0, "proactivity_1", 1),
                (given, found) -> {
                    Study study = new Study(given);
                    Map<String, double[]> columns = new LinkedHashMap<>();
                    for (int wave : new int[] {1, 3})
                        for (String scale : Study.SCALES.keySet())
                            columns.put(scale + "." + wave, study.score(scale, wave));
                    little(found, columns);
                });
        cases.covers(
                "fiml.brandsma",
                Tolerance.relative(1e-4),
                Change.cell("brandsma.csv", 0, "lpo", 10),
                MissingCases::fullInformation);
        cases.covers(
                "mi.rubin.nhanes2",
                Tolerance.relative(1e-8),
                Change.cell("nhanes2_imputed_m20.csv", 3, "chl", 300),
                MissingCases::rubin);
        cases.covers(
                "mi.endtoend.brandsma",
                Tolerance.relative(.08),
                Change.cell("brandsma.csv", 0, "lpo", 10),
                MissingCases::imputation);
    }

    private static Map<String, double[]> columns(Table table, List<String> names) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : names) columns.put(name, table.numbers(name));
        return columns;
    }

    private static void little(Found found, Map<String, double[]> columns) {
        Moments m =
                Moments.em(
                        List.copyOf(columns.keySet()), columns.values().toArray(double[][]::new));
        Moments.Little little = m.little();
        found.behaves("EM converges", m.convergence().reached());
        found.number("/n", little.n());
        found.number("/patterns", little.patterns());
        found.number("/chisq", little.chiSquared());
        found.number("/df", little.df());
        // p of a chi-squared that may differ by 1e-4 of its size.
        found.number("/p", little.p(), Tolerance.relative(1e-2));
        found.numbers("/em_mean", m.mean(), Tolerance.absolute(1e-5));
        for (int i = 0; i < columns.size(); i++)
            found.numbers("/em_cov/" + i, m.covariance().row(i), Tolerance.absolute(1e-4));
    }

    private static void fullInformation(Given given, Found found) {
        Table t = given.table("brandsma.csv").where(r -> r.number("sch") <= 100);
        FullInformation fit =
                FullInformation.regression(
                        "lpo",
                        t.numbers("lpo"),
                        List.of("lpr", "ses", "iqv"),
                        new double[][] {t.numbers("lpr"), t.numbers("ses"), t.numbers("iqv")},
                        .95);
        Tolerance error = Tolerance.relative(1e-2);
        found.number("/n", fit.moments().n());
        found.number("/logl", fit.logLikelihood(), Tolerance.absolute(1e-3));
        int[] order = {1, 2, 3};
        for (int i = 0; i < 3; i++) {
            Coefficient c = fit.coefficients().get(order[i]);
            found.number("/coef/" + i + "/est", c.estimate());
            found.number("/coef/" + i + "/se", c.standardError(), error);
        }
        found.number("/coef/3/est", fit.residualVariance());
        found.number("/coef/3/se", fit.residualVarianceError(), error);
        found.number("/coef/4/est", fit.coefficients().getFirst().estimate());
        found.number("/coef/4/se", fit.coefficients().getFirst().standardError(), error);
    }

    private static void rubin(Given given, Found found) {
        Table t = given.table("nhanes2_imputed_m20.csv");
        List<List<Coefficient>> tables = new ArrayList<>();
        for (int m = 1; m <= 20; m++) {
            String number = String.valueOf(m);
            Table one = t.where(r -> r.is(".imp", number));
            Design design =
                    Design.of(one.size())
                            .factor("age", one.texts("age"))
                            .numeric("bmi", one.numbers("bmi"));
            tables.add(LinearModel.fit(design, one.numbers("chl")).coefficients(.95));
        }
        List<Rubin> pooled = Rubin.pool(tables, .95);
        for (int i = 0; i < pooled.size(); i++) {
            Rubin r = pooled.get(i);
            Coefficient c = r.coefficient();
            String at = "/" + i + "/";
            found.text(at + "term", c.term());
            found.number(at + "estimate", c.estimate());
            found.number(at + "se", c.standardError());
            found.number(at + "within", r.within());
            found.number(at + "between", r.between());
            found.number(at + "total", r.total());
            found.number(at + "lambda", r.lambda());
            found.number(at + "riv", r.increase());
            found.number(at + "df", c.df());
            found.number(at + "t", c.statistic());
            found.number(at + "p", c.p());
            found.numbers(at + "ci95", c.interval().low(), c.interval().high());
        }
    }

    private static void imputation(Given given, Found found) {
        Table t = given.table("brandsma.csv").where(r -> r.number("sch") <= 60);
        Map<String, double[]> measures = columns(t, List.of("iqv", "ses", "lpr", "lpo", "min"));
        List<List<Coefficient>> tables = new ArrayList<>();
        for (var done :
                new ChainedEquations(ChainedEquations.How.NORMAL, 100, 10, 20261125, 2)
                        .impute(measures)) {
            Design design =
                    Design.of(t.size())
                            .numeric("lpr", done.measure("lpr"))
                            .numeric("ses", done.measure("ses"))
                            .numeric("iqv", done.measure("iqv"));
            tables.add(LinearModel.fit(design, done.measure("lpo")).coefficients(.95));
        }
        List<Rubin> pooled = Rubin.pool(tables, .95);
        found.number("/n", t.size(), Tolerance.exact());
        for (int i = 0; i < 4; i++) {
            Coefficient c = pooled.get(i).coefficient();
            double se = given.json("/expected/coef/" + i + "/se").asDouble();
            found.number("/coef/" + i + "/b", c.estimate(), Tolerance.absolute(.15 * se));
            found.number("/coef/" + i + "/se", c.standardError());
        }
    }
}
