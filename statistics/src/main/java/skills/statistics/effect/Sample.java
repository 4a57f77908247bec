package skills.statistics.effect;

import java.util.Arrays;
import java.util.List;
import skills.statistics.Dropped;
import skills.statistics.Quantile;
import skills.statistics.Unusable;

/**
 * The values of one group and their descriptives: mean, variance with n - 1, median by {@link
 * Quantile} (type 7).
 *
 * @param values finite; a copy
 * @param dropped missing values (NaN) that were left out
 */
public record Sample(String name, double[] values, List<Dropped> dropped) {

    /** Leaves out NaN and says how many; refuses infinite or huge values. */
    public static Sample of(String name, double... values) {
        double[] kept = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        int missing = values.length - kept.length;
        return new Sample(
                name,
                Unusable.finite(name, kept),
                missing == 0 ? List.of() : List.of(new Dropped(missing, name + " is missing")));
    }

    /** A copy: a sample does not change. */
    @Override
    public double[] values() {
        return values.clone();
    }

    public int n() {
        return values.length;
    }

    /**
     * @throws Unusable when empty
     */
    public double mean() {
        Unusable.atLeast(1, n(), "values of " + name);
        double sum = 0;
        for (double v : values) sum += v;
        double mean = sum / n();
        double rest = 0;
        for (double v : values) rest += v - mean;
        return mean + rest / n();
    }

    /** With n - 1. @throws Unusable with fewer than two values */
    public double variance() {
        Unusable.atLeast(2, n(), "values of " + name);
        double mean = mean();
        double squares = 0;
        for (double v : values) squares += (v - mean) * (v - mean);
        return squares / (n() - 1);
    }

    public double sd() {
        return Math.sqrt(variance());
    }

    public double median() {
        return Quantile.median(values).value();
    }

    /**
     * @throws Unusable when all values are the same, so that nothing can be compared with them
     */
    public Sample varying() {
        Unusable.atLeast(2, n(), "values of " + name);
        for (double v : values) if (v != values[0]) return this;
        throw new Unusable(
                Unusable.Reason.CONSTANT,
                "All %d values of %s are %s; without spread there is nothing to test."
                        .formatted(n(), name, values[0]));
    }
}
