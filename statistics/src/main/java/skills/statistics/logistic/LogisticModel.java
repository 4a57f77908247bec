package skills.statistics.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.Convergence;
import skills.statistics.Dropped;
import skills.statistics.Interval;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.distribution.Coefficients;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;
import skills.statistics.effect.Sample;
import skills.statistics.inference.RankSum;
import skills.statistics.matrix.LeastSquares;
import skills.statistics.matrix.Matrix;

/**
 * Logistic regression: log(p / (1 - p)) = X b, by maximum likelihood (Hosmer, Lemeshow and
 * Sturdivant 2013). Where the predictors separate the outcomes there is no estimate, and the fit
 * says so instead of printing a large number (Albert and Anderson 1984).
 */
public final class LogisticModel {
    private final Design design;
    private final Matrix x;
    private final double[] y;
    private final int[] rows;
    private final List<Dropped> dropped;
    private final LogisticFit fit;

    private LogisticModel(Design.Complete complete, double[] outcome) {
        this.design = complete.design();
        this.rows = complete.rows();
        this.dropped = complete.dropped();
        this.x = design.matrix();
        this.y = IntStream.of(rows).mapToDouble(i -> outcome[i]).toArray();
        for (double v : y)
            if (v != 0 && v != 1)
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE, "The outcome must be 0 or 1, not " + v + ".");
        double sum = Arrays.stream(y).sum();
        if (sum == 0 || sum == y.length)
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "All complete cases have the same outcome; there is nothing to tell apart.");
        // Refuses collinear columns by name.
        LeastSquares.of(x, y, design.columns());
        this.fit = LogisticFit.of(x, y, new double[y.length], design.columns());
    }

    /**
     * @param outcome 0 or 1, NaN where missing
     * @throws Unusable when outcomes are separated, the same, or predictors follow from each other
     */
    public static LogisticModel fit(Design design, double[] outcome) {
        return new LogisticModel(design.complete(Map.of("The outcome", outcome)), outcome);
    }

    public int n() {
        return y.length;
    }

    /** Where the complete cases stood in the data. */
    public int[] rows() {
        return rows.clone();
    }

    public List<Dropped> dropped() {
        return dropped;
    }

    /** Fitted chances of the complete cases. */
    public double[] probabilities() {
        return fit.probabilities().clone();
    }

    public double[] estimates() {
        return fit.b().clone();
    }

    /** Inverse information. */
    public Matrix covariance() {
        return fit.covariance();
    }

    public Convergence convergence() {
        return fit.convergence();
    }

    public double logLikelihood() {
        return fit.logLikelihood();
    }

    public double deviance() {
        return -2 * fit.logLikelihood();
    }

    public double nullDeviance() {
        double share = Arrays.stream(y).average().orElseThrow();
        return -2 * n() * (share * Math.log(share) + (1 - share) * Math.log1p(-share));
    }

    /** Likelihood ratio test of all predictors together. */
    public record Overall(double chiSquared, int df, double p) {}

    public Overall overall() {
        double chi = nullDeviance() - deviance();
        int df = fit.b().length - 1;
        return new Overall(chi, df, df == 0 ? Double.NaN : Tail.chiSquared(chi, df));
    }

    /** 1 - log likelihood / null log likelihood. */
    public double mcFadden() {
        return 1 - deviance() / nullDeviance();
    }

    /** Cox and Snell's R^2 over its largest possible value. */
    public double nagelkerke() {
        return -Math.expm1((deviance() - nullDeviance()) / n())
                / -Math.expm1(-nullDeviance() / n());
    }

    /** Chance that a case with the outcome has the higher fitted chance than one without. */
    public double areaUnderCurve() {
        double[] with =
                IntStream.range(0, n())
                        .filter(i -> y[i] == 1)
                        .mapToDouble(i -> fit.probabilities()[i])
                        .toArray();
        double[] without =
                IntStream.range(0, n())
                        .filter(i -> y[i] == 0)
                        .mapToDouble(i -> fit.probabilities()[i])
                        .toArray();
        return RankSum.of(Sample.of("with", with), Sample.of("without", without)).superiority();
    }

    /** On the log odds, with Wald's z tests. */
    public List<Coefficient> coefficients(double level) {
        List<Coefficient> table = new ArrayList<>();
        for (int j = 0; j < fit.b().length; j++)
            table.add(
                    Coefficients.of(
                            design.columns().get(j),
                            fit.b()[j],
                            Math.sqrt(fit.covariance().at(j, j)),
                            Double.POSITIVE_INFINITY,
                            level));
        return List.copyOf(table);
    }

    /**
     * Profile likelihood interval of a log odds coefficient: the values at which the other
     * coefficients, at their best, still keep 2 (l - l_profile) within the chi-squared quantile. A
     * side on which the likelihood never falls that far is infinite.
     */
    public Interval profile(int column, double level) {
        double z = Quantiles.normal(.5 + Unusable.share("The level of an interval", level) / 2);
        return new Interval(limit(column, -1, z), limit(column, 1, z), level);
    }

    private double limit(int column, int side, double z) {
        double estimate = fit.b()[column];
        double se = Math.sqrt(fit.covariance().at(column, column));
        double low = 0;
        double high = z * se;
        double atLow = -z;
        double atHigh = root(column, estimate + side * high) - z;
        for (int i = 0; atHigh < 0; i++) {
            if (i == 12) return side * Double.POSITIVE_INFINITY;
            low = high;
            atLow = atHigh;
            high *= 1.6;
            atHigh = root(column, estimate + side * high) - z;
        }
        for (int i = 0; i < 60 && high - low > 1e-9 * se; i++) {
            double secant = high - atHigh * (high - low) / (atHigh - atLow);
            double middle =
                    i % 4 == 3 || !(secant > low && secant < high) ? (low + high) / 2 : secant;
            double at = root(column, estimate + side * middle) - z;
            if (Math.abs(at) < 1e-11) return estimate + side * middle;
            if (at < 0) {
                low = middle;
                atLow = at;
                atHigh /= 2;
            } else {
                high = middle;
                atHigh = at;
                atLow /= 2;
            }
        }
        return estimate + side * (low + high) / 2;
    }

    /** Root of twice the fall in log likelihood when the coefficient is held at a value. */
    private double root(int column, double value) {
        int[] others = IntStream.range(0, x.columns()).filter(j -> j != column).toArray();
        double[] offset = x.column(column);
        for (int i = 0; i < offset.length; i++) offset[i] *= value;
        double ll;
        if (others.length == 0) ll = LogisticFit.logLikelihood(y, offset);
        else {
            int[] all = IntStream.range(0, n()).toArray();
            List<String> names = IntStream.of(others).mapToObj(design.columns()::get).toList();
            try {
                ll = LogisticFit.of(x.pick(all, others), y, offset, names).logLikelihood();
            } catch (Unusable held) {
                // Too far out to fit the rest: certainly beyond the limit.
                return Double.MAX_VALUE;
            }
        }
        return Math.sqrt(Math.max(0, 2 * (fit.logLikelihood() - ll)));
    }
}
