package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/** Who is allocated, and how. */
@Component
class AllocationForm implements StepForm {

    @Override
    public PlanStep step() {
        return PlanStep.ALLOCATION;
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        Allocation a = plan.allocation();
        return List.of(
                Ask.one(
                        words,
                        "plan.unit",
                        "unit",
                        a.unit().name(),
                        Allocation.Unit.CLASS,
                        Allocation.Unit.PERSON),
                Ask.one(
                        words,
                        "plan.method",
                        "method",
                        a.method().name(),
                        Allocation.Method.values()),
                Ask.line(words, "plan.strata", "strata", String.join(", ", a.strata())),
                Ask.line(
                        words,
                        "plan.blocks",
                        "blocks",
                        a.blockSizes().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        Allocation.Unit unit = typed.one("unit", Allocation.Unit.class, Allocation.Unit.CLASS);
        Allocation.Method method =
                typed.one("method", Allocation.Method.class, Allocation.Method.BLOCKS);
        int shares = plan.arms().stream().mapToInt(Arm::share).sum();
        List<Integer> blocks = new ArrayList<>();
        if (method == Allocation.Method.BLOCKS)
            for (String size : typed.words("blocks")) {
                if (size.matches("[1-9]\\d{0,2}")) blocks.add(Integer.valueOf(size));
                else typed.faults().add("blocks", "plan.fault.number");
            }
        if (method == Allocation.Method.BLOCKS && blocks.isEmpty())
            blocks.addAll(List.of(shares, 2 * shares));
        typed.faults()
                .addIf(
                        blocks.stream().anyMatch(b -> b % Math.max(1, shares) != 0),
                        "blocks",
                        "plan.fault.blocks.size")
                .addIf(
                        method == Allocation.Method.PAIRS
                                && (plan.arms().size() != 2 || shares != 2),
                        "method",
                        "plan.fault.pairs.arms")
                .addIf(
                        unit == Allocation.Unit.PERSON && method != Allocation.Method.BLOCKS,
                        "method",
                        "plan.fault.persons.blocks");
        return PlanParts.of(plan)
                .allocation(new Allocation(unit, method, typed.words("strata"), blocks))
                .plan();
    }
}
