package skills.statistics.logistic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import skills.statistics.Convergence;
import skills.statistics.Unusable;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;

/** Newton's method for the logistic log likelihood, with an offset for profiles. */
record LogisticFit(
        double[] b,
        double[] probabilities,
        double logLikelihood,
        Matrix covariance,
        Convergence convergence) {
    private static final int MOST = 60;

    static LogisticFit of(Matrix x, double[] y, double[] offset, List<String> names) {
        int p = x.columns();
        double[] b = new double[p];
        double[] eta = offset.clone();
        double ll = logLikelihood(y, eta);
        double moved = Double.POSITIVE_INFINITY;
        double[] move = new double[p];
        for (int step = 0; step < MOST; step++) {
            double[] score = new double[y.length];
            double[] w = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                double m = 1 / (1 + Math.exp(-eta[i]));
                score[i] = y[i] - m;
                w[i] = m * (1 - m);
            }
            Optional<Cholesky> root = Cholesky.of(x.crossProduct(w));
            if (root.isEmpty()) break;
            move = root.get().solve(x.transposeTimes(score));
            double[] along = x.times(move);
            moved = Arrays.stream(along).map(Math::abs).max().orElse(0);
            if (moved < 1e-10) {
                double[] m = new double[y.length];
                for (int i = 0; i < m.length; i++) m[i] = 1 / (1 + Math.exp(-eta[i]));
                return new LogisticFit(
                        b, m, ll, root.get().inverse(), new Convergence(true, step + 1, moved));
            }
            double share = Math.min(1, 10 / moved);
            double[] next = add(eta, along, share);
            double better = logLikelihood(y, next);
            while (better < ll - 1e-12 * Math.abs(ll) && share > 1e-8) {
                share /= 2;
                next = add(eta, along, share);
                better = logLikelihood(y, next);
            }
            eta = next;
            ll = better;
            for (int j = 0; j < p; j++) b[j] += share * move[j];
        }
        throw without(x, y, b, ll, names);
    }

    /** Why there is no estimate: a direction that never speaks against the data separates them. */
    private static Unusable without(
            Matrix x, double[] y, double[] b, double ll, List<String> names) {
        double[] eta = x.times(b);
        double largest = Arrays.stream(eta).map(Math::abs).max().orElse(0);
        StringBuilder who = new StringBuilder();
        double most = 0;
        double[] reach = new double[names.size()];
        for (int j = 0; j < reach.length; j++) {
            double[] column = x.column(j);
            double mean = Arrays.stream(column).average().orElse(0);
            double ss = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
            reach[j] = Math.abs(b[j]) * Math.sqrt(ss / column.length);
            most = Math.max(most, reach[j]);
        }
        for (int j = 0; j < reach.length; j++)
            if (reach[j] > .2 * most && reach[j] > 0)
                who.append(who.isEmpty() ? "" : ", ").append(names.get(j));
        if (largest < 15)
            return new Unusable(
                    Unusable.Reason.NO_CONVERGENCE,
                    "The logistic regression found no best estimate; look for predictors that nearly follow from each other.");
        boolean complete = -ll < 1e-3;
        return new Unusable(
                Unusable.Reason.SEPARATION,
                complete
                        ? "Complete separation: %s tells the outcome of every case, so no finite estimate exists."
                                .formatted(who)
                        : "Quasi-complete separation: %s tells the outcome of a part of the cases without exception, so no finite estimate exists."
                                .formatted(who));
    }

    private static double[] add(double[] a, double[] b, double share) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) sum[i] = a[i] + share * b[i];
        return sum;
    }

    static double logLikelihood(double[] y, double[] eta) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double signed = y[i] == 1 ? eta[i] : -eta[i];
            sum -=
                    signed > 0
                            ? Math.log1p(Math.exp(-signed))
                            : -signed + Math.log1p(Math.exp(signed));
        }
        return sum;
    }
}
