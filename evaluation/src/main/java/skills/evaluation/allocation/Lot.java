package skills.evaluation.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFault;

/**
 * Draws who gets which arm.
 *
 * <p>Permuted blocks (Matts and Lachin 1988, doi:10.1016/0197-2456(88)90047-5): the size of each
 * block is drawn among the plan's, it holds every arm by its share, and its order is shuffled. Who
 * knows all earlier assignments still does not know the next one, because the end of the block is
 * not known. Of classes the number is known, so that the last block is as small as the shares
 * allow.
 *
 * <p>Pairs: within each stratum classes are paired by {@link Pairing}, and a fair draw says which
 * of two gets which arm. A class without a partner gets an arm by a fair draw of its own, and is
 * marked.
 *
 * <p>The lists depend on nothing but the arms, the allocation, the units and the seed; the order in
 * which units are given does not matter. The seed must be drawn by chance and kept closed until
 * nobody enrols any more: who has it has the list.
 */
public final class Lot {

    private static final int FEWEST_BLOCKS = 4;

    private Lot() {}

    /**
     * @param units classes; where persons are allocated the groups they come from, whose facts say
     *     which strata there are (see {@link Stratum#REST} for who fits none). Of persons each
     *     stratum gets twice as many slots as its units have persons, or as the plan expects where
     *     that is not known.
     * @throws PlanFault when nothing is to be drawn, a class is there twice, or there is no class
     */
    public static AllocationList draw(Plan plan, List<Unit> units, long seed) {
        Allocation allocation = plan.allocation();
        if (!allocation.isByLot())
            throw new PlanFault(
                    "allocation.method", "Somebody chose who gets the offer: there is no lot.");
        boolean classes = allocation.unit() == Allocation.Unit.CLASS;
        if (classes && units.isEmpty())
            throw new PlanFault("allocation.units", "There are no classes to draw for.");
        Map<String, List<Unit>> strata = new TreeMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (Unit unit : units) {
            if (classes && !seen.add(List.of(unit.school(), unit.id())))
                throw new PlanFault(
                        "allocation.units", "Class " + unit.cluster() + " is there twice.");
            strata.computeIfAbsent(
                            Stratum.name(allocation.strata(), unit::fact), k -> new ArrayList<>())
                    .add(unit);
        }
        if (!classes) strata.putIfAbsent(Stratum.REST, List.of());
        List<Slot> slots = new ArrayList<>();
        strata.forEach(
                (stratum, members) -> {
                    Draws draws = Draws.of(seed, stratum);
                    if (!classes) slots.addAll(persons(plan, stratum, members, draws));
                    else if (allocation.method() == Allocation.Method.PAIRS)
                        slots.addAll(pairs(plan, stratum, sorted(members), draws));
                    else slots.addAll(blocks(plan, stratum, sorted(members), draws));
                });
        return new AllocationList(seed, allocation, plan.arms(), slots);
    }

    private static List<Unit> sorted(List<Unit> units) {
        return units.stream()
                .sorted(Comparator.comparing(Unit::school).thenComparing(Unit::id))
                .toList();
    }

    private static List<Slot> persons(Plan plan, String stratum, List<Unit> members, Draws draws) {
        Allocation allocation = plan.allocation();
        int known = members.stream().mapToInt(Unit::size).sum();
        int largest = allocation.blockSizes().stream().mapToInt(s -> s).max().orElse(0);
        int wanted =
                Math.max(
                        2 * (known > 0 ? known : plan.expectations().persons()),
                        FEWEST_BLOCKS * Math.max(largest, shares(plan)));
        List<Slot> slots = new ArrayList<>();
        for (int block = 1; slots.size() < wanted; block++)
            for (String arm : block(plan, nextSize(plan, draws), draws))
                slots.add(new Slot(stratum, slots.size() + 1, block, "", "", arm, false));
        return slots;
    }

    private static List<Slot> blocks(Plan plan, String stratum, List<Unit> units, Draws draws) {
        List<Slot> slots = new ArrayList<>();
        for (int block = 1; slots.size() < units.size(); block++) {
            int left = units.size() - slots.size();
            int enough = (left + shares(plan) - 1) / shares(plan) * shares(plan);
            int size = Math.min(nextSize(plan, draws), enough);
            List<String> arms = block(plan, size, draws);
            for (String arm : arms.subList(0, Math.min(size, left))) {
                Unit unit = units.get(slots.size());
                slots.add(
                        new Slot(
                                stratum,
                                slots.size() + 1,
                                block,
                                unit.school(),
                                unit.id(),
                                arm,
                                false));
            }
        }
        return slots;
    }

    private static List<Slot> pairs(Plan plan, String stratum, List<Unit> units, Draws draws) {
        if (plan.arms().size() != 2)
            throw new PlanFault("allocation.method", "Pairs are for two arms.");
        List<Slot> slots = new ArrayList<>();
        int block = 1;
        for (List<Unit> pair : Pairing.of(units, plan.allocation().strata())) {
            int first = draws.below(2);
            for (int i = 0; i < pair.size(); i++) {
                Unit unit = pair.get(i);
                slots.add(
                        new Slot(
                                stratum,
                                slots.size() + 1,
                                block,
                                unit.school(),
                                unit.id(),
                                plan.arms().get((first + i) % 2).id(),
                                pair.size() == 1));
            }
            block++;
        }
        return slots;
    }

    private static int shares(Plan plan) {
        return plan.arms().stream().mapToInt(Arm::share).sum();
    }

    private static int nextSize(Plan plan, Draws draws) {
        List<Integer> sizes = plan.allocation().blockSizes();
        return sizes.isEmpty() ? shares(plan) : sizes.get(draws.below(sizes.size()));
    }

    /** A block in its drawn order. @param size a multiple of the sum of the shares */
    private static List<String> block(Plan plan, int size, Draws draws) {
        List<String> arms = new ArrayList<>();
        for (Arm arm : plan.arms())
            for (int i = 0; i < size / shares(plan) * arm.share(); i++) arms.add(arm.id());
        if (arms.isEmpty())
            throw new PlanFault("allocation.blockSizes", "A block is smaller than its arms.");
        draws.shuffle(arms);
        return arms;
    }
}
