package skills.evaluation.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Users against all others, whoever was offered it: people chose this themselves, so it is an
 * association and never an effect.
 *
 * @param n with every covariate and answers at the last wave; @param users of these
 * @param balance of the covariates, before and after weighting
 * @param usersSize effective number of users after weighting; @param othersSize of the others
 * @param comparable false: no number below may be shown without a click and a warning
 * @param because why not
 * @param entropy whether weights exist that make the others like the users exactly
 * @param outcomes by scale
 */
public record AsTreated(
        int n,
        int users,
        List<Covariate> balance,
        double usersSize,
        double othersSize,
        int commonSupport,
        boolean comparable,
        List<Because> because,
        Part<Entropy> entropy,
        Map<String, Outcome> outcomes,
        List<LeftOut> leftOut) {

    public AsTreated {
        balance = List.copyOf(balance);
        because = List.copyOf(because);
        leftOut = List.copyOf(leftOut);
    }

    public record Covariate(String name, double before, double after) {}

    public enum Because {
        /** Fewer than 20 others are left in effect. */
        TOO_FEW_OTHERS,
        /** A covariate differs by more than .25 standard deviation, after weighting. */
        STILL_DIFFERENT
    }

    public record Entropy(double othersSize) {}

    /**
     * @param plain adjusted for the first wave alone
     * @param weighted by overlap weights; @param robust doubly robust; @param matched pairs
     * @param unmeasured how strong an unmeasured cause must be to explain it away; null without a
     *     weighted difference
     */
    public record Outcome(
            Part<Effect> plain,
            Part<Effect> weighted,
            Part<Effect> robust,
            Part<Matched> matched,
            @Nullable EValue unmeasured) {}

    /**
     * @param pairs within a caliper of .2; @param unmatched users without a partner
     */
    public record Matched(Effect effect, int pairs, int unmatched) {}

    /** As risk ratios, 1 or more; limit 1 when the interval holds no difference. */
    public record EValue(double point, double limit) {}
}
