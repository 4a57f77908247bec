package skills.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers to scores: a pure function of the instrument and the answers. */
final class Scorer {

    private Scorer() {}

    static Scores score(Instrument instrument, AssessmentSession session) {
        return score(instrument, session.answers());
    }

    /**
     * @param answers by item or block; what was left out with a reason counts as not answered
     */
    static Scores score(Instrument instrument, Map<String, Answer> answers) {
        return switch (instrument.scoring()) {
            case Instrument.Scoring.Mean m -> means(instrument, answers);
            case Instrument.Scoring.GradedResponse g -> means(instrument, answers);
            case Instrument.Scoring.PlackettLuce p -> means(instrument, answers);
        };
    }

    private static Scores means(Instrument instrument, Map<String, Answer> answers) {
        List<ScaleScore> scores = new ArrayList<>();
        for (Instrument.Scale scale : instrument.scales()) {
            double sum = 0;
            int n = 0;
            for (Instrument.Item item : instrument.items())
                if (item.scale().equals(scale.id())
                        && answers.get(item.id()) instanceof Answer.Chosen c) {
                    sum += keyed(item, c);
                    n++;
                }
            scores.add(
                    n < scale.minimum()
                            ? ScaleScore.unknown(scale.id(), n)
                            : new ScaleScore(scale.id(), n, sum / n, null, null, null, null));
        }
        return new Scores(List.copyOf(scores), null);
    }

    /** The answer in the direction of the scale, 0 to 4. */
    static int keyed(Instrument.Item item, Answer.Chosen answer) {
        return item.key() == 1 ? answer.value() : 4 - answer.value();
    }
}
