package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * Why something fits, as a tree of reasons in words: what counted, how much, what is missing.
 *
 * @param weight in words, what the reason counts for
 * @param source where the reason comes from and how far it can go; null where the page says so
 */
public record Explanation(
        Verdict verdict,
        LocalizedText reason,
        LocalizedText weight,
        List<Explanation> details,
        @Nullable LocalizedText source) {

    /** For, partly, against; or nothing to go by. */
    public enum Verdict {
        YES,
        PART,
        NO,
        UNKNOWN
    }

    public Explanation {
        details = List.copyOf(details);
    }

    Explanation(
            Verdict verdict,
            LocalizedText reason,
            LocalizedText weight,
            List<Explanation> details) {
        this(verdict, reason, weight, details, null);
    }
}
