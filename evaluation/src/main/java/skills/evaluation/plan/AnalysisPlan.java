package skills.evaluation.plan;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What will be computed, decided before the answers are known.
 *
 * @param first id of the wave before the offer; @param last of the wave that decides
 * @param mainUse id of the definition of use that the effect among users rests on
 * @param strata columns that the comparison adjusts for beside the first wave
 * @param predictors ids of the scales whose first score, with age and gender, foretells who leaves;
 *     empty: those of all outcomes
 * @param alpha chance of a false alarm over all primary outcomes together (Holm), .05 by rule
 * @param imputations m; @param resamples of each bootstrap and permutation that cannot be complete
 * @param seed of everything that is drawn in the analysis
 */
public record AnalysisPlan(
        String first,
        String last,
        String mainUse,
        List<String> strata,
        @Nullable List<String> predictors,
        double alpha,
        int imputations,
        int resamples,
        long seed) {

    public AnalysisPlan {
        strata = List.copyOf(strata);
        // Plans from before it existed have none.
        predictors = predictors == null ? List.of() : List.copyOf(predictors);
    }

    /** Without a choice of predictors. */
    public AnalysisPlan(
            String first,
            String last,
            String mainUse,
            List<String> strata,
            double alpha,
            int imputations,
            int resamples,
            long seed) {
        this(first, last, mainUse, strata, List.of(), alpha, imputations, resamples, seed);
    }

    @Override
    public List<String> predictors() {
        return Objects.requireNonNull(predictors);
    }
}
