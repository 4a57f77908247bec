package skills.evaluation.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.PlanFile;

/**
 * What the lot gave. Its {@link #hash} may be published when the study freezes: the text holds the
 * seed, so the hash gives nothing away as long as the seed is secret, and afterwards everybody can
 * draw the list again and compare.
 *
 * @param slots by stratum in order of name, within it by position
 */
public record AllocationList(long seed, Allocation allocation, List<Arm> arms, List<Slot> slots) {

    /**
     * What the seed is given to, and the rules of {@link Lot}; a change of either is a new name.
     */
    public static final String DRAWN_BY = "skills-lot-1 L64X128MixRandom";

    public AllocationList {
        arms = List.copyOf(arms);
        slots = List.copyOf(slots);
    }

    /** The same list is always the same text: a head, then one line for each slot, tabs between. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(DRAWN_BY);
        lines.add("seed\t" + seed);
        lines.add("unit\t" + allocation.unit());
        lines.add("method\t" + allocation.method());
        lines.add(
                "strata\t"
                        + allocation.strata().stream()
                                .map(Stratum::plain)
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining(";")));
        lines.add(
                "blocks\t"
                        + allocation.blockSizes().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(";")));
        for (Arm arm : arms) lines.add("arm\t" + arm.id() + "\t" + arm.share());
        for (Slot slot : slots) lines.add(slot.line());
        return String.join("\n", lines) + "\n";
    }

    /** SHA-256 of {@link #text} in hexadecimal. */
    public String hash() {
        return PlanFile.sha256(text());
    }

    /** The slots of each stratum, in order of position. */
    public Map<String, List<Slot>> byStratum() {
        return slots.stream()
                .collect(
                        Collectors.groupingBy(
                                Slot::stratum, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * @param position from 1
     * @return empty when the stratum is not in the list, or its slots are used up
     */
    public Optional<Slot> at(String stratum, int position) {
        return slots.stream()
                .filter(s -> s.position() == position && s.stratum().equals(stratum))
                .findFirst();
    }

    /** The arm of a class. */
    public Optional<String> armOf(String school, String unit) {
        return slots.stream()
                .filter(s -> !s.unit().isEmpty())
                .filter(s -> s.unit().equals(unit) && s.school().equals(school))
                .map(Slot::arm)
                .findFirst();
    }

    /** Classes that were left without a partner: at most one in a stratum. */
    public List<Slot> alone() {
        return slots.stream().filter(Slot::alone).toList();
    }
}
