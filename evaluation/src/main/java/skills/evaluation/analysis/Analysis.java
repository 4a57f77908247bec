package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Scale;
import skills.statistics.Interval;
import skills.statistics.Parts;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.effect.Sample;
import skills.statistics.inference.MultipleTesting;

/**
 * The default analysis of a study, from what its plan says and what its participants answered. What
 * comes out does not depend on the order of the data or on the number of threads.
 */
public final class Analysis {
    /** Raised whenever the same data could give other findings. */
    public static final String VERSION = "1";

    /** Means of fewer persons are not shown. */
    private static final int SMALLEST_GROUP = 10;

    private static final int MOST_THREADS = 8;

    /** Share of the work that filling in missing answers is, of 100. */
    private static final int IMPUTING = 30;

    private final People people;
    private final Progress progress;
    private final int threads;

    private Analysis(StudyData data, Progress progress) {
        this.people = new People(data);
        this.progress = progress;
        this.threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    }

    /**
     * @param progress told how far it is, of 100
     * @throws Unusable when an arm has no participant; every smaller trouble is told in the
     *     findings
     * @throws skills.statistics.Cancelled when the progress says to stop
     */
    public static Findings of(StudyData data, Progress progress) {
        return new Analysis(data, progress).run();
    }

    /**
     * Only the leading as-offered result of each outcome, by scale: what planning promised to see.
     * Far quicker than the whole.
     */
    public static Map<String, Part<Effect>> leading(StudyData data) {
        People people = new People(data);
        Map<String, Part<Effect>> all = new LinkedHashMap<>();
        for (Outcome outcome : data.plan().outcomes()) {
            double[] pre = people.score(outcome.scale(), people.first);
            double[] post = people.score(outcome.scale(), people.last);
            all.put(outcome.scale(), new OfferStep(people, outcome.scale(), pre, post).leading());
        }
        return all;
    }

    /** What is known of one outcome before all are corrected and graded together. */
    private record Raw(
            Outcome outcome,
            @Nullable Double unit,
            List<OutcomeFinding.Point> trajectory,
            AsOffered asOffered,
            MissingFinding missing,
            Part<AmongUsers> amongUsers,
            List<OutcomeFinding.Dose> dose,
            Size size,
            List<Sensitivity> sensitivity) {}

    private Findings run() {
        BeforeStep before = new BeforeStep(people);
        AttritionFinding attrition = before.attrition();
        CarelessStep careless = CarelessStep.of(people);
        List<String> scales = people.plan.outcomes().stream().map(Outcome::scale).toList();
        Part<Imputation> imputation =
                Part.attempt(() -> Imputation.of(people, scales, threads, part(0, IMPUTING)));
        List<Supplier<Object>> work = new ArrayList<>();
        for (Outcome outcome : people.plan.outcomes())
            work.add(() -> raw(outcome, imputation, careless.flagged()));
        for (Scale scale : people.plan.scales())
            work.add(() -> new MeasurementStep(people, scale).of());
        work.add(() -> TreatedStep.of(people));
        List<Object> done =
                Parts.run(
                        work.size(),
                        threads,
                        part(IMPUTING, 100),
                        (number, check) -> work.get(number).get());
        List<Raw> raw = only(Raw.class, done);
        List<Measurement> measurement = only(Measurement.class, done);
        @SuppressWarnings("unchecked")
        Part<AsTreated> asTreated = (Part<AsTreated>) done.getLast();
        Flow flow = before.flow();
        Baseline baseline = before.baseline();
        Findings.Modes modes = modes();
        List<OutcomeFinding> outcomes = graded(raw, measurement, attrition, flow, baseline, modes);
        return new Findings(
                new Findings.Made(
                        people.data.hash(),
                        PlanFile.hash(people.plan),
                        people.plan.analysis().seed(),
                        Map.of("analysis", VERSION, "java", "" + Runtime.version().feature())),
                before.design(attrition.verdict()),
                flow,
                attrition,
                baseline,
                measurement,
                outcomes,
                asTreated,
                uses(),
                careless.found(),
                modes,
                Grading.whole(
                        outcomes.stream()
                                .filter(OutcomeFinding::primary)
                                .map(OutcomeFinding::graded)
                                .toList()));
    }

    private static <T> List<T> only(Class<T> type, List<Object> all) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Progress part(int from, int to) {
        return (done, of) -> progress.goOn(from + (to - from) * done / Math.max(1, of), 100);
    }

    private Raw raw(Outcome outcome, Part<Imputation> imputation, boolean[] careless) {
        String scale = outcome.scale();
        double[] pre = people.score(scale, people.first);
        double[] post = people.score(scale, people.last);
        AsOffered offered = new OfferStep(people, scale, pre, post).of();
        UseStep use = new UseStep(people, scale);
        return new Raw(
                outcome,
                Part.attempt(() -> people.unit(scale)).result(),
                trajectory(scale),
                offered,
                new MissingStep(people, scale).of(imputation),
                use.amongUsers(),
                use.dose(),
                new SizeStep(people, outcome).of(offered),
                new SensitivityStep(people, scale, careless).of());
    }

    private List<OutcomeFinding.Point> trajectory(String scale) {
        List<OutcomeFinding.Point> points = new ArrayList<>();
        for (var wave : people.plan.waves())
            for (boolean arm : new boolean[] {true, false}) {
                double[] score = people.score(scale, wave.id());
                int[] in = People.where(score, i -> people.isOffered(i) == arm);
                points.add(point(wave.id(), arm, People.pick(score, in)));
            }
        return points;
    }

