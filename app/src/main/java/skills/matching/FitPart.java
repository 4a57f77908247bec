package skills.matching;

/**
 * One scale of a person beside what an occupation asks or offers of it.
 *
 * @param work more (above 0) or less than other work; see {@link Counterparts}
 */
record FitPart(String scale, Estimate own, double work) {

    /** Nearer to 0 than this is as in most work, or as with most people. */
    static final double ORDINARY = .25;

    /** Above 0: person and work point the same way. */
    double counts() {
        return own.value() * work;
    }

    /** Both person and work differ from the ordinary. */
    boolean isTelling() {
        return Math.abs(work) >= ORDINARY && Math.abs(own.value()) >= ORDINARY;
    }
}
