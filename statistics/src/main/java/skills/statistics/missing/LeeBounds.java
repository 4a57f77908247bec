package skills.statistics.missing;

import java.util.Arrays;
import skills.statistics.Unusable;
import skills.statistics.effect.Sample;

/**
 * Lee's (2009) bounds on the effect among those who would answer in either arm,
 * doi:10.1111/j.1467-937X.2009.00536.x. The arm that answered more is trimmed from above and from
 * below by the share q = (r1 - r0) / r1 of its answers; the person at the edge counts for the
 * fraction that is left. Assumes that the offer moves answering one way only.
 *
 * @param respondOffered share that answered
 * @param trimmed q, 0 when both arms answered alike
 * @param naive difference of the answers as they are
 */
public record LeeBounds(
        double respondOffered,
        double respondControl,
        double trimmed,
        double naive,
        double lower,
        double upper) {

    /** Not {@code upper - lower} of a record with the wrong order: lower is never above upper. */
    public double width() {
        return upper - lower;
    }

    /** Every person enrolled, NaN for no answer; at least one answer in each arm. */
    public static LeeBounds of(double[] offered, double[] control) {
        Unusable.atLeast(1, Math.min(offered.length, control.length), "persons in each arm");
        Sample a = Sample.of("the offered", offered);
        Sample b = Sample.of("the control", control);
        double ra = (double) a.n() / offered.length;
        double rb = (double) b.n() / control.length;
        double naive = a.mean() - b.mean();
        double q = Math.abs(ra - rb) / Math.max(ra, rb);
        if (q == 0) return new LeeBounds(ra, rb, 0, naive, naive, naive);
        if (ra > rb)
            return new LeeBounds(
                    ra, rb, q, naive, trim(a, q, true) - b.mean(), trim(a, q, false) - b.mean());
        return new LeeBounds(
                ra, rb, q, naive, a.mean() - trim(b, q, false), a.mean() - trim(b, q, true));
    }

    /** Mean of what is left after the share q was cut off, from the top or from the bottom. */
    private static double trim(Sample sample, double q, boolean top) {
        double[] sorted = sample.values();
        Arrays.sort(sorted);
        int n = sorted.length;
        double cut = q * n;
        int whole = (int) Math.floor(cut);
        double sum = 0;
        for (int i = whole; i < n; i++) {
            double value = top ? sorted[n - 1 - i] : sorted[i];
            sum += i == whole ? value * (1 - (cut - whole)) : value;
        }
        return sum / (n - cut);
    }
}
