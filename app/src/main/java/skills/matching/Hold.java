package skills.matching;

/** How far a person holds a skill that is asked. */
public enum Hold {
    NONE(0),
    HALF(.5),
    FULL(1);

    private final double share;

    Hold(double share) {
        this.share = share;
    }

    /** What it counts for, from 0 to 1. */
    double share() {
        return share;
    }
}
