package skills.statistics.optim;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import skills.statistics.Convergence;

/**
 * The simplex search of Nelder and Mead (1965): no derivatives, sure and slow; for a handful of
 * parameters. It starts again from its own result until that no longer improves.
 *
 * @param point where the function was smallest
 */
public record NelderMead(double[] point, double value, Convergence convergence) {

    /**
     * @param f may give NaN or infinity where it does not exist, not at the start
     */
    public static NelderMead minimize(ToDoubleFunction<double[]> f, double[] start, double[] step) {
        double[] best = start.clone();
        double value = f.applyAsDouble(best);
        int used = 0;
        double spread = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 6; round++) {
            double scale = round == 0 ? 1 : .1;
            double[][] x = new double[best.length + 1][];
            x[0] = best;
            for (int i = 0; i < best.length; i++) {
                x[i + 1] = best.clone();
                x[i + 1][i] += step[i] * scale;
            }
            double before = value;
            double[] v = new double[x.length];
            for (int i = 0; i < x.length; i++) v[i] = f.applyAsDouble(x[i]);
            int most = 400 * best.length;
            int i = 0;
            for (; i < most; i++) {
                sort(x, v);
                spread = v[v.length - 1] - v[0];
                if (spread <= 1e-13 * (1 + Math.abs(v[0]))) break;
                turn(f, x, v);
            }
            used += i;
            sort(x, v);
            best = x[0];
            value = v[0];
            if (before - value <= 1e-11 * (1 + Math.abs(value)) && round > 0) break;
        }
        boolean reached = spread <= 1e-9 * (1 + Math.abs(value));
        return new NelderMead(best, value, new Convergence(reached, used, spread));
    }

    private static void turn(ToDoubleFunction<double[]> f, double[][] x, double[] v) {
        int worst = x.length - 1;
        int p = x[0].length;
        double[] centre = new double[p];
        for (int i = 0; i < worst; i++) for (int j = 0; j < p; j++) centre[j] += x[i][j] / worst;
        double[] mirrored = along(centre, x[worst], -1);
        double at = f.applyAsDouble(mirrored);
        if (at < v[0]) {
            double[] further = along(centre, x[worst], -2);
            double there = f.applyAsDouble(further);
            x[worst] = there < at ? further : mirrored;
            v[worst] = Math.min(there, at);
        } else if (at < v[worst - 1 < 0 ? 0 : worst - 1]) {
            x[worst] = mirrored;
            v[worst] = at;
        } else {
            double[] nearer = along(centre, x[worst], at < v[worst] ? -.5 : .5);
            double there = f.applyAsDouble(nearer);
            if (there < Math.min(at, v[worst])) {
                x[worst] = nearer;
                v[worst] = there;
            } else
                for (int i = 1; i <= worst; i++) {
                    x[i] = along(x[0], x[i], .5);
                    v[i] = f.applyAsDouble(x[i]);
                }
        }
    }

    private static double[] along(double[] from, double[] to, double factor) {
        double[] point = new double[from.length];
        for (int i = 0; i < point.length; i++) point[i] = from[i] + factor * (to[i] - from[i]);
        return point;
    }

    private static void sort(double[][] x, double[] v) {
        for (int i = 0; i < v.length; i++) if (Double.isNaN(v[i])) v[i] = Double.POSITIVE_INFINITY;
        Integer[] order = new Integer[v.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> v[i]));
        double[][] points = new double[v.length][];
        double[] values = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            points[i] = x[order[i]];
            values[i] = v[order[i]];
        }
        System.arraycopy(points, 0, x, 0, v.length);
        System.arraycopy(values, 0, v, 0, v.length);
    }
}
