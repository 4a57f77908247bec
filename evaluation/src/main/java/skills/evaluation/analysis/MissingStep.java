package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.evaluation.analysis.AsOffered.Lead;
import skills.evaluation.analysis.MissingFinding.Imputed;
import skills.evaluation.analysis.MissingFinding.Lee;
import skills.evaluation.analysis.MissingFinding.Repeated;
import skills.evaluation.analysis.MissingFinding.Step;
import skills.evaluation.analysis.MissingFinding.Tipping;
import skills.evaluation.analysis.MissingFinding.Weighted;
import skills.statistics.Coefficient;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.logistic.LogisticModel;
import skills.statistics.missing.ChainedEquations.Completed;
import skills.statistics.missing.LeeBounds;
import skills.statistics.missing.Rubin;
import skills.statistics.missing.StayingWeights;
import skills.statistics.missing.TippingPoint;
import skills.statistics.mixed.RepeatedMeasures;

/** What the answers that are not there could do to the effect of the offer. */
final class MissingStep {
    /** Moves of the imputed answers, in standard deviations. */
    private static final double[] DELTAS = {-1, -.75, -.5, -.25, 0, .25, .5, .75, 1};

    private final People people;
    private final String scale;
    private final double[] pre;
    private final double[] post;
    private final OfferStep offer;
    private final Lead lead;

    MissingStep(People people, String scale) {
        this.people = people;
        this.scale = scale;
        this.pre = people.score(scale, people.first);
        this.post = people.score(scale, people.last);
        this.offer = new OfferStep(people, scale, pre, post);
        this.lead = offer.lead();
    }

    MissingFinding of(Part<Imputation> common) {
        Part<Lee> lee = Part.attempt(this::lee);
        if (isComplete())
            return new MissingFinding(complete(), repeated(), complete(), complete(), lee);
        Part<Imputation> imputation = common;
        if (!imputation.isThere())
            imputation =
                    Part.attempt(() -> Imputation.of(people, List.of(scale), 1, Progress.NONE));
        if (!imputation.isThere()) {
            var why = imputation.not();
            return new MissingFinding(
                    new Part<>(null, why), repeated(), weighted(), new Part<>(null, why), lee);
        }
        Imputation sets = imputation.orThrow();
        return new MissingFinding(
                Part.attempt(() -> imputed(sets)),
                repeated(),
                weighted(),
                Part.attempt(() -> tipping(sets)),
                lee);
    }

    /** Whether everybody who did not withdraw has both scores. */
    boolean isComplete() {
        int[] asked = people.where(i -> people.person(i).consented());
        return IntStream.of(asked).noneMatch(i -> Double.isNaN(pre[i]) || Double.isNaN(post[i]));
    }

    static <T> Part<T> complete() {
        return Part.not(Part.Reason.NOT_NEEDED, "No answer is missing.");
    }

    private Coefficient effect(Completed one) {
        double[] before = one.measures().get(scale + "." + people.first);
        double[] after = one.measures().get(scale + "." + people.last);
        return offer.coefficient(lead, people.adjusted(before, after), after);
    }

    Imputed imputed(Imputation imputation) {
        List<List<Coefficient>> tables = new ArrayList<>();
        for (Completed one : imputation.sets()) tables.add(List.of(effect(one)));
        Rubin pooled = Rubin.pool(tables, people.level).getFirst();
        double[] filled = imputation.sets().getFirst().measures().get(scale + "." + people.last);
        double[] begun = imputation.sets().getFirst().measures().get(scale + "." + people.first);
        int[] rows = people.adjusted(begun, filled).complete(Map.of("The outcome", filled)).rows();
        return new Imputed(
                Effect.of(
                        pooled.coefficient(),
                        rows.length,
                        (int) IntStream.of(rows).filter(people::isOffered).count(),
                        people.unit(scale),
                        people.leftOut(begun, filled)),
                pooled.imputations(),
                pooled.lambda(),
                imputation.from());
    }

    private Tipping tipping(Imputation imputation) {
        double unit = people.unit(scale);
        boolean[] moved = new boolean[people.n];
        for (int i = 0; i < moved.length; i++)
            moved[i] = people.isOffered(i) && Double.isNaN(post[i]);
        double[] deltas = DELTAS.clone();
        for (int i = 0; i < deltas.length; i++) deltas[i] *= unit;
        TippingPoint tip =
                TippingPoint.of(
                        imputation.sets(),
                        scale + "." + people.last,
                        moved,
                        deltas,
                        this::effect,
                        1 - people.level);
        List<Step> steps = new ArrayList<>();
        for (TippingPoint.Step s : tip.at()) {
            Coefficient c = s.result().coefficient();
            steps.add(new Step(s.delta(), c.estimate(), Range.of(c.interval()), c.p()));
        }
        Double at = tip.tipping().isPresent() ? tip.tipping().getAsDouble() : null;
        return new Tipping(steps, at, at == null ? null : at / unit);
    }

