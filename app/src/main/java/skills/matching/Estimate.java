package skills.matching;

/**
 * Where a person's answers point on one scale.
 *
 * @param value above 0 towards the high end; around the middle for traits, around the person's own
 *     mean for drives
 * @param error standard error of the value
 */
record Estimate(double value, double error) {

    /** Standard errors on either side of a value in a 90% band. */
    static final double BAND = 1.645;

    /** The 90% band lies on one side of 0. */
    boolean isSure() {
        return Math.abs(value) > BAND * error;
    }
}
