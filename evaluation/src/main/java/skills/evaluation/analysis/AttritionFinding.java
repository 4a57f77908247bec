package skills.evaluation.analysis;

import java.util.List;

/**
 * Who left: enrolled, and without answers at the last wave.
 *
 * @param differential absolute difference between the arms, as a share
 * @param leavers those who left against those who stayed, on what was known before; leavers less
 *     stayers
 * @param leaving who is likelier to leave
 * @param random Little's test over the scores of the first and last wave: a small p says that the
 *     gaps are not by chance alone; a large one does not say that they are
 */
public record AttritionFinding(
        int enrolled,
        int left,
        double overall,
        int offeredEnrolled,
        int offeredLeft,
        double offered,
        int controlEnrolled,
        int controlLeft,
        double control,
        double differential,
        Verdict verdict,
        List<Compared> leavers,
        Part<Leaving> leaving,
        Part<Little> random) {

    public AttritionFinding {
        leavers = List.copyOf(leavers);
    }

    /**
     * Losses up to 5% hardly matter and above 20% they threaten what may be concluded (Schulz and
     * Grimes 2002, doi:10.1016/S0140-6736(02)07882-0). That rule says nothing of a difference
     * between the arms, which does more harm; the limits for that, and that of SEVERE, are our own.
     */
    public enum Verdict {
        /** At most 5% left, and at most 5 points of difference. */
        LOW,
        /** At most 20% left, and at most 10 points of difference. */
        SOME,
        /** More. An experiment is then no longer called one. */
        HIGH,
        /** More than 40% left, or more than 20 points of difference: nothing can be concluded. */
        SEVERE;

        /**
         * @param overall share that left, 0 to 1; @param differential likewise
         */
        public static Verdict of(double overall, double differential) {
            if (overall > .4 + 1e-12 || differential > .2 + 1e-12) return SEVERE;
            if (overall > .2 + 1e-12 || differential > .1 + 1e-12) return HIGH;
            if (overall > .05 + 1e-12 || differential > .05 + 1e-12) return SOME;
            return LOW;
        }
    }

    /** Logistic regression of leaving, among those with every predictor. */
    public record Leaving(int n, int left, List<Term> terms, double auc) {
        public Leaving {
            terms = List.copyOf(terms);
        }
    }

    /** Odds ratio with its interval. */
    public record Term(String name, double odds, Range interval, double p) {}

    public record Little(double chiSquared, int df, double p, int n) {}
}
