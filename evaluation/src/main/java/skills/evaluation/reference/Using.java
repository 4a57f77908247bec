package skills.evaluation.reference;

import static skills.evaluation.reference.Frame.pick;
import static skills.evaluation.reference.Frame.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.causal.DoublyRobust;
import skills.statistics.causal.EntropyBalance;
import skills.statistics.causal.Instrument;
import skills.statistics.causal.Matching;
import skills.statistics.causal.Propensity;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;

/** What use may have done: with the offer as instrument, and by making users and others alike. */
final class Using {

    private final Frame frame;

    Using(Frame frame) {
        this.frame = frame;
    }

    Object instrument(String scale) {
        double[] pre = frame.before(scale);
        double[] post = frame.after(scale);
        double[] user = frame.user();
        double[] offered = frame.offered();
        Design design = Design.of(pre.length).numeric("pre", pre);
        Instrument iv = Instrument.of(design, post, user, offered, .95);
        int[] in = frame.rows(i -> !Double.isNaN(pre[i] + post[i] + user[i]));
        double hc3 =
                LinearModel.fit(
                                design.numeric("offered", offered),
                                // Only who has a known use, as the instrument.
                                IntStream.range(0, post.length)
                                        .mapToDouble(
                                                i -> Double.isNaN(user[i]) ? Double.NaN : post[i])
                                        .toArray())
                        .robust(Robust.HC3, .95)
                        .get(2)
                        .standardError();
        return Fields.of(
                "n", iv.n(),
                "n_offered", count(in, i -> offered[i] == 1),
                "n_users", count(in, i -> user[i] == 1),
                "control_users", count(in, i -> user[i] == 1 && offered[i] == 0),
                "itt",
                        Fields.of(
                                "b", iv.offerOnOutcome().estimate(),
                                "se", iv.offerOnOutcome().standardError(),
                                "se_hc3", hc3),
                "first_stage", Fields.of("b", iv.firstStage().estimate(), "F", iv.f()),
                "tsls",
                        Fields.of(
                                "b", iv.effect().estimate(),
                                "se", iv.effect().standardError(),
                                "se_hc0", iv.hc0(),
                                "se_hc1", iv.hc1()),
                "df", iv.effect().df(),
                "anderson_rubin_95", set(iv.andersonRubin()),
                "wu_hausman", Fields.of("t", iv.wuHausman().statistic(), "p", iv.wuHausman().p()),
                "wald_unadjusted", iv.waldUnadjusted(),
                "as_treated", effect(pre, post, user, i -> true),
                "per_protocol", effect(pre, post, user, i -> user[i] == offered[i]));
    }

    private static int count(int[] rows, IntPredicate who) {
        return (int) IntStream.of(rows).filter(who).count();
    }

    private static Map<String, Object> set(Instrument.ConfidenceSet set) {
        return switch (set) {
            case Instrument.ConfidenceSet.Bounded(var interval) ->
                    Fields.of("type", "interval", "low", interval.low(), "high", interval.high());
            case Instrument.ConfidenceSet.TwoRays(double upTo, double from) ->
                    Fields.of("type", "two rays", "low", upTo, "high", from);
            case Instrument.ConfidenceSet.WholeLine() -> Fields.of("type", "whole line");
        };
    }

    private static Object effect(double[] pre, double[] post, double[] user, IntPredicate who) {
        return Fields.tried(
                () -> {
                    double[] a = where(pre, who);
                    Design design =
                            Design.of(a.length).numeric("pre", a).numeric("user", where(user, who));
                    return LinearModel.fit(design, where(post, who)).estimates()[2];
                });
    }

    Object propensity() {
        Map<String, double[]> all = new LinkedHashMap<>();
        if (frame.hasAge()) all.put("age", frame.age());
        if (frame.hasGender()) all.put("male", frame.male());
        for (String s : frame.scales()) all.put(frame.column(s, frame.first()), frame.before(s));
        double[] use = frame.user();
        int[] rows =
                frame.rows(
                        i ->
                                frame.answered(i, frame.last())
                                        && !Double.isNaN(use[i])
                                        && all.values().stream()
                                                .noneMatch(x -> Double.isNaN(x[i])));
        Map<String, double[]> x = new LinkedHashMap<>();
        all.forEach((name, values) -> x.put(name, pick(values, rows)));
        Design design = Design.of(rows.length);
        for (var e : x.entrySet()) design = design.numeric(e.getKey(), e.getValue());
        double[] user = pick(use, rows);
        Propensity ps = Propensity.of(design, user);
        boolean[] treated = ps.treated();
        int users = (int) Arrays.stream(user).sum();
        Map<String, Object> coef = new LinkedHashMap<>();
        Map<String, Object> errors = new LinkedHashMap<>();
        for (Coefficient c : ps.model().coefficients(.95)) {
            coef.put(c.term(), c.estimate());
            errors.put(c.term(), c.standardError());
        }
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        Map<String, Object> result =
                Fields.of(
                        "n",
                        rows.length,
                        "treated",
                        users,
                        "control",
                        rows.length - users,
                        "coef",
                        coef,
                        "coef_se",
                        errors,
                        "ps_first10",
                        Arrays.copyOf(ps.scores(), Math.min(10, rows.length)),
                        "ps_range_treated",
                        ps.range(true),
                        "ps_range_control",
                        ps.range(false),
                        "common_support_n",
                        ps.commonSupport(),
                        "smd_unweighted",
                        Propensity.balance(x, treated, ones).differences());
        Map<String, double[]> weights = new LinkedHashMap<>();
        weights.put("att", ps.weights(Propensity.Target.ATT));
        weights.put("ate", ps.weights(Propensity.Target.ATE));
        weights.put("overlap", ps.weights(Propensity.Target.OVERLAP));
        Object entropy = Fields.tried(() -> entropy(x, treated, weights));
        balance(x, treated, weights, result);
        result.put("entropy_balance", entropy);
        result.put("effect", Fields.each(frame.scales(), s -> effects(s, rows, x, user, weights)));
        result.put("aipw", Fields.each(frame.scales(), s -> both(s, rows, x, ps)));
        result.put("match_1to1", Fields.tried(() -> matched(rows, ps)));
        return result;
    }

