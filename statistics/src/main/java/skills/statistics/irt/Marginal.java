package skills.statistics.irt;

import skills.statistics.matrix.Symmetric;

/**
 * One turn of the EM algorithm for the marginal likelihood: Bock and Aitkin (1981),
 * doi:10.1007/BF02293801. Parameters of all items lie one after the other; the variance of the
 * population comes last where it is free.
 */
final class Marginal {

    private final Patterns patterns;
    private final Curve curve;
    private final Grid grid;
    private final boolean freeVariance;
    private final int[] offset;

    Marginal(Patterns patterns, Curve curve, Grid grid, boolean freeVariance) {
        this.patterns = patterns;
        this.curve = curve;
        this.grid = grid;
        this.freeVariance = freeVariance;
        this.offset = new int[patterns.categories().length + 1];
        for (int j = 0; j + 1 < offset.length; j++)
            offset[j + 1] = offset[j] + curve.parameters(patterns.categories()[j]);
    }

    /** Parameters after one turn, and the log likelihood of those before it. */
    record Turn(double[] next, double logLikelihood) {}

    double[] start() {
        double[] p = new double[size()];
        for (int j = 0; j + 1 < offset.length; j++) {
            double[] own = curve.start(patterns.shares(j));
            System.arraycopy(own, 0, p, offset[j], own.length);
        }
        if (freeVariance) p[p.length - 1] = 1;
        return p;
    }

    int size() {
        return offset[offset.length - 1] + (freeVariance ? 1 : 0);
    }

    double[] item(double[] p, int j) {
        return java.util.Arrays.copyOfRange(p, offset[j], offset[j + 1]);
    }

    int offset(int j) {
        return offset[j];
    }

    double variance(double[] p) {
        return freeVariance ? p[p.length - 1] : 1;
    }

    boolean admissible(double[] p) {
        for (int j = 0; j + 1 < offset.length; j++) if (!curve.admissible(item(p, j))) return false;
        return variance(p) > 1e-8 && variance(p) < 1e6;
    }

    Turn turn(double[] p) {
        double[][][] log = logs(p);
        double[][][] counts = new double[log.length][][];
        for (int j = 0; j < log.length; j++) counts[j] = new double[log[j].length][grid.size()];
        double[] weight = logWeights(p);
        double[] posterior = new double[grid.size()];
        double likelihood = 0;
        double squares = 0;
        for (int i = 0; i < patterns.answers().length; i++) {
            int[] row = patterns.answers()[i];
            int n = patterns.counts()[i];
            likelihood += n * posterior(row, log, weight, posterior);
            for (int j = 0; j < row.length; j++) {
                if (row[j] < 0) continue;
                double[] own = counts[j][row[j]];
                for (int q = 0; q < own.length; q++) own[q] += n * posterior[q];
            }
            if (freeVariance)
                for (int q = 0; q < posterior.length; q++)
                    squares += n * posterior[q] * grid.at(q) * grid.at(q);
        }
        double[] next = p.clone();
        for (int j = 0; j < log.length; j++) {
            double[] own = item(p, j);
            for (int step = 0; step < 3; step++) own = better(own, counts[j]);
            System.arraycopy(own, 0, next, offset[j], own.length);
        }
        if (freeVariance) next[next.length - 1] = squares / patterns.persons();
        return new Turn(next, likelihood);
    }

    /**
     * Expected information of all parameters, estimated by the cross products of the persons'
     * scores at the maximum.
     */
    double[][] information(double[] p) {
        double[][][] log = logs(p);
        double[] weight = logWeights(p);
        double[] posterior = new double[grid.size()];
        double[][][][] scores = new double[log.length][grid.size()][][];
        for (int j = 0; j < log.length; j++) {
            double[] own = item(p, j);
            for (int q = 0; q < grid.size(); q++) {
                scores[j][q] = new double[log[j].length][own.length];
                curve.at(grid.at(q), own, new double[log[j].length], scores[j][q]);
            }
        }
        double[][] information = new double[p.length][p.length];
        double variance = variance(p);
        for (int i = 0; i < patterns.answers().length; i++) {
            int[] row = patterns.answers()[i];
            posterior(row, log, weight, posterior);
            double[] score = new double[p.length];
            for (int j = 0; j < row.length; j++) {
                if (row[j] < 0) continue;
                for (int q = 0; q < posterior.length; q++) {
                    double[] own = scores[j][q][row[j]];
                    for (int a = 0; a < own.length; a++)
                        score[offset[j] + a] += posterior[q] * own[a];
                }
            }
            if (freeVariance)
                for (int q = 0; q < posterior.length; q++)
                    score[p.length - 1] +=
                            posterior[q]
                                    * (grid.at(q) * grid.at(q) / variance - 1)
                                    / (2 * variance);
            for (int a = 0; a < score.length; a++)
                for (int b = 0; b < score.length; b++)
                    information[a][b] += patterns.counts()[i] * score[a] * score[b];
        }
        return information;
    }

