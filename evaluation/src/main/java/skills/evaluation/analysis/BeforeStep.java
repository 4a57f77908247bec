package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.AttritionFinding.Leaving;
import skills.evaluation.analysis.AttritionFinding.Little;
import skills.evaluation.analysis.AttritionFinding.Term;
import skills.evaluation.analysis.DesignFinding.Because;
import skills.statistics.Coefficient;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.effect.Sample;
import skills.statistics.logistic.LogisticModel;
import skills.statistics.missing.Attrition;
import skills.statistics.missing.Moments;

/** Everything before the first effect: how many, who left, and how alike the arms were. */
final class BeforeStep {
    private final People people;

    BeforeStep(People people) {
        this.people = people;
    }

    Flow flow() {
        List<Flow.Arm> arms = new ArrayList<>();
        for (var arm : people.plan.arms()) {
            int[] in = people.where(i -> people.person(i).arm().equals(arm.id()));
            Map<String, Integer> answered = new LinkedHashMap<>();
            for (var wave : people.plan.waves())
                answered.put(wave.id(), count(in, i -> people.answered(i, wave.id())));
            arms.add(
                    new Flow.Arm(
                            arm.id(),
                            arm.offered(),
                            in.length,
                            count(in, i -> people.person(i).consented()),
                            count(in, i -> people.use[i] == 1),
                            count(in, i -> Double.isNaN(people.use[i])),
                            answered,
                            count(in, this::hasBoth),
                            count(in, i -> people.person(i).moved()),
                            count(in, i -> people.person(i).contaminated())));
        }
        int[] all = IntStream.range(0, people.n).toArray();
        int offered = count(all, people::isOffered);
        return new Flow(
                people.n,
                offered,
                people.n - offered,
                count(all, i -> !people.person(i).consented()),
                count(all, i -> people.person(i).contaminated()),
                count(all, i -> people.person(i).moved()),
                count(all, this::hasBoth),
                arms,
                new Flow.Linking(
                        new java.util.TreeMap<>(people.data.unlinked()),
                        count(
                                all,
                                i ->
                                        people.answered(i, people.last)
                                                && !people.answered(i, people.first))));
    }

    private boolean hasBoth(int i) {
        return people.answered(i, people.first) && people.answered(i, people.last);
    }

    private static int count(int[] in, IntPredicate has) {
        return (int) IntStream.of(in).filter(has).count();
    }

    DesignFinding design(AttritionFinding.Verdict attrition) {
        List<Because> because = new ArrayList<>();
        because.add(people.data.byLot() ? Because.LOT_LOGGED : Because.NO_LOT_LOGGED);
        boolean isHigh = attrition.compareTo(AttritionFinding.Verdict.HIGH) >= 0;
        if (people.data.byLot() && isHigh) because.add(Because.ATTRITION_TOO_HIGH);
        Set<String> offered = people.classes(true);
        Set<String> control = people.classes(false);
        Set<String> all = new HashSet<>(offered);
        all.addAll(control);
        return new DesignFinding(
                people.data.byLot() && !isHigh
                        ? DesignFinding.Label.EXPERIMENT
                        : DesignFinding.Label.QUASI_EXPERIMENT,
                people.byClass
                        ? skills.evaluation.plan.Allocation.Unit.CLASS
                        : skills.evaluation.plan.Allocation.Unit.PERSON,
                people.data.byLot(),
                all.size(),
                offered.size(),
                control.size(),
                because);
    }

    /**
     * @throws skills.statistics.Unusable when an arm has nobody
     */
    AttritionFinding attrition() {
        int[] offered = people.where(people::isOffered);
        int[] control = people.where(i -> !people.isOffered(i));
        int goneOffered = count(offered, i -> !people.answered(i, people.last));
        int goneControl = count(control, i -> !people.answered(i, people.last));
        Attrition a = Attrition.of(goneOffered, offered.length, goneControl, control.length);
        return new AttritionFinding(
                people.n,
                goneOffered + goneControl,
                a.overall(),
                offered.length,
                goneOffered,
                a.offered(),
                control.length,
                goneControl,
                a.control(),
                a.differential(),
                AttritionFinding.Verdict.of(a.overall(), a.differential()),
                compared(
                        i -> !people.answered(i, people.last),
                        i -> people.answered(i, people.last)),
                Part.attempt(this::leaving),
                Part.attempt(this::little));
    }

