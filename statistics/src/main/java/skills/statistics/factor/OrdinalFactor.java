package skills.statistics.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import skills.statistics.Convergence;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.items.Items;
import skills.statistics.matrix.Symmetric;

/**
 * One factor behind categories (WLSMV): polychoric correlations fitted by diagonally weighted least
 * squares, errors robust, chi-squared scaled and shifted to the mean and variance that it should
 * have. Muthen, du Toit and Spisic (1997); Asparouhov and Muthen (2010), Simple second order
 * chi-square correction. Variables behind the categories have variance 1, and so has the factor.
 *
 * @param polychoric what was fitted
 * @param loadings signs so that they sum to above 0
 * @param loadingErrors robust
 * @param chiSquared (n - 1) times the weighted sum of squares, unscaled: has no chi-squared
 *     distribution
 * @param scaled chi-squared, scaled and shifted
 * @param df of the test
 * @param scaling factor that the chi-squared was divided by
 * @param shift that was then added
 * @param p of the scaled statistic; absent without degrees of freedom
 * @param cfi from scaled statistics
 * @param tli likewise; absent without degrees of freedom
 * @param rmsea likewise; absent without degrees of freedom
 * @param srmr root mean square residual correlation, the diagonal (0) counted in
 * @param convergence criterion: largest step
 */
