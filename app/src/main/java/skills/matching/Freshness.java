package skills.matching;

/** What time leaves of a skill or of work that is not used. */
final class Freshness {

    private Freshness() {}

    /** From 1 for now down to {@link FitWeight#OLD}. */
    static double of(int months) {
        return Math.max(FitWeight.OLD.value(), Math.pow(.5, months / FitWeight.HALF_LIFE.value()));
    }
}
