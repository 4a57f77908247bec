package skills.study;

import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.UseDefinition;
import skills.evaluation.plan.UseDefinition.Kind;
import skills.evaluation.plan.UseDefinition.Place;
import skills.platform.Words;

/** When somebody counts as a user. */
@Component
class UseForm implements StepForm {

    @Override
    public PlanStep step() {
        return PlanStep.USE;
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public int most() {
        return 8;
    }

    @Override
    public List<String> lines(Plan plan, Words words) {
        return plan.uses().stream()
                .map(
                        u ->
                                words.t(
                                        "plan.use.line",
                                        Said.of(u.name(), words),
                                        words.t("plan.use.kind." + u.kind().name()),
                                        u.atLeast(),
                                        words.t("plan.use.place." + u.place().name())))
                .toList();
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        UseDefinition use =
                item < plan.uses().size()
                        ? plan.uses().get(item)
                        : new UseDefinition(
                                "", new Text("", ""), Kind.PARTS_COMPLETED, 1, Place.ANYWHERE);
        return List.of(
                Ask.line(words, "plan.use.name.nl", "name.nl", use.name().nl()),
                Ask.line(words, "plan.use.name.en", "name.en", use.name().en()),
                Ask.one(
                        words,
                        "plan.use.kind",
                        "kind",
                        use.kind().name(),
                        Kind.OPENED,
                        Kind.PARTS_COMPLETED,
                        Kind.SITTINGS,
                        Kind.MINUTES),
                Ask.number(words, "plan.use.atLeast", "atLeast", Integer.toString(use.atLeast())),
                Ask.one(words, "plan.use.place", "place", use.place().name(), Place.values()));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        Text name = typed.lines("name");
        Kind kind = typed.one("kind", Kind.class, Kind.OPENED);
        // What a file says is not measured here.
        typed.faults().addIf(kind == Kind.REPORTED, "kind", "plan.fault.choose");
        List<String> ids = plan.uses().stream().map(UseDefinition::id).toList();
        String id =
                item < plan.uses().size()
                        ? plan.uses().get(item).id()
                        : Said.unused(Typed.slug(name.en()), "use", ids);
        int atLeast = typed.whole("atLeast", 1, 999, 1);
        UseDefinition use =
                new UseDefinition(
                        id,
                        name,
                        kind,
                        kind == Kind.OPENED ? 1 : atLeast,
                        typed.one("place", Place.class, Place.ANYWHERE));
        return PlanParts.of(plan).uses(StepForm.put(plan.uses(), item, use)).plan();
    }

    @Override
    public Plan without(Plan plan, int item) {
        return PlanParts.of(plan).uses(StepForm.take(plan.uses(), item)).plan();
    }
}
