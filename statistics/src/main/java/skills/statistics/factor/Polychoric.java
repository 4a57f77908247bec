package skills.statistics.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.items.Items;
import skills.statistics.matrix.Symmetric;

/**
 * Correlations of the normal variables thought to lie behind categories, in two steps: Olsson
 * (1979), doi:10.1007/BF02296207: thresholds from the margins, then each correlation by maximum
 * likelihood.
 *
 * @param n complete persons
 * @param dropped persons left out, and why
 * @param thresholds of each item, rising
 * @param correlations symmetric, ones on the diagonal
 * @param covariance of all thresholds, then the correlations of items (2,1), (3,1), (3,2) ...: the
 *     sandwich of Muthen (1984), doi:10.1007/BF02294210, times n
 * @param emptyCells pairs of answers that nobody gave, over all pairs of items: with many, the
 *     correlations rest on the model more than on the data
 * @param eigenvalues of the correlations, the largest first; one below 0 means that the matrix is
 *     not that of any variables
 */
public record Polychoric(
        int n,
        List<Dropped> dropped,
        List<List<Double>> thresholds,
        List<List<Double>> correlations,
        List<List<Double>> covariance,
        int emptyCells,
        List<Double> eigenvalues) {

    /** Largest size of a correlation: beyond it the likelihood is flat. */
    private static final double LIMIT = .9999;

    /**
     * @param items keyed, at most 12 categories each; incomplete persons are left out
     * @throws Unusable when there are fewer than 2 items or 20 complete persons, an item is
     *     constant or has too many categories, or two items agree entirely
     */
    public static Polychoric of(Items items) {
        Unusable.atLeast(2, items.items(), "items");
        Items complete = items.complete();
        Unusable.atLeast(20, complete.persons(), "complete persons");
        return new Work(complete).result(complete.dropped());
    }

    double[][] matrix() {
        return square(correlations);
    }

    double[][] spread() {
        return square(covariance);
    }

    private static double[][] square(List<List<Double>> rows) {
        return rows.stream()
                .map(r -> r.stream().mapToDouble(v -> v).toArray())
                .toArray(double[][]::new);
    }

    /** Counts, thresholds with infinite ends, and the scores of each person. */
    private static final class Work {
        final int[][] codes;
        final int n;
        final int k;
        final double[][] cuts;
        final int[] offset;
        int empty;

        Work(Items items) {
            codes = items.categories(12);
            n = codes.length;
            k = items.items();
            cuts = new double[k][];
            offset = new int[k + 1];
            for (int j = 0; j < k; j++) {
                int item = j;
                int[] column = Arrays.stream(codes).mapToInt(row -> row[item]).toArray();
                int m = Arrays.stream(column).max().orElse(0) + 1;
                cuts[j] = new double[m + 1];
                cuts[j][0] = Double.NEGATIVE_INFINITY;
                cuts[j][m] = Double.POSITIVE_INFINITY;
                for (int c = 1; c < m; c++) {
                    int below = c;
                    double share =
                            Arrays.stream(column).filter(v -> v < below).count() / (double) n;
                    cuts[j][c] = Quantiles.normal(share);
                }
                offset[j + 1] = offset[j] + m - 1;
            }
        }

        Polychoric result(List<Dropped> dropped) {
            double[][] r = new double[k][k];
            int pairs = k * (k - 1) / 2;
            int thresholds = offset[k];
            double[][] score = new double[n][thresholds + pairs];
            double[][] inner = new double[thresholds + pairs][thresholds + pairs];
            marginScores(score);
            double[][] cross = new double[pairs][thresholds];
            double[] own = new double[pairs];
            int pair = 0;
            for (int i = 0; i < k; i++) {
                r[i][i] = 1;
                for (int j = 0; j < i; j++) {
                    double[][] counts = new double[cuts[i].length - 1][cuts[j].length - 1];
                    for (int[] row : codes) counts[row[i]][row[j]]++;
                    for (double[] row : counts) for (double c : row) if (c == 0) empty++;
                    r[i][j] = correlation(i, j, counts);
                    r[j][i] = r[i][j];
                    pairScores(i, j, r[i][j], counts, pair, score, cross, own);
                    pair++;
                }
            }
            for (double[] row : score)
                for (int a = 0; a < row.length; a++)
                    if (row[a] != 0) for (int b = 0; b <= a; b++) inner[a][b] += row[a] * row[b];
            return new Polychoric(
                    n,
                    dropped,
                    IntStream.range(0, k)
                            .mapToObj(j -> list(Arrays.copyOfRange(cuts[j], 1, cuts[j].length - 1)))
                            .toList(),
                    rows(r),
                    rows(sandwich(inner, cross, own)),
                    empty,
                    list(Symmetric.eigenvalues(r)));
        }

        private double correlation(int i, int j, double[][] counts) {
            double low = -LIMIT;
            double high = LIMIT;
            double start = 0;
            // Score of the log likelihood; it falls through its root at the maximum.
            if (slope(i, j, counts, high) > 0 || slope(i, j, counts, low) < 0)
                throw new Unusable(
                        Unusable.Reason.COLLINEAR,
                        "Items %d and %d agree entirely: their correlation has no estimate below 1."
                                .formatted(j + 1, i + 1));
            double at = start;
            for (int step = 0; step < 100 && high - low > 1e-12; step++) {
                double slope = slope(i, j, counts, at);
                if (slope > 0) low = at;
                else high = at;
                double h = 1e-5;
                double bend = (slope(i, j, counts, at + h) - slope) / h;
                double next = bend < 0 ? at - slope / bend : Double.NaN;
                if (Math.abs(next - at) < 1e-11) return next;
                at = next > low && next < high ? next : (low + high) / 2;
            }
            return at;
        }

        private double slope(int i, int j, double[][] counts, double r) {
            double sum = 0;
            double[][] p = cells(i, j, r);
            double[][] d = densities(i, j, r);
            for (int a = 0; a < counts.length; a++)
                for (int b = 0; b < counts[a].length; b++)
                    if (counts[a][b] > 0) sum += counts[a][b] * corner(d, a, b) / p[a][b];
            return sum;
        }

        private double[][] cells(int i, int j, double r) {
            double[][] below = new double[cuts[i].length][cuts[j].length];
            for (int a = 0; a < below.length; a++)
                for (int b = 0; b < below[a].length; b++)
                    below[a][b] = BivariateNormal.below(cuts[i][a], cuts[j][b], r);
            double[][] p = new double[below.length - 1][below[0].length - 1];
            for (int a = 0; a < p.length; a++)
                for (int b = 0; b < p[a].length; b++)
                    p[a][b] = Math.max(1e-300, corner(below, a, b));
            return p;
        }

        private double[][] densities(int i, int j, double r) {
            double[][] d = new double[cuts[i].length][cuts[j].length];
            for (int a = 0; a < d.length; a++)
                for (int b = 0; b < d[a].length; b++)
                    d[a][b] = BivariateNormal.density(cuts[i][a], cuts[j][b], r);
            return d;
        }

        private static double corner(double[][] f, int a, int b) {
            return f[a + 1][b + 1] - f[a][b + 1] - f[a + 1][b] + f[a][b];
        }

        private void marginScores(double[][] score) {
            for (int j = 0; j < k; j++)
                for (int i = 0; i < n; i++) {
                    int c = codes[i][j];
                    double p =
                            BivariateNormal.margin(cuts[j][c + 1])
                                    - BivariateNormal.margin(cuts[j][c]);
                    if (c > 0)
                        score[i][offset[j] + c - 1] -= BivariateNormal.density(cuts[j][c]) / p;
                    if (c < cuts[j].length - 2)
                        score[i][offset[j] + c] += BivariateNormal.density(cuts[j][c + 1]) / p;
                }
        }

        private void pairScores(
                int i,
                int j,
                double r,
                double[][] counts,
                int pair,
                double[][] score,
                double[][] cross,
                double[] own) {
            double[][] p = cells(i, j, r);
            double[][] d = densities(i, j, r);
            int column = offset[k] + pair;
            double[][] each = new double[p.length][p[0].length];
            for (int a = 0; a < p.length; a++)
                for (int b = 0; b < p[a].length; b++) {
                    each[a][b] = corner(d, a, b) / p[a][b];
                    if (counts[a][b] == 0) continue;
                    own[pair] += counts[a][b] * each[a][b] * each[a][b];
                    double weight = counts[a][b] * each[a][b] / p[a][b];
                    byThreshold(i, a, j, b, r, weight, cross[pair]);
                    byThreshold(j, b, i, a, r, weight, cross[pair]);
                }
            for (int person = 0; person < n; person++)
                score[person][column] = each[codes[person][i]][codes[person][j]];
        }

        /** Derivative of the cell by the thresholds of one item, times the weight. */
        private void byThreshold(
                int item, int c, int other, int o, double r, double weight, double[] into) {
            double root = Math.sqrt(1 - r * r);
            for (int side = 0; side < 2; side++) {
                double cut = cuts[item][c + side];
                if (Double.isInfinite(cut)) continue;
                double between =
                        BivariateNormal.margin((cuts[other][o + 1] - r * cut) / root)
                                - BivariateNormal.margin((cuts[other][o] - r * cut) / root);
                into[offset[item] + c + side - 1] +=
                        (side == 0 ? -1 : 1) * weight * BivariateNormal.density(cut) * between;
            }
        }

        /**
         * n times the covariance: inverse of the slopes around the cross products of the scores.
         */
        private double[][] sandwich(double[][] inner, double[][] cross, double[] own) {
            int t = offset[k];
            int all = inner.length;
            for (int a = 0; a < all; a++) for (int b = 0; b < a; b++) inner[b][a] = inner[a][b];
            double[][] bread = new double[all][all];
            for (int j = 0; j < k; j++) {
                int m = offset[j + 1] - offset[j];
                double[][] block = new double[m][m];
                for (int a = 0; a < m; a++)
                    for (int b = 0; b < m; b++) block[a][b] = inner[offset[j] + a][offset[j] + b];
                double[][] inverse = Symmetric.of("The thresholds of an item", block).inverse();
                for (int a = 0; a < m; a++)
                    for (int b = 0; b < m; b++) bread[offset[j] + a][offset[j] + b] = inverse[a][b];
            }
            for (int pair = 0; pair < own.length; pair++) {
                bread[t + pair][t + pair] = 1 / own[pair];
                for (int b = 0; b < t; b++) {
                    double sum = 0;
                    for (int c = 0; c < t; c++) sum += cross[pair][c] * bread[c][b];
                    bread[t + pair][b] = -sum / own[pair];
                }
            }
            double[][] half = Structure.product(bread, inner);
            double[][] covariance = new double[all][all];
            for (int a = 0; a < all; a++)
                for (int b = 0; b < all; b++)
                    for (int c = 0; c < all; c++) covariance[a][b] += n * half[a][c] * bread[b][c];
            return covariance;
        }

        private static List<Double> list(double[] values) {
            return Arrays.stream(values).boxed().toList();
        }

        private static List<List<Double>> rows(double[][] matrix) {
            List<List<Double>> rows = new ArrayList<>();
            for (double[] row : matrix) rows.add(list(row));
            return List.copyOf(rows);
        }
    }
}