public record OrdinalFactor(
        Polychoric polychoric,
        List<Double> loadings,
        List<Double> loadingErrors,
        double chiSquared,
        double scaled,
        int df,
        double scaling,
        double shift,
        OptionalDouble p,
        double cfi,
        OptionalDouble tli,
        OptionalDouble rmsea,
        double srmr,
        Convergence convergence) {

    /**
     * @param items at least 3, keyed, at most 12 categories
     * @throws Unusable when there are too few items or persons, or an item cannot be used
     */
    public static OrdinalFactor of(Items items) {
        Unusable.atLeast(3, items.items(), "items");
        return of(Polychoric.of(items));
    }

    public static OrdinalFactor of(Polychoric polychoric) {
        double[][] r = polychoric.matrix();
        int k = r.length;
        Unusable.atLeast(3, k, "items");
        int pairs = k * (k - 1) / 2;
        double[][] gamma = gamma(polychoric, pairs);
        double[] weight = new double[pairs];
        for (int a = 0; a < pairs; a++) weight[a] = 1 / gamma[a][a];
        double[] l = OneFactor.startLoadings(r);
        double largest = Double.POSITIVE_INFINITY;
        int iteration = 0;
        while (iteration < 500 && largest > 1e-10) {
            double[] step = step(r, weight, l);
            double before = misfit(r, weight, l);
            double factor = 1;
            double[] next;
            while (true) {
                next = l.clone();
                for (int j = 0; j < k; j++) next[j] += factor * step[j];
                if (misfit(r, weight, next) <= before + 1e-12 || factor < 1e-8) break;
                factor /= 2;
            }
            largest = 0;
            for (double s : step) largest = Math.max(largest, Math.abs(s));
            l = next;
            iteration++;
        }
        double sum = 0;
        for (double v : l) sum += v;
        if (sum < 0) for (int j = 0; j < k; j++) l[j] = -l[j];
        return result(
                polychoric,
                gamma,
                weight,
                l,
                new Convergence(largest <= 1e-10, iteration, largest));
    }

    private static OrdinalFactor result(
            Polychoric polychoric,
            double[][] gamma,
            double[] weight,
            double[] l,
            Convergence convergence) {
        double[][] r = polychoric.matrix();
        int k = l.length;
        int pairs = weight.length;
        int n = polychoric.n();
        double[][] slopes = slopes(l);
        double[][] inverse =
                Symmetric.of("The information of the loadings", weighted(slopes, weight)).inverse();
        Errors errors = new Errors(slopes, inverse, weight, gamma, n);
        double x = (n - 1) * misfit(r, weight, l);
        int df = pairs - k;
        double[] test = scaled(x, df, projection(slopes, inverse, weight), gamma);
        double[][] none = new double[pairs][pairs];
        for (int a = 0; a < pairs; a++) none[a][a] = weight[a];
        double[] base = scaled((n - 1) * misfit(r, weight, new double[k]), pairs, none, gamma);
        double residual = 0;
        for (int i = 0; i < k; i++)
            for (int j = 0; j < i; j++) residual += Math.pow(r[i][j] - l[i] * l[j], 2);
        boolean some = df > 0;
        List<Double> loadings = new ArrayList<>();
        for (double v : l) loadings.add(v);
        return new OrdinalFactor(
                polychoric,
                List.copyOf(loadings),
                errors.all(),
                x,
                test[0],
                df,
                test[1],
                test[2],
                some ? OptionalDouble.of(Tail.chiSquared(test[0], df)) : OptionalDouble.empty(),
                Fit.cfi(test[0], df, base[0], pairs),
                Fit.tli(test[0], df, base[0], pairs),
                some ? OptionalDouble.of(Fit.rmsea(test[0], df, n - 1, 1)) : OptionalDouble.empty(),
                Math.sqrt(residual / (pairs + k)),
                convergence);
    }

    /** The part of the covariance that belongs to the correlations. */
    private static double[][] gamma(Polychoric polychoric, int pairs) {
        double[][] all = polychoric.spread();
        int t = all.length - pairs;
        double[][] gamma = new double[pairs][pairs];
        for (int a = 0; a < pairs; a++) System.arraycopy(all[t + a], t, gamma[a], 0, pairs);
        return gamma;
    }

    /** Derivatives of the implied correlations by the loadings, one row a pair. */
    private static double[][] slopes(double[] l) {
        double[][] slopes = new double[l.length * (l.length - 1) / 2][l.length];
        int pair = 0;
        for (int i = 0; i < l.length; i++)
            for (int j = 0; j < i; j++) {
                slopes[pair][i] = l[j];
                slopes[pair++][j] = l[i];
            }
        return slopes;
    }

    private static double[][] weighted(double[][] slopes, double[] weight) {
        int k = slopes[0].length;
        double[][] m = new double[k][k];
        for (int a = 0; a < weight.length; a++)
            for (int i = 0; i < k; i++)
                for (int j = 0; j < k; j++) m[i][j] += weight[a] * slopes[a][i] * slopes[a][j];
        return m;
    }

    private static double[] step(double[][] r, double[] weight, double[] l) {
        double[][] slopes = slopes(l);
        double[][] m = weighted(slopes, weight);
        double[] gradient = new double[l.length];
        int pair = 0;
        for (int i = 0; i < l.length; i++)
            for (int j = 0; j < i; j++) {
                double off = weight[pair] * (r[i][j] - l[i] * l[j]);
                gradient[i] += off * l[j];
                gradient[j] += off * l[i];
                pair++;
            }
        for (int i = 0; i < l.length; i++) m[i][i] += 1e-12 * (1 + m[i][i]);
        return Symmetric.of("The information of the loadings", m).solve(gradient);
    }

    private static double misfit(double[][] r, double[] weight, double[] l) {
        double sum = 0;
        int pair = 0;
        for (int i = 0; i < l.length; i++)
            for (int j = 0; j < i; j++)
                sum += weight[pair++] * (r[i][j] - l[i] * l[j]) * (r[i][j] - l[i] * l[j]);
        return sum;
    }

    /** W - W D (D'WD)^-1 D'W. */
    private static double[][] projection(double[][] slopes, double[][] inverse, double[] weight) {
        double[][] half = Structure.product(slopes, inverse);
        double[][] u = new double[weight.length][weight.length];
        for (int a = 0; a < weight.length; a++)
            for (int b = 0; b < weight.length; b++) {
                double sum = 0;
                for (int i = 0; i < inverse.length; i++) sum += half[a][i] * slopes[b][i];
                u[a][b] = (a == b ? weight[a] : 0) - weight[a] * weight[b] * sum;
            }
        return u;
    }

    /** Statistic, scaling factor and shift. */
    private static double[] scaled(double x, int df, double[][] u, double[][] gamma) {
        if (df == 0) return new double[] {x, 1, 0};
        double[][] ug = Structure.product(u, gamma);
        double first = 0;
        double second = 0;
        for (int a = 0; a < ug.length; a++) {
            first += ug[a][a];
            for (int b = 0; b < ug.length; b++) second += ug[a][b] * ug[b][a];
        }
        double factor = Math.sqrt(df / second);
        double shift = df - factor * first;
        return new double[] {factor * x + shift, 1 / factor, shift};
    }

    private record Errors(
            double[][] slopes, double[][] inverse, double[] weight, double[][] gamma, int n) {

        List<Double> all() {
            double[][] half = Structure.product(slopes, inverse);
            List<Double> errors = new ArrayList<>();
            for (int i = 0; i < inverse.length; i++) {
                double sum = 0;
                for (int a = 0; a < weight.length; a++)
                    for (int b = 0; b < weight.length; b++)
                        sum += half[a][i] * weight[a] * gamma[a][b] * weight[b] * half[b][i];
                errors.add(Math.sqrt(sum / n));
            }
            return List.copyOf(errors);
        }
    }
}
