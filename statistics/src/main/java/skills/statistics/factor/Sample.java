package skills.statistics.factor;

import java.util.List;
import skills.statistics.Dropped;
import skills.statistics.items.Items;
import skills.statistics.matrix.Symmetric;

/**
 * Sample moments of one group.
 *
 * @param covariance with divisor n
 */
record Sample(int n, double[] mean, double[][] covariance, List<Dropped> dropped) {

    static Sample of(Items items) {
        Items complete = items.complete();
        int n = complete.persons();
        double[][] s = complete.covariance();
        for (double[] row : s) for (int j = 0; j < row.length; j++) row[j] *= (n - 1.) / n;
        Symmetric.of("The covariance matrix of the items", s);
        return new Sample(n, complete.means(), s, complete.dropped());
    }

    /** A matrix without means. */
    static Sample of(double[][] covariance, int n) {
        Symmetric.of("The matrix", covariance);
        return new Sample(n, new double[covariance.length], covariance, List.of());
    }

    /** For models of the covariances alone. */
    Sample withoutMeans() {
        return new Sample(n, new double[mean.length], covariance, dropped);
    }
}
