package skills.statistics.irt;

/**
 * How well best-worst choices agree with each other, against tapping at random. With 15 questions
 * of four, persons whose worths have a deviation of 1 pass in about three of four cases, of 1.5 in
 * nine of ten, random taps in one of twenty (simulated in the tests).
 *
 * @param meanLogLikelihood of a choice at the fitted worths; 0 is the highest
 * @param meanLogLikelihoodAtRandom the same, averaged over fits to random taps on these questions
 * @param agreement share of what the choices say of pairs that the fitted order says too, 0 to 1
 * @param agreementAtRandom the same for random taps; above 0.5, as each fit follows its own taps
 * @param p share of the random fits whose likelihood is at least as high, the own one counted in
 * @param blocks number of choices
 * @param draws number of random repetitions
 */
public record Consistency(
        double meanLogLikelihood,
        double meanLogLikelihoodAtRandom,
        double agreement,
        double agreementAtRandom,
        double p,
        int blocks,
        int draws) {

    /** What may be said of the choices. */
    public enum Verdict {
        /** They agree with each other more than random taps do in 19 of 20 cases. */
        AGREES,
        /**
         * They agree no more than random taps may. That has three causes, which the choices alone
         * do not tell apart: too few choices, everything worth about the same, or no attention.
         */
        LIKE_RANDOM
    }

    public Verdict verdict() {
        return p <= .05 ? Verdict.AGREES : Verdict.LIKE_RANDOM;
    }
}
