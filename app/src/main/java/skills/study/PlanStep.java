package skills.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts in which a plan is made, in their order. */
enum PlanStep {
    QUESTION("title", "question", "zone", "name"),
    ARMS("arms"),
    ALLOCATION("allocation"),
    CLASSES("units"),
    OFFER("withheld", "equalTask"),
    WAVES("waves"),
    OUTCOMES("outcomes", "scales"),
    USE("uses"),
    CONSENTS("consents"),
    EXPECTATIONS("expectations"),
    KEEPING("retentionMonths", "incentive"),
    ANALYSIS("analysis");

    private final String[] parts;

    PlanStep(String... parts) {
        this.parts = parts;
    }

    /** As in the address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PlanStep> at(String path) {
        return Arrays.stream(values()).filter(s -> s.path().equals(path)).findFirst();
    }

    /**
     * The step where a fault is mended.
     *
     * @param where path in the plan, such as "waves[1].closes"
     */
    static PlanStep of(String where) {
        String part = where.split("[\\[.]", 2)[0];
        return Arrays.stream(values())
                .filter(s -> Arrays.asList(s.parts).contains(part))
                .findFirst()
                .orElse(QUESTION);
    }
}
