package skills.statistics.logistic;

import java.util.List;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.missing.StayingWeights;
import skills.statistics.mixed.Gee;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Study;
import skills.statistics.reference.Table;
import skills.statistics.reference.Tolerance;

/** Logistic regression, the weights made from it, and estimating equations. */
public final class LogisticCases implements CaseSet {
    private static final Tolerance USUAL = Tolerance.relative(1e-6);

    @Override
    public void register(Cases cases) {
        Change school = Change.cell("brandsma.csv", 0, "lpr", 50);
        Change sheet = Change.cell(Study.ANSWERS, 0, "proactivity_1", 1);
        cases.covers(
                "attrition.brandsma.logit",
                USUAL,
                school,
                (given, found) -> model(found, schools(given).fit));
        cases.covers(
                "study.attrition.logit",
                USUAL,
                sheet,
                (given, found) -> model(found, study(given).fit));
        cases.covers("ipw.brandsma", USUAL, school, LogisticCases::schoolWeights);
        cases.covers("study.ipw.proactivity", USUAL, sheet, LogisticCases::studyWeights);
        cases.covers(
                "glm.separation",
                Tolerance.exact(),
                Change.inline("/expected/y", 1, 1),
                (given, found) -> {
                    found.leftOut("/x", "input");
                    found.leftOut("/y", "input");
                    double[] x = given.numbers("/expected/x");
                    double[] y = given.numbers("/expected/y");
                    String said = "";
                    try {
                        LogisticModel.fit(Design.of(x.length).numeric("x", x), y);
                    } catch (Unusable e) {
                        said = e.reason() == Unusable.Reason.SEPARATION ? e.getMessage() : "";
                    }
                    found.behaves(
                            "complete separation is said, and no estimate given",
                            said.startsWith("Complete separation: x"));
                });
        for (Gee.Working working : Gee.Working.values()) {
            boolean loose = working == Gee.Working.EXCHANGEABLE;
            cases.covers(
                    loose ? "gee.respiratory.exch" : "gee.respiratory.ind",
                    Tolerance.relative(loose ? 1e-4 : 1e-6),
                    Change.cell("respiratory.csv", 0, "outcome", 1),
                    (given, found) ->
                            gee(given, found, working, Tolerance.relative(loose ? 1e-3 : 1e-5)));
        }
    }

    private record Leaving(LogisticModel fit, Table table, double[] left) {}

    private static Leaving schools(Given given) {
        Table t = given.table("brandsma.csv");
        Design design = Design.of(t.size());
        for (String name : List.of("lpr", "iqv", "ses", "min", "sex"))
            design = design.numeric(name, t.numbers(name));
        double[] left = t.numbers("lpo");
        for (int i = 0; i < left.length; i++) left[i] = Double.isNaN(left[i]) ? 1 : 0;
        return new Leaving(LogisticModel.fit(design, left), t, left);
    }

    private static Leaving study(Given given) {
        Study study = new Study(given);
        int n = study.people().size();
        double[] left = new double[n];
        for (int i = 0; i < n; i++)
            left[i] = !study.answered(i, 1) ? Double.NaN : study.answered(i, 3) ? 0 : 1;
        Design design =
                Design.of(n)
                        .numeric("offered", study.number("offered"))
                        .numeric("pro", study.score("proactivity", 1))
                        .numeric("ins", study.score("jobinsecurity", 1))
                        .numeric("age", study.number("age"))
                        .factor("gender", study.text("gender"), "f");
        return new Leaving(LogisticModel.fit(design, left), study.people(), left);
    }

