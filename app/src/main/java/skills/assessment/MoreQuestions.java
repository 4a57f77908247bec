package skills.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import skills.statistics.irt.Item;
import skills.statistics.irt.Posterior;

/**
 * Whether more questions would change a result: for each scale the next best questions and how much
 * they may be expected to narrow its band.
 *
 * @param offers the largest gain first; scales whose band would hardly narrow are not in it
 * @param left whether any question was left to ask
 */
record MoreQuestions(List<Offer> offers, boolean left) {

    /** Questions offered in one go. */
    static final int AT_ONCE = 5;

    /**
     * Half the width of a band that shrinks by less, in standard deviations, is hardly another
     * band: 1 or 2 points on the line of 100 that is drawn.
     */
    static final double HARDLY = .10;

    /** Half the width of a 90% band in standard errors, for a posterior near the normal. */
    private static final double HALF = 1.645;

    static final MoreQuestions NONE = new MoreQuestions(List.of(), false);

    /**
     * @param items the questions that narrow the band most, the best first
     * @param before half the width of the band now; @param after expected after these questions
     */
    record Offer(Instrument.Scale scale, List<String> items, double before, double after) {

        double gain() {
            return before - after;
        }
    }

    int atOnce() {
        return AT_ONCE;
    }

    /** Nothing for a method that has no error, or an instrument that asks all at once. */
    static MoreQuestions of(Instrument instrument, AssessmentSession session) {
        if (!(instrument.scoring() instanceof Instrument.Scoring.GradedResponse model)) return NONE;
        List<Offer> all =
                instrument.scales().stream()
                        .flatMap(scale -> offer(instrument, model, scale, session))
                        .toList();
        return new MoreQuestions(
                all.stream()
                        .filter(o -> o.gain() >= HARDLY)
                        .sorted(Comparator.comparingDouble(Offer::gain).reversed())
                        .toList(),
                !all.isEmpty());
    }

    private static Stream<Offer> offer(
            Instrument instrument,
            Instrument.Scoring.GradedResponse model,
            Instrument.Scale scale,
            AssessmentSession session) {
        List<String> asked = session.items().stream().map(AskedItem::id).toList();
        List<Instrument.Item> left =
                instrument.items().stream()
                        .filter(i -> i.scale().equals(scale.id()) && !asked.contains(i.id()))
                        .toList();
        if (left.isEmpty()) return Stream.empty();
        Posterior now =
                Scorer.posterior(
                        model,
                        Scorer.answered(instrument, scale, session.answers()),
                        session.answers());
        List<Item> parameters = left.stream().map(i -> Scorer.parameters(model, i)).toList();
        List<Integer> best =
                now.gains(parameters).stream().limit(AT_ONCE).map(Posterior.Gain::item).toList();
        double after = now.expectedStandardError(best.stream().map(parameters::get).toList());
        return Stream.of(
                new Offer(
                        scale,
                        best.stream().map(i -> left.get(i).id()).toList(),
                        HALF * now.sd(),
                        HALF * after));
    }
}
