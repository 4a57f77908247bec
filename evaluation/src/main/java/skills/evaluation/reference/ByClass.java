package skills.evaluation.reference;

import java.util.Map;
import skills.evaluation.plan.AnalysisPlan;
import skills.statistics.Coefficient;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.cluster.Classes;
import skills.statistics.cluster.WildBootstrap;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.mixed.MixedModel;

/** Whole classes were offered it: every way to judge that. */
final class ByClass {

    private final Frame frame;
    private final Progress progress;

    ByClass(Frame frame, Progress progress) {
        this.frame = frame;
        this.progress = progress;
    }

    Object of(String scale) {
        if (!frame.hasClasses())
            throw new Unusable(Unusable.Reason.EMPTY, "The participants are in no classes.");
        double[] pre = frame.before(scale);
        double[] post = frame.after(scale);
        double[] offered = frame.offered();
        String[] names = frame.classes();
        Design alone = Design.of(pre.length).numeric("pre", pre);
        Design both = alone.numeric("offered", offered);
        LinearModel fit = LinearModel.fit(both, post);
        Map<String, Object> result = Fields.of("n", fit.n());
        Classes classes = Classes.of(alone, post, names, offered);
        result.put("class_n", classes.sizes());
        result.put("cluster_level", Fields.tried(() -> classLevel(classes)));
        result.put("permutation", Fields.tried(() -> permutation(classes)));
        result.put("wild_cluster_bootstrap", Fields.tried(() -> wild(both, post, names)));
        result.put(
                "lmm",
                Fields.tried(
                        () ->
                                mixed(
                                        MixedModel.randomIntercept(
                                                both, post, names, MixedModel.Method.REML))));
        result.put(
                "cr2",
                Fields.tried(
                        () -> {
                            Coefficient c = fit.clustered(names).coefficients(.95).get(2);
                            return Fields.of(
                                    "b", c.estimate(),
                                    "se", c.standardError(),
                                    "df", c.df(),
                                    "p", c.p());
                        }));
        return result;
    }

    private static Object classLevel(Classes classes) {
        Classes.Difference d = classes.difference(.95);
        return Fields.of(
                "class_mean_residual", classes.means(),
                "diff", d.difference(),
                "t", d.t(),
                "df", d.df(),
                "p", d.p(),
                "ci95", Groups.ends(d.interval()));
    }

    private Object permutation(Classes classes) {
        Classes.Permutation p = classes.permutation(progress);
        return Fields.of(
                "allocations", p.allocations(),
                "p_two_sided", p.p(),
                "p_min_possible", p.smallestPossible());
    }

    private Object wild(Design both, double[] post, String[] names) {
        AnalysisPlan analysis = frame.plan().analysis();
        WildBootstrap wild =
                WildBootstrap.of(
                        both, post, names, 2, analysis.resamples(), analysis.seed(), progress);
        return Fields.of(
                "b", wild.estimate(),
                "t_cr1", wild.t(),
                "patterns", wild.patterns(),
                "p", wild.p());
    }

    private static Object mixed(MixedModel mixed) {
        Coefficient plain = mixed.coefficients(.95).get(2);
        Coefficient kr = mixed.kenwardRoger(.95).get(2);
        return Fields.of(
                "b", plain.estimate(),
                "se", plain.standardError(),
                "var_class", mixed.randomCovariance().at(0, 0),
                "var_resid", mixed.residualVariance(),
                "icc", mixed.intraclassCorrelation(),
                "singular", mixed.singular(),
                "reml", mixed.logLikelihood(),
                "kenward_roger",
                        Fields.of(
                                "F", kr.statistic() * kr.statistic(),
                                "ddf", kr.df(),
                                "p", kr.p()));
    }
}
