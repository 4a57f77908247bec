package skills.statistics.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;

/**
 * Norms from the scores of a reference group. Percentile rank: the share below plus half of those
 * at the score; normalised z: its normal quantile; T = 50 + 10 z; stanine = 5 + 2 z and sten = 5.5
 * + 2 z, rounded half up and cut to 1 to 9 and 1 to 10. Crawford and Garthwaite (2009),
 * doi:10.1080/13854040801968450, on such ranks.
 *
 * @param n size of the group
 * @param mean of the group
 * @param sd of the group, divisor n - 1
 * @param rows one for each score that occurs, rising
 */
public record NormTable(int n, double mean, double sd, List<Row> rows) {

    /**
     * @param count persons with this score
     * @param percentileRank 0 to 1
     * @param z normalised
     * @param t 50 + 10 z
     * @param stanine 1 to 9
     * @param sten 1 to 10
     * @param zLinear (score - mean) / sd, which keeps the shape of the distribution
     */
    public record Row(
            double score,
            int count,
            double percentileRank,
            double z,
            double t,
            int stanine,
            int sten,
            double zLinear) {}

    /**
     * @param scores of at least two persons, not all the same; scores closer than 1e-9 are one
     */
    public static NormTable of(double[] scores) {
        Unusable.finite("The group", scores);
        Unusable.atLeast(2, scores.length, "scores");
        double[] x = scores.clone();
        Arrays.sort(x);
        int n = x.length;
        double mean = Arrays.stream(x).sum() / n;
        double sd = Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (n - 1));
        if (!(sd > 0))
            throw new Unusable(Unusable.Reason.CONSTANT, "Everybody has the same score.");
        List<Row> rows = new ArrayList<>();
        for (int from = 0, to; from < n; from = to) {
            for (to = from; to < n && x[to] - x[from] < 1e-9; ) to++;
            rows.add(row(x[from], from, to - from, n, mean, sd));
        }
        return new NormTable(n, mean, sd, List.copyOf(rows));
    }

    private static Row row(double score, int below, int count, int n, double mean, double sd) {
        double rank = (below + count / 2.) / n;
        double z = Quantiles.normal(rank);
        return new Row(
                score,
                count,
                rank,
                z,
                50 + 10 * z,
                clip(5 + 2 * z, 9),
                clip(5.5 + 2 * z, 10),
                (score - mean) / sd);
    }

    private static int clip(double value, int highest) {
        return (int) Math.max(1, Math.min(highest, Math.floor(value + .5)));
    }
}
