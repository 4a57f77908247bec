package skills.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import skills.statistics.irt.Item;

/**
 * An invented person: traits or worths drawn standard normal, answers drawn from them.
 *
 * @param truth by scale; worths are centred on the person's mean
 * @param answers to everything that is asked first
 */
record Simulated(Map<String, Double> truth, Map<String, Answer> answers) {

    static Simulated of(Instrument instrument, RandomGenerator random) {
        Map<String, Double> truth = new HashMap<>();
        for (Instrument.Scale scale : instrument.scales())
            truth.put(scale.id(), random.nextGaussian());
        Map<String, Answer> answers = new HashMap<>();
        if (instrument.kind() == Instrument.Kind.BEST_WORST) {
            double mean = truth.values().stream().mapToDouble(v -> v).average().orElseThrow();
            truth.replaceAll((scale, v) -> v - mean);
            for (Instrument.Block block : instrument.blocks())
                answers.put(block.id(), choice(instrument, block, truth, random));
        } else
            for (String id : instrument.first())
                answers.put(id, answer(instrument, id, truth, random));
        return new Simulated(truth, answers);
    }

    /** A person with what the application's own scoring makes of the answers. */
    record Scored(Simulated person, Scores scores) {}

    private static final Map<String, List<Scored>> POPULATIONS = new HashMap<>();

    /** The same 1,000 persons for every test that asks. */
    static synchronized List<Scored> thousand(Instrument instrument) {
        return POPULATIONS.computeIfAbsent(
                instrument.id().name(),
                name -> {
                    var random = seeded(60);
                    return Stream.generate(() -> of(instrument, random))
                            .limit(1000)
                            .map(p -> new Scored(p, Scorer.score(instrument, p.answers())))
                            .toList();
                });
    }

    static SplittableRandom seeded(long seed) {
        return new SplittableRandom(seed);
    }

    /** From the parameters of the instrument, back in the direction in which it was asked. */
    private static Answer answer(
            Instrument instrument, String id, Map<String, Double> truth, RandomGenerator random) {
        Instrument.Item item = instrument.item(id).orElseThrow();
        var model = (Instrument.Scoring.GradedResponse) instrument.scoring();
        Item parameters = Scorer.parameters(model, item);
        double left = random.nextDouble();
        int value = 0;
        while (value < parameters.categories() - 1) {
            left -= parameters.probability(value, truth.get(item.scale()));
            if (left < 0) break;
            value++;
        }
        return new Answer.Chosen(item.key() == 1 ? value : 4 - value);
    }

    /** A whole order by Plackett and Luce: worth plus extreme-value noise; its ends are told. */
    private static Answer choice(
            Instrument instrument,
            Instrument.Block block,
            Map<String, Double> truth,
            RandomGenerator random) {
        List<Double> utility =
                block.items().stream()
                        .map(i -> truth.get(instrument.item(i).orElseThrow().scale()))
                        .map(w -> w - Math.log(-Math.log(random.nextDouble(1e-12, 1))))
                        .toList();
        int best = 0;
        int worst = 0;
        for (int i = 1; i < utility.size(); i++) {
            if (utility.get(i) > utility.get(best)) best = i;
            if (utility.get(i) < utility.get(worst)) worst = i;
        }
        return new Answer.BestWorst(best, worst);
    }
}
