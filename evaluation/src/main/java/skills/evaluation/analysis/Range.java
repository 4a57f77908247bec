package skills.evaluation.analysis;

import skills.statistics.Interval;
import skills.statistics.Unusable;

/**
 * From low to high, both finite.
 *
 * @param level share of repetitions in which such an interval holds the true value; 0 for bounds
 *     that are no interval of confidence
 */
public record Range(double low, double high, double level) {

    /**
     * @throws Unusable when the interval has no limit on a side
     */
    static Range of(Interval interval) {
        Unusable.finite("The interval", new double[] {interval.low(), interval.high()});
        return new Range(interval.low(), interval.high(), interval.level());
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
