package skills.evaluation.reference;

import static skills.evaluation.reference.Frame.pick;
import static skills.evaluation.reference.Frame.where;

import java.util.Map;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.effect.Sample;
import skills.statistics.inference.BayesFactor;
import skills.statistics.inference.Correlation;
import skills.statistics.inference.Equivalence;
import skills.statistics.inference.TwoGroups;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.measurement.Reliability;
import skills.statistics.measurement.ReliableChange;

/** How much was used, whether the difference is too small to matter, and who really changed. */
final class Dose {

    private final Frame frame;

    Dose(Frame frame) {
        this.frame = frame;
    }

    Object of(String scale) {
        double[] a = frame.before(scale);
        double[] b = frame.after(scale);
        double[] use = frame.user();
        int[] in = frame.rows(i -> !Double.isNaN(a[i] + b[i] + use[i]));
        double[] pre = pick(a, in);
        double[] post = pick(b, in);
        double[] user = pick(use, in);
        double[] minutes = pick(frame.minutes(), in);
        double[] log = minutes.clone();
        for (int i = 0; i < log.length; i++) log[i] = Math.log1p(log[i]);
        return Fields.of(
                "n", in.length,
                "per_session", Fields.tried(() -> slope(pre, post, pick(frame.sittings(), in))),
                "per_log1p_minutes", Fields.tried(() -> slope(pre, post, log)),
                "partial_spearman_minutes",
                        Fields.tried(
                                () ->
                                        Correlation.partialSpearman(
                                                where(minutes, i -> !Double.isNaN(minutes[i])),
                                                where(post, i -> !Double.isNaN(minutes[i])),
                                                where(pre, i -> !Double.isNaN(minutes[i])))),
                "tost", Fields.tried(() -> equivalent(scale, pre, post, user)),
                "rci", Fields.tried(() -> reliable(scale, pre, post, user)),
                "bf10_jzs_change", Fields.tried(() -> bayes(pre, post, user)));
    }

    private static Object slope(double[] pre, double[] post, double[] dose) {
        Coefficient c =
                LinearModel.fit(
                                Design.of(pre.length).numeric("pre", pre).numeric("dose", dose),
                                post)
                        .robust(Robust.HC3, .95)
                        .get(2);
        return Fields.of("b", c.estimate(), "se_hc3", c.standardError(), "p_hc3", c.p());
    }

    private Object equivalent(String scale, double[] pre, double[] post, double[] user) {
        Sample users = Sample.of("users before", where(pre, i -> user[i] == 1));
        Sample others = Sample.of("others before", where(pre, i -> user[i] == 0));
        double pooled =
                Math.sqrt(
                        ((users.n() - 1) * users.variance() + (others.n() - 1) * others.variance())
                                / (pre.length - 2));
        Coefficient c =
                LinearModel.fit(
                                Design.of(pre.length).numeric("pre", pre).numeric("user", user),
                                post)
                        .robust(Robust.HC3, .95)
                        .get(2);
        double smallest =
                frame.plan().outcomes().stream()
                        .filter(o -> o.scale().equals(scale))
                        .findFirst()
                        .orElseThrow()
                        .smallestOfInterest();
        Equivalence tost =
                Equivalence.of(c.estimate(), c.standardError(), c.df(), smallest * pooled);
        return Fields.of(
                "bound", tost.bound(),
                "b", c.estimate(),
                "se_hc3", c.standardError(),
                "p_lower", tost.pLower(),
                "p_upper", tost.pUpper());
    }

    private Object reliable(String scale, double[] pre, double[] post, double[] user) {
        double alpha = Reliability.of(frame.items(scale, frame.first())).alpha();
        double sd = Sample.of("the first wave", known(frame.before(scale))).sd();
        int[] up = new int[2];
        int[] down = new int[2];
        double error = ReliableChange.onScale(0, 0, sd, alpha, .95).standardError();
        for (int i = 0; i < pre.length; i++) {
            double z = ReliableChange.onScale(pre[i], post[i], sd, alpha, .95).z();
            if (z > 1.96) up[(int) user[i]]++;
            if (z < -1.96) down[(int) user[i]]++;
        }
        String wave = Frame.name(frame.first());
        Map<String, Object> result = Fields.of("alpha_" + wave, alpha, "sd_" + wave, sd);
        result.put("s_diff", error);
        result.put("improved_1.96", Fields.of("users", up[1], "nonusers", up[0]));
        result.put("declined_1.96", Fields.of("users", down[1], "nonusers", down[0]));
        return result;
    }

    private static Object bayes(double[] pre, double[] post, double[] user) {
        double[] change = post.clone();
        for (int i = 0; i < change.length; i++) change[i] -= pre[i];
        Sample users = Sample.of("users", where(change, i -> user[i] == 1));
        Sample others = Sample.of("others", where(change, i -> user[i] == 0));
        TwoGroups.Test t = TwoGroups.compare(users, others, .95).student();
        BayesFactor bf = BayesFactor.twoSample(t.t(), users.n(), others.n(), Math.sqrt(2) / 2);
        return Fields.of(
                "t", bf.t(), "n1", users.n(), "n2", others.n(), "r", bf.scale(), "bf10", bf.bf10());
    }

    private static double[] known(double[] values) {
        return where(values, i -> !Double.isNaN(values[i]));
    }
}
