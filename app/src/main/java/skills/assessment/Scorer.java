package skills.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skills.statistics.irt.Ability;
import skills.statistics.irt.Choice;
import skills.statistics.irt.Eap;
import skills.statistics.irt.GradedResponse;
import skills.statistics.irt.Item;
import skills.statistics.irt.PlackettLuce;
import skills.statistics.irt.Posterior;
import skills.statistics.irt.ResponsePattern;
import skills.statistics.irt.Worths;

/** Answers to scores: a pure function of the instrument and the answers. */
final class Scorer {

    /** Of every band and of every tie. */
    static final double LEVEL = .90;

    /** Fewer choices say nothing about how well they agree. */
    private static final int ENOUGH_CHOICES = 6;

    private static final int RANDOM_DRAWS = 199;

    /** Fixed, so that the same answers give the same result. */
    private static final long SEED = 20;

    private Scorer() {}

    static Scores score(Instrument instrument, AssessmentSession session) {
        return score(instrument, session.answers());
    }

    /**
     * @param answers by item or block; what was left out with a reason counts as not answered
     */
    static Scores score(Instrument instrument, Map<String, Answer> answers) {
        return switch (instrument.scoring()) {
            case Instrument.Scoring.GradedResponse model ->
                    new Scores(
                            instrument.scales().stream()
                                    .map(s -> graded(instrument, model, s, answers))
                                    .toList(),
                            null);
            case Instrument.Scoring.PlackettLuce model -> worths(instrument, answers);
            case Instrument.Scoring.Mean model -> means(instrument, answers);
        };
    }

    private static ScaleScore graded(
            Instrument instrument,
            Instrument.Scoring.GradedResponse model,
            Instrument.Scale scale,
            Map<String, Answer> answers) {
        List<Instrument.Item> items = answered(instrument, scale, answers);
        if (items.size() < scale.minimum()) return ScaleScore.unknown(scale.id(), items.size());
        Ability ability = posterior(model, items, answers).ability(LEVEL);
        return new ScaleScore(
                scale.id(),
                items.size(),
                ability.estimate(),
                ability.standardError(),
                ability.lower(),
                ability.upper(),
                null);
    }

    /** What the answers to these items say of a person's place. */
    static Posterior posterior(
            Instrument.Scoring.GradedResponse model,
            List<Instrument.Item> items,
            Map<String, Answer> answers) {
        List<Item> parameters = items.stream().map(i -> parameters(model, i)).toList();
        List<Integer> pattern = items.stream().map(i -> keyed(i, answers)).toList();
        return Eap.USUAL.posterior(parameters, new ResponsePattern(pattern));
    }

    static Item parameters(Instrument.Scoring.GradedResponse model, Instrument.Item item) {
        Instrument.Parameters p = model.parameters().get(item.id());
        return new GradedResponse(p.a(), p.b());
    }

    static List<Instrument.Item> answered(
            Instrument instrument, Instrument.Scale scale, Map<String, Answer> answers) {
        return instrument.items().stream()
                .filter(i -> i.scale().equals(scale.id()) && keyed(i, answers) != null)
                .toList();
    }

    /** The answer in the direction of the scale, 0 to 4; null where there is none. */
    private static @Nullable Integer keyed(Instrument.Item item, Map<String, Answer> answers) {
        if (!(answers.get(item.id()) instanceof Answer.Chosen chosen)) return null;
        return item.key() == 1 ? chosen.value() : 4 - chosen.value();
    }

    private static Scores means(Instrument instrument, Map<String, Answer> answers) {
        Map<String, Double> means = new HashMap<>();
        for (Instrument.Scale scale : instrument.scales()) {
            List<Instrument.Item> items = answered(instrument, scale, answers);
            if (items.size() >= scale.minimum())
                means.put(
                        scale.id(),
                        items.stream().mapToInt(i -> keyed(i, answers)).average().orElseThrow());
        }
        return new Scores(
                instrument.scales().stream()
                        .map(
                                s -> {
                                    int n = answered(instrument, s, answers).size();
                                    Double mean = means.get(s.id());
                                    if (mean == null) return ScaleScore.unknown(s.id(), n);
                                    long above =
                                            means.values().stream().filter(m -> m > mean).count();
                                    return new ScaleScore(
                                            s.id(), n, mean, null, null, null, (int) above + 1);
                                })
                        .toList(),
                null);
    }

    /** The alternatives of a block are the scales of its items. */
    private static Scores worths(Instrument instrument, Map<String, Answer> answers) {
        List<Choice> choices = new ArrayList<>();
        for (Instrument.Block block : instrument.blocks())
            if (answers.get(block.id()) instanceof Answer.BestWorst chosen) {
                List<String> shown =
                        block.items().stream()
                                .map(id -> instrument.item(id).orElseThrow().scale())
                                .toList();
                choices.add(Choice.of(shown, shown.get(chosen.best()), shown.get(chosen.worst())));
            }
        Map<String, Integer> times = new HashMap<>();
        choices.stream()
                .flatMap(c -> c.alternatives().stream())
                .forEach(scale -> times.merge(scale, 1, Integer::sum));
        Stream<Instrument.Scale> scales = instrument.scales().stream();
        boolean enough =
                instrument.scales().stream()
                        .allMatch(s -> times.getOrDefault(s.id(), 0) >= s.minimum());
        if (choices.isEmpty() || !enough)
            return new Scores(
                    scales.map(s -> ScaleScore.unknown(s.id(), times.getOrDefault(s.id(), 0)))
                            .toList(),
                    null);
        Worths worths = PlackettLuce.USUAL.fit(choices);
        Map<String, Integer> places = places(worths);
        return new Scores(
                scales.map(s -> worth(worths, s.id(), places.get(s.id()))).toList(),
                agreement(choices));
    }

    private static ScaleScore worth(Worths worths, String scale, int place) {
        Ability band = worths.band(scale, LEVEL);
        return new ScaleScore(
                scale,
                band.answered(),
                band.estimate(),
                band.standardError(),
                band.lower(),
                band.upper(),
                place);
    }

    private static Map<String, Integer> places(Worths worths) {
        Map<String, Integer> places = new HashMap<>();
        int place = 1;
        for (List<String> tied : worths.tiers(LEVEL)) {
            for (String scale : tied) places.put(scale, place);
            place += tied.size();
        }
        return places;
    }

    private static Scores.@Nullable Agreement agreement(List<Choice> choices) {
        if (choices.size() < ENOUGH_CHOICES) return null;
        var consistency = PlackettLuce.USUAL.consistency(choices, RANDOM_DRAWS, SEED);
        return new Scores.Agreement(consistency.agreement(), consistency.p());
    }
}
