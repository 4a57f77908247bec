package skills.evaluation.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.AsOffered.Lead;
import skills.statistics.Coefficient;
import skills.statistics.Unusable;
import skills.statistics.cluster.Classes;
import skills.statistics.cluster.WildBootstrap;
import skills.statistics.design.Design;
import skills.statistics.distribution.Coefficients;
import skills.statistics.distribution.Tail;
import skills.statistics.linear.LinearModel;
import skills.statistics.mixed.MixedModel;

/** The effect of the offer on one outcome, as allocated. */
final class OfferStep {
    /** Below this many classes, their means are compared. */
    static final int FEW_CLASSES = 10;

    private static final String NO_CLASS =
            "Classes were allocated, and of some participants the class is not known.";

    private final People people;
    private final String scale;
    private final double[] pre;
    private final double[] post;
    private final Design base;
    private final Design design;

    OfferStep(People people, String scale, double[] pre, double[] post) {
        this.people = people;
        this.scale = scale;
        this.pre = pre;
        this.post = post;
        this.base = people.adjusted(pre, post);
        this.design = base.numeric("offered", people.offered);
    }

    AsOffered of() {
        List<LeftOut> leftOut = people.leftOut(pre, post);
        Part<Effect> persons = Part.attempt(() -> effect(Lead.PERSONS, leftOut));
        List<String> adjusted = base.columns().subList(2, base.columns().size());
        if (!people.byClass)
            return new AsOffered(
                    Lead.PERSONS,
                    persons,
                    persons,
                    Part.not(Part.Reason.NOT_NEEDED, "Persons were allocated, not classes."),
                    Part.not(Part.Reason.NOT_NEEDED, "Persons were allocated, not classes."),
                    adjusted);
        Lead lead = lead();
        if (!isEverybodyInAClass()) {
            Part<Effect> none = Part.not(Part.Reason.NO_CLASSES, NO_CLASS);
            return new AsOffered(lead, none, persons, new Part<>(null, none.not()), none, adjusted);
        }
        Part<AsOffered.Classes> classes = Part.attempt(() -> classes(leftOut));
        Part<Effect> clusters = Part.attempt(() -> effect(Lead.CLUSTERS, leftOut));
        Part<Effect> leading =
                lead == Lead.CLUSTERS
                        ? clusters
                        : classes.isThere()
                                ? Part.of(classes.orThrow().effect())
                                : new Part<>(null, classes.not());
        return new AsOffered(lead, leading, persons, classes, clusters, adjusted);
    }

    /** What leads, and nothing beside it. */
    Part<Effect> leading() {
        return Part.attempt(() -> effect(lead(), people.leftOut(pre, post)));
    }

    private boolean isEverybodyInAClass() {
        for (int i = 0; i < people.n; i++)
            if (people.person(i).consented() && people.clusters[i].isEmpty()) return false;
        return true;
    }

    /** What leads with these classes: those with somebody in the analysis count. */
    Lead lead() {
        if (!people.byClass) return Lead.PERSONS;
        long classes =
                java.util.stream.IntStream.of(People.where(pre, i -> !Double.isNaN(post[i])))
                        .mapToObj(i -> people.clusters[i])
                        .distinct()
                        .count();
        return classes < FEW_CLASSES ? Lead.CLASSES : Lead.CLUSTERS;
    }

    private Effect effect(Lead how, List<LeftOut> leftOut) {
        int[] rows = design.complete(Map.of("The outcome", post)).rows();
        return Effect.of(
                coefficient(how, base, post),
                rows.length,
                (int) java.util.stream.IntStream.of(rows).filter(people::isOffered).count(),
                people.unit(scale),
                leftOut);
    }

    /** The coefficient of the offer in the way that leads; also for completed data. */
    Coefficient coefficient(Lead how, Design covariates, double[] outcome) {
        if (how != Lead.PERSONS && !isEverybodyInAClass())
            throw new Unusable(Unusable.Reason.MISMATCH, NO_CLASS);
        if (how == Lead.CLASSES) {
            return between(Classes.of(covariates, outcome, people.clusters, people.offered));
        }
        LinearModel fit = LinearModel.fit(covariates.numeric("offered", people.offered), outcome);
        return how == Lead.CLUSTERS
                ? fit.clustered(people.clusters).coefficients(people.level).getLast()
                : fit.robust(LinearModel.Robust.HC3, people.level).getLast();
    }

    private Coefficient between(Classes classes) {
        Classes.Difference d = classes.difference(people.level);
        return Coefficients.of(
                "offered", d.difference(), d.difference() / d.t(), d.df(), people.level);
    }

    private AsOffered.Classes classes(List<LeftOut> leftOut) {
        Classes by = Classes.of(base, post, people.clusters, people.offered);
        Coefficient c = between(by);
        int n = by.sizes().values().stream().mapToInt(v -> v).sum();
        int offered =
                by.sizes().entrySet().stream()
                        .filter(e -> by.offered().get(e.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        WildBootstrap wild =
                WildBootstrap.of(
                        design,
                        post,
                        people.clusters,
                        design.columns().size() - 1,
                        people.plan.analysis().resamples(),
                        people.plan.analysis().seed());
        return new AsOffered.Classes(
                Effect.of(c, n, offered, people.unit(scale), leftOut),
                by.means(),
                by.offered(),
                by.sizes(),
                permutation(by),
                new AsOffered.Wild(wild.patterns(), wild.complete(), wild.p()),
                random(by.means().size()));
    }

    private static AsOffered.@Nullable Permutation permutation(Classes by) {
        try {
            Classes.Permutation p = by.permutation();
            long offered = by.offered().values().stream().filter(o -> o).count();
            // With as many classes in either arm every allocation has a mirror, just as large.
            int mirrors = 2 * offered == by.offered().size() ? 2 : 1;
            return new AsOffered.Permutation(
                    p.allocations(), p.p(), mirrors * p.smallestPossible());
        } catch (Unusable e) {
            return null;
        }
    }

    private AsOffered.@Nullable Random random(int classes) {
        try {
            MixedModel fit =
                    MixedModel.randomIntercept(
                            design, post, people.clusters, MixedModel.Method.REML);
            Coefficient c = fit.kenwardRoger(people.level).getLast();
            double df = Math.min(c.df(), classes - 2);
            return new AsOffered.Random(
                    c.estimate(),
                    Tail.t(c.statistic(), df),
                    df,
                    fit.singular() ? 0 : fit.intraclassCorrelation(),
                    fit.singular());
        } catch (Unusable e) {
            return null;
        }
    }

    /** Smallest p that the classes of this study can give, 0 where that is no limit. */
    static double smallestPossible(AsOffered asOffered) {
        AsOffered.Classes classes = asOffered.classes().result();
        return classes == null || classes.permutation() == null
                ? 0
                : classes.permutation().smallestPossible();
    }

    static int classes(AsOffered asOffered) {
        AsOffered.Classes classes = asOffered.classes().result();
        return classes == null ? 0 : classes.means().size();
    }
}
