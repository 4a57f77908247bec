package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.evaluation.analysis.AsTreated.Because;
import skills.evaluation.analysis.AsTreated.Covariate;
import skills.evaluation.analysis.AsTreated.Matched;
import skills.statistics.Coefficient;
import skills.statistics.Unusable;
import skills.statistics.causal.DoublyRobust;
import skills.statistics.causal.EValue;
import skills.statistics.causal.EntropyBalance;
import skills.statistics.causal.Matching;
import skills.statistics.causal.Propensity;
import skills.statistics.design.Design;
import skills.statistics.distribution.Coefficients;
import skills.statistics.effect.Sample;
import skills.statistics.linear.LinearModel;

/** Users and others, made alike as far as what is known of them goes. */
final class TreatedStep {
    /** Fewer others than this, in effect: not comparable. */
    static final double FEWEST_OTHERS = 20;

    /** A larger difference than this, in standard deviations: not comparable. */
    static final double LARGEST_DIFFERENCE = .25;

    private static final double CALIPER = .2;

    private final People people;
    private final int[] rows;
    private final Map<String, double[]> covariates = new LinkedHashMap<>();
    private final double[] user;
    private final Propensity propensity;
    private final double[] weights;

    private TreatedStep(People people) {
        this.people = people;
        Map<String, double[]> all = new LinkedHashMap<>();
        all.put("age", people.age);
        all.put("female", people.female);
        for (var outcome : people.plan.primary())
            all.put(outcome.scale(), people.score(outcome.scale(), people.first));
        int[] answered =
                people.where(i -> people.answered(i, people.last) && !Double.isNaN(people.use[i]));
        // What nobody told, or is the same for all, cannot make groups alike.
        all.values()
                .removeIf(
                        x ->
                                IntStream.of(answered)
                                                .filter(i -> !Double.isNaN(x[i]))
                                                .mapToDouble(i -> x[i])
                                                .distinct()
                                                .count()
                                        < 2);
        if (all.isEmpty())
            throw new Unusable(
                    Unusable.Reason.EMPTY,
                    "Nothing is known by which to compare users and others.");
        this.rows =
                IntStream.of(answered)
                        .filter(i -> all.values().stream().noneMatch(x -> Double.isNaN(x[i])))
                        .toArray();
        Unusable.atLeast(all.size() + 3, rows.length, "persons with everything known");
        Design design = Design.of(rows.length);
        for (var e : all.entrySet()) {
            covariates.put(e.getKey(), People.pick(e.getValue(), rows));
            design = design.numeric(e.getKey(), covariates.get(e.getKey()));
        }
        this.user = People.pick(people.use, rows);
        this.propensity = Propensity.of(design, user);
        this.weights = propensity.weights(Propensity.Target.OVERLAP);
    }

    static Part<AsTreated> of(People people) {
        if (Arrays.stream(people.use).allMatch(Double::isNaN))
            return Part.not(Part.Reason.NOT_MEASURED, "Nobody's use was measured.");
        return Part.attempt(() -> new TreatedStep(people).found());
    }

    private AsTreated found() {
        boolean[] treated = propensity.treated();
        double[] even = new double[rows.length];
        Arrays.fill(even, 1);
        Propensity.Balance before = Propensity.balance(covariates, treated, even);
        Propensity.Balance after = Propensity.balance(covariates, treated, weights);
        List<Covariate> balance = new ArrayList<>();
        boolean stillDifferent = false;
        for (String name : covariates.keySet()) {
            double left = after.differences().get(name);
            balance.add(new Covariate(name, before.differences().get(name), left));
            stillDifferent |= Math.abs(left) > LARGEST_DIFFERENCE;
        }
        List<Because> because = new ArrayList<>();
        if (after.controlSize() < FEWEST_OTHERS) because.add(Because.TOO_FEW_OTHERS);
        if (stillDifferent) because.add(Because.STILL_DIFFERENT);
        Map<String, AsTreated.Outcome> outcomes = new LinkedHashMap<>();
        for (var outcome : people.plan.outcomes())
            outcomes.put(outcome.scale(), outcome(outcome.scale()));
        return new AsTreated(
                rows.length,
                (int) Arrays.stream(user).sum(),
                balance,
                after.treatedSize(),
                after.controlSize(),
                propensity.commonSupport(),
                because.isEmpty(),
                because,
                Part.attempt(() -> entropy(treated)),
                outcomes,
                leftOut());
    }

