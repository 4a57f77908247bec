package skills.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.platform.Words;

/** What the offer may change: each scale decides, is looked at beside it, or is left out. */
@Component
class OutcomeForm implements StepForm {

    private static final int MOST_PRIMARY = 4;

    enum Part {
        PRIMARY,
        OTHER,
        NONE
    }

    private final StudyScales scales;

    OutcomeForm(StudyScales scales) {
        this.scales = scales;
    }

    @Override
    public PlanStep step() {
        return PlanStep.OUTCOMES;
    }

    @Override
    public boolean isList() {
        return true;
    }

    /** The scales come with the questionnaires. */
    @Override
    public boolean grows() {
        return false;
    }

    private List<Scale> all(Plan plan) {
        Map<String, Scale> all = new LinkedHashMap<>();
        plan.scales().forEach(s -> all.put(s.id(), s));
        scales.all().forEach(all::putIfAbsent);
        return List.copyOf(all.values());
    }

    private static Optional<Outcome> of(Plan plan, Scale scale) {
        return plan.outcomes().stream().filter(o -> o.scale().equals(scale.id())).findFirst();
    }

    @Override
    public int most() {
        return MOST_PRIMARY;
    }

    @Override
    public List<String> lines(Plan plan, Words words) {
        return all(plan).stream()
                .map(
                        s ->
                                of(plan, s)
                                        .map(o -> Said.outcome(o, s, words))
                                        .orElseGet(
                                                () ->
                                                        words.t(
                                                                "plan.outcome.line.NONE",
                                                                Said.of(s.name(), words))))
                .toList();
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        Scale scale = all(plan).get(item);
        Optional<Outcome> outcome = of(plan, scale);
        Outcome.Expected usual =
                switch (scale.better()) {
                    case HIGH -> Outcome.Expected.RISES;
                    case LOW -> Outcome.Expected.FALLS;
                    case NEITHER -> Outcome.Expected.EITHER;
                };
        Part part = outcome.map(o -> o.primary() ? Part.PRIMARY : Part.OTHER).orElse(Part.NONE);
        return List.of(
                Ask.one(words, "plan.outcome.part", "part", part.name(), Part.values()),
                Ask.one(
                        words,
                        "plan.outcome.expected",
                        "expected",
                        outcome.map(Outcome::expected).orElse(usual).name(),
                        Outcome.Expected.values()),
                Ask.number(
                        words,
                        "plan.outcome.smallest",
                        "smallest",
                        Said.decimal(outcome.map(Outcome::smallestOfInterest).orElse(.3), words)));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        Scale scale = all(plan).get(item);
        Part part = typed.one("part", Part.class, Part.NONE);
        var expected = typed.one("expected", Outcome.Expected.class, Outcome.Expected.EITHER);
        double smallest = typed.decimal("smallest", .01, 3, .3);
        List<Outcome> outcomes = new ArrayList<>();
        List<Scale> used = new ArrayList<>();
        for (Scale s : all(plan)) {
            Optional<Outcome> outcome = of(plan, s);
            if (s.id().equals(scale.id()))
                outcome =
                        part == Part.NONE
                                ? Optional.empty()
                                : Optional.of(
                                        new Outcome(
                                                s.id(), part == Part.PRIMARY, expected, smallest));
            if (outcome.isEmpty()) continue;
            outcomes.add(outcome.get());
            used.add(s);
        }
        typed.faults()
                .addIf(
                        outcomes.stream().filter(Outcome::primary).count() > MOST_PRIMARY,
                        "part",
                        "plan.fault.outcomes.primary");
        return PlanParts.of(plan).outcomes(used, outcomes).plan();
    }
}
