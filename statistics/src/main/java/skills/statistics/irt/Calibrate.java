package skills.statistics.irt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import skills.statistics.Convergence;
import skills.statistics.Dropped;
import skills.statistics.Progress;
import skills.statistics.Unusable;
import skills.statistics.items.Items;
import skills.statistics.matrix.Symmetric;

/**
 * Estimates item parameters by marginal maximum likelihood: theta is normal in the population and
 * summed out over a grid; EM (Bock and Aitkin 1981, doi:10.1007/BF02293801), sped up by squared
 * extrapolation (Varadhan and Roland 2008, doi:10.1111/j.1467-9469.2007.00585.x), which is taken
 * back whenever it would lower the likelihood. Missing answers take no part (missing at random).
 * Standard errors from the cross products of the persons' scores.
 *
 * @param model of the answers
 * @param grid over which theta is summed; population mean 0
 * @param tolerance of the largest change of a parameter in one turn, above 0
 * @param most turns, at least 1
 */
public record Calibrate(Model model, Grid grid, double tolerance, int most) {

    /** What is assumed of the answers. */
    public enum Model {
        /** Slopes 1, variance of the population free; with several answers partial credit. */
        RASCH(new Curve.Credit(false)),
        /** Graded response; with two answers the two-parameter logistic model. Variance 1. */
        GRADED(new Curve.Graded()),
        /** Generalised partial credit. Variance 1. */
        PARTIAL_CREDIT(new Curve.Credit(true));

        private final Curve curve;

        Model(Curve curve) {
            this.curve = curve;
        }
    }