    private Leaving leaving() {
        double[] left = people.filled(i -> people.answered(i, people.last) ? 0 : 1);
        LogisticModel fit = LogisticModel.fit(leavingDesign(people), left);
        List<Coefficient> table = fit.coefficients(people.level);
        List<Term> terms = new ArrayList<>();
        for (int j = 1; j < table.size(); j++) {
            Interval interval = table.get(j).interval();
            Unusable.finite("An odds ratio", new double[] {Math.exp(interval.high())});
            terms.add(
                    new Term(
                            table.get(j).term(),
                            Math.exp(table.get(j).estimate()),
                            new Range(
                                    Math.exp(interval.low()),
                                    Math.exp(interval.high()),
                                    interval.level()),
                            table.get(j).p()));
        }
        int gone = 0;
        for (int row : fit.rows()) if (left[row] == 1) gone++;
        return new Leaving(fit.n(), gone, terms, fit.areaUnderCurve());
    }

    /** What foretells who leaves: the offer, age, gender, and the first wave of some scales. */
    static Design leavingDesign(People people) {
        List<String> chosen = people.plan.analysis().predictors();
        Design design = Design.of(people.n).numeric("offered", people.offered);
        if (differs(people.age)) design = design.numeric("age", people.age);
        if (differs(people.female)) design = design.numeric("female", people.female);
        for (var outcome : people.plan.outcomes()) {
            double[] score = people.score(outcome.scale(), people.first);
            if ((chosen.isEmpty() || chosen.contains(outcome.scale())) && differs(score))
                design = design.numeric(outcome.scale(), score);
        }
        return design;
    }

    private static boolean differs(double[] values) {
        return java.util.Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().count() > 1;
    }

    private Little little() {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (var outcome : people.plan.outcomes())
            for (String wave : List.of(people.first, people.last)) {
                names.add(outcome.scale() + "." + wave);
                columns.add(people.score(outcome.scale(), wave));
            }
        Moments.Little little = Moments.em(names, columns.toArray(double[][]::new)).little();
        return new Little(little.chiSquared(), little.df(), little.p(), little.n());
    }

    Baseline baseline() {
        return new Baseline(
                compared(people::isOffered, i -> !people.isOffered(i)),
                compared(
                        i -> people.isOffered(i) && hasBoth(i),
                        i -> !people.isOffered(i) && hasBoth(i)));
    }

    /** What was known before the offer. */
    private Map<String, double[]> before() {
        Map<String, double[]> all = new LinkedHashMap<>();
        all.put("age", people.age);
        all.put("female", people.female);
        for (var outcome : people.plan.outcomes())
            all.put(outcome.scale(), people.score(outcome.scale(), people.first));
        return all;
    }

    private List<Compared> compared(IntPredicate group, IntPredicate reference) {
        List<Compared> all = new ArrayList<>();
        before().forEach(
                        (name, values) ->
                                all.add(
                                        compared(
                                                name,
                                                People.pick(values, People.where(values, group)),
                                                People.pick(
                                                        values, People.where(values, reference)))));
        return all;
    }

    private static Compared compared(String name, double[] group, double[] reference) {
        Compared.Summary a = summary(group);
        Compared.Summary b = summary(reference);
        Double difference = null;
        Double ratio = null;
        if (a.sd() != null && b.sd() != null) {
            double pooled = Math.sqrt((a.sd() * a.sd() + b.sd() * b.sd()) / 2);
            if (pooled > 0) difference = (a.mean() - b.mean()) / pooled;
            if (b.sd() > 0) ratio = a.sd() * a.sd() / (b.sd() * b.sd());
        }
        return new Compared(
                name,
                a,
                b,
                difference,
                ratio,
                difference == null ? null : Compared.Alike.of(difference));
    }

    private static Compared.Summary summary(double[] values) {
        Sample sample = Sample.of("values", values);
        @Nullable Double mean = sample.n() > 0 ? sample.mean() : null;
        return new Compared.Summary(sample.n(), mean, sample.n() > 1 ? sample.sd() : null);
    }
}
