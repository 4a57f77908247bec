package skills.statistics;

/**
 * A confidence interval.
 *
 * @param low lower limit; negative infinity where there is none
 * @param high upper limit; positive infinity where there is none
 * @param level share of repetitions in which such an interval holds the true value, such as 0.95
 */
public record Interval(double low, double high, double level) {

    /** Estimate plus and minus a multiple of its standard error. */
    public static Interval around(double estimate, double margin, double level) {
        return new Interval(estimate - margin, estimate + margin, level);
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    public double width() {
        return high - low;
    }

    /** Both limits times the factor; a negative factor swaps them. */
    public Interval times(double factor) {
        double a = low * factor;
        double b = high * factor;
        return new Interval(Math.min(a, b), Math.max(a, b), level);
    }
}
