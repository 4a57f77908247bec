package skills.statistics.causal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Study;
import skills.statistics.reference.Tolerance;

/** Instruments, propensity, balancing, matching. */
public final class CausalCases implements CaseSet {
    private static final Tolerance USUAL = Tolerance.relative(1e-6);

    @Override
    public void register(Cases cases) {
        cases.covers(
                "cace.study",
                USUAL,
                Change.cell(Study.ANSWERS, 8, "proactivity_1", 1),
                (given, found) -> {
                    for (String scale : Study.SCALES.keySet())
                        instrument(new Study(given), found, scale);
                });
        cases.covers(
                "ps.study",
                USUAL,
                Change.cell(Study.PEOPLE, 57, "age", 30),
                CausalCases::propensity);
    }

    private static void instrument(Study study, Found found, String scale) {
        String at = "/" + scale;
        double[] pre = study.score(scale, 1);
        double[] post = study.score(scale, 3);
        double[] user = study.number("user");
        double[] offered = study.number("offered");
        Design design = Design.of(pre.length).numeric("pre", pre);
        Instrument iv = Instrument.of(design, post, user, offered, .95);
        int[] in =
                IntStream.range(0, pre.length)
                        .filter(i -> !Double.isNaN(pre[i] + post[i]))
                        .toArray();
        found.number(at + "/n", iv.n());
        found.number(at + "/n_offered", IntStream.of(in).filter(i -> offered[i] == 1).count());
        found.number(at + "/n_users", IntStream.of(in).filter(i -> user[i] == 1).count());
        found.number(
                at + "/control_users",
                IntStream.of(in).filter(i -> user[i] == 1 && offered[i] == 0).count());
        found.number(at + "/itt/b", iv.offerOnOutcome().estimate());
        found.number(at + "/itt/se", iv.offerOnOutcome().standardError());
        found.number(
                at + "/itt/se_hc3",
                LinearModel.fit(design.numeric("offered", offered), post)
                        .robust(Robust.HC3, .95)
                        .get(2)
                        .standardError());
        found.number(at + "/first_stage/b", iv.firstStage().estimate());
        found.number(at + "/first_stage/F", iv.f());
        found.number(at + "/tsls/b", iv.effect().estimate());
        found.number(at + "/tsls/se", iv.effect().standardError());
        found.number(at + "/tsls/se_hc0", iv.hc0());
        found.number(at + "/tsls/se_hc1", iv.hc1());
        found.number(at + "/df", iv.effect().df());
        boolean bounded = iv.andersonRubin() instanceof Instrument.ConfidenceSet.Bounded;
        found.text(at + "/anderson_rubin_95/type", bounded ? "interval" : "another");
        if (iv.andersonRubin() instanceof Instrument.ConfidenceSet.Bounded(var interval)) {
            found.number(at + "/anderson_rubin_95/low", interval.low());
            found.number(at + "/anderson_rubin_95/high", interval.high());
        }
        found.number(at + "/wu_hausman/t", iv.wuHausman().statistic());
        found.number(at + "/wu_hausman/p", iv.wuHausman().p());
        found.number(at + "/wald_unadjusted", iv.waldUnadjusted());
        found.number(at + "/as_treated", effect(pre, post, user, i -> true));
        found.number(at + "/per_protocol", effect(pre, post, user, i -> user[i] == offered[i]));
    }

    private static double effect(
            double[] pre, double[] post, double[] user, java.util.function.IntPredicate who) {
        double[] a = Study.where(pre, who);
        Design design =
                Design.of(a.length).numeric("pre", a).numeric("user", Study.where(user, who));
        return LinearModel.fit(design, Study.where(post, who)).estimates()[2];
    }

