package skills.statistics.reference;

/**
 * How far a result may lie from its reference: at most {@code relative} times the reference's size
 * plus {@code absolute}.
 */
public record Tolerance(double relative, double absolute) {

    public static Tolerance relative(double share) {
        return new Tolerance(share, 0);
    }

    public static Tolerance absolute(double distance) {
        return new Tolerance(0, distance);
    }

    /** The same number, but for what the last printed digit of the reference leaves open. */
    public static Tolerance exact() {
        return new Tolerance(1e-14, 0);
    }

    double allowed(double reference) {
        // A reference of exactly 0 has no size: there the last digits of sums around 1 count.
        return Math.max(relative * Math.abs(reference) + absolute, reference == 0 ? 1e-12 : 0);
    }

    /** Difference over what is allowed; 1 or less is agreement, NaN against a number is not. */
    double used(double reference, double ours) {
        if (ours == reference) return 0;
        double difference = Math.abs(ours - reference);
        return Double.isNaN(difference)
                ? Double.POSITIVE_INFINITY
                : difference / allowed(reference);
    }

    @Override
    public String toString() {
        if (absolute == 0) return "%.0e relative".formatted(relative);
        if (relative == 0) return "%.0e absolute".formatted(absolute);
        return "%.0e relative + %.0e".formatted(relative, absolute);
    }
}
