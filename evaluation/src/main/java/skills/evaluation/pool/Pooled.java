package skills.evaluation.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.statistics.Interval;

/**
 * One outcome over all installations: offered less control at the last wave, in points.
 *
 * @param estimate null when no school has both arms; @param interval and @param p null when the
 *     classes do not allow one
 * @param tau standard deviation of the effect between schools, in points; null with one school
 * @param sd standard deviation of the first wave, in points, to express effects in
 * @param classes that count; @param persons in these
 * @param unused classes of a school, and an installation, whose other arm tells of no class
 * @param how the interval was made
 * @param rows for a forest plot
 */
public record Pooled(
        String outcome,
        @Nullable Double estimate,
        @Nullable Interval interval,
        @Nullable Double p,
        @Nullable Double tau,
        double sd,
        int classes,
        int persons,
        int unused,
        How how,
        List<Row> rows) {

    public Pooled {
        rows = List.copyOf(rows);
    }

    public enum How {
        /** Random effects over schools: the effect may differ from school to school. */
        SCHOOLS,
        /** One school: its classes are compared, classes - 2 degrees of freedom. */
        CLASSES,
        /** One school with a class in each arm, or none with both arms: nothing can be said. */
        NOTHING
    }

    /** Whether chance alone is an unlikely reading at this level. */
    public boolean isDecided() {
        return interval != null && (interval.low() > 0 || interval.high() < 0);
    }

    /**
     * A school with both arms; or the schools of an installation that have one arm each, together.
     *
     * @param school as in the file; empty for the schools together
     * @param interval as far as its own classes and the likeness of all classes tell
     * @param weight its share in the estimate, 0 to 1
     */
    public record Row(
            String installation,
            String school,
            double estimate,
            Interval interval,
            double weight,
            int offeredClasses,
            int controlClasses,
            int persons) {}
}
