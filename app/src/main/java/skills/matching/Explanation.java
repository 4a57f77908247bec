package skills.matching;

import java.util.List;
import skills.kernel.LocalizedText;

/**
 * Why something fits, as a tree of reasons in words: what counted, how much, what is missing.
 *
 * @param weight in words, what the reason counts for
 */
public record Explanation(
        Verdict verdict, LocalizedText reason, LocalizedText weight, List<Explanation> details) {

    /** For, partly, against. */
    public enum Verdict {
        YES,
        PART,
        NO
    }

    public Explanation {
        details = List.copyOf(details);
    }
}
