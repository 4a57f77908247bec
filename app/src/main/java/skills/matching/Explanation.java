package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * Why something fits, as a tree of reasons in words: what counted, how much, what is missing.
 *
 * @param weight in words, what the reason counts for
 * @param source where the reason comes from and how far it can go; null where the page says so
 * @param numbers what the words stand for; never shown as a number. Null where nothing was counted
 */
public record Explanation(
        Verdict verdict,
        LocalizedText reason,
        LocalizedText weight,
        List<Explanation> details,
        @Nullable LocalizedText source,
        @Nullable Numbers numbers) {

    /**
     * @param weight the share of the fit that the reason has, 0 to 1
     * @param band what it counts, from 0 to 1; null when it does not count
     * @param changes what would change it, best first
     */
    public record Numbers(double weight, @Nullable Band band, List<Change> changes) {

        public Numbers {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param words what a person would do or say, and that it then fits better
     * @param change by how much
     */
    public record Change(LocalizedText words, FitChange change) {}

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
        this(verdict, reason, weight, details, null, null);
    }

    Explanation(
            Verdict verdict,
            LocalizedText reason,
            LocalizedText weight,
            List<Explanation> details,
            @Nullable LocalizedText source) {
        this(verdict, reason, weight, details, source, null);
    }

    Explanation with(Numbers of) {
        return new Explanation(verdict, reason, weight, details, source, of);
    }
}
