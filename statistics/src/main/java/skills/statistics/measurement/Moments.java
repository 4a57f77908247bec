package skills.statistics.measurement;

import skills.statistics.Unusable;

/** Sums over small matrices. */
final class Moments {

    private Moments() {}

    static double sum(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) for (double v : row) sum += v;
        return sum;
    }

    static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) sum += matrix[i][i];
        return sum;
    }

    static double[][] correlations(double[][] s) {
        double[][] r = new double[s.length][s.length];
        for (int i = 0; i < s.length; i++) {
            if (!(s[i][i] > 0))
                throw new Unusable(
                        Unusable.Reason.CONSTANT,
                        "Everybody gave the same answer to item %d.".formatted(i + 1));
            for (int j = 0; j < s.length; j++)
                r[i][j] = i == j ? 1 : s[i][j] / Math.sqrt(s[i][i]) / Math.sqrt(s[j][j]);
        }
        return r;
    }
}
