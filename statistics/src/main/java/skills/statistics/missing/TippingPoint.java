package skills.statistics.missing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import skills.statistics.Coefficient;
import skills.statistics.Unusable;

/**
 * How much worse (or better) those who left would have to be before the conclusion turns: every
 * imputed outcome is moved by delta, the analysis is run again on each data set and pooled
 * (Ratitch, O'Kelly and Tosiello 2013, doi:10.1002/pst.1549).
 *
 * @param at one result for each delta
 * @param tipping the delta nearest to 0 at which the result is on the other side of alpha than at
 *     the delta nearest to 0; empty when it never turns
 */
public record TippingPoint(List<Step> at, OptionalDouble tipping) {

    /**
     * @param delta in the unit of the outcome
     */
    public record Step(double delta, Rubin result) {}

    /**
     * @param completed two data sets or more
     * @param outcome name of the imputed outcome
     * @param moved whether a person's outcome was imputed and is to be moved: usually those who
     *     left the arm with the offer
     * @param analysis gives the coefficient asked about, from the completed measures
     * @param alpha such as .05
     */
    public static TippingPoint of(
            List<ChainedEquations.Completed> completed,
            String outcome,
            boolean[] moved,
            double[] deltas,
            Function<ChainedEquations.Completed, Coefficient> analysis,
            double alpha) {
        Unusable.share("The level", alpha);
        Unusable.atLeast(1, deltas.length, "deltas");
        double[] sorted = Unusable.finite("A delta", deltas.clone());
        Arrays.sort(sorted);
        List<Step> steps = new ArrayList<>();
        for (double delta : sorted) {
            List<List<Coefficient>> tables = new ArrayList<>();
            for (ChainedEquations.Completed one : completed) {
                double[] y = one.measure(outcome);
                Unusable.sameLength("The outcome", y.length, "the persons to move", moved.length);
                for (int i = 0; i < y.length; i++) if (moved[i]) y[i] += delta;
                var measures = new java.util.LinkedHashMap<>(one.measures());
                measures.put(outcome, y);
                tables.add(List.of(analysis.apply(new ChainedEquations.Completed(measures))));
            }
            steps.add(new Step(delta, Rubin.pool(tables, 1 - alpha).getFirst()));
        }
        Step nearest =
                steps.stream()
                        .min(java.util.Comparator.comparingDouble(s -> Math.abs(s.delta)))
                        .orElseThrow();
        boolean significant = nearest.result.coefficient().p() < alpha;
        return new TippingPoint(
                List.copyOf(steps),
                steps.stream()
                        .filter(s -> s.result.coefficient().p() < alpha != significant)
                        .mapToDouble(Step::delta)
                        .boxed()
                        .min(java.util.Comparator.comparingDouble(Math::abs))
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()));
    }
}
