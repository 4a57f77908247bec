package skills.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skills.kernel.Language;
import skills.kernel.LocalizedText;

/**
 * A questionnaire in one version: what is asked, how answers are scored, what is said about a
 * result. It never changes; another wording, key or parameter is another version.
 *
 * @param answers words of the answers of a rating, from not at all to very much; empty for a choice
 * @param secondsEach what one question takes until enough was measured here
 * @param items all statements, in the order asked
 * @param blocks sets of items from which the most and least important are chosen; empty for a
 *     rating
 * @param only the one language that it has, shown whatever language is read; null: it has both
 * @param use whom its answers serve
 */
public record Instrument(
        InstrumentId id,
        Kind kind,
        LocalizedText title,
        LocalizedText about,
        LocalizedText lead,
        int secondsEach,
        List<LocalizedText> answers,
        List<Scale> scales,
        List<Item> items,
        List<Block> blocks,
        Scoring scoring,
        Norms norms,
        ReportText report,
        @Nullable Language only,
        Use use) {

    /** Whom answers serve. */
    public enum Use {
        /** The person who gives them: they become a result. */
        PERSON,
        /**
         * A study, which alone asks them: they become no result, and nobody is told anything about
         * one person by them.
         */
        STUDY
    }

    /** How one answers. */
    public enum Kind {
        RATING,
        BEST_WORST
    }

    /** Which end of a scale counts as better. */
    public enum Better {
        NONE,
        HIGH,
        LOW
    }

    /** When an item is asked: at once, or when somebody wants to know more. */
    public enum Form {
        FIRST,
        MORE
    }

    /**
     * @param low name of the low end, neither good nor bad; @param high of the high end
     * @param minimum answered items below which there is no score
     */
    public record Scale(
            String id,
            LocalizedText name,
            LocalizedText low,
            LocalizedText high,
            Better better,
            int minimum,
            List<String> facets) {}

    /**
     * @param facet empty when the scale has none
     * @param key 1, or −1 when agreeing points to the low end
     * @param scene what its drawing shows; null when there is none
     */
    public record Item(
            String id,
            String scale,
            String facet,
            int key,
            Form form,
            LocalizedText text,
            @Nullable Scene scene) {}

    /**
     * @param description what one sees, without the answer
     */
    public record Scene(LocalizedText title, LocalizedText description) {}

    public record Block(String id, List<String> items) {}

    /**
     * Whom a score is compared with.
     *
     * @param version null: there is no norm yet
     */
    public record Norms(@Nullable String version) {}

    /** How answers become scores. */
    public sealed interface Scoring {

        String version();

        /**
         * Samejima's graded response model; each scale by itself.
         *
         * @param assumed the parameters were chosen, not estimated from answers
         * @param parameters by item, after reversing items with key −1
         */
        record GradedResponse(String version, boolean assumed, Map<String, Parameters> parameters)
                implements Scoring {}

        /** Plackett-Luce worths from choices of the most and the least important. */
        record PlackettLuce(String version) implements Scoring {}

        /** Mean of the answers, 0 to 4. */
        record Mean(String version) implements Scoring {}
    }

    /**
     * @param a discrimination, above 0
     * @param b rising thresholds between the five answers
     */
    public record Parameters(double a, List<Double> b) {}

    public Optional<Scale> scale(String id) {
        return scales.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public Optional<Item> item(String id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** The language of a text that is there in one only; null when it is in the language read. */
    @Nullable String language(LocalizedText text) {
        return only == null || !text.nl().equals(text.en()) ? null : only.code();
    }

    Optional<Block> block(String id) {
        return blocks.stream().filter(b -> b.id().equals(id)).findFirst();
    }

    /** Ids of what is asked first: statements or blocks. */
    List<String> first() {
        return kind == Kind.BEST_WORST
                ? blocks.stream().map(Block::id).toList()
                : items.stream().filter(i -> i.form() == Form.FIRST).map(Item::id).toList();
    }

    public boolean isForStudy() {
        return use == Use.STUDY;
    }

    boolean hasScenes() {
        return items.stream().anyMatch(i -> i.scene() != null);
    }
}
