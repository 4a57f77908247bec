package skills.statistics.factor;

/**
 * Means and covariances of one group as functions of parameters: covariance = L P L' + T, mean = t
 * + L a, with loadings L, factor covariance P, residual covariance T, intercepts t and factor means
 * a. Every element is a parameter (its number, shared where equal) or fixed.
 */
final class Structure {

    /** An element that is not free. */
    static final int FIXED = -1;

    final int variables;
    final int factors;
    final int[][] loading;
    final int[][] factor;
    final int[][] residual;
    final int[] intercept;
    final int[] mean;
    final double[][] fixedFactor;

    /** Everything fixed: 0, factor variances 1. */
    Structure(int variables, int factors) {
        this.variables = variables;
        this.factors = factors;
        loading = fixed(variables, factors);
        factor = fixed(factors, factors);
        residual = fixed(variables, variables);
        intercept = fixed(1, variables)[0];
        mean = fixed(1, factors)[0];
        fixedFactor = new double[factors][factors];
        for (int f = 0; f < factors; f++) fixedFactor[f][f] = 1;
    }

    private static int[][] fixed(int rows, int columns) {
        int[][] matrix = new int[rows][columns];
        for (int[] row : matrix) java.util.Arrays.fill(row, FIXED);
        return matrix;
    }

    /** Implied moments and their derivatives by each parameter. */
    record Moments(
            double[][] covariance,
            double[] mean,
            double[][][] covarianceSlopes,
            double[][] meanSlopes) {}

    Moments at(double[] parameters) {
        double[][] l = values(loading, parameters);
        double[][] p = values(factor, parameters);
        for (int f = 0; f < factors; f++)
            for (int g = 0; g < factors; g++)
                if (factor[f][g] == FIXED) p[f][g] = fixedFactor[f][g];
        double[][] lp = product(l, p);
        double[][] covariance = values(residual, parameters);
        double[] mean = values(new int[][] {intercept}, parameters)[0];
        double[] factorMean = values(new int[][] {this.mean}, parameters)[0];
        double[][][] slopes = new double[parameters.length][][];
        double[][] meanSlopes = new double[parameters.length][variables];
        for (int i = 0; i < variables; i++) {
            for (int j = 0; j < variables; j++)
                for (int f = 0; f < factors; f++) covariance[i][j] += lp[i][f] * l[j][f];
            for (int f = 0; f < factors; f++) {
                mean[i] += l[i][f] * factorMean[f];
                if (loading[i][f] != FIXED) {
                    double[][] slope = of(slopes, loading[i][f]);
                    for (int j = 0; j < variables; j++) {
                        slope[i][j] += lp[j][f];
                        slope[j][i] += lp[j][f];
                    }
                    meanSlopes[loading[i][f]][i] += factorMean[f];
                }
                if (this.mean[f] != FIXED) meanSlopes[this.mean[f]][i] += l[i][f];
            }
            if (intercept[i] != FIXED) meanSlopes[intercept[i]][i] += 1;
            for (int j = 0; j < variables; j++)
                if (residual[i][j] != FIXED) of(slopes, residual[i][j])[i][j] += 1;
        }
        for (int f = 0; f < factors; f++)
            for (int g = 0; g < factors; g++)
                if (factor[f][g] != FIXED)
                    for (int i = 0; i < variables; i++)
                        for (int j = 0; j < variables; j++)
                            of(slopes, factor[f][g])[i][j] += l[i][f] * l[j][g];
        return new Moments(covariance, mean, slopes, meanSlopes);
    }

    private double[][] of(double[][][] slopes, int parameter) {
        if (slopes[parameter] == null) slopes[parameter] = new double[variables][variables];
        return slopes[parameter];
    }

    private static double[][] values(int[][] which, double[] parameters) {
        double[][] values = new double[which.length][which[0].length];
        for (int i = 0; i < which.length; i++)
            for (int j = 0; j < which[i].length; j++)
                if (which[i][j] != FIXED) values[i][j] = parameters[which[i][j]];
        return values;
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++)
            for (int k = 0; k < b.length; k++)
                for (int j = 0; j < b[0].length; j++) c[i][j] += a[i][k] * b[k][j];
        return c;
    }
}
