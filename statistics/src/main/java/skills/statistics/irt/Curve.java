package skills.statistics.irt;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How an item's answers depend on theta, in the parameters that calibration works with. */
sealed interface Curve {

    /** Number of parameters of an item with so many categories. */
    int parameters(int categories);

    /** Where to begin, from the shares of the answers, all above 0. */
    double[] start(double[] shares);

    /** Whether the parameters give every answer a probability above 0. */
    boolean admissible(double[] parameters);

    /**
     * @param log receives the logarithm of the probability of each answer
     * @param score receives its derivatives: one row an answer, one column a parameter
     */
    void at(double theta, double[] parameters, double[] log, double[][] score);

    /** Slope of theta. */
    double slope(double[] parameters);

    /** One for each step up. */
    double[] intercepts(double[] parameters);

    /** P*(k) = s(a theta + d[k]) with falling d; parameters a, d[1], d[2] ... */
    record Graded() implements Curve {
        @Override
        public int parameters(int categories) {
            return categories;
        }

        @Override
        public double[] start(double[] shares) {
            double[] p = new double[shares.length];
            p[0] = 1;
            double above = 1;
            for (int k = 1; k < shares.length; k++) {
                above -= shares[k - 1];
                p[k] = 1.2 * Math.log(above / (1 - above));
            }
            return p;
        }

        @Override
        public boolean admissible(double[] p) {
            for (int k = 2; k < p.length; k++) if (!(p[k] < p[k - 1] - 1e-9)) return false;
            return Arrays.stream(p).allMatch(v -> Math.abs(v) < 500);
        }

        @Override
        public void at(double theta, double[] p, double[] log, double[][] score) {
            int m = p.length - 1;
            double below = 1;
            for (int k = 0; k <= m; k++) {
                double above = k == m ? 0 : 1 / (1 + Math.exp(-p[0] * theta - p[k + 1]));
                boolean middle = k > 0 && k < m;
                double bend = middle ? spread(p[k + 1] - p[k]) : 0;
                // The difference of two tails as a product: exact where both are near 0 or 1.
                log[k] = middle ? Math.log(-Math.expm1(p[k + 1] - p[k])) : 0;
                if (k > 0) log[k] -= GradedResponse.softplus(-p[0] * theta - p[k]);
                if (k < m) log[k] -= GradedResponse.softplus(p[0] * theta + p[k + 1]);
                Arrays.fill(score[k], 0);
                score[k][0] = theta * (1 - below - above);
                if (k > 0) score[k][k] = 1 - below + bend;
                if (k < m) score[k][k + 1] = -above - bend;
                below = above;
            }
        }

        /** Derivative of log(1 - exp(step)) by -step. */
        private static double spread(double step) {
            return Math.exp(step) / -Math.expm1(step);
        }

        @Override
        public double slope(double[] p) {
            return p[0];
        }

        @Override
        public double[] intercepts(double[] p) {
            return Arrays.copyOfRange(p, 1, p.length);
        }
    }

    /**
     * P(k) proportional to exp(k a theta + g[k]); parameters a, g[1], g[2] ... or without a, which
     * is then 1.
     */
    record Credit(boolean free) implements Curve {
        @Override
        public int parameters(int categories) {
            return free ? categories : categories - 1;
        }

        @Override
        public double[] start(double[] shares) {
            double[] g =
                    IntStream.range(1, shares.length)
                            .mapToDouble(k -> Math.log(shares[k] / shares[0]))
                            .toArray();
            if (!free) return g;
            double[] p = new double[shares.length];
            p[0] = 2. / shares.length;
            System.arraycopy(g, 0, p, 1, g.length);
            return p;
        }

        @Override
        public boolean admissible(double[] p) {
            return Arrays.stream(p).allMatch(v -> Math.abs(v) < 500);
        }

        @Override
        public void at(double theta, double[] p, double[] log, double[][] score) {
            int first = free ? 1 : 0;
            double a = slope(p);
            log[0] = 0;
            double max = 0;
            for (int k = 1; k < log.length; k++) {
                log[k] = k * a * theta + p[first + k - 1];
                max = Math.max(max, log[k]);
            }
            double sum = 0;
            for (double v : log) sum += Math.exp(v - max);
            double total = max + Math.log(sum);
            double mean = 0;
            for (int k = 0; k < log.length; k++) {
                log[k] -= total;
                mean += k * Math.exp(log[k]);
            }
            for (int k = 0; k < log.length; k++) {
                if (free) score[k][0] = theta * (k - mean);
                for (int l = 1; l < log.length; l++)
                    score[k][first + l - 1] = (k == l ? 1 : 0) - Math.exp(log[l]);
            }
        }

        @Override
        public double slope(double[] p) {
            return free ? p[0] : 1;
        }

        @Override
        public double[] intercepts(double[] p) {
            double[] g = free ? Arrays.copyOfRange(p, 1, p.length) : p.clone();
            for (int k = g.length - 1; k > 0; k--) g[k] -= g[k - 1];
            return g;
        }
    }
}
