package skills.evaluation.plan;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which parts of a plan belong together. */
public final class PlanRules {

    private static final int MOST_PRIMARY = 4;

    private PlanRules() {}

    /**
     * Something in a plan that is not right.
     *
     * @param where path of the part, such as "waves[1].closes"
     * @param rule a word for it that a page can translate, such as "waves.overlap"
     */
    public record Fault(String where, String rule) {}

    /**
     * @throws PlanFault for the first fault
     */
    static void check(Plan plan) {
        List<Fault> faults = faults(plan);
        if (!faults.isEmpty())
            throw new PlanFault(faults.getFirst().where(), faults.getFirst().rule());
    }

    /** Everything that is not right; empty for a plan that may be frozen. */
    public static List<Fault> faults(Plan plan) {
        List<Fault> faults = new ArrayList<>();
        if (!plan.name().matches("[a-z0-9][a-z0-9-]{2,59}"))
            faults.add(new Fault("name", "name.form"));
        try {
            ZoneId.of(plan.zone());
        } catch (DateTimeException e) {
            faults.add(new Fault("zone", "zone.unknown"));
        }
        arms(plan, faults);
        waves(plan, faults);
        scales(plan, faults);
        outcomes(plan, faults);
        if (plan.uses().stream().noneMatch(u -> u.id().equals(plan.analysis().mainUse())))
            faults.add(new Fault("analysis.mainUse", "use.unknown"));
        Set<String> outcomes =
                plan.outcomes().stream().map(Outcome::scale).collect(Collectors.toSet());
        if (!outcomes.containsAll(plan.analysis().predictors()))
            faults.add(new Fault("analysis.predictors", "predictors.unknown"));
        if (plan.retentionMonths() < 1) faults.add(new Fault("retentionMonths", "retention.none"));
        if (!(plan.analysis().alpha() > 0 && plan.analysis().alpha() < .5))
            faults.add(new Fault("analysis.alpha", "alpha.range"));
        return faults;
    }

    private static void arms(Plan plan, List<Fault> faults) {
        List<Arm> arms = plan.arms();
        if (arms.size() < 2 || arms.size() > 4) faults.add(new Fault("arms", "arms.number"));
        if (arms.stream().noneMatch(Arm::offered) || arms.stream().allMatch(Arm::offered))
            faults.add(new Fault("arms", "arms.contrast"));
        if (isRepeated(arms.stream().map(Arm::id).toList()))
            faults.add(new Fault("arms", "arms.twice"));
        int shares = arms.stream().mapToInt(Arm::share).sum();
        for (int i = 0; i < arms.size(); i++)
            if (arms.get(i).share() < 1)
                faults.add(new Fault("arms[" + i + "].share", "arms.share"));
        Allocation a = plan.allocation();
        if (a.method() == Allocation.Method.BLOCKS
                && (a.blockSizes().isEmpty()
                        || a.blockSizes().stream()
                                .anyMatch(b -> b < 1 || b % Math.max(1, shares) != 0)))
            faults.add(new Fault("allocation.blockSizes", "blocks.size"));
        if (a.method() == Allocation.Method.PAIRS && (arms.size() != 2 || shares != 2))
            faults.add(new Fault("allocation.method", "pairs.arms"));
    }

    private static void waves(Plan plan, List<Fault> faults) {
        List<Wave> waves = plan.waves();
        if (isRepeated(waves.stream().map(Wave::id).toList()))
            faults.add(new Fault("waves", "waves.twice"));
        for (int i = 0; i < waves.size(); i++) {
            Wave wave = waves.get(i);
            if (!wave.opens().isBefore(wave.closes()))
                faults.add(new Fault("waves[" + i + "].closes", "waves.order"));
            if (i > 0 && wave.opens().isBefore(waves.get(i - 1).closes()))
                faults.add(new Fault("waves[" + i + "].opens", "waves.overlap"));
            if (wave.voucherCents() < 0)
                faults.add(new Fault("waves[" + i + "].voucherCents", "waves.voucher"));
        }
        int first = number(waves, plan.analysis().first());
        int last = number(waves, plan.analysis().last());
        if (first < 0 || last < 0 || first >= last)
            faults.add(new Fault("analysis.last", "waves.first-last"));
    }

    private static int number(List<Wave> waves, String id) {
        for (int i = 0; i < waves.size(); i++) if (waves.get(i).id().equals(id)) return i;
        return -1;
    }

    private static void scales(Plan plan, List<Fault> faults) {
        if (isRepeated(plan.scales().stream().map(Scale::id).toList()))
            faults.add(new Fault("scales", "scales.twice"));
        for (int i = 0; i < plan.scales().size(); i++) {
            Scale s = plan.scales().get(i);
            if (s.items() < 1
                    || s.minAnswered() < 1
                    || s.minAnswered() > s.items()
                    || s.lowest() >= s.highest()
                    || s.reversed().stream().anyMatch(r -> r < 1 || r > s.items()))
                faults.add(new Fault("scales[" + i + "]", "scales.form"));
        }
    }

    private static void outcomes(Plan plan, List<Fault> faults) {
        Set<String> scales = new HashSet<>(plan.scales().stream().map(Scale::id).toList());
        int primary = plan.primary().size();
        if (primary < 1 || primary > MOST_PRIMARY)
            faults.add(new Fault("outcomes", "outcomes.primary"));
        if (isRepeated(plan.outcomes().stream().map(Outcome::scale).toList()))
            faults.add(new Fault("outcomes", "outcomes.twice"));
        for (int i = 0; i < plan.outcomes().size(); i++) {
            Outcome o = plan.outcomes().get(i);
            if (!scales.contains(o.scale()))
                faults.add(new Fault("outcomes[" + i + "].scale", "outcomes.scale"));
            if (!(o.smallestOfInterest() > 0))
                faults.add(
                        new Fault("outcomes[" + i + "].smallestOfInterest", "outcomes.smallest"));
        }
    }

    private static boolean isRepeated(Collection<String> ids) {
        return new HashSet<>(ids).size() < ids.size();
    }
}
