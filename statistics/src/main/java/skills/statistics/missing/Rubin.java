package skills.statistics.missing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skills.statistics.Coefficient;
import skills.statistics.Unusable;
import skills.statistics.distribution.Coefficients;

/**
 * One result out of the analyses of several completed data sets (Rubin 1987): T = W + (1 + 1/m) B,
 * W the mean of the squared standard errors, B the variance of the estimates. Degrees of freedom by
 * Barnard and Rubin (1999), doi:10.1093/biomet/86.4.948.
 *
 * @param coefficient pooled
 * @param lambda share of the variance that is due to what is missing: (1 + 1/m) B / T
 * @param increase (1 + 1/m) B / W
 */
public record Rubin(
        Coefficient coefficient,
        double within,
        double between,
        double total,
        double lambda,
        double increase,
        int imputations) {

    /**
     * @param estimates and @param standardErrors one each, of @param imputations 2 or more
     */
    public static Rubin pool(
            String term,
            double[] estimates,
            double[] standardErrors,
            double completeDf,
            double level) {
        Unusable.sameLength(
                "The estimates", estimates.length, "the standard errors", standardErrors.length);
        Unusable.atLeast(2, estimates.length, "completed data sets");
        Unusable.finite("The estimates", estimates);
        Unusable.finite("The standard errors", standardErrors);
        int m = estimates.length;
        double mean = Arrays.stream(estimates).average().orElseThrow();
        double within = Arrays.stream(standardErrors).map(s -> s * s).average().orElseThrow();
        double between = Arrays.stream(estimates).map(e -> (e - mean) * (e - mean)).sum() / (m - 1);
        double total = within + (1 + 1.0 / m) * between;
        if (!(total > 0))
            throw new Unusable(
                    Unusable.Reason.CONSTANT, term + " has no standard error in any data set.");
        double lambda = (1 + 1.0 / m) * between / total;
        double old = (m - 1) / (lambda * lambda);
        double seen = (completeDf + 1) / (completeDf + 3) * completeDf * (1 - lambda);
        double df =
                Double.isInfinite(completeDf)
                        ? old
                        : Double.isInfinite(old) ? seen : old * seen / (old + seen);
        return new Rubin(
                Coefficients.of(term, mean, Math.sqrt(total), df, level),
                within,
                between,
                total,
                lambda,
                (1 + 1.0 / m) * between / within,
                m);
    }

    /** Pools the coefficient tables of the same model, fitted to each completed data set. */
    public static List<Rubin> pool(List<List<Coefficient>> tables, double level) {
        Unusable.atLeast(2, tables.size(), "completed data sets");
        List<Rubin> pooled = new ArrayList<>();
        List<Coefficient> first = tables.getFirst();
        for (int j = 0; j < first.size(); j++) {
            int at = j;
            for (List<Coefficient> table : tables)
                if (table.size() != first.size()
                        || !table.get(at).term().equals(first.get(at).term()))
                    throw new Unusable(
                            Unusable.Reason.MISMATCH,
                            "The completed data sets give different coefficients; a level may be missing in some.");
            pooled.add(
                    pool(
                            first.get(j).term(),
                            tables.stream().mapToDouble(t -> t.get(at).estimate()).toArray(),
                            tables.stream().mapToDouble(t -> t.get(at).standardError()).toArray(),
                            first.get(j).df(),
                            level));
        }
        return List.copyOf(pooled);
    }
}
