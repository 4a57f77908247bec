package skills.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What scores say, in words: a pure function of the instrument and the scores. Words that hold for
 * every instrument are messages; see the keys that {@link Finding} gives.
 *
 * @param ordered the scales are an order within one person, such as drives; otherwise each is a
 *     line with two ends
 * @param findings what can be said: the clearest first, or the highest first of an order
 * @param missing scales of which too little was answered to say anything
 * @param agreement how well choices agree with one another; null where that is not known
 */
public record ScoreReport(
        Instrument instrument,
        boolean ordered,
        List<Finding> findings,
        List<Missing> missing,
        Scores.@Nullable Agreement agreement) {

    /**
     * @param more answers that are needed at least before something can be said
     */
    public record Missing(Instrument.Scale scale, int more) {}

    public static ScoreReport of(Instrument instrument, Scores scores) {
        boolean ordered =
                instrument.kind() == Instrument.Kind.BEST_WORST
                        || instrument.report().scales().values().stream()
                                .anyMatch(words -> words.containsKey("top"));
        List<Finding> findings =
                instrument.scales().stream()
                        .flatMap(s -> scores.of(s.id()).stream())
                        .filter(ScaleScore::isKnown)
                        .map(
                                score ->
                                        ordered
                                                ? Finding.inOrder(instrument, score, scores)
                                                : Finding.onLine(instrument, score))
                        .sorted(ordered ? HIGHEST : CLEAREST)
                        .toList();
        return new ScoreReport(
                instrument, ordered, findings, missing(instrument, scores), scores.agreement());
    }

    /**
     * What stands out most, for the top of a page; empty where nothing does, or where the choices
     * agree no better than random ones.
     */
    public Optional<Finding> first() {
        if (agreement != null && !agreement.isBeyondChance()) return Optional.empty();
        Optional<Finding> first = findings.stream().findFirst().filter(f -> !f.head().isEmpty());
        return first.filter(
                f ->
                        switch (f.sure()) {
                            case CLEAR, ABOVE -> true;
                            case UNKNOWN -> f.place() != null && f.place().isAlone();
                            default -> false;
                        });
    }

    /** Whether the answers are compared with those of others. */
    public boolean hasNorm() {
        return instrument.norms().version() != null;
    }

    /** Whether some questions are asked with a drawing: that form is new. */
    public boolean hasPictures() {
        return instrument.hasScenes();
    }

    /** Whether the numbers behind the questions were chosen, not yet estimated from answers. */
    public boolean isAssumed() {
        return instrument.scoring() instanceof Instrument.Scoring.GradedResponse g && g.assumed();
    }

    /** The farther from the middle in standard errors, the clearer; without errors as they come. */
    private static final Comparator<Finding> CLEAREST =
            Comparator.comparingDouble(Finding::clarity).reversed();

    private static final Comparator<Finding> HIGHEST =
            Comparator.comparingDouble((Finding f) -> f.score().estimate()).reversed();

    private static List<Missing> missing(Instrument instrument, Scores scores) {
        return instrument.scales().stream()
                .filter(s -> scores.of(s.id()).filter(ScaleScore::isKnown).isEmpty())
                .map(
                        s ->
                                new Missing(
                                        s,
                                        s.minimum()
                                                - scores.of(s.id())
                                                        .map(ScaleScore::answered)
                                                        .orElse(0)))
                .filter(m -> m.more() > 0)
                .toList();
    }
}
