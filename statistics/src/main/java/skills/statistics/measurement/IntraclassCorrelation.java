package skills.statistics.measurement;

import java.util.List;
import skills.statistics.Dropped;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;
import skills.statistics.items.Items;

/**
 * Agreement of k ratings of n subjects: the six coefficients of Shrout and Fleiss (1979),
 * doi:10.1037/0033-2909.86.2.420, with the F intervals of McGraw and Wong (1996),
 * doi:10.1037/1082-989X.1.1.30.
 *
 * @param n complete subjects
 * @param k ratings of each
 * @param dropped subjects left out, and why
 * @param single one-way, one rating: raters differ from subject to subject
 * @param random two-way, one rating: raters are a sample, their level counts as error
 * @param fixed two-way, one rating: these raters only, their level does not count
 * @param singleMean {@code single} for the mean of the k ratings
 * @param randomMean {@code random} for the mean of the k ratings
 * @param fixedMean {@code fixed} for the mean of the k ratings
 */
public record IntraclassCorrelation(
        int n,
        int k,
        List<Dropped> dropped,
        Coefficient single,
        Coefficient random,
        Coefficient fixed,
        Coefficient singleMean,
        Coefficient randomMean,
        Coefficient fixedMean) {

    /**
     * @param value at most 1; below 0 when subjects differ less than chance would make them
     * @param f test of no difference between subjects
     * @param p its p value
     */
    public record Coefficient(
            double value, Interval interval, double f, double df1, double df2, double p) {}

    /**
     * @param ratings one row a subject, one column a rater or occasion
     * @throws Unusable when there are fewer than 2 raters or 2 complete subjects, or ratings leave
     *     no error
     */
    public static IntraclassCorrelation of(Items ratings, double level) {
        Unusable.share("The level", level);
        Unusable.atLeast(2, ratings.items(), "ratings");
        Items complete = ratings.complete();
        int n = complete.persons();
        int k = complete.items();
        Unusable.atLeast(2, n, "subjects with all ratings");
        Squares ms = Squares.of(complete);
        if (!(ms.error > 0 && ms.within > 0))
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "The raters agree entirely: there is no error to compare with.");
        double one = (ms.rows - ms.within) / (ms.rows + (k - 1) * ms.within);
        double two =
                (ms.rows - ms.error)
                        / (ms.rows + (k - 1) * ms.error + k * (ms.columns - ms.error) / n);
        double three = (ms.rows - ms.error) / (ms.rows + (k - 1) * ms.error);
        double within = n * (k - 1.);
        double error = (n - 1.) * (k - 1);
        double f1 = ms.rows / ms.within;
        double f3 = ms.rows / ms.error;
        Interval ci1 = oneWay(f1, n - 1, within, k, level);
        Interval ci2 = random(ms, two, n, k, level);
        Interval ci3 = oneWay(f3, n - 1, error, k, level);
        return new IntraclassCorrelation(
                n,
                k,
                complete.dropped(),
                coefficient(one, ci1, f1, n - 1, within),
                coefficient(two, ci2, f3, n - 1, error),
                coefficient(three, ci3, f3, n - 1, error),
                coefficient(stepUp(one, k), stepUp(ci1, k), f1, n - 1, within),
                coefficient(
                        (ms.rows - ms.error) / (ms.rows + (ms.columns - ms.error) / n),
                        stepUp(ci2, k),
                        f3,
                        n - 1,
                        error),
                coefficient(stepUp(three, k), stepUp(ci3, k), f3, n - 1, error));
    }

    private static Coefficient coefficient(
            double value, Interval interval, double f, double df1, double df2) {
        return new Coefficient(value, interval, f, df1, df2, Tail.f(f, df1, df2));
    }

    /** Reliability of the mean of k from that of one (Spearman-Brown). */
    private static double stepUp(double r, int k) {
        return k * r / (1 + (k - 1) * r);
    }

    private static Interval stepUp(Interval one, int k) {
        return new Interval(stepUp(one.low(), k), stepUp(one.high(), k), one.level());
    }

    private static Interval oneWay(double f, double df1, double df2, int k, double level) {
        double low = f / Quantiles.f((1 + level) / 2, df1, df2);
        double high = f * Quantiles.f((1 + level) / 2, df2, df1);
        return new Interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), level);
    }

    private static Interval random(Squares ms, double icc, int n, int k, double level) {
        double fj = ms.columns / ms.error;
        double a = k * icc * fj;
        double b = n * (1 + (k - 1) * icc) - k * icc;
        double v = (k - 1.) * (n - 1) * (a + b) * (a + b) / ((n - 1) * a * a + b * b);
        double up = Quantiles.f((1 + level) / 2, n - 1, v);
        double down = Quantiles.f((1 + level) / 2, v, n - 1);
        double rest = k * ms.columns + (k * n - k - n) * ms.error;
        return new Interval(
                n * (ms.rows - up * ms.error) / (up * rest + n * ms.rows),
                n * (down * ms.rows - ms.error) / (rest + n * down * ms.rows),
                level);
    }

    /** Mean squares of the two-way table without repetition. */
    private record Squares(double rows, double columns, double within, double error) {

        static Squares of(Items x) {
            int n = x.persons();
            int k = x.items();
            double[] column = x.means();
            double grand = java.util.Arrays.stream(column).average().orElse(0);
            double rows = 0;
            double total = 0;
            for (int i = 0; i < n; i++) {
                double mean = java.util.Arrays.stream(x.person(i)).average().orElse(0);
                rows += k * (mean - grand) * (mean - grand);
                for (int j = 0; j < k; j++) total += Math.pow(x.answer(i, j) - grand, 2);
            }
            double columns = 0;
            for (double mean : column) columns += n * (mean - grand) * (mean - grand);
            return new Squares(
                    rows / (n - 1),
                    columns / (k - 1),
                    (total - rows) / (n * (k - 1.)),
                    (total - rows - columns) / ((n - 1.) * (k - 1)));
        }
    }
}