    /** Adds its weights to the others. */
    private Object entropy(
            Map<String, double[]> x, boolean[] treated, Map<String, double[]> weights) {
        Map<String, double[]> some = new LinkedHashMap<>();
        if (x.containsKey("age")) some.put("age", x.get("age"));
        for (String s : frame.predictors()) {
            String column = frame.column(s, frame.first());
            some.put(column, x.get(column));
        }
        EntropyBalance entropy = EntropyBalance.of(some, treated);
        weights.put("entropy_att", entropy.weights());
        Map<String, Object> result =
                Fields.of(
                        "covariates", List.copyOf(some.keySet()),
                        "max_abs_moment", entropy.largestMoment());
        EntropyBalance full = EntropyBalance.of(x, treated);
        result.put("full_set_max_abs_moment", full.largestMoment());
        result.put("full_set_largest_parameter", full.largestParameter());
        result.put("full_set_feasible", full.convergence().reached());
        return result;
    }

    private static void balance(
            Map<String, double[]> x,
            boolean[] treated,
            Map<String, double[]> weights,
            Map<String, Object> result) {
        Map<String, Object> differences = new LinkedHashMap<>();
        Map<String, Object> sizes = new LinkedHashMap<>();
        Map<String, Object> largest = new LinkedHashMap<>();
        weights.forEach(
                (how, w) -> {
                    Propensity.Balance balance = Propensity.balance(x, treated, w);
                    differences.put(how, balance.differences());
                    sizes.put(
                            how,
                            Fields.of(
                                    "treated", balance.treatedSize(),
                                    "control", balance.controlSize()));
                    largest.put(how, balance.largest());
                });
        result.put("smd", differences);
        result.put("ess", sizes);
        result.put("max_weight", largest);
    }

    private Object effects(
            String scale,
            int[] rows,
            Map<String, double[]> x,
            double[] user,
            Map<String, double[]> weights) {
        Design design =
                Design.of(rows.length)
                        .numeric("pre", x.get(frame.column(scale, frame.first())))
                        .numeric("user", user);
        double[] post = pick(frame.after(scale), rows);
        return Fields.each(
                List.copyOf(weights.keySet()),
                how -> {
                    LinearModel fit = LinearModel.fit(design, post, weights.get(how));
                    return Fields.of(
                            "n", fit.n(),
                            "b", fit.estimates()[2],
                            "se_hc3", fit.robust(Robust.HC3, .95).get(2).standardError(),
                            "se_hc0", fit.robust(Robust.HC0, .95).get(2).standardError());
                });
    }

    private Object both(String scale, int[] rows, Map<String, double[]> x, Propensity ps) {
        double[] post = pick(frame.after(scale), rows);
        int[] known = IntStream.range(0, rows.length).filter(i -> !Double.isNaN(post[i])).toArray();
        boolean[] group = new boolean[known.length];
        for (int i = 0; i < group.length; i++) group[i] = ps.treated()[known[i]];
        double[] pre = pick(x.get(frame.column(scale, frame.first())), known);
        DoublyRobust both =
                DoublyRobust.of(
                        Design.of(known.length).numeric("pre", pre),
                        pick(post, known),
                        group,
                        pick(ps.scores(), known),
                        .95);
        return Fields.of(
                "n", both.n(),
                "ate", both.effect().estimate(),
                "se", both.effect().standardError());
    }

    private Object matched(int[] rows, Propensity ps) {
        Matching near = Matching.withCaliper(ps.scores(), ps.treated(), .2);
        Matching any = Matching.nearest(ps.scores(), ps.treated());
        return Fields.of(
                "caliper_logit", near.caliper(),
                "n_pairs", near.pairs().size(),
                "pairs", pairs(rows, near),
                "n_pairs_no_caliper", any.pairs().size(),
                "pairs_no_caliper", pairs(rows, any));
    }

    private List<List<String>> pairs(int[] rows, Matching matching) {
        String[] ids = frame.ids();
        List<List<String>> pairs = new ArrayList<>();
        for (Matching.Pair pair : matching.pairs())
            pairs.add(List.of(ids[rows[pair.treated()]], ids[rows[pair.control()]]));
        return pairs;
    }
}
