package skills.statistics.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.effect.Sample;
import skills.statistics.items.Items;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.measurement.Reliability;
import skills.statistics.measurement.ReliableChange;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Study;
import skills.statistics.reference.Tolerance;

/** Dose, equivalence, reliable change, Bayes factor. */
public final class DoseCases implements CaseSet {
    @Override
    public void register(Cases cases) {
        cases.covers(
                "dose_tost_rci_bf.study",
                Tolerance.relative(1e-6),
                Change.cell(Study.PEOPLE, 57, "minutes", 999),
                (given, found) -> {
                    for (String scale : Study.SCALES.keySet())
                        scale(new Study(given), found, scale);
                });
    }

    private static void scale(Study study, Found found, String scale) {
        String at = "/" + scale;
        double[] a = study.score(scale, 1);
        double[] b = study.score(scale, 3);
        int[] in = IntStream.range(0, a.length).filter(i -> !Double.isNaN(a[i] + b[i])).toArray();
        double[] pre = pick(a, in);
        double[] post = pick(b, in);
        double[] user = pick(study.number("user"), in);
        double[] minutes = pick(study.number("minutes"), in);
        found.number(at + "/n", in.length);
        dose(found, at + "/per_session", pre, post, pick(study.number("sessions"), in));
        double[] log = minutes.clone();
        for (int i = 0; i < log.length; i++) log[i] = Math.log1p(log[i]);
        dose(found, at + "/per_log1p_minutes", pre, post, log);
        found.number(
                at + "/partial_spearman_minutes", Correlation.partialSpearman(minutes, post, pre));
        double[] change = post.clone();
        for (int i = 0; i < change.length; i++) change[i] -= pre[i];
        Sample users = Sample.of("users", Study.where(change, i -> user[i] == 1));
        Sample others = Sample.of("others", Study.where(change, i -> user[i] == 0));
        Sample before1 = Sample.of("users before", Study.where(pre, i -> user[i] == 1));
        Sample before0 = Sample.of("others before", Study.where(pre, i -> user[i] == 0));
        double pooled =
                Math.sqrt(
                        ((before1.n() - 1) * before1.variance()
                                        + (before0.n() - 1) * before0.variance())
                                / (pre.length - 2));
        Coefficient c =
                LinearModel.fit(
                                Design.of(pre.length).numeric("pre", pre).numeric("user", user),
                                post)
                        .robust(Robust.HC3, .95)
                        .get(2);
        Equivalence tost = Equivalence.of(c.estimate(), c.standardError(), c.df(), .3 * pooled);
        found.number(at + "/tost/bound", tost.bound());
        found.number(at + "/tost/b", c.estimate());
        found.number(at + "/tost/se_hc3", c.standardError());
        found.number(at + "/tost/p_lower", tost.pLower());
        found.number(at + "/tost/p_upper", tost.pUpper());
        reliable(study, found, at + "/rci", scale, pre, post, user);
        TwoGroups.Test t = TwoGroups.compare(users, others, .95).student();
        BayesFactor bf = BayesFactor.twoSample(t.t(), users.n(), others.n(), Math.sqrt(2) / 2);
        found.number(at + "/bf10_jzs_change/t", bf.t());
        found.number(at + "/bf10_jzs_change/n1", users.n());
        found.number(at + "/bf10_jzs_change/n2", others.n());
        found.number(at + "/bf10_jzs_change/r", bf.scale());
        found.number(at + "/bf10_jzs_change/bf10", bf.bf10(), Tolerance.relative(1e-5));
    }

    private static void dose(Found found, String at, double[] pre, double[] post, double[] dose) {
        Coefficient c =
                LinearModel.fit(
                                Design.of(pre.length).numeric("pre", pre).numeric("dose", dose),
                                post)
                        .robust(Robust.HC3, .95)
                        .get(2);
        found.number(at + "/b", c.estimate());
        found.number(at + "/se_hc3", c.standardError());
        found.number(at + "/p_hc3", c.p());
    }

    private static void reliable(
            Study study,
            Found found,
            String at,
            String scale,
            double[] pre,
            double[] post,
            double[] user) {
        List<double[]> sheets = new ArrayList<>();
        for (int i = 0; i < study.answers().size(); i++)
            if (study.answers().row(i).is("wave", "1"))
                sheets.add(study.items(scale, study.answers().row(i)));
        double alpha = Reliability.of(Items.of(sheets.toArray(double[][]::new)).complete()).alpha();
        double sd = Sample.of("before", study.score(scale, 1)).sd();
        int[][] counts = new int[2][2];
        double error = 0;
        for (int i = 0; i < pre.length; i++) {
            ReliableChange change = ReliableChange.onScale(pre[i], post[i], sd, alpha, .95);
            error = change.standardError();
            if (change.z() > 1.96) counts[(int) user[i]][0]++;
            if (change.z() < -1.96) counts[(int) user[i]][1]++;
        }
        found.number(at + "/alpha_T1", alpha);
        found.number(at + "/sd_T1", sd);
        found.number(at + "/s_diff", error);
        found.number(at + "/improved_1.96/users", counts[1][0]);
        found.number(at + "/improved_1.96/nonusers", counts[0][0]);
        found.number(at + "/declined_1.96/users", counts[1][1]);
        found.number(at + "/declined_1.96/nonusers", counts[0][1]);
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }
}