    /** With all waves; where they share too few persons, with the first and the last. */
    private Part<Repeated> repeated() {
        List<String> waves = people.plan.waves().stream().map(w -> w.id()).toList();
        Part<Repeated> all = Part.attempt(() -> repeated(waves));
        return all.isThere() || waves.size() == 2
                ? all
                : Part.attempt(() -> repeated(List.of(people.first, people.last)));
    }

    private Repeated repeated(List<String> waves) {
        List<Integer> who = new ArrayList<>();
        List<String> when = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String wave : waves) {
            double[] score = people.score(scale, wave);
            for (int i = 0; i < people.n; i++)
                if (!Double.isNaN(score[i])) {
                    who.add(i);
                    when.add(wave);
                    values.add(score[i]);
                }
        }
        double[] y = values.stream().mapToDouble(v -> v).toArray();
        double[] arm = who.stream().mapToDouble(i -> people.offered[i]).toArray();
        String[] occasion = when.toArray(String[]::new);
        Design design =
                Design.of(y.length)
                        .factor("wave", occasion, people.first)
                        .numeric("offered", arm)
                        .interaction("wave", "offered");
        RepeatedMeasures fit =
                RepeatedMeasures.fit(
                        design,
                        y,
                        who.stream().map(i -> people.person(i).id()).toArray(String[]::new),
                        occasion,
                        people.level);
        if (!fit.convergence().reached())
            throw new Unusable(
                    Unusable.Reason.NO_CONVERGENCE,
                    "The model of all waves did not settle with these answers.");
        String term = "wave" + people.last + ":offered";
        Coefficient c =
                fit.coefficients().stream()
                        .filter(k -> k.term().equals(term))
                        .findFirst()
                        .orElseThrow();
        int[] persons = who.stream().mapToInt(i -> i).distinct().toArray();
        return new Repeated(
                Effect.of(
                        c,
                        persons.length,
                        (int) IntStream.of(persons).filter(people::isOffered).count(),
                        people.unit(scale),
                        withoutAny(persons.length)),
                fit.n(),
                fit.persons(),
                waves);
    }

    private List<LeftOut> withoutAny(int in) {
        int withdrawn = people.where(i -> !people.person(i).consented()).length;
        int silent = people.n - in - withdrawn;
        List<LeftOut> all = new ArrayList<>();
        if (withdrawn > 0) all.add(new LeftOut(LeftOut.Why.WITHDRAWN, withdrawn));
        if (silent > 0) all.add(new LeftOut(LeftOut.Why.NO_FIRST, silent));
        return all;
    }

    /** The chance of leaving by what the plan says foretells it. */
    private Part<Weighted> weighted() {
        return Part.attempt(
                () -> {
                    Design foretelling = BeforeStep.leavingDesign(people);
                    int[] begun = foretelling.complete(Map.of()).rows();
                    boolean[] left = new boolean[begun.length];
                    double[] gone = new double[begun.length];
                    for (int i = 0; i < gone.length; i++) {
                        left[i] = !people.answered(begun[i], people.last);
                        gone[i] = left[i] ? 1 : 0;
                    }
                    LogisticModel leaving = LogisticModel.fit(foretelling.pick(begun), gone);
                    StayingWeights weights = StayingWeights.of(left, leaving.probabilities());
                    double[] weight = people.filled(i -> Double.NaN);
                    for (int i = 0; i < begun.length; i++) weight[begun[i]] = weights.weights()[i];
                    LinearModel fit =
                            LinearModel.fit(
                                    people.adjusted(pre, post).numeric("offered", people.offered),
                                    post,
                                    weight);
                    int[] rows = fit.rows();
                    return new Weighted(
                            Effect.of(
                                    fit.robust(LinearModel.Robust.HC3, people.level).getLast(),
                                    rows.length,
                                    (int) IntStream.of(rows).filter(people::isOffered).count(),
                                    people.unit(scale),
                                    people.leftOut(
                                            pre,
                                            post,
                                            true,
                                            Map.of(LeftOut.Why.NO_COVARIATE, weight))),
                            weights.effectiveSize(),
                            weights.largest());
                });
    }

    private Lee lee() {
        double[] offered = People.pick(post, people.where(people::isOffered));
        double[] control = People.pick(post, people.where(i -> !people.isOffered(i)));
        LeeBounds bounds = LeeBounds.of(offered, control);
        return new Lee(
                offered.length,
                (int) Math.round(bounds.respondOffered() * offered.length),
                control.length,
                (int) Math.round(bounds.respondControl() * control.length),
                bounds.trimmed(),
                bounds.naive(),
                new Range(bounds.lower(), bounds.upper(), 0));
    }
}
