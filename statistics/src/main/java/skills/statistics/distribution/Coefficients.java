package skills.statistics.distribution;

import skills.statistics.Coefficient;
import skills.statistics.Interval;

/** Makes the row of a coefficient table from an estimate and its standard error. */
public final class Coefficients {
    private Coefficients() {}

    /**
     * @param df infinite for a normal test
     */
    public static Coefficient of(
            String term, double estimate, double standardError, double df, double level) {
        double t = estimate / standardError;
        return new Coefficient(
                term,
                estimate,
                standardError,
                df,
                t,
                Tail.t(t, df),
                Interval.around(estimate, Quantiles.t(.5 + level / 2, df) * standardError, level));
    }
}