    /** Posterior over the grid; returns the logarithm of the pattern's probability. */
    private static double posterior(
            int[] row, double[][][] log, double[] weight, double[] posterior) {
        System.arraycopy(weight, 0, posterior, 0, weight.length);
        for (int j = 0; j < row.length; j++) {
            if (row[j] < 0) continue;
            double[] own = log[j][row[j]];
            for (int q = 0; q < own.length; q++) posterior[q] += own[q];
        }
        double max = Double.NEGATIVE_INFINITY;
        for (double v : posterior) max = Math.max(max, v);
        double sum = 0;
        for (int q = 0; q < posterior.length; q++)
            sum += posterior[q] = Math.exp(posterior[q] - max);
        for (int q = 0; q < posterior.length; q++) posterior[q] /= sum;
        return max + Math.log(sum);
    }

    private double[] logWeights(double[] p) {
        double[] log = new double[grid.size()];
        double sum = 0;
        for (int q = 0; q < log.length; q++) {
            log[q] = -grid.at(q) * grid.at(q) / (2 * variance(p));
            sum += Math.exp(log[q]);
        }
        for (int q = 0; q < log.length; q++) log[q] -= Math.log(sum);
        return log;
    }

    /** Logarithms of the answer probabilities: item, answer, grid point. */
    private double[][][] logs(double[] p) {
        double[][][] logs = new double[offset.length - 1][][];
        for (int j = 0; j < logs.length; j++) {
            double[] own = item(p, j);
            int m = patterns.categories()[j];
            logs[j] = new double[m][grid.size()];
            double[] log = new double[m];
            double[][] score = new double[m][own.length];
            for (int q = 0; q < grid.size(); q++) {
                curve.at(grid.at(q), own, log, score);
                for (int k = 0; k < m; k++) logs[j][k][q] = log[k];
            }
        }
        return logs;
    }

    /** One step of Fisher scoring on an item's expected counts, halved until it gains. */
    private double[] better(double[] p, double[][] counts) {
        double[] gradient = new double[p.length];
        double[][] information = new double[p.length][p.length];
        double before = expectedLog(p, counts, gradient, information);
        // A trifle on the diagonal: an item that nobody near a grid point answers has no curvature.
        for (int a = 0; a < p.length; a++) information[a][a] += 1e-10 * (1 + information[a][a]);
        var factored = Symmetric.factor(information);
        if (factored.isEmpty()) return p;
        double[] step = factored.get().solve(gradient);
        for (double factor = 1; factor > 1e-4; factor /= 2) {
            double[] next = p.clone();
            for (int a = 0; a < p.length; a++) next[a] += factor * step[a];
            if (curve.admissible(next) && expectedLog(next, counts, null, null) >= before)
                return next;
        }
        return p;
    }

    private double expectedLog(
            double[] p, double[][] counts, double[] gradient, double[][] information) {
        int m = counts.length;
        double[] log = new double[m];
        double[][] score = new double[m][p.length];
        double sum = 0;
        for (int q = 0; q < grid.size(); q++) {
            curve.at(grid.at(q), p, log, score);
            double all = 0;
            for (int k = 0; k < m; k++) {
                sum += counts[k][q] * log[k];
                all += counts[k][q];
            }
            if (gradient == null) continue;
            for (int k = 0; k < m; k++) {
                double expected = all * Math.exp(log[k]);
                for (int a = 0; a < p.length; a++) {
                    gradient[a] += counts[k][q] * score[k][a];
                    for (int b = 0; b < p.length; b++)
                        information[a][b] += expected * score[k][a] * score[k][b];
                }
            }
        }
        return sum;
    }
}