    /**
     * @throws Unusable when the tolerance or the number of turns is out of range
     */
    public Calibrate {
        if (!(tolerance > 0) || most < 1)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "Calibration needs a tolerance above 0 and at least one turn.");
    }

    /** Grid from -6 to 6 by 0.2, tolerance 1e-6, at most 2,000 turns. */
    public static Calibrate usual(Model model) {
        return new Calibrate(model, new Grid(-6, 6, .2), 1e-6, 2000);
    }

    /**
     * @param data keyed answers, at most 20 different ones an item
     * @throws Unusable when there are fewer than 2 items or 10 persons, an item has one answer
     *     only, or an item goes against the others (slope not above 0)
     */
    public Calibration fit(Items data) {
        return fit(data, Progress.NONE);
    }

    /**
     * The same, watched.
     *
     * @param progress over the turns, of the most that there may be
     * @throws skills.statistics.Cancelled when it says to stop
     */
    public Calibration fit(Items data, Progress progress) {
        Unusable.atLeast(2, data.items(), "items");
        Patterns patterns = Patterns.of(data);
        Unusable.atLeast(10, patterns.persons(), "persons with an answer");
        Marginal marginal = new Marginal(patterns, model.curve, grid, model == Model.RASCH);
        double[] p = marginal.start();
        double change = Double.POSITIVE_INFINITY;
        int turns = 0;
        while (turns < most) {
            progress.check(turns, most);
            Marginal.Turn first = marginal.turn(p);
            change = distance(first.next(), p);
            turns++;
            if (change < tolerance || turns >= most) {
                p = first.next();
                break;
            }
            Marginal.Turn second = marginal.turn(first.next());
            turns++;
            double[] leap = leap(p, first.next(), second.next());
            p = second.next();
            if (!marginal.admissible(leap)) continue;
            Marginal.Turn third = marginal.turn(leap);
            turns++;
            if (third.logLikelihood() >= second.logLikelihood()) p = third.next();
        }
        return result(data, patterns, marginal, p, turns, change);
    }

    private Calibration result(
            Items data,
            Patterns patterns,
            Marginal marginal,
            double[] p,
            int turns,
            double change) {
        Optional<double[][]> covariance =
                Symmetric.factor(marginal.information(p)).map(Symmetric::inverse);
        List<Item> items = new ArrayList<>();
        List<Calibration.Fit> fits = new ArrayList<>();
        for (int j = 0; j < data.items(); j++) {
            double[] own = marginal.item(p, j);
            double a = model.curve.slope(own);
            if (!(a > 0))
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        ("Item %d goes against the others (slope %.2f): turn it round or leave it"
                                        + " out.")
                                .formatted(j + 1, a));
            double[] d = model.curve.intercepts(own);
            List<Double> b = new ArrayList<>();
            for (double v : d) b.add(-v / a);
            boolean graded = model == Model.GRADED || d.length == 1;
            items.add(graded ? new GradedResponse(a, b) : new PartialCredit(a, b));
            fits.add(errors(own, covariance, marginal.offset(j)));
        }
        int missing = data.persons() - patterns.persons();
        List<Dropped> dropped = new ArrayList<>(data.dropped());
        if (missing > 0) dropped.add(new Dropped(missing, "no answer at all"));
        OptionalDouble error =
                model == Model.RASCH && covariance.isPresent()
                        ? OptionalDouble.of(Math.sqrt(covariance.get()[p.length - 1][p.length - 1]))
                        : OptionalDouble.empty();
        return new Calibration(
                List.copyOf(items),
                List.copyOf(fits),
                marginal.variance(p),
                error,
                patterns.persons(),
                List.copyOf(dropped),
                marginal.turn(p).logLikelihood(),
                p.length,
                new Convergence(change < tolerance, turns, change));
    }

    /** Errors of one item, through the linear map from parameters to intercepts. */
    private Calibration.Fit errors(double[] own, Optional<double[][]> covariance, int offset) {
        double a = model.curve.slope(own);
        double[] d = model.curve.intercepts(own);
        boolean fixed = own.length == d.length;
        int first = fixed ? 0 : 1;
        OptionalDouble slope = OptionalDouble.empty();
        List<OptionalDouble> intercepts = new ArrayList<>();
        List<OptionalDouble> thresholds = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        if (!fixed) slope = error(covariance, offset, unit(own.length, 0, 1));
        for (int k = 0; k < d.length; k++) {
            values.add(d[k]);
            double[] map = unit(own.length, first + k, 1);
            if (model != Model.GRADED && k > 0) map[first + k - 1] = -1;
            intercepts.add(error(covariance, offset, map));
            double[] delta = new double[own.length];
            for (int i = 0; i < delta.length; i++) delta[i] = -map[i] / a;
            if (!fixed) delta[0] += d[k] / (a * a);
            thresholds.add(error(covariance, offset, delta));
        }
        return new Calibration.Fit(
                a, slope, List.copyOf(values), List.copyOf(intercepts), List.copyOf(thresholds));
    }

    private static double[] unit(int n, int at, double value) {
        double[] unit = new double[n];
        unit[at] = value;
        return unit;
    }

    private static OptionalDouble error(Optional<double[][]> covariance, int offset, double[] map) {
        if (covariance.isEmpty()) return OptionalDouble.empty();
        double sum = 0;
        for (int i = 0; i < map.length; i++)
            for (int j = 0; j < map.length; j++)
                sum += map[i] * map[j] * covariance.get()[offset + i][offset + j];
        return OptionalDouble.of(Math.sqrt(Math.max(0, sum)));
    }

    private static double[] leap(double[] p, double[] first, double[] second) {
        double step = 0;
        double turn = 0;
        for (int i = 0; i < p.length; i++) {
            double r = first[i] - p[i];
            double v = second[i] - first[i] - r;
            step += r * r;
            turn += v * v;
        }
        double factor = turn > 0 ? Math.min(-1, -Math.sqrt(step / turn)) : -1;
        double[] leap = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            double r = first[i] - p[i];
            leap[i] = p[i] - 2 * factor * r + factor * factor * (second[i] - first[i] - r);
        }
        return leap;
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }
}
