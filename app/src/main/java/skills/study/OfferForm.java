package skills.study;

import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/** How the offer is kept from some for a while, and what everybody does in the lesson. */
@Component
class OfferForm implements StepForm {

    @Override
    public PlanStep step() {
        return PlanStep.OFFER;
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        return List.of(
                Ask.text(words, "plan.withheld.nl", "withheld.nl", plan.withheld().nl()),
                Ask.text(words, "plan.withheld.en", "withheld.en", plan.withheld().en()),
                Ask.text(words, "plan.equalTask.nl", "equalTask.nl", plan.equalTask().nl()),
                Ask.text(words, "plan.equalTask.en", "equalTask.en", plan.equalTask().en()));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        return PlanParts.of(plan).offer(typed.texts("withheld"), typed.texts("equalTask")).plan();
    }
}