    private OutcomeFinding.Point point(String wave, boolean arm, double[] values) {
        if (values.length < SMALLEST_GROUP)
            return new OutcomeFinding.Point(wave, arm, values.length, null, null, null);
        Sample sample = Sample.of(wave, values);
        double margin =
                Quantiles.t(.5 + people.level / 2, sample.n() - 1)
                        * sample.sd()
                        / Math.sqrt(sample.n());
        return new OutcomeFinding.Point(
                wave,
                arm,
                sample.n(),
                sample.mean(),
                sample.sd(),
                Range.of(Interval.around(sample.mean(), margin, people.level)));
    }

    private List<OutcomeFinding> graded(
            List<Raw> raw,
            List<Measurement> measurement,
            AttritionFinding attrition,
            Flow flow,
            Baseline baseline,
            Findings.Modes modes) {
        Map<String, Double> adjusted = new LinkedHashMap<>();
        adjust(raw, true, MultipleTesting.HOLM, adjusted);
        adjust(raw, false, MultipleTesting.BENJAMINI_HOCHBERG, adjusted);
        int opened =
                flow.arms().stream()
                        .filter(a -> !a.offered())
                        .mapToInt(Flow.Arm::contaminated)
                        .sum();
        List<OutcomeFinding> all = new ArrayList<>();
        for (Raw r : raw) {
            Outcome outcome = r.outcome;
            Double p = adjusted.get(outcome.scale());
            Evidence evidence =
                    evidence(
                            r,
                            p,
                            attrition,
                            startedDifferent(baseline, outcome.scale()),
                            modes.differ(),
                            flow.control() == 0 ? 0 : (double) opened / flow.control(),
                            reliability(measurement, outcome.scale()));
            all.add(
                    new OutcomeFinding(
                            outcome.scale(),
                            outcome.primary(),
                            outcome.expected(),
                            people.plan.scale(outcome.scale()).better(),
                            outcome.smallestOfInterest(),
                            r.unit,
                            r.trajectory,
                            r.asOffered,
                            p,
                            r.missing,
                            r.amongUsers,
                            r.dose,
                            r.size,
                            r.sensitivity,
                            Grading.of(evidence)));
        }
        return all;
    }

    private static void adjust(
            List<Raw> raw, boolean primary, MultipleTesting how, Map<String, Double> into) {
        List<Raw> some = raw.stream().filter(r -> r.outcome.primary() == primary).toList();
        double[] p =
                some.stream()
                        .mapToDouble(
                                r ->
                                        r.asOffered.effect().isThere()
                                                ? r.asOffered.effect().orThrow().p()
                                                : Double.NaN)
                        .toArray();
        double[] adjusted = how.adjust(p);
        for (int i = 0; i < p.length; i++)
            if (!Double.isNaN(adjusted[i])) into.put(some.get(i).outcome.scale(), adjusted[i]);
    }

    private static boolean startedDifferent(Baseline baseline, String scale) {
        return baseline.analysed().stream()
                .anyMatch(c -> c.name().equals(scale) && c.alike() == Compared.Alike.TOO_DIFFERENT);
    }

    private @Nullable Double reliability(List<Measurement> measurement, String scale) {
        for (Measurement of : measurement)
            for (Measurement.Wave wave : of.waves())
                if (of.scale().equals(scale)
                        && wave.wave().equals(people.last)
                        && wave.alpha().isThere()) return wave.alpha().orThrow().alpha();
        return null;
    }

    private Evidence evidence(
            Raw r,
            @Nullable Double adjustedP,
            AttritionFinding attrition,
            boolean startedDifferent,
            boolean modesDiffer,
            double contaminated,
            @Nullable Double reliability) {
        @Nullable Effect effect = r.asOffered.effect().result();
        MissingFinding.@Nullable Imputed imputed = r.missing.imputed().result();
        Part.@Nullable Not not = r.missing.imputed().not();
        MissingFinding.@Nullable Tipping tipping = r.missing.tipping().result();
        MissingFinding.@Nullable Lee lee = r.missing.lee().result();
        Size.@Nullable Equivalence equivalence = r.size.equivalence().result();
        return new Evidence(
                r.outcome.primary(),
                people.data.byLot(),
                people.byClass ? OfferStep.classes(r.asOffered) : 0,
                OfferStep.smallestPossible(r.asOffered),
                attrition.verdict(),
                effect == null ? null : effect.estimate(),
                effect == null ? null : effect.interval(),
                adjustedP,
                equivalence == null ? null : equivalence.p(),
                equivalence == null ? 0 : equivalence.bound(),
                imputed == null ? null : imputed.effect().interval(),
                not != null && not.reason() == Part.Reason.NOT_NEEDED,
                lee == null ? null : lee.bounds(),
                tipping == null ? null : tipping.atSd(),
                startedDifferent,
                modesDiffer,
                contaminated,
                reliability,
                people.plan.scale(r.outcome.scale()).better(),
                r.outcome.expected(),
                people.plan.analysis().alpha());
    }

    private Findings.Modes modes() {
        Map<String, String> by = new LinkedHashMap<>();
        people.plan.waves().forEach(w -> by.put(w.id(), w.mode().name()));
        return new Findings.Modes(
                people.plan.wave(people.first).mode() != people.plan.wave(people.last).mode(), by);
    }

    private List<Findings.Use> uses() {
        List<Findings.Use> all = new ArrayList<>();
        for (var definition : people.plan.uses()) {
            double[] use = people.uses(definition);
            int[] known = People.where(use, i -> true);
            int offeredKnown = People.where(use, people::isOffered).length;
            all.add(
                    new Findings.Use(
                            definition.id(),
                            definition.id().equals(people.plan.analysis().mainUse()),
                            known.length,
                            People.where(use, i -> use[i] == 1 && people.isOffered(i)).length,
                            offeredKnown,
                            People.where(use, i -> use[i] == 1 && !people.isOffered(i)).length,
                            known.length - offeredKnown));
        }
        return all;
    }
}
