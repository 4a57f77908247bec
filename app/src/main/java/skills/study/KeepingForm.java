package skills.study;

import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/** How long it is kept who is who, and what participants get. */
@Component
class KeepingForm implements StepForm {

    @Override
    public PlanStep step() {
        return PlanStep.KEEPING;
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        return List.of(
                Ask.number(
                        words, "plan.months", "months", Integer.toString(plan.retentionMonths())),
                Ask.text(words, "plan.incentive.nl", "incentive.nl", plan.incentive().nl()),
                Ask.text(words, "plan.incentive.en", "incentive.en", plan.incentive().en()));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        return PlanParts.of(plan)
                .keeping(
                        typed.whole("months", 1, 240, plan.retentionMonths()),
                        plan.zone(),
                        typed.texts("incentive"))
                .plan();
    }
}