    private static StayingWeights weights(Leaving leaving) {
        int[] rows = leaving.fit.rows();
        boolean[] left = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) left[i] = leaving.left[rows[i]] == 1;
        return StayingWeights.of(left, leaving.fit.probabilities());
    }

    private static void schoolWeights(Given given, Found found) {
        Leaving leaving = schools(given);
        StayingWeights w = weights(leaving);
        int[] rows = leaving.fit.rows();
        Table t = leaving.table;
        Design design = Design.of(rows.length);
        for (String name : List.of("lpr", "ses", "min"))
            design = design.numeric(name, pick(t.numbers(name), rows));
        LinearModel fit = LinearModel.fit(design, pick(t.numbers("lpo"), rows), w.weights());
        found.number("/n", fit.n());
        found.number("/w_mean", w.mean());
        found.number("/w_min", w.smallest());
        found.number("/w_max", w.largest());
        found.number("/ess", w.effectiveSize());
        for (int i = 0; i < 4; i++) {
            found.number("/coef/" + i + "/b", fit.estimates()[i]);
            found.number("/coef/" + i + "/se_model", fit.coefficients(.95).get(i).standardError());
            robust(found, fit, i);
        }
    }

    private static void studyWeights(Given given, Found found) {
        Leaving leaving = study(given);
        StayingWeights w = weights(leaving);
        int[] rows = leaving.fit.rows();
        Study study = new Study(given);
        Design design =
                Design.of(rows.length)
                        .numeric("pre", pick(study.score("proactivity", 1), rows))
                        .numeric("user", pick(study.number("user"), rows));
        LinearModel fit =
                LinearModel.fit(design, pick(study.score("proactivity", 3), rows), w.weights());
        found.number("/n", fit.n());
        found.number("/ess", w.effectiveSize());
        for (int i = 0; i < 3; i++) {
            found.number("/coef/" + i + "/b", fit.estimates()[i]);
            robust(found, fit, i);
        }
    }

    private static void robust(Found found, LinearModel fit, int i) {
        found.number("/coef/" + i + "/se_hc0", fit.robust(Robust.HC0, .95).get(i).standardError());
        found.number("/coef/" + i + "/se_hc3", fit.robust(Robust.HC3, .95).get(i).standardError());
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    private static void model(Found found, LogisticModel fit) {
        found.number("/n", fit.n());
        found.number("/loglik", fit.logLikelihood());
        found.number("/null_deviance", fit.nullDeviance());
        found.number("/deviance", fit.deviance());
        found.number("/lr_chisq", fit.overall().chiSquared());
        found.number("/lr_df", fit.overall().df());
        found.number("/lr_p", fit.overall().p());
        found.number("/mcfadden_r2", fit.mcFadden());
        found.number("/nagelkerke_r2", fit.nagelkerke());
        found.number("/auc", fit.areaUnderCurve());
        List<Coefficient> table = fit.coefficients(.95);
        for (int i = 0; i < table.size(); i++) {
            Coefficient c = table.get(i);
            String at = "/coef/" + i + "/";
            found.number(at + "b", c.estimate());
            found.number(at + "se", c.standardError());
            found.number(at + "z", c.statistic());
            found.number(at + "p", c.p(), Tolerance.relative(1e-5));
            found.number(at + "or", Math.exp(c.estimate()));
            found.number(at + "or_low_wald", Math.exp(c.interval().low()));
            found.number(at + "or_high_wald", Math.exp(c.interval().high()));
            Interval profile = fit.profile(i, .95);
            found.number(at + "or_low_profile", Math.exp(profile.low()), Tolerance.relative(1e-3));
            found.number(
                    at + "or_high_profile", Math.exp(profile.high()), Tolerance.relative(1e-3));
        }
    }

    private static void gee(Given given, Found found, Gee.Working working, Tolerance spread) {
        Table t = given.table("respiratory.csv");
        Design design =
                Design.of(t.size())
                        .factor("treat", t.texts("treat"), "P")
                        .factor("sex", t.texts("sex"))
                        .numeric("age", t.numbers("age"))
                        .numeric("baseline", t.numbers("baseline"))
                        .factor("visit", t.texts("visit"));
        Gee fit =
                Gee.fit(design, t.numbers("outcome"), t.texts("id"), Gee.Link.LOGIT, working, .95);
        found.number("/scale", fit.scale(), spread);
        if (fit.alpha().isPresent()) found.number("/alpha", fit.alpha().getAsDouble(), spread);
        for (int i = 0; i < fit.coefficients().size(); i++) {
            Coefficient c = fit.coefficients().get(i);
            String at = "/coef/" + i + "/";
            // Visit 3 has exactly as many good outcomes as visit 1: its coefficient is 0.
            boolean nothing = i == 6;
            found.number(
                    at + "b",
                    c.estimate(),
                    nothing
                            ? Tolerance.absolute(1e-10)
                            : working == Gee.Working.EXCHANGEABLE
                                    ? Tolerance.relative(1e-4)
                                    : USUAL);
            found.number(at + "se_robust", c.standardError(), spread);
            found.number(
                    at + "wald",
                    c.statistic() * c.statistic(),
                    nothing
                            ? Tolerance.absolute(1e-10)
                            : Tolerance.relative(3 * spread.relative()));
            found.number(at + "p", c.p(), Tolerance.relative(30 * spread.relative()));
        }
    }
}
