package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.AsOffered.Lead;
import skills.evaluation.analysis.Size.Bayes;
import skills.evaluation.analysis.Size.Bootstrapped;
import skills.evaluation.analysis.Size.Detectable;
import skills.evaluation.analysis.Size.Equivalence;
import skills.evaluation.analysis.Size.Reliable;
import skills.evaluation.plan.Outcome;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.effect.Sample;
import skills.statistics.inference.BayesFactor;
import skills.statistics.inference.Bootstrap;
import skills.statistics.inference.Correlation;
import skills.statistics.inference.TwoGroups;
import skills.statistics.items.Items;
import skills.statistics.matrix.LeastSquares;
import skills.statistics.matrix.Matrix;
import skills.statistics.measurement.Reliability;
import skills.statistics.measurement.ReliableChange;
import skills.statistics.power.ClusterPower;
import skills.statistics.power.TwoGroupPower;

/** How large the effect of the offer is, or could have been. */
final class SizeStep {
    private static final double POWER = .8;
    private static final int MOST_BY_BOOTSTRAP = 10_000;

    private final People people;
    private final Outcome outcome;
    private final String scale;
    private final double[] pre;
    private final double[] post;

    SizeStep(People people, Outcome outcome) {
        this.people = people;
        this.outcome = outcome;
        this.scale = outcome.scale();
        this.pre = people.score(scale, people.first);
        this.post = people.score(scale, people.last);
    }

    /**
     * @param offered what came out for the whole offer
     */
    Size of(AsOffered offered) {
        return new Size(
                Part.attempt(() -> bootstrap(rows -> {})),
                offered.effect().isThere()
                        ? Part.attempt(() -> equivalence(offered.effect().orThrow()))
                        : new Part<>(null, offered.effect().not()),
                Part.attempt(this::bayes),
                Part.attempt(this::reliable),
                offered.lead() == Lead.PERSONS || offered.classes().isThere()
                        ? Part.attempt(() -> detectable(offered))
                        : new Part<>(null, offered.classes().not()));
    }

    /** How many samples a bootstrap draws when the plan asks for this many. */
    static int draws(int asked) {
        return Math.clamp(asked, 100, MOST_BY_BOOTSTRAP);
    }

    /**
     * @param seen is told the places of the persons of each sample among those with both scores:
     *     first all, then every draw, then all without each person or class
     */
    Bootstrapped bootstrap(Consumer<int[]> seen) {
        double unit = people.unit(scale);
        Design design = people.adjusted(pre, post).numeric("offered", people.offered);
        Design.Complete complete = design.complete(Map.of("The outcome", post));
        Matrix x = complete.design().matrix();
        double[] y = People.pick(post, complete.rows());
        List<String> names = complete.design().columns();
        Bootstrap bootstrap =
                new Bootstrap(
                        draws(people.plan.analysis().resamples()),
                        people.plan.analysis().seed(),
                        1);
        java.util.function.ToDoubleFunction<int[]> effect =
                rows -> {
                    seen.accept(rows);
                    double[] b =
                            LeastSquares.of(x.pickRows(rows), People.pick(y, rows), names)
                                    .solution();
                    return b[b.length - 1] / unit;
                };
        Bootstrap.Result result =
                people.byClass
                        ? bootstrap.classes(
                                People.pick(people.clusters, complete.rows()),
                                effect,
                                people.level,
                                Progress.NONE)
                        : bootstrap.persons(y.length, effect, people.level, Progress.NONE);
        return new Bootstrapped(
                result.estimate(), Range.of(result.bca()), result.draws(), people.byClass);
    }

    private Equivalence equivalence(Effect effect) {
        double unit = people.unit(scale);
        double bound = outcome.smallestOfInterest() * unit;
        var e =
                skills.statistics.inference.Equivalence.of(
                        effect.estimate(),
                        effect.standardError(),
                        effect.df() == null ? Double.POSITIVE_INFINITY : effect.df(),
                        bound);
        return new Equivalence(
                bound,
                outcome.smallestOfInterest(),
                e.pLower(),
                e.pUpper(),
                e.p(),
                e.p() < 1 - people.level);
    }

    private Bayes bayes() {
        double[] change = people.filled(i -> post[i] - pre[i]);
        Sample with =
                Sample.of("offered", People.pick(change, People.where(change, people::isOffered)));
        Sample without =
                Sample.of(
                        "control",
                        People.pick(change, People.where(change, i -> !people.isOffered(i))));
        double t = TwoGroups.compare(with, without, people.level).student().t();
        double r = Math.sqrt(2) / 2;
        return new Bayes(
                BayesFactor.twoSample(t, with.n(), without.n(), r).bf10(),
                t,
                with.n(),
                without.n(),
                r);
    }

    private Reliable reliable() {
        double alpha = Reliability.of(Items.of(people.scores.items(scale, people.first))).alpha();
        double sd = Sample.of("the first wave", pre).sd();
        int[] both = People.where(pre, i -> !Double.isNaN(post[i]));
        List<Size.Arm> arms = new ArrayList<>();
        double needed = 0;
        for (boolean arm : new boolean[] {true, false}) {
            int n = 0;
            int higher = 0;
            int lower = 0;
            for (int i : both) {
                if (people.isOffered(i) != arm) continue;
                ReliableChange change =
                        ReliableChange.onScale(pre[i], post[i], sd, Math.max(0, alpha), .95);
                needed = change.needed();
                n++;
                if (change.verdict() == ReliableChange.Verdict.HIGHER) higher++;
                if (change.verdict() == ReliableChange.Verdict.LOWER) lower++;
            }
            arms.add(new Size.Arm(arm, n, higher, lower));
        }
        Unusable.atLeast(1, both.length, "persons with both waves");
        return new Reliable(alpha, needed, arms);
    }

    private Detectable detectable(AsOffered offered) {
        int[] both = People.where(pre, i -> !Double.isNaN(post[i]));
        int with = (int) IntStream.of(both).filter(people::isOffered).count();
        int without = both.length - with;
        double r =
                Correlation.of(People.pick(pre, both), People.pick(post, both), people.level).r();
        double alpha = 1 - people.level;
        double left = Math.sqrt(1 - r * r);
        if (offered.lead() == Lead.PERSONS)
            return new Detectable(
                    left * new TwoGroupPower(with, without, alpha).minimumDetectable(POWER),
                    with,
                    without,
                    0,
                    0,
                    r);
        int classes = OfferStep.classes(offered);
        AsOffered.Classes found = offered.classes().orThrow();
        long offeredClasses = found.offered().values().stream().filter(o -> o).count();
        double icc = icc(found.random());
        ClusterPower power =
                new ClusterPower(
                        classes,
                        (double) both.length / classes,
                        icc,
                        (double) offeredClasses / classes);
        return new Detectable(
                left * power.minimumDetectable(POWER, alpha), with, without, classes, icc, r);
    }

    /** As found, but not below what the planning held likely: few classes show it badly. */
    private double icc(AsOffered.@Nullable Random random) {
        double planned = people.plan.expectations().icc();
        return random == null ? planned : Math.max(planned, random.icc());
    }
}
