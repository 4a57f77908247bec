package skills.statistics;

/**
 * One estimated coefficient with its test.
 *
 * @param term such as "(Intercept)" or "group:offered"
 * @param standardError 0 or more
 * @param df degrees of freedom of the test; infinite for a normal one
 * @param statistic estimate over standard error: t, or z when df is infinite
 * @param p two-sided
 */
public record Coefficient(
        String term,
        double estimate,
        double standardError,
        double df,
        double statistic,
        double p,
        Interval interval) {}
