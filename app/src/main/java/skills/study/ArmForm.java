package skills.study;

import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.platform.Words;

/** The groups that are compared. */
@Component
class ArmForm implements StepForm {

    /** Whether a group is offered the passport at once. */
    enum Offer {
        NOW,
        LATER
    }

    @Override
    public PlanStep step() {
        return PlanStep.ARMS;
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public int most() {
        return 4;
    }

    @Override
    public List<String> lines(Plan plan, Words words) {
        return plan.arms().stream()
                .map(
                        a ->
                                words.t(
                                        a.offered() ? "plan.arm.line.now" : "plan.arm.line.later",
                                        Said.of(a.name(), words),
                                        a.share()))
                .toList();
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        Arm arm =
                item < plan.arms().size()
                        ? plan.arms().get(item)
                        : new Arm("", new Text("", ""), false, 1);
        return List.of(
                Ask.line(words, "plan.arm.name.nl", "name.nl", arm.name().nl()),
                Ask.line(words, "plan.arm.name.en", "name.en", arm.name().en()),
                Ask.one(
                        words,
                        "plan.arm.offer",
                        "offer",
                        (arm.offered() ? Offer.NOW : Offer.LATER).name(),
                        Offer.values()),
                Ask.number(words, "plan.arm.share", "share", Integer.toString(arm.share())));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        Text name = typed.lines("name");
        List<String> ids = plan.arms().stream().map(Arm::id).toList();
        String id =
                item < plan.arms().size()
                        ? plan.arms().get(item).id()
                        : Said.unused(Typed.slug(name.en()), "arm", ids);
        boolean offered = typed.one("offer", Offer.class, Offer.LATER) == Offer.NOW;
        return PlanParts.of(plan)
                .arms(
                        StepForm.put(
                                plan.arms(),
                                item,
                                new Arm(id, name, offered, typed.whole("share", 1, 9, 1))))
                .plan();
    }

    @Override
    public Plan without(Plan plan, int item) {
        return PlanParts.of(plan).arms(StepForm.take(plan.arms(), item)).plan();
    }
}
