package skills.statistics.cluster;

import skills.statistics.Coefficient;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.mixed.MixedModel;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Study;
import skills.statistics.reference.Tolerance;

/** Whole classes offered: every way to judge that with five of them. */
public final class ClassCases implements CaseSet {
    @Override
    public void register(Cases cases) {
        cases.covers(
                "cluster5.study",
                Tolerance.relative(1e-8),
                Change.cell(Study.ANSWERS, 8, "proactivity_1", 1),
                (given, found) -> {
                    for (String scale : Study.SCALES.keySet()) scale(given, found, scale);
                });
    }

    private static void scale(Given given, Found found, String scale) {
        Study study = new Study(given);
        String at = "/" + scale;
        double[] pre = study.score(scale, 1);
        double[] post = study.score(scale, 3);
        double[] offered = study.number("offered");
        String[] names = study.text("class");
        Design alone = Design.of(pre.length).numeric("pre", pre);
        Design both = alone.numeric("offered", offered);
        Classes classes = Classes.of(alone, post, names, offered);
        classes.sizes().forEach((name, n) -> found.number(at + "/class_n/" + name, n));
        classes.means()
                .forEach(
                        (name, mean) ->
                                found.number(
                                        at + "/cluster_level/class_mean_residual/" + name,
                                        mean,
                                        new Tolerance(1e-8, 1e-12)));
        Classes.Difference d = classes.difference(.95);
        found.number(at + "/cluster_level/diff", d.difference());
        found.number(at + "/cluster_level/t", d.t());
        found.number(at + "/cluster_level/df", d.df());
        found.number(at + "/cluster_level/p", d.p());
        found.numbers(at + "/cluster_level/ci95", d.interval().low(), d.interval().high());
        Classes.Permutation p = classes.permutation();
        found.number(at + "/permutation/allocations", p.allocations());
        found.number(at + "/permutation/p_two_sided", p.p());
        found.number(at + "/permutation/p_min_possible", p.smallestPossible());
        LinearModel fit = LinearModel.fit(both, post);
        found.number(at + "/n", fit.n());
        WildBootstrap wild = WildBootstrap.of(both, post, names, 2, 0, 0);
        found.number(at + "/wild_cluster_bootstrap/b", wild.estimate());
        found.number(at + "/wild_cluster_bootstrap/t_cr1", wild.t());
        found.number(at + "/wild_cluster_bootstrap/patterns", wild.patterns());
        found.number(at + "/wild_cluster_bootstrap/p", wild.p());
        Coefficient cr2 = fit.clustered(names).coefficients(.95).get(2);
        Tolerance six = Tolerance.relative(1e-6);
        found.number(at + "/cr2/b", cr2.estimate(), six);
        found.number(at + "/cr2/se", cr2.standardError(), six);
        found.number(at + "/cr2/df", cr2.df(), six);
        found.number(at + "/cr2/p", cr2.p(), six);
        mixed(found, at, MixedModel.randomIntercept(both, post, names, MixedModel.Method.REML));
    }

    private static void mixed(Found found, String at, MixedModel mixed) {
        Tolerance four = Tolerance.relative(1e-4);
        Tolerance edge = new Tolerance(1e-4, 1e-12);
        Coefficient plain = mixed.coefficients(.95).get(2);
        found.number(at + "/lmm/b", plain.estimate(), four);
        found.number(at + "/lmm/se", plain.standardError(), four);
        found.number(at + "/lmm/var_class", mixed.randomCovariance().at(0, 0), edge);
        found.number(at + "/lmm/var_resid", mixed.residualVariance(), four);
        found.number(at + "/lmm/icc", mixed.intraclassCorrelation(), edge);
        found.flag(at + "/lmm/singular", mixed.singular());
        found.number(at + "/lmm/reml", mixed.logLikelihood(), four);
        Coefficient kr = mixed.kenwardRoger(.95).get(2);
        found.number(at + "/lmm/kenward_roger/F", kr.statistic() * kr.statistic(), four);
        found.number(at + "/lmm/kenward_roger/ddf", kr.df(), four);
        found.number(at + "/lmm/kenward_roger/p", kr.p(), four);
    }
}
