package skills.evaluation.analysis;

import java.util.List;

/**
 * How large the difference is, or might have been.
 *
 * @param bootstrap interval of the effect in standard deviations, persons or classes drawn anew
 * @param equivalence whether it is shown to be too small to matter
 * @param bayes how much likelier the data are with an effect than without; of the change since the
 *     first wave, persons as if independent
 * @param reliable persons whose score changed by more than measurement error
 * @param detectable smallest true effect that this study would have seen four times in five, in
 *     standard deviations
 */
public record Size(
        Part<Bootstrapped> bootstrap,
        Part<Equivalence> equivalence,
        Part<Bayes> bayes,
        Part<Reliable> reliable,
        Part<Detectable> detectable) {

    public record Bootstrapped(double sd, Range interval, int draws, boolean byClass) {}

    /**
     * @param bound smallest effect of interest in points; @param boundSd in standard deviations
     * @param p of both one-sided tests together
     */
    public record Equivalence(
            double bound, double boundSd, double pLower, double pUpper, double p, boolean shown) {}

    public record Bayes(double bf10, double t, int offered, int control, double scale) {}

    /**
     * @param needed change in points that is more than error, 95%
     */
    public record Reliable(double reliability, double needed, List<Arm> arms) {
        public Reliable {
            arms = List.copyOf(arms);
        }
    }

    public record Arm(boolean offered, int n, int higher, int lower) {}

    /**
     * @param icc and @param classes 0 when persons were allocated
     */
    public record Detectable(
            double sd, int offered, int control, int classes, double icc, double correlation) {}
}
