package skills.statistics.dif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.items.Items;

/**
 * Differential item functioning by ordinal logistic regression: Swaminathan and Rogers (1990),
 * doi:10.1111/j.1745-3984.1990.tb00754.x; Zumbo (1999). Three models of the answer: on the sum of
 * the other items; with the group too (uniform); with their product too (nonuniform).
 *
 * @param item place, from 0
 * @param n persons
 * @param logLikelihoodRest of the first model
 * @param logLikelihoodUniform of the second
 * @param logLikelihoodBoth of the third
 * @param uniform likelihood ratio of the second against the first, 1 df
 * @param nonuniform of the third against the second, 1 df
 * @param both of the third against the first, 2 df
 * @param pBoth its p value
 * @param groupLogOdds coefficient of the group in the second model: above 0 when the second group
 *     gives higher answers at an equal rest score
 * @param pseudoR2 gain in McFadden's R squared from first to third: with many persons a small
 *     effect is significant, so look here as well
 */
public record OrdinalDif(
        int item,
        int n,
        double logLikelihoodRest,
        double logLikelihoodUniform,
        double logLikelihoodBoth,
        double uniform,
        double nonuniform,
        double both,
        double pBoth,
        double groupLogOdds,
        double pseudoR2) {

    /**
     * Every item in turn.
     *
     * @param items keyed; incomplete persons are left out
     * @param second for each person whether of the second group
     * @throws Unusable when there are fewer than 3 items, lengths differ, a group is empty, or a
     *     model has no finite estimate
     */
    public static List<OrdinalDif> of(Items items, boolean[] second) {
        Unusable.atLeast(3, items.items(), "items");
        Unusable.sameLength("The items", items.persons(), "the groups", second.length);
        List<double[]> rows = new ArrayList<>();
        List<Double> group = new ArrayList<>();
        for (int i = 0; i < second.length; i++) {
            double[] row = items.person(i);
            if (Arrays.stream(row).anyMatch(Double::isNaN)) continue;
            rows.add(row);
            group.add(second[i] ? 1. : 0);
        }
        if (!group.contains(0.) || !group.contains(1.))
            throw new Unusable(
                    Unusable.Reason.EMPTY, "Both groups need persons who answered every item.");
        Items complete = Items.of(rows.toArray(double[][]::new));
        int[][] codes = complete.categories(20);
        List<OrdinalDif> all = new ArrayList<>();
        for (int j = 0; j < items.items(); j++) all.add(one(j, complete, codes, group));
        return List.copyOf(all);
    }

    private static OrdinalDif one(int item, Items items, int[][] codes, List<Double> group) {
        int n = items.persons();
        int[] answer = new int[n];
        double[][] rest = new double[n][];
        double[][] uniform = new double[n][];
        double[][] both = new double[n][];
        for (int i = 0; i < n; i++) {
            double sum = Arrays.stream(items.person(i)).sum() - items.answer(i, item);
            double g = group.get(i);
            answer[i] = codes[i][item];
            rest[i] = new double[] {sum};
            uniform[i] = new double[] {sum, g};
            both[i] = new double[] {sum, g, sum * g};
        }
        var first = ProportionalOdds.fit(answer, rest);
        var second = ProportionalOdds.fit(answer, uniform);
        var third = ProportionalOdds.fit(answer, both);
        double none = 0;
        for (int k = 0; k <= Arrays.stream(answer).max().orElse(0); k++) {
            int category = k;
            double count = Arrays.stream(answer).filter(a -> a == category).count();
            none += count * Math.log(count / n);
        }
        double gain = 2 * (third.logLikelihood() - first.logLikelihood());
        return new OrdinalDif(
                item,
                n,
                first.logLikelihood(),
                second.logLikelihood(),
                third.logLikelihood(),
                2 * (second.logLikelihood() - first.logLikelihood()),
                2 * (third.logLikelihood() - second.logLikelihood()),
                gain,
                Tail.chiSquared(gain, 2),
                second.coefficients().get(1),
                gain / (-2 * none));
    }
}
