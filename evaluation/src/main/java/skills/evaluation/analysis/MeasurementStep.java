package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.Measurement.Alpha;
import skills.evaluation.analysis.Measurement.ItemChange;
import skills.evaluation.analysis.Measurement.Omega;
import skills.evaluation.analysis.Measurement.Ordinal;
import skills.evaluation.analysis.Measurement.Step;
import skills.evaluation.plan.Scale;
import skills.statistics.Unusable;
import skills.statistics.factor.Fit;
import skills.statistics.factor.Invariance;
import skills.statistics.factor.LongitudinalInvariance;
import skills.statistics.factor.OneFactor;
import skills.statistics.factor.OrdinalReliability;
import skills.statistics.items.Items;
import skills.statistics.measurement.Reliability;

/** How well one scale measured. */
final class MeasurementStep {
    /** Below this a model of the items over time shows nothing, whatever it says. */
    static final int FEWEST_FOR_INVARIANCE = 150;

    private static final double LARGEST_FALL_OF_CFI = .010;
    private static final double LARGEST_RISE_OF_RMSEA = .015;

    private final People people;
    private final Scale scale;

    MeasurementStep(People people, Scale scale) {
        this.people = people;
        this.scale = scale;
    }

    Measurement of() {
        List<Measurement.Wave> waves = new ArrayList<>();
        for (var wave : people.plan.waves()) {
            double[][] rows = people.scores.items(scale.id(), wave.id());
            if (rows.length == 0) continue;
            Items items = Items.of(rows);
            waves.add(
                    new Measurement.Wave(
                            wave.id(),
                            rows.length,
                            Part.attempt(() -> alpha(items)),
                            Part.attempt(() -> omega(items)),
                            Part.attempt(() -> ordinal(items))));
        }
        double[][] both = people.scores.items(scale.id(), people.first, people.last);
        return new Measurement(scale.id(), waves, invariance(both), changes(both));
    }

    private Alpha alpha(Items items) {
        Reliability r = Reliability.of(items, people.level);
        Unusable.finite("alpha", new double[] {r.alpha(), r.standardErrorOfMeasurement()});
        return new Alpha(
                r.n(),
                r.alpha(),
                Range.of(r.alphaInterval()),
                r.standardErrorOfMeasurement() / r.k());
    }

    private static Omega omega(Items items) {
        OneFactor factor = OneFactor.of(items);
        Unusable.finite("omega", new double[] {factor.omega()});
        return new Omega(
                factor.n(),
                factor.omega(),
                Range.of(factor.omegaInterval()),
                factor.proper() && factor.convergence().reached());
    }

    private static Ordinal ordinal(Items items) {
        OrdinalReliability r = OrdinalReliability.of(items);
        Unusable.finite("alpha", new double[] {r.ordinalAlpha(), r.categoricalOmega()});
        return new Ordinal(r.n(), r.ordinalAlpha(), r.categoricalOmega());
    }

    private Part<Measurement.Invariance> invariance(double[][] both) {
        int complete = 0;
        for (double[] row : both)
            if (java.util.Arrays.stream(row).noneMatch(Double::isNaN)) complete++;
        if (complete < FEWEST_FOR_INVARIANCE)
            return Part.not(
                    Part.Reason.TOO_FEW,
                    "Whether the items mean the same at both waves cannot be tested with %d complete persons; %d are needed."
                            .formatted(complete, FEWEST_FOR_INVARIANCE));
        return Part.attempt(() -> invariance(LongitudinalInvariance.of(Items.of(both))));
    }

    private static Measurement.Invariance invariance(LongitudinalInvariance found) {
        List<Step> steps = new ArrayList<>();
        @Nullable String holds = null;
        boolean isOpen = true;
        for (int i = 0; i < found.steps().size(); i++) {
            Invariance.Step step = found.steps().get(i);
            Fit fit = step.fit();
            steps.add(
                    new Step(
                            step.name(),
                            fit.chiSquared(),
                            fit.df(),
                            fit.cfi(),
                            fit.rmsea().isPresent() ? fit.rmsea().getAsDouble() : null,
                            fit.srmr(),
                            step.converged()));
            isOpen &= step.converged();
            if (i > 0) {
                Invariance.Change change = found.changes().get(i - 1);
                isOpen &=
                        change.cfi() >= -LARGEST_FALL_OF_CFI
                                && change.rmsea() <= LARGEST_RISE_OF_RMSEA;
            }
            if (isOpen) holds = step.name();
        }
        return new Measurement.Invariance(found.n(), steps, holds);
    }

    private List<ItemChange> changes(double[][] both) {
        List<ItemChange> all = new ArrayList<>();
        for (int k = 0; k < scale.items(); k++) {
            double before = 0;
            double after = 0;
            int n = 0;
            for (double[] row : both)
                if (!Double.isNaN(row[k]) && !Double.isNaN(row[scale.items() + k])) {
                    before += row[k];
                    after += row[scale.items() + k];
                    n++;
                }
            if (n > 0) all.add(new ItemChange(scale.columns().get(k), n, before / n, after / n));
        }
        return all;
    }
}
