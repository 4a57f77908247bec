package skills.evaluation.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect of the offer in all who enrolled and did not withdraw: what it would be if the missing
 * answers were like the others (the first three), and how far it can move if they are not.
 *
 * @param imputed with the standard errors of the leading as-offered result
 * @param repeated @param weighted persons as if independent, also where classes were allocated
 */
public record MissingFinding(
        Part<Imputed> imputed,
        Part<Repeated> repeated,
        Part<Weighted> weighted,
        Part<Tipping> tipping,
        Part<Lee> lee) {

    /**
     * @param sets completed data sets; @param lambda share of the variance that is due to what is
     *     missing
     * @param from what was imputed together, as "selfinsight.1", "use", "class"
     */
    public record Imputed(Effect effect, int sets, double lambda, List<String> from) {
        public Imputed {
            from = List.copyOf(from);
        }
    }

    /**
     * Mixed model for repeated measures: change since the first wave, offered less control.
     *
     * @param values answers in it, of @param persons
     */
    public record Repeated(Effect effect, int values, int persons, List<String> waves) {
        public Repeated {
            waves = List.copyOf(waves);
        }
    }

    /** Those who stayed, weighted so that they stand for all with a first wave. */
    public record Weighted(Effect effect, double effectiveSize, double largest) {}

    /**
     * Imputed answers of the offered who left, moved step by step.
     *
     * @param at the smallest move that turns the conclusion, in points; null when none did
     * @param atSd the same in standard deviations
     */
    public record Tipping(List<Step> steps, @Nullable Double at, @Nullable Double atSd) {
        public Tipping {
            steps = List.copyOf(steps);
        }
    }

    public record Step(double delta, double estimate, Range interval, double p) {}

    /**
     * Lee's bounds, over all enrolled.
     *
     * @param trimmed share of the answers that is cut
     * @param naive difference of the answers as they are
     */
    public record Lee(
            int offered,
            int offeredAnswered,
            int control,
            int controlAnswered,
            double trimmed,
            double naive,
            Range bounds) {}
}
