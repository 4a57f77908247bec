package skills.statistics;

/**
 * The data, or a question asked of them, for which a method has no answer. The message is a
 * sentence for the researcher: what is the matter, where, and where possible what would help.
 */
public final class Unusable extends IllegalArgumentException {

    /** The kinds of trouble, for programs that must tell them apart. */
    public enum Reason {
        EMPTY,
        TOO_FEW,
        CONSTANT,
        COLLINEAR,
        NOT_FINITE,
        OUT_OF_RANGE,
        MISMATCH,
        DUPLICATE,
        SEPARATION,
        NO_CONVERGENCE
    }

    private static final long serialVersionUID = 1L;
    private final Reason reason;

    public Unusable(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /**
     * @param name of the values, for the sentence
     * @param values every one of which must be finite and of a size that can be squared and summed
     * @return the same array
     */
    public static double[] finite(String name, double[] values) {
        for (int i = 0; i < values.length; i++)
            if (!(Math.abs(values[i]) <= 1e120))
                throw new Unusable(
                        Reason.NOT_FINITE,
                        "%s holds %s at place %d: every value must be a number below 1e120 in size."
                                .formatted(name, values[i], i + 1));
        return values;
    }

    /**
     * @throws Unusable when there are fewer than {@code least} values
     */
    public static void atLeast(int least, int n, String what) {
        if (n == 0 && least > 0) throw new Unusable(Reason.EMPTY, "There are no " + what + ".");
        if (n < least)
            throw new Unusable(
                    Reason.TOO_FEW,
                    "At least %d %s are needed; there are %d.".formatted(least, what, n));
    }

    /**
     * @throws Unusable when two lists that belong together differ in length
     */
    public static void sameLength(String a, int lengthA, String b, int lengthB) {
        if (lengthA != lengthB)
            throw new Unusable(
                    Reason.MISMATCH,
                    "%s has %d values and %s has %d; they must be of one length."
                            .formatted(a, lengthA, b, lengthB));
    }

    /**
     * @throws Unusable when the share is not strictly between 0 and 1
     */
    public static double share(String name, double value) {
        if (!(value > 0 && value < 1))
            throw new Unusable(
                    Reason.OUT_OF_RANGE,
                    "%s must lie between 0 and 1, not %s.".formatted(name, value));
        return value;
    }
}
