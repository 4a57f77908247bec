package skills.statistics.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.Progress;
import skills.statistics.causal.DoublyRobust;
import skills.statistics.causal.EValue;
import skills.statistics.causal.Instrument;
import skills.statistics.causal.Matching;
import skills.statistics.causal.Propensity;
import skills.statistics.cluster.Classes;
import skills.statistics.cluster.WildBootstrap;
import skills.statistics.design.Design;
import skills.statistics.effect.Sample;
import skills.statistics.factor.OneFactor;
import skills.statistics.factor.OrdinalReliability;
import skills.statistics.inference.BayesFactor;
import skills.statistics.inference.Bootstrap;
import skills.statistics.inference.Equivalence;
import skills.statistics.inference.MultipleTesting;
import skills.statistics.inference.TwoGroups;
import skills.statistics.items.Items;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.logistic.LogisticModel;
import skills.statistics.matrix.Matrix;
import skills.statistics.measurement.Reliability;
import skills.statistics.measurement.ReliableChange;
import skills.statistics.missing.Attrition;
import skills.statistics.missing.ChainedEquations;
import skills.statistics.missing.LeeBounds;
import skills.statistics.missing.Moments;
import skills.statistics.missing.Rubin;
import skills.statistics.missing.StayingWeights;
import skills.statistics.missing.TippingPoint;
import skills.statistics.mixed.MixedModel;
import skills.statistics.mixed.RepeatedMeasures;
import skills.statistics.power.TwoGroupPower;
import skills.statistics.reference.Given;
import skills.statistics.reference.Study;

/**
 * The whole default analysis of the simulated study, as its plan has it: attrition, measurement,
 * the effect of the offer (with the classes), what is missing, the effect of use, as-treated, dose,
 * size. For each of the four outcomes; 50 completed data sets and 2,000 bootstraps each.
 */
final class DefaultAnalysis {
    private final int threads;
    private final Study study = new Study(Given.data());
    private final double[] offered = study.number("offered");
    private final double[] use = study.number("user");
    private final String[] classes = study.text("class");
    private final int n = offered.length;
    private final List<Double> found = new ArrayList<>();

    DefaultAnalysis(int threads) {
        this.threads = threads;
    }

    /** The main number of each step. */
    List<Double> run() {
        found.clear();
        attrition();
        List<Map<String, double[]>> completed = imputed();
        List<Double> p = new ArrayList<>();
        for (String scale : Study.SCALES.keySet()) {
            measurement(scale);
            p.add(offer(scale));
            missing(scale, completed);
            use(scale);
            size(scale);
        }
        double[] primary = p.stream().mapToDouble(v -> v).toArray();
        for (double v : MultipleTesting.HOLM.adjust(primary)) found.add(v);
        asTreated();
        return List.copyOf(found);
    }

    private void attrition() {
        double[] left = Frame.filled(n, i -> study.answered(i, 3) ? 0 : 1);
        int[] gone = new int[2];
        int[] all = new int[2];
        for (int i = 0; i < n; i++) {
            gone[(int) offered[i]] += (int) left[i];
            all[(int) offered[i]]++;
        }
        found.add(Attrition.of(gone[1], all[1], gone[0], all[0]).differential());
        LogisticModel leaving =
                LogisticModel.fit(
                        Design.of(n)
                                .numeric("offered", offered)
                                .numeric("age", study.number("age"))
                                .numeric("pre", study.score("selfinsight", 1)),
                        left);
        found.add(leaving.coefficients(.95).get(1).p());
        found.add(leaving.profile(1, .95).low());
        double[][] scores = new double[8][];
        List<String> names = new ArrayList<>();
        for (String scale : Study.SCALES.keySet())
            for (int wave : new int[] {1, 3}) {
                scores[names.size()] = study.score(scale, wave);
                names.add(scale + wave);
            }
        found.add(Moments.em(names, scores).little().p());
    }

    private void measurement(String scale) {
        for (int wave : new int[] {1, 3}) {
            Items items =
                    Items.of(
                            IntStream.range(0, study.answers().size())
                                    .mapToObj(i -> study.answers().row(i))
                                    .filter(row -> row.number("wave") == wave)
                                    .map(row -> study.items(scale, row))
                                    .toArray(double[][]::new));
            found.add(Reliability.of(items).alphaInterval().low());
            found.add(OneFactor.of(items).omega());
            found.add(OrdinalReliability.of(items).ordinalAlpha());
        }
    }

    private Design design(String scale, String name, double[] arm) {
        return Design.of(n).numeric("pre", study.score(scale, 1)).numeric(name, arm);
    }

