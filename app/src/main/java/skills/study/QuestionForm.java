package skills.study;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/** What the study asks, and by which clock it lives. */
@Component
class QuestionForm implements StepForm {

    @Override
    public PlanStep step() {
        return PlanStep.QUESTION;
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        return List.of(
                Ask.line(words, "plan.title.nl", "title.nl", plan.title().nl()),
                Ask.line(words, "plan.title.en", "title.en", plan.title().en()),
                Ask.text(words, "plan.question.nl", "question.nl", plan.question().nl()),
                Ask.text(words, "plan.question.en", "question.en", plan.question().en()),
                Ask.line(words, "plan.zone", "zone", plan.zone()));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        String zone = typed.line("zone");
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            typed.faults().add("zone", "plan.fault.zone.unknown");
        }
        return PlanParts.of(plan)
                .question(typed.lines("title"), typed.texts("question"))
                .keeping(plan.retentionMonths(), zone, plan.incentive())
                .plan();
    }
}
