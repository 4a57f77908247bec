package skills.statistics.inference;

import java.util.Arrays;
import java.util.List;
import skills.statistics.Dropped;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;

/**
 * How two measures go together, over the pairs of which both are known.
 *
 * <p>Pearson's r with Fisher's z interval, tanh(atanh r plus and minus z / sqrt(n - 3)), and p from
 * t = r sqrt((n - 2) / (1 - r^2)). Spearman's rho is r of the ranks. Kendall's tau-b corrects for
 * ties in both (Kendall 1945).
 *
 * @param interval of r; from -1 to 1 when n is 3, as Fisher's z has no width then
 */
public record Correlation(
        int n,
        double r,
        Interval interval,
        double p,
        double spearman,
        double kendallTauB,
        List<Dropped> dropped) {

    /**
     * @param x and
     * @param y in the same order, NaN where missing; three whole pairs or more, both varying
     */
    public static Correlation of(double[] x, double[] y, double level) {
        Unusable.sameLength("x", x.length, "y", y.length);
        Unusable.share("The level of an interval", level);
        int[] both =
                java.util.stream.IntStream.range(0, x.length)
                        .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                        .toArray();
        double[] a = Unusable.finite("x", Arrays.stream(both).mapToDouble(i -> x[i]).toArray());
        double[] b = Unusable.finite("y", Arrays.stream(both).mapToDouble(i -> y[i]).toArray());
        int n = both.length;
        Unusable.atLeast(3, n, "pairs");
        double r = pearson(a, b);
        double z = .5 * Math.log((1 + r) / (1 - r));
        double margin =
                n == 3
                        ? Double.POSITIVE_INFINITY
                        : Quantiles.normal(.5 + level / 2) / Math.sqrt(n - 3);
        double t = r * Math.sqrt((n - 2) / (1 - r * r));
        int missing = x.length - n;
        return new Correlation(
                n,
                r,
                Math.abs(r) == 1
                        ? new Interval(r, r, level)
                        : new Interval(Math.tanh(z - margin), Math.tanh(z + margin), level),
                Tail.t(t, n - 2),
                pearson(Ranks.of(a).values(), Ranks.of(b).values()),
                kendall(a, b),
                missing == 0 ? List.of() : List.of(new Dropped(missing, "x or y is missing")));
    }

    /**
     * Spearman's rho of x and y with z held constant: r of what is left of the ranks of x and y
     * after a line on the ranks of z. No value may be missing.
     */
    public static double partialSpearman(double[] x, double[] y, double[] z) {
        Unusable.sameLength("x", x.length, "y", y.length);
        Unusable.sameLength("x", x.length, "z", z.length);
        Unusable.atLeast(4, x.length, "cases");
        double[] rx = Ranks.of(Unusable.finite("x", x)).values();
        double[] ry = Ranks.of(Unusable.finite("y", y)).values();
        double[] rz = Ranks.of(Unusable.finite("z", z)).values();
        double xy = pearson(rx, ry);
        double xz = pearson(rx, rz);
        double yz = pearson(ry, rz);
        double left = (1 - xz * xz) * (1 - yz * yz);
        if (!(left > 1e-14))
            throw new Unusable(
                    Unusable.Reason.COLLINEAR,
                    "x or y has the same order as z; nothing is left once z is held constant.");
        return (xy - xz * yz) / Math.sqrt(left);
    }

    static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
            xy += (x[i] - mx) * (y[i] - my);
        }
        if (xx == 0 || yy == 0)
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "One of the two measures does not vary, so it goes together with nothing.");
        return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
    }

    private static double kendall(double[] x, double[] y) {
        long difference = 0;
        long tiedX = 0;
        long tiedY = 0;
        long pairs = 0;
        for (int i = 0; i < x.length; i++)
            for (int j = 0; j < i; j++) {
                int sx = Double.compare(x[i], x[j]);
                int sy = Double.compare(y[i], y[j]);
                difference += sx * sy;
                if (sx == 0) tiedX++;
                if (sy == 0) tiedY++;
                pairs++;
            }
        return difference / Math.sqrt((double) (pairs - tiedX) * (pairs - tiedY));
    }
}