    /** The effect of the offer, first by classes. */
    private double offer(String scale) {
        double[] post = study.score(scale, 3);
        Design design = design(scale, "offered", offered);
        Classes by =
                Classes.of(
                        Design.of(n).numeric("pre", study.score(scale, 1)), post, classes, offered);
        found.add(by.difference(.95).p());
        found.add(by.permutation().p());
        found.add(WildBootstrap.of(design, post, classes, 2, 2000, 1).p());
        LinearModel fit = LinearModel.fit(design, post);
        found.add(fit.clustered(classes).coefficients(.95).get(2).p());
        found.add(
                MixedModel.randomIntercept(design, post, classes, MixedModel.Method.REML)
                        .kenwardRoger(.95)
                        .get(2)
                        .p());
        Coefficient effect = fit.robust(Robust.HC3, .95).get(2);
        found.add(effect.estimate());
        found.add(waves(scale));
        return effect.p();
    }

    /** All waves of all persons: a mixed model and MMRM. */
    private double waves(String scale) {
        double[][] scores = {study.score(scale, 1), study.score(scale, 2), study.score(scale, 3)};
        int[] at =
                IntStream.range(0, 3 * n)
                        .filter(i -> !Double.isNaN(scores[i / n][i % n]))
                        .toArray();
        double[] y = IntStream.of(at).mapToDouble(i -> scores[i / n][i % n]).toArray();
        String[] wave = IntStream.of(at).mapToObj(i -> "" + (i / n + 1)).toArray(String[]::new);
        String[] arm = IntStream.of(at).mapToObj(i -> "" + offered[i % n]).toArray(String[]::new);
        String[] person = IntStream.of(at).mapToObj(i -> "p" + i % n).toArray(String[]::new);
        Design design =
                Design.of(y.length)
                        .factor("wave", wave)
                        .factor("arm", arm)
                        .interaction("wave", "arm");
        found.add(
                MixedModel.randomIntercept(design, y, person, MixedModel.Method.REML)
                        .coefficients(.95)
                        .getLast()
                        .p());
        return RepeatedMeasures.fit(design, y, person, wave, .95).coefficients().getLast().p();
    }

    /** Within each arm, out of all scores at T1 and T3 and the use: T2 has too few answers. */
    private List<Map<String, double[]>> imputed() {
        List<Map<String, double[]>> completed = new ArrayList<>();
        for (int m = 0; m < 50; m++) completed.add(new LinkedHashMap<>());
        for (int arm = 0; arm < 2; arm++) {
            int which = arm;
            int[] in = IntStream.range(0, n).filter(i -> offered[i] == which).toArray();
            Map<String, double[]> measures = new LinkedHashMap<>();
            for (String scale : Study.SCALES.keySet())
                for (int wave : new int[] {1, 3})
                    measures.put(scale + wave, pick(study.score(scale, wave), in));
            if (arm == 1) measures.put("use", pick(use, in));
            var done =
                    new ChainedEquations(ChainedEquations.How.NORMAL, 50, 10, 1 + arm, threads)
                            .impute(measures);
            for (int m = 0; m < 50; m++) {
                Map<String, double[]> whole = completed.get(m);
                done.get(m)
                        .measures()
                        .forEach(
                                (name, values) -> {
                                    double[] all = whole.computeIfAbsent(name, k -> new double[n]);
                                    for (int i = 0; i < in.length; i++) all[in[i]] = values[i];
                                });
            }
        }
        return completed;
    }

    private void missing(String scale, List<Map<String, double[]>> completed) {
        double[] post = study.score(scale, 3);
        var sets = completed.stream().map(ChainedEquations.Completed::new).toList();
        List<List<Coefficient>> tables = new ArrayList<>();
        for (var one : sets) tables.add(List.of(effect(one, scale)));
        found.add(Rubin.pool(tables, .95).getFirst().coefficient().estimate());
        boolean[] moved = new boolean[n];
        for (int i = 0; i < n; i++) moved[i] = offered[i] == 1 && Double.isNaN(post[i]);
        double[] deltas = {-1, -.75, -.5, -.25, 0, .25, .5, .75, 1};
        TippingPoint tip =
                TippingPoint.of(sets, scale + 3, moved, deltas, one -> effect(one, scale), .05);
        found.add(tip.at().getLast().result().coefficient().p());
        int[] begun = known(study.score(scale, 1));
        boolean[] left = new boolean[begun.length];
        double[] gone = new double[begun.length];
        for (int i = 0; i < gone.length; i++) {
            left[i] = Double.isNaN(post[begun[i]]);
            gone[i] = left[i] ? 1 : 0;
        }
        LogisticModel leaving =
                LogisticModel.fit(design(scale, "offered", offered).pick(begun), gone);
        StayingWeights weights = StayingWeights.of(left, leaving.probabilities());
        found.add(
                LinearModel.fit(
                                design(scale, "offered", offered).pick(begun),
                                pick(post, begun),
                                weights.weights())
                        .robust(Robust.HC3, .95)
                        .get(2)
                        .estimate());
        found.add(
                LeeBounds.of(
                                Study.where(post, i -> offered[i] == 1),
                                Study.where(post, i -> offered[i] == 0))
                        .width());
    }

