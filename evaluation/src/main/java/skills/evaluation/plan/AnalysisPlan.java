package skills.evaluation.plan;

import java.util.List;

/**
 * What will be computed, decided before the answers are known.
 *
 * @param first id of the wave before the offer; @param last of the wave that decides
 * @param mainUse id of the definition of use that the effect among users rests on
 * @param strata columns that the comparison adjusts for beside the first wave
 * @param alpha chance of a false alarm over all primary outcomes together (Holm), .05 by rule
 * @param imputations m; @param resamples of each bootstrap and permutation that cannot be complete
 * @param seed of everything that is drawn in the analysis
 */
public record AnalysisPlan(
        String first,
        String last,
        String mainUse,
        List<String> strata,
        double alpha,
        int imputations,
        int resamples,
        long seed) {

    public AnalysisPlan {
        strata = List.copyOf(strata);
    }
}
