package skills.study;

import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/** What the planning rests on; the advice beside it follows from it. */
@Component
class ExpectationForm implements StepForm {

    @Override
    public PlanStep step() {
        return PlanStep.EXPECTATIONS;
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        Expectations e = plan.expectations();
        return List.of(
                Ask.number(words, "plan.expect.persons", "persons", Integer.toString(e.persons())),
                Ask.number(words, "plan.expect.classes", "classes", Integer.toString(e.classes())),
                Ask.number(words, "plan.expect.icc", "icc", Said.decimal(e.icc(), words)),
                Ask.number(
                        words,
                        "plan.expect.correlation",
                        "correlation",
                        Said.decimal(e.correlation(), words)),
                Ask.number(words, "plan.expect.response", "response", percent(e.response(), words)),
                Ask.number(words, "plan.expect.users", "users", percent(e.users(), words)));
    }

    private static String percent(double share, Words words) {
        return Said.decimal(Math.round(share * 1000) / 10.0, words);
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        Expectations e = plan.expectations();
        int persons = typed.whole("persons", 4, 1_000_000, e.persons());
        int classes = typed.whole("classes", 1, 100_000, e.classes());
        typed.faults().addIf(classes > persons, "classes", "plan.fault.classes.many");
        return PlanParts.of(plan)
                .expectations(
                        new Expectations(
                                persons,
                                classes,
                                typed.decimal("icc", 0, .99, e.icc()),
                                typed.decimal("correlation", -.99, .99, e.correlation()),
                                typed.decimal("response", 1, 100, 100 * e.response()) / 100,
                                typed.decimal("users", 1, 100, 100 * e.users()) / 100))
                .plan();
    }
}
