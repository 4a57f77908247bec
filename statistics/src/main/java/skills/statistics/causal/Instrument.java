package skills.statistics.causal;

import java.util.Map;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.distribution.Coefficients;
import skills.statistics.distribution.Quantiles;
import skills.statistics.linear.LinearModel;
import skills.statistics.matrix.Matrix;

/**
 * The effect of using something on those who use it because it is offered (CACE), by two-stage
 * least squares with one instrument (Angrist, Imbens and Rubin 1996,
 * doi:10.1080/01621459.1996.10476902).
 *
 * <p>It holds when the offer was given as by chance, works only through use, and keeps nobody from
 * using. With W the covariates: b = z'My / z'Md, M what W leaves. Standard errors on the regressors
 * as the first stage predicts them; classical with n - k, HC0, HC1. The interval to show is {@link
 * #andersonRubin()}: it holds its level however weak the instrument is.
 *
 * @param firstStage offer on use; {@code f} its F
 * @param effect classical standard error, t with n - k
 * @param wuHausman t of the first-stage residual in the outcome model: whether use and outcome
 *     share a cause
 * @param waldUnadjusted difference in outcome over difference in use, without covariates
 * @param weak F below 10 or fewer than 50 cases: report the Anderson-Rubin set alone
 */
public record Instrument(
        int n,
        Coefficient offerOnOutcome,
        Coefficient firstStage,
        double f,
        Coefficient effect,
        double hc0,
        double hc1,
        ConfidenceSet andersonRubin,
        Coefficient wuHausman,
        double waldUnadjusted,
        boolean weak) {

    /** The values of the effect that an exact test does not reject (Anderson and Rubin 1949). */
    public sealed interface ConfidenceSet {
        /** From low to high. */
        record Bounded(Interval interval) implements ConfidenceSet {}

        /** Up to {@code upTo}, and from {@code from} on: all but a gap. */
        record TwoRays(double upTo, double from) implements ConfidenceSet {}

        /** Every value: the data say nothing about the effect. */
        record WholeLine() implements ConfidenceSet {}

        /**
         * The values b with a b^2 - 2 h b + c at most 0.
         *
         * @param level of the set, such as .95
         */
        static ConfidenceSet of(double a, double h, double c, double level) {
            double inside = h * h - a * c;
            if (inside <= 0) return new WholeLine();
            double root = Math.sqrt(inside);
            double low = Math.min((h - root) / a, (h + root) / a);
            double high = Math.max((h - root) / a, (h + root) / a);
            return a > 0 ? new Bounded(new Interval(low, high, level)) : new TwoRays(low, high);
        }
    }

    /**
     * @param covariates with an intercept, without use and offer
     * @param use and
     * @param offer numbers, NaN where missing
     * @throws Unusable when the offer does not vary, or moves nobody's use at all
     */
    public static Instrument of(
            Design covariates, double[] outcome, double[] use, double[] offer, double level) {
        Design.Complete complete =
                covariates.complete(Map.of("The outcome", outcome, "Use", use, "The offer", offer));
        int[] rows = complete.rows();
        double[] y = pick(outcome, rows);
        double[] d = pick(use, rows);
        double[] z = pick(offer, rows);
        Design w = complete.design();
        int n = y.length;
        int k = w.columns().size() + 1;
        int df = n - k;
        Unusable.atLeast(k + 1, n, "complete cases");
        double[] my = LinearModel.fit(w, y).residuals();
        double[] md = LinearModel.fit(w, d).residuals();
        double[] mz = LinearModel.fit(w, z).residuals();
        double zz = Matrix.dot(mz, mz);
        double zd = Matrix.dot(mz, md);
        double zy = Matrix.dot(mz, my);
        if (!(zz > 1e-20 * Matrix.dot(z, z)))
            throw new Unusable(
                    Unusable.Reason.COLLINEAR,
                    "The offer follows from the covariates, or is the same for everybody, so it says nothing about the effect of use.");
        if (!(Math.abs(zd) > 1e-10 * Math.sqrt(zz * Matrix.dot(md, md))))
            throw new Unusable(
                    Unusable.Reason.COLLINEAR,
                    "The offer moves nobody's use, so it says nothing about the effect of use.");
        // Regressions on the offer and the covariates, seen from what these leave (Frisch, Waugh).
        Coefficient stage = alone("offer", mz, md, zz, zd, df, level);
        double b = zy / zd;
        double rss = 0;
        double sandwich = 0;
        // The second stage on predicted use: only its coefficient of use is asked for.
        double slope = zd / zz;
        for (int i = 0; i < n; i++) {
            double e = my[i] - b * md[i];
            rss += e * e;
            sandwich += Math.pow(slope * mz[i] * e, 2);
        }
        double bread = 1 / (slope * slope * zz);
        double hc0 = bread * Math.sqrt(sandwich);
        double[] v = md.clone();
        for (int i = 0; i < n; i++) v[i] -= slope * mz[i];
        return new Instrument(
                n,
                alone("offer", mz, my, zz, zy, df, level),
                stage,
                stage.statistic() * stage.statistic(),
                Coefficients.of("use", b, Math.sqrt(rss / df * bread), df, level),
                hc0,
                hc0 * Math.sqrt((double) n / df),
                set(
                        zz,
                        zd,
                        zy,
                        Matrix.dot(md, md),
                        Matrix.dot(md, my),
                        Matrix.dot(my, my),
                        df,
                        level),
                hausman(w, d, v, y, level),
                slope(z, y) / slope(z, d),
                stage.statistic() * stage.statistic() < 10 || n < 50);
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    private static Coefficient hausman(Design w, double[] d, double[] v, double[] y, double level) {
        double largest = 0;
        for (double r : v) largest = Math.max(largest, Math.abs(r));
        if (largest < 1e-10)
            return new Coefficient(
                    "first-stage residual",
                    0,
                    Double.NaN,
                    y.length,
                    Double.NaN,
                    Double.NaN,
                    new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level));
        return LinearModel.fit(w.numeric("use", d).numeric("residual", v), y)
                .coefficients(level)
                .getLast();
    }

    /** The coefficient of x in y, both less what the covariates explain. */
    private static Coefficient alone(
            String name, double[] x, double[] y, double xx, double xy, int df, double level) {
        double b = xy / xx;
        double rss = 0;
        for (int i = 0; i < x.length; i++) rss += Math.pow(y[i] - b * x[i], 2);
        return Coefficients.of(name, b, Math.sqrt(rss / df / xx), df, level);
    }

    /** Of y on x, with an intercept. */
    private static double slope(double[] x, double[] y) {
        double mx = java.util.Arrays.stream(x).average().orElseThrow();
        double my = java.util.Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mx) * (x[i] - mx);
            xy += (x[i] - mx) * (y[i] - my);
        }
        return xy / xx;
    }

    /** Solves a b^2 - 2 h b + c at most 0: the values whose F stays within its quantile. */
    private static ConfidenceSet set(
            double zz,
            double zd,
            double zy,
            double dd,
            double dy,
            double yy,
            int df,
            double level) {
        double q = Quantiles.f(level, 1, df);
        double share = q / (df + q);
        double a = zd * zd / zz - share * dd;
        double h = zd * zy / zz - share * dy;
        double c = zy * zy / zz - share * yy;
        return ConfidenceSet.of(a, h, c, level);
    }
}
