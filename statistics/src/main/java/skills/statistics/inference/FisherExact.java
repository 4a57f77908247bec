package skills.statistics.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Gamma;
import skills.statistics.Interval;
import skills.statistics.Unusable;

/**
 * Fisher's exact test: the chance, given the margins, of a table at most as likely as this one (a
 * relative 1e-7 counts as equal). For a 2 x 2 table also the conditional maximum likelihood odds
 * ratio and its exact interval (Fisher 1935), from the noncentral hypergeometric distribution.
 *
 * @param oddsRatio empty unless the table is 2 x 2
 */
public record FisherExact(double p, Optional<OddsRatio> oddsRatio) {

    /**
     * @param estimate 0 or infinite when the table lies at the edge of what its margins allow
     */
    public record OddsRatio(double estimate, Interval interval) {}

    private static final long MOST_TABLES = 20_000_000;

    static FisherExact of(int[][] table) {
        if (table.length == 2 && table[0].length == 2) return twoByTwo(table);
        return new FisherExact(new Enumeration(table).p(), Optional.empty());
    }

    private static FisherExact twoByTwo(int[][] t) {
        int m = t[0][0] + t[1][0];
        int n = t[0][1] + t[1][1];
        int k = t[0][0] + t[0][1];
        int x = t[0][0];
        int low = Math.max(0, k - n);
        int high = Math.min(k, m);
        double[] log = new double[high - low + 1];
        for (int i = low; i <= high; i++) log[i - low] = choose(m, i) + choose(n, k - i);
        double most = Arrays.stream(log).max().orElseThrow();
        for (int i = 0; i < log.length; i++) log[i] -= most;
        double all = 0;
        double asUnlikely = 0;
        for (double l : log) {
            all += Math.exp(l);
            if (l <= log[x - low] + 1e-7) asUnlikely += Math.exp(l);
        }
        return new FisherExact(Math.min(1, asUnlikely / all), Optional.of(oddsRatio(log, x - low)));
    }

    private static OddsRatio oddsRatio(double[] log, int x) {
        int last = log.length - 1;
        double estimate =
                x == 0
                        ? 0
                        : x == last
                                ? Double.POSITIVE_INFINITY
                                : solve(w -> share(log, w, 0, last, true), x);
        double low = x == 0 ? 0 : solve(w -> share(log, w, x, last, false), .025);
        double high =
                x == last
                        ? Double.POSITIVE_INFINITY
                        : solve(w -> -share(log, w, 0, x, false), -.025);
        return new OddsRatio(estimate, new Interval(low, high, .95));
    }

    /** With log odds w: the mean, or the chance of a count from..to. */
    private static double share(double[] log, double w, int from, int to, boolean mean) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < log.length; i++) most = Math.max(most, log[i] + i * w);
        double all = 0;
        double part = 0;
        for (int i = 0; i < log.length; i++) {
            double d = Math.exp(log[i] + i * w - most);
            all += d;
            if (i >= from && i <= to) part += mean ? i * d : d;
        }
        return part / all;
    }

    /** The odds exp(w) at which an increasing function of w has the value. */
    private static double solve(DoubleUnaryOperator f, double value) {
        double low = -1;
        double high = 1;
        while (f.applyAsDouble(low) > value && low > -700) low *= 2;
        while (f.applyAsDouble(high) < value && high < 700) high *= 2;
        for (int i = 0; i < 200 && high - low > 1e-14 * Math.max(1, Math.abs(low)); i++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) < value) low = middle;
            else high = middle;
        }
        return Math.exp((low + high) / 2);
    }

    static double choose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    static double logFactorial(int n) {
        return Gamma.logGamma(n + 1.0);
    }

    /** Walks through every table with the margins, row by row, the fullest row as what is left. */
    private static final class Enumeration {
        private final int[][] rows;
        private final int[] sums;
        private final double observed;
        private final double constant;
        private double sum;

        Enumeration(int[][] table) {
            rows = table.clone();
            Arrays.sort(rows, Comparator.comparingInt((int[] r) -> Arrays.stream(r).sum()));
            sums = Arrays.stream(rows).mapToInt(r -> Arrays.stream(r).sum()).toArray();
            double tables = 1;
            for (int i = 0; i < rows.length - 1; i++)
                tables *= Math.exp(choose(sums[i] + rows[i].length - 1, rows[i].length - 1));
            if (tables > MOST_TABLES)
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        "This table is too large for the exact test; with so many observations the chi-squared test serves.");
            int n = Arrays.stream(sums).sum();
            double margins = -logFactorial(n);
            for (int s : sums) margins += logFactorial(s);
            for (int c : columns()) margins += logFactorial(c);
            constant = margins;
            double cells = 0;
            for (int[] row : rows) for (int c : row) cells -= logFactorial(c);
            observed = constant + cells;
        }

        private int[] columns() {
            int[] columns = new int[rows[0].length];
            for (int[] row : rows) for (int j = 0; j < columns.length; j++) columns[j] += row[j];
            return columns;
        }

        double p() {
            fill(0, 0, sums[0], columns(), constant);
            return Math.min(1, sum);
        }

        private void fill(int row, int column, int left, int[] free, double log) {
            if (row == rows.length - 1) {
                for (int c : free) log -= logFactorial(c);
                if (log <= observed + 1e-7) sum += Math.exp(log);
                return;
            }
            if (column == free.length - 1) {
                if (left > free[column]) return;
                free[column] -= left;
                fill(row + 1, 0, sums[row + 1], free, log - logFactorial(left));
                free[column] += left;
                return;
            }
            for (int c = 0; c <= Math.min(left, free[column]); c++) {
                free[column] -= c;
                fill(row, column + 1, left - c, free, log - logFactorial(c));
                free[column] += c;
            }
        }
    }
}