    private static void propensity(Given given, Found found) {
        Study study = new Study(given);
        Map<String, double[]> all = new LinkedHashMap<>();
        all.put("age", study.number("age"));
        String[] gender = study.text("gender");
        double[] male = new double[gender.length];
        for (int i = 0; i < male.length; i++) male[i] = "m".equals(gender[i]) ? 1 : 0;
        all.put("male", male);
        for (String s : List.of("selfinsight", "jobinsecurity", "proactivity", "haphazard"))
            all.put(s + ".1", study.score(s, 1));
        int[] rows =
                IntStream.range(0, male.length)
                        .filter(i -> study.answered(i, 3))
                        .filter(i -> all.values().stream().noneMatch(x -> Double.isNaN(x[i])))
                        .toArray();
        Map<String, double[]> x = new LinkedHashMap<>();
        all.forEach((name, values) -> x.put(name, pick(values, rows)));
        Design design = Design.of(rows.length);
        for (var e : x.entrySet()) design = design.numeric(e.getKey(), e.getValue());
        double[] user = pick(study.number("user"), rows);
        Propensity ps = Propensity.of(design, user);
        boolean[] treated = ps.treated();
        int users = (int) java.util.Arrays.stream(user).sum();
        found.number("/n", rows.length);
        found.number("/treated", users);
        found.number("/control", rows.length - users);
        for (Coefficient c : ps.model().coefficients(.95)) {
            found.number("/coef/" + c.term(), c.estimate());
            found.number("/coef_se/" + c.term(), c.standardError());
        }
        for (int i = 0; i < 10; i++) found.number("/ps_first10/" + i, ps.scores()[i]);
        found.numbers("/ps_range_treated", ps.range(true));
        found.numbers("/ps_range_control", ps.range(false));
        found.number("/common_support_n", ps.commonSupport());
        double[] ones = new double[rows.length];
        java.util.Arrays.fill(ones, 1);
        Propensity.balance(x, treated, ones)
                .differences()
                .forEach((k, v) -> found.number("/smd_unweighted/" + k, v));
        Map<String, double[]> weights = new LinkedHashMap<>();
        weights.put("att", ps.weights(Propensity.Target.ATT));
        weights.put("ate", ps.weights(Propensity.Target.ATE));
        weights.put("overlap", ps.weights(Propensity.Target.OVERLAP));
        Map<String, double[]> some = new LinkedHashMap<>(x);
        some.keySet().retainAll(List.of("age", "proactivity.1", "jobinsecurity.1"));
        EntropyBalance entropy = EntropyBalance.of(some, treated);
        weights.put("entropy_att", entropy.weights());
        for (var w : weights.entrySet()) {
            String how = w.getKey();
            boolean even = how.equals("entropy_att");
            Propensity.Balance balance = Propensity.balance(x, treated, w.getValue());
            balance.differences()
                    .forEach(
                            (k, v) ->
                                    found.number(
                                            "/smd/" + how + "/" + k,
                                            v,
                                            // Balanced covariates: 0 but for rounding, or for R's
                                            // optimiser.
                                            how.equals("overlap")
                                                    ? Tolerance.absolute(1e-10)
                                                    : new Tolerance(1e-6, even ? 1e-7 : 0)));
            found.number("/ess/" + how + "/treated", balance.treatedSize());
            found.number("/ess/" + how + "/control", balance.controlSize());
            found.number("/max_weight/" + how, balance.largest());
        }
        found.number(
                "/entropy_balance/max_abs_moment",
                entropy.largestMoment(),
                Tolerance.absolute(1e-7));
        EntropyBalance full = EntropyBalance.of(x, treated);
        found.number(
                "/entropy_balance/full_set_max_abs_moment",
                full.largestMoment(),
                Tolerance.absolute(1e-7));
        found.number(
                "/entropy_balance/full_set_largest_parameter",
                full.largestParameter(),
                Tolerance.relative(1e-4));
        found.flag("/entropy_balance/full_set_feasible", full.convergence().reached());
        outcomes(study, found, rows, x, user, treated, ps, weights);
        pairs(study, found, rows, ps, treated);
    }

    private static void outcomes(
            Study study,
            Found found,
            int[] rows,
            Map<String, double[]> x,
            double[] user,
            boolean[] treated,
            Propensity ps,
            Map<String, double[]> weights) {
        for (String scale : Study.SCALES.keySet()) {
            double[] post = pick(study.score(scale, 3), rows);
            Design design =
                    Design.of(rows.length)
                            .numeric("pre", x.get(scale + ".1"))
                            .numeric("user", user);
            for (var w : weights.entrySet()) {
                String at = "/effect/" + scale + "/" + w.getKey();
                LinearModel fit = LinearModel.fit(design, post, w.getValue());
                Tolerance tolerance =
                        w.getKey().equals("entropy_att") ? Tolerance.relative(1e-4) : USUAL;
                found.number(at + "/n", fit.n());
                found.number(at + "/b", fit.estimates()[2], tolerance);
                found.number(
                        at + "/se_hc3",
                        fit.robust(Robust.HC3, .95).get(2).standardError(),
                        tolerance);
                found.number(
                        at + "/se_hc0",
                        fit.robust(Robust.HC0, .95).get(2).standardError(),
                        tolerance);
            }
            int[] known =
                    IntStream.range(0, rows.length).filter(i -> !Double.isNaN(post[i])).toArray();
            boolean[] group = new boolean[known.length];
            for (int i = 0; i < group.length; i++) group[i] = treated[known[i]];
            DoublyRobust both =
                    DoublyRobust.of(
                            Design.of(known.length)
                                    .numeric("pre", pick(x.get(scale + ".1"), known)),
                            pick(post, known),
                            group,
                            pick(ps.scores(), known),
                            .95);
            found.number("/aipw/" + scale + "/n", both.n());
            found.number("/aipw/" + scale + "/ate", both.effect().estimate());
            found.number("/aipw/" + scale + "/se", both.effect().standardError());
        }
    }

    private static void pairs(
            Study study, Found found, int[] rows, Propensity ps, boolean[] treated) {
        String[] ids = study.text("id");
        for (boolean caliper : new boolean[] {true, false}) {
            Matching matching =
                    caliper
                            ? Matching.withCaliper(ps.scores(), treated, .2)
                            : Matching.nearest(ps.scores(), treated);
            String at = caliper ? "pairs" : "pairs_no_caliper";
            if (caliper) found.number("/match_1to1/caliper_logit", matching.caliper());
            found.number("/match_1to1/n_" + at, matching.pairs().size());
            for (int i = 0; i < matching.pairs().size(); i++) {
                Matching.Pair pair = matching.pairs().get(i);
                found.text("/match_1to1/" + at + "/" + i + "/0", ids[rows[pair.treated()]]);
                found.text("/match_1to1/" + at + "/" + i + "/1", ids[rows[pair.control()]]);
            }
        }
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }
}