    private Coefficient effect(ChainedEquations.Completed one, String scale) {
        return LinearModel.fit(
                        Design.of(n)
                                .numeric("pre", one.measures().get(scale + 1))
                                .numeric("offered", offered),
                        one.measures().get(scale + 3))
                .coefficients(.95)
                .get(2);
    }

    /** The effect of use on those who use it because it is offered; dose. */
    private void use(String scale) {
        double[] post = study.score(scale, 3);
        Instrument iv =
                Instrument.of(
                        Design.of(n).numeric("pre", study.score(scale, 1)),
                        post,
                        use,
                        offered,
                        .95);
        found.add(iv.effect().estimate());
        found.add(iv.f());
        double[] minutes = study.number("minutes");
        for (double[] dose :
                List.of(study.number("sessions"), Frame.filled(n, i -> Math.log1p(minutes[i]))))
            found.add(
                    LinearModel.fit(design(scale, "dose", dose), post)
                            .robust(Robust.HC3, .95)
                            .get(2)
                            .estimate());
    }

    /** How large: bootstrapped, against a smallest effect, with a Bayes factor, in persons. */
    private void size(String scale) {
        double[] pre = study.score(scale, 1);
        double[] post = study.score(scale, 3);
        int[] both = known(Frame.filled(n, i -> pre[i] + post[i]));
        double sd = Sample.of("before", pre).sd();
        Design design = design(scale, "offered", offered).pick(both);
        Matrix x = design.matrix();
        double[] y = pick(post, both);
        found.add(
                new Bootstrap(2000, 1, threads)
                        .persons(
                                both.length,
                                rows -> Works.effect(x, y, design.columns(), rows) / sd,
                                .95,
                                Progress.NONE)
                        .bca()
                        .low());
        Coefficient c = LinearModel.fit(design, y).robust(Robust.HC3, .95).get(2);
        found.add(Equivalence.of(c.estimate(), c.standardError(), c.df(), .3 * sd).p());
        double[] change = Frame.filled(n, i -> post[i] - pre[i]);
        Sample with = Sample.of("offered", Study.where(change, i -> offered[i] == 1));
        Sample without = Sample.of("control", Study.where(change, i -> offered[i] == 0));
        TwoGroups two = TwoGroups.compare(with, without, .95);
        found.add(
                BayesFactor.twoSample(two.student().t(), with.n(), without.n(), Math.sqrt(2) / 2)
                        .bf10());
        found.add(new TwoGroupPower(with.n(), without.n(), .05).minimumDetectable(.8));
        int better = 0;
        for (int i : both)
            if (ReliableChange.onScale(pre[i], post[i], sd, .8, .95).z() > 1.96) better++;
        found.add((double) better);
    }

    /** Users and others made alike. */
    private void asTreated() {
        Map<String, double[]> all = new LinkedHashMap<>();
        all.put("age", study.number("age"));
        for (String s : Study.SCALES.keySet()) all.put(s, study.score(s, 1));
        int[] rows =
                IntStream.range(0, n)
                        .filter(i -> study.answered(i, 3))
                        .filter(i -> all.values().stream().noneMatch(x -> Double.isNaN(x[i])))
                        .toArray();
        Map<String, double[]> x = new LinkedHashMap<>();
        Design design = Design.of(rows.length);
        for (var e : all.entrySet()) {
            x.put(e.getKey(), pick(e.getValue(), rows));
            design = design.numeric(e.getKey(), x.get(e.getKey()));
        }
        double[] user = pick(use, rows);
        Propensity score = Propensity.of(design, user);
        double[] weights = score.weights(Propensity.Target.OVERLAP);
        found.add(Propensity.balance(x, score.treated(), weights).controlSize());
        found.add(
                (double) Matching.withCaliper(score.scores(), score.treated(), .2).pairs().size());
        for (String s : Study.SCALES.keySet()) {
            double[] post = pick(study.score(s, 3), rows);
            Design outcome = Design.of(rows.length).numeric("pre", x.get(s)).numeric("user", user);
            Coefficient c = LinearModel.fit(outcome, post, weights).robust(Robust.HC3, .95).get(2);
            found.add(c.estimate());
            found.add(EValue.standardizedDifference(c.estimate(), c.standardError()).limit());
            int[] at = known(post);
            boolean[] group = new boolean[at.length];
            for (int i = 0; i < at.length; i++) group[i] = score.treated()[at[i]];
            found.add(
                    DoublyRobust.of(
                                    Design.of(at.length).numeric("pre", pick(x.get(s), at)),
                                    pick(post, at),
                                    group,
                                    pick(score.scores(), at),
                                    .95)
                            .effect()
                            .estimate());
        }
    }

    private static int[] known(double[] values) {
        return IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}
