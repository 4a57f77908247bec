package skills.matching;

/** What stands behind a claim of a skill, from least to most. */
enum Proof {
    /** The person says so. */
    SAID(FitWeight.SAID),
    /** Work, a task or free time in which it is used. */
    DID(FitWeight.DID),
    /** A diploma. */
    STUDIED(FitWeight.STUDIED);

    private final FitWeight doubt;

    Proof(FitWeight doubt) {
        this.doubt = doubt;
    }

    double doubt() {
        return doubt.value();
    }
}
