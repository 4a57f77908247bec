package skills.statistics.irt;

import java.util.ArrayList;
import java.util.List;

/**
 * The likelihood of one choice: the sum over all orders of the alternatives that agree with it.
 * Each order is taken from the top, with probability exp(worth) over what is left; if only the best
 * is known, the first step alone counts.
 *
 * @param members index of each alternative among all that are scored
 * @param best place in members, -1 if none was chosen
 * @param worst place in members, -1 if none was chosen
 * @param orders places in members, from best to worst
 * @param steps how many steps of each order count
 */
record Block(int[] members, int best, int worst, List<int[]> orders, int steps) {

    static Block of(int[] members, int best, int worst) {
        int m = members.length;
        List<int[]> orders = new ArrayList<>();
        if (worst < 0) {
            int[] order = new int[m];
            order[0] = best;
            for (int k = 0, at = 1; k < m; k++) if (k != best) order[at++] = k;
            return new Block(members, best, worst, List.of(order), 1);
        }
        int[] middle = new int[m - 1 - (best < 0 ? 0 : 1)];
        for (int k = 0, at = 0; k < m; k++) if (k != best && k != worst) middle[at++] = k;
        permute(middle, 0, best, worst, orders);
        return new Block(members, best, worst, List.copyOf(orders), m - 1);
    }

    private static void permute(int[] middle, int from, int best, int worst, List<int[]> orders) {
        if (from == middle.length) {
            int first = best < 0 ? 0 : 1;
            int[] order = new int[first + middle.length + 1];
            if (first == 1) order[0] = best;
            System.arraycopy(middle, 0, order, first, middle.length);
            order[order.length - 1] = worst;
            orders.add(order);
            return;
        }
        for (int k = from; k < middle.length; k++) {
            swap(middle, from, k);
            permute(middle, from + 1, best, worst, orders);
            swap(middle, from, k);
        }
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    double logLikelihood(double[] worth) {
        double[] each = new double[orders.size()];
        double max = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < each.length; o++)
            max = Math.max(max, each[o] = logOrder(worth, orders.get(o), null, null));
        double sum = 0;
        for (double v : each) sum += Math.exp(v - max);
        return max + Math.log(sum);
    }

    /**
     * Adds the gradient and the curvature (minus the second derivatives) of the log likelihood: the
     * mean over the orders, each weighted with its share, less the spread of their gradients.
     */
    double addDerivatives(double[] worth, double[] gradient, double[][] curvature) {
        int m = members.length;
        double total = logLikelihood(worth);
        double[] mean = new double[m];
        double[][] bend = new double[m][m];
        for (int[] order : orders) {
            double[] slope = new double[m];
            double[][] own = new double[m][m];
            double share = Math.exp(logOrder(worth, order, slope, own) - total);
            for (int i = 0; i < m; i++) {
                mean[i] += share * slope[i];
                for (int j = 0; j < m; j++) bend[i][j] += share * (own[i][j] - slope[i] * slope[j]);
            }
        }
        for (int i = 0; i < m; i++) {
            gradient[members[i]] += mean[i];
            for (int j = 0; j < m; j++)
                curvature[members[i]][members[j]] += bend[i][j] + mean[i] * mean[j];
        }
        return total;
    }

    private double logOrder(double[] worth, int[] order, double[] slope, double[][] bend) {
        double log = 0;
        for (int step = 0; step < steps; step++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int k = step; k < order.length; k++) max = Math.max(max, worth[members[order[k]]]);
            double sum = 0;
            for (int k = step; k < order.length; k++)
                sum += Math.exp(worth[members[order[k]]] - max);
            log += worth[members[order[step]]] - max - Math.log(sum);
            if (slope == null) continue;
            slope[order[step]]++;
            for (int k = step; k < order.length; k++) {
                double p = Math.exp(worth[members[order[k]]] - max) / sum;
                slope[order[k]] -= p;
                bend[order[k]][order[k]] += p;
                for (int l = step; l < order.length; l++)
                    bend[order[k]][order[l]] -= p * Math.exp(worth[members[order[l]]] - max) / sum;
            }
        }
        return log;
    }

    /** The same alternatives with a best and a worst drawn evenly, where there was one. */
    Block tapped(java.util.SplittableRandom random) {
        int m = members.length;
        int first = random.nextInt(m);
        int second = (first + 1 + random.nextInt(m - 1)) % m;
        return of(members, best < 0 ? -1 : first, worst < 0 ? -1 : second);
    }
}
