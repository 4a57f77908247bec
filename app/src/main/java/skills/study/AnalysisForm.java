package skills.study;

import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.AnalysisPlan;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.UseDefinition;
import skills.evaluation.plan.Wave;
import skills.platform.Words;

/** What will be computed. After the freeze it may change until the first wave closes. */
@Component
class AnalysisForm implements StepForm {

    @Override
    public PlanStep step() {
        return PlanStep.ANALYSIS;
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        AnalysisPlan a = plan.analysis();
        List<Ask.Option> waves =
                plan.waves().stream()
                        .map(w -> new Ask.Option(w.id(), Said.of(w.name(), words)))
                        .toList();
        return List.of(
                Ask.one(words, "plan.first", "first", a.first(), waves),
                Ask.one(words, "plan.last", "last", a.last(), waves),
                Ask.one(
                        words,
                        "plan.mainUse",
                        "mainUse",
                        a.mainUse(),
                        plan.uses().stream()
                                .map(u -> new Ask.Option(u.id(), Said.of(u.name(), words)))
                                .toList()),
                Ask.number(words, "plan.alpha", "alpha", Said.decimal(a.alpha(), words)),
                Ask.number(
                        words,
                        "plan.imputations",
                        "imputations",
                        Integer.toString(a.imputations())),
                Ask.number(words, "plan.resamples", "resamples", Integer.toString(a.resamples())));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        AnalysisPlan a = plan.analysis();
        List<String> waves = plan.waves().stream().map(Wave::id).toList();
        String first = typed.one("first", waves);
        String last = typed.one("last", waves);
        typed.faults()
                .addIf(
                        waves.indexOf(first) >= waves.indexOf(last),
                        "last",
                        "plan.fault.waves.first-last");
        return PlanParts.with(
                plan,
                new AnalysisPlan(
                        first,
                        last,
                        typed.one("mainUse", plan.uses().stream().map(UseDefinition::id).toList()),
                        plan.allocation().strata(),
                        a.predictors(),
                        typed.decimal("alpha", .001, .2, a.alpha()),
                        typed.whole("imputations", 2, 200, a.imputations()),
                        typed.whole("resamples", 99, 20_000, a.resamples()),
                        a.seed()));
    }
}
