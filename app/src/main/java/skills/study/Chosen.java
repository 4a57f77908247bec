package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import skills.evaluation.allocation.Slot;

/** The list where somebody chose which class gets which arm. */
final class Chosen {

    private Chosen() {}

    static List<Slot> slots(List<StudyUnit> classes) {
        List<Slot> slots = new ArrayList<>();
        for (StudyUnit u : classes)
            slots.add(
                    new Slot(
                            "",
                            slots.size() + 1,
                            slots.size() + 1,
                            u.unit().school(),
                            u.unit().id(),
                            String.valueOf(u.arm()),
                            false));
        return slots;
    }

    /** The same choice is always the same text. */
    static String text(List<StudyUnit> classes) {
        return classes.stream()
                .map(u -> u.unit().school() + "\t" + u.unit().id() + "\t" + u.arm() + "\n")
                .collect(Collectors.joining("", "chosen\n", ""));
    }
}
