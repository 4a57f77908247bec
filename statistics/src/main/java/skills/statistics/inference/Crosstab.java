package skills.statistics.inference;

import java.util.Optional;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;

/**
 * A table of counts: does the row tell about the column?
 *
 * <p>Pearson's chi-squared = sum (o - e)^2 / e and the likelihood ratio G2 = 2 sum o ln(o/e), both
 * with (rows - 1)(columns - 1) degrees of freedom; Cramer's V = sqrt(chi2 / (n (min(rows, columns)
 * - 1))). {@link #fisher()} gives the exact test, {@link #twoByTwo()} what only a 2 x 2 table has.
 *
 * @param minExpected smallest expected count; below 5 the exact test is the better one
 */
public record Crosstab(
        int[][] table,
        int n,
        double chiSquared,
        int df,
        double p,
        double g2,
        double g2P,
        double cramersV,
        double minExpected) {

    /**
     * What a 2 x 2 table has besides, rows as groups and the first column as the event.
     *
     * @param yates chi-squared with continuity correction, at most half the smallest deviation
     * @param oddsRatio a d / (b c); 0 or infinite when a cell is empty, and its interval 0 to
     *     infinity
     * @param riskDifference a/(a+b) - c/(c+d) with Wald's interval
     * @param phi with the sign of ad - bc
     */
    public record TwoByTwo(
            double yates,
            double yatesP,
            double oddsRatio,
            Interval oddsInterval,
            double riskDifference,
            Interval riskInterval,
            double phi) {}

    /**
     * @param table counts of 0 or more; two rows and two columns at least, no row or column all 0
     */
    public static Crosstab of(int[][] table) {
        int rows = table.length;
        Unusable.atLeast(2, rows, "rows with counts");
        int columns = table[0].length;
        Unusable.atLeast(2, columns, "columns with counts");
        long[] row = new long[rows];
        long[] column = new long[columns];
        long n = 0;
        int[][] copy = new int[rows][];
        for (int i = 0; i < rows; i++) {
            Unusable.sameLength("Row " + (i + 1), table[i].length, "row 1", columns);
            copy[i] = table[i].clone();
            for (int j = 0; j < columns; j++) {
                if (table[i][j] < 0)
                    throw new Unusable(
                            Unusable.Reason.OUT_OF_RANGE, "A count below 0: " + table[i][j] + ".");
                row[i] += table[i][j];
                column[j] += table[i][j];
                n += table[i][j];
            }
        }
        if (n > Integer.MAX_VALUE)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, "More than two thousand million counts.");
        double chi = 0;
        double g2 = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) {
                double expected = (double) row[i] * column[j] / n;
                if (!(expected > 0))
                    throw new Unusable(
                            Unusable.Reason.CONSTANT,
                            "A row or column of the table holds nobody; leave it out.");
                double o = table[i][j];
                chi += (o - expected) * (o - expected) / expected;
                if (o > 0) g2 += 2 * o * Math.log(o / expected);
                least = Math.min(least, expected);
            }
        int df = (rows - 1) * (columns - 1);
        return new Crosstab(
                copy,
                (int) n,
                chi,
                df,
                Tail.chiSquared(chi, df),
                g2,
                Tail.chiSquared(g2, df),
                Math.sqrt(chi / n / (Math.min(rows, columns) - 1)),
                least);
    }

    /**
     * @return empty unless the table is 2 x 2
     */
    public Optional<TwoByTwo> twoByTwo() {
        if (table.length != 2 || table[0].length != 2) return Optional.empty();
        double a = table[0][0];
        double b = table[0][1];
        double c = table[1][0];
        double d = table[1][1];
        double correction = .5;
        double yates = 0;
        double[][] cells = {{a, b}, {c, d}};
        double deviation = Math.abs(a - (a + b) * (a + c) / n);
        correction = Math.min(correction, deviation);
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++) {
                double expected = (cells[i][0] + cells[i][1]) * (cells[0][j] + cells[1][j]) / n;
                yates += Math.pow(deviation - correction, 2) / expected;
            }
        double z = Quantiles.normal(.975);
        double odds = a * d / (b * c);
        double logSe = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        double p1 = a / (a + b);
        double p2 = c / (c + d);
        double se = Math.sqrt(p1 * (1 - p1) / (a + b) + p2 * (1 - p2) / (c + d));
        return Optional.of(
                new TwoByTwo(
                        yates,
                        Tail.chiSquared(yates, 1),
                        odds,
                        Double.isInfinite(logSe)
                                ? new Interval(0, Double.POSITIVE_INFINITY, .95)
                                : new Interval(
                                        odds * Math.exp(-z * logSe),
                                        odds * Math.exp(z * logSe),
                                        .95),
                        p1 - p2,
                        Interval.around(p1 - p2, z * se, .95),
                        (a * d - b * c)
                                / Math.sqrt((a + b) * (c + d))
                                / Math.sqrt((a + c) * (b + d))));
    }

    /** Fisher's exact test of this table. */
    public FisherExact fisher() {
        return FisherExact.of(table);
    }
}
