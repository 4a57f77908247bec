package skills.evaluation.reference;

import static skills.evaluation.reference.Frame.pick;
import static skills.evaluation.reference.Frame.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skills.statistics.Coefficient;
import skills.statistics.Interval;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.logistic.LogisticModel;
import skills.statistics.missing.Attrition;
import skills.statistics.missing.LeeBounds;
import skills.statistics.missing.Moments;
import skills.statistics.missing.StayingWeights;

/** Who left, and what may follow from it. */
final class Leaving {

    private final Frame frame;

    Leaving(Frame frame) {
        this.frame = frame;
    }

    /** Of who answered first: 1 who did not answer last. */
    private double[] left() {
        double[] left = new double[frame.size()];
        for (int i = 0; i < left.length; i++)
            left[i] =
                    !frame.answered(i, frame.first())
                            ? Double.NaN
                            : frame.answered(i, frame.last()) ? 0 : 1;
        return left;
    }

    private LogisticModel fit() {
        Design design = Design.of(frame.size()).numeric("offered", frame.offered());
        for (String scale : frame.predictors())
            design = design.numeric(frame.column(scale, frame.first()), frame.before(scale));
        if (frame.hasAge()) design = design.numeric("age", frame.age());
        if (frame.hasGender()) design = design.factor("gender", frame.gender());
        return LogisticModel.fit(design, left());
    }

    Object logit() {
        LogisticModel fit = fit();
        List<Object> coefficients = new ArrayList<>();
        List<Coefficient> table = fit.coefficients(.95);
        for (int i = 0; i < table.size(); i++) {
            Coefficient c = table.get(i);
            Interval profile = fit.profile(i, .95);
            coefficients.add(
                    Fields.of(
                            "term", c.term(),
                            "b", c.estimate(),
                            "se", c.standardError(),
                            "z", c.statistic(),
                            "p", c.p(),
                            "or", Math.exp(c.estimate()),
                            "or_low_wald", Math.exp(c.interval().low()),
                            "or_high_wald", Math.exp(c.interval().high()),
                            "or_low_profile", Math.exp(profile.low()),
                            "or_high_profile", Math.exp(profile.high())));
        }
        return Fields.of(
                "n", fit.n(),
                "loglik", fit.logLikelihood(),
                "null_deviance", fit.nullDeviance(),
                "deviance", fit.deviance(),
                "lr_chisq", fit.overall().chiSquared(),
                "lr_df", fit.overall().df(),
                "lr_p", fit.overall().p(),
                "mcfadden_r2", fit.mcFadden(),
                "nagelkerke_r2", fit.nagelkerke(),
                "auc", fit.areaUnderCurve(),
                "coef", coefficients);
    }

    /** The last score on the first and use, who stayed weighed by how unlikely that was. */
    Object weighted(String scale) {
        LogisticModel leaving = fit();
        int[] rows = leaving.rows();
        double[] all = left();
        boolean[] left = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) left[i] = all[rows[i]] == 1;
        StayingWeights w = StayingWeights.of(left, leaving.probabilities());
        Design design =
                Design.of(rows.length)
                        .numeric(
                                frame.column(scale, frame.first()), pick(frame.before(scale), rows))
                        .numeric("user", pick(frame.user(), rows));
        LinearModel fit = LinearModel.fit(design, pick(frame.after(scale), rows), w.weights());
        List<Coefficient> hc3 = fit.robust(Robust.HC3, .95);
        List<Coefficient> hc0 = fit.robust(Robust.HC0, .95);
        List<Object> coefficients = new ArrayList<>();
        for (int i = 0; i < hc3.size(); i++)
            coefficients.add(
                    Fields.of(
                            "term", hc3.get(i).term(),
                            "b", hc3.get(i).estimate(),
                            "se_hc3", hc3.get(i).standardError(),
                            "se_hc0", hc0.get(i).standardError()));
        return Fields.of("n", fit.n(), "ess", w.effectiveSize(), "coef", coefficients);
    }

    /** First and last scores of all outcomes, of who has at least one. */
    Object little() {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String wave : List.of(frame.first(), frame.last()))
            for (String scale : frame.scales()) {
                names.add(frame.column(scale, wave));
                columns.add(frame.score(scale, wave));
            }
        Moments m = Moments.em(names, columns.toArray(double[][]::new));
        Moments.Little little = m.little();
        List<Object> covariance = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) covariance.add(m.covariance().row(i));
        return Fields.of(
                "n", little.n(),
                "patterns", little.patterns(),
                "chisq", little.chiSquared(),
                "df", little.df(),
                "p", little.p(),
                "em_mean", m.mean(),
                "em_cov", covariance,
                "sigma", "maximum likelihood (divided by n)");
    }

    Object bounds(String scale) {
        double[] offered = frame.offered();
        double[] post = frame.after(scale);
        LeeBounds lee =
                LeeBounds.of(where(post, i -> offered[i] == 1), where(post, i -> offered[i] == 0));
        return Fields.of(
                "respond_offered", lee.respondOffered(),
                "respond_control", lee.respondControl(),
                "trim_share", lee.trimmed(),
                "naive", lee.naive(),
                "lower", lee.lower(),
                "upper", lee.upper(),
                "width", lee.width());
    }

    /** Of everybody who enrolled. */
    Object attrition() {
        double[] offered = frame.offered();
        int[] n = new int[2];
        int[] left = new int[2];
        for (int arm = 0; arm < 2; arm++) {
            int a = arm;
            n[arm] = frame.count(i -> offered[i] == a);
            left[arm] = frame.count(i -> offered[i] == a && !frame.answered(i, frame.last()));
        }
        Attrition a = Attrition.of(left[1], n[1], left[0], n[0]);
        Map<String, Object> result = Fields.of("overall", a.overall());
        result.put("offered", a.offered());
        result.put("control", a.control());
        result.put("differential", a.differential());
        return result;
    }
}