    private List<LeftOut> leftOut() {
        int withdrawn = people.where(i -> !people.person(i).consented()).length;
        int silent =
                people.where(i -> people.person(i).consented() && !people.answered(i, people.last))
                        .length;
        int noUse =
                people.where(i -> people.answered(i, people.last) && Double.isNaN(people.use[i]))
                        .length;
        int rest = people.n - withdrawn - silent - noUse - rows.length;
        List<LeftOut> all = new ArrayList<>();
        if (withdrawn > 0) all.add(new LeftOut(LeftOut.Why.WITHDRAWN, withdrawn));
        if (silent > 0) all.add(new LeftOut(LeftOut.Why.NO_LAST, silent));
        if (noUse > 0) all.add(new LeftOut(LeftOut.Why.NO_USE, noUse));
        if (rest > 0) all.add(new LeftOut(LeftOut.Why.NO_COVARIATE, rest));
        return all;
    }

    private AsTreated.Entropy entropy(boolean[] treated) {
        double[] w = EntropyBalance.of(covariates, treated).weights();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < w.length; i++)
            if (!treated[i]) {
                sum += w[i];
                squares += w[i] * w[i];
            }
        return new AsTreated.Entropy(sum * sum / squares);
    }

    private AsTreated.Outcome outcome(String scale) {
        Part<Effect> weighted = Part.attempt(() -> weighted(scale));
        return new AsTreated.Outcome(
                Part.attempt(() -> plain(scale)),
                weighted,
                Part.attempt(() -> robust(scale)),
                Part.attempt(() -> matched(scale)),
                weighted.isThere() ? unmeasured(weighted.orThrow(), scale) : null);
    }

    private AsTreated.EValue unmeasured(Effect effect, String scale) {
        EValue e =
                EValue.standardizedDifference(
                        effect.sd(), effect.standardError() / people.unit(scale));
        return new AsTreated.EValue(e.point(), e.limit());
    }

    /** Adjusted for the first wave, everybody with both waves. */
    private Effect plain(String scale) {
        double[] pre = people.score(scale, people.first);
        double[] post = people.score(scale, people.last);
        LinearModel fit =
                LinearModel.fit(
                        Design.of(people.n).numeric("first", pre).numeric("user", people.use),
                        post);
        int[] in = fit.rows();
        return Effect.of(
                fit.robust(LinearModel.Robust.HC3, people.level).getLast(),
                in.length,
                (int) IntStream.of(in).filter(i -> people.use[i] == 1).count(),
                people.unit(scale),
                people.leftOut(pre, post, false, Map.of(LeftOut.Why.NO_USE, people.use)));
    }

    private Effect weighted(String scale) {
        double[] post = People.pick(people.score(scale, people.last), rows);
        double[] pre = People.pick(people.score(scale, people.first), rows);
        LinearModel fit =
                LinearModel.fit(
                        Design.of(rows.length).numeric("first", pre).numeric("user", user),
                        post,
                        weights);
        return effect(
                fit.robust(LinearModel.Robust.HC3, people.level).getLast(), fit.rows(), scale);
    }

    private Effect robust(String scale) {
        double[] post = People.pick(people.score(scale, people.last), rows);
        double[] pre = People.pick(people.score(scale, people.first), rows);
        int[] at = People.where(post, i -> !Double.isNaN(pre[i]));
        boolean[] group = new boolean[at.length];
        for (int i = 0; i < at.length; i++) group[i] = propensity.treated()[at[i]];
        Coefficient c =
                DoublyRobust.of(
                                Design.of(at.length).numeric("first", People.pick(pre, at)),
                                People.pick(post, at),
                                group,
                                People.pick(propensity.scores(), at),
                                people.level)
                        .effect();
        return effect(c, at, scale);
    }

    private Effect effect(Coefficient c, int[] at, String scale) {
        return Effect.of(
                c,
                at.length,
                (int) IntStream.of(at).filter(i -> user[i] == 1).count(),
                people.unit(scale),
                withoutScore(at.length));
    }

    private List<LeftOut> withoutScore(int in) {
        List<LeftOut> all = new ArrayList<>(leftOut());
        if (rows.length > in)
            all.add(new LeftOut(LeftOut.Why.TOO_FEW_ITEMS_LAST, rows.length - in));
        return all;
    }

    /** Difference of the last wave within pairs. */
    private Matched matched(String scale) {
        double[] post = People.pick(people.score(scale, people.last), rows);
        Matching matching =
                Matching.withCaliper(propensity.scores(), propensity.treated(), CALIPER);
        double[] differences =
                matching.pairs().stream()
                        .mapToDouble(p -> post[p.treated()] - post[p.control()])
                        .filter(d -> !Double.isNaN(d))
                        .toArray();
        Unusable.atLeast(3, differences.length, "pairs with both answers");
        Sample pairs = Sample.of("the pairs", differences).varying();
        int n = pairs.n();
        Coefficient c =
                Coefficients.of(
                        "user", pairs.mean(), pairs.sd() / Math.sqrt(n), n - 1, people.level);
        int users = (int) Arrays.stream(user).sum();
        return new Matched(Effect.of(c, 2 * n, n, people.unit(scale), leftOut()), n, users - n);
    }
}
