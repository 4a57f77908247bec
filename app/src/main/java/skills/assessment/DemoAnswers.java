package skills.assessment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;

/** Answers of invented persons, through the same door as those of real ones. */
@Component
public class DemoAnswers {

    private final Questionnaires questionnaires;
    private final Instruments instruments;
    private final Answers answers;
    private final Clock clock;

    DemoAnswers(
            Questionnaires questionnaires, Instruments instruments, Answers answers, Clock clock) {
        this.questionnaires = questionnaires;
        this.instruments = instruments;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Answers every statement.
     *
     * @param leaning by scale: −2 towards the low end, 0 both, 2 towards the high end
     * @param seed of the small differences between answers
     */
    public void rate(AccountId account, String name, Map<String, Double> leaning, long seed) {
        Instrument instrument = instruments.current(name).orElseThrow();
        var random = new Random(seed);
        answer(
                account,
                instrument,
                id -> {
                    Instrument.Item item = instrument.item(id).orElseThrow();
                    double towards =
                            leaning.getOrDefault(item.scale(), 0.) + random.nextGaussian(0, .7);
                    int value = (int) Math.clamp(Math.round(2 + item.key() * towards), 0, 4);
                    return new Answer.Chosen(value);
                });
    }

    /**
     * Makes every choice.
     *
     * @param order of the scales, what matters most first
     */
    public void choose(AccountId account, String name, List<String> order, long seed) {
        Instrument instrument = instruments.current(name).orElseThrow();
        var random = new Random(seed);
        answer(
                account,
                instrument,
                id -> {
                    List<Double> worth =
                            instrument.block(id).orElseThrow().items().stream()
                                    .map(i -> instrument.item(i).orElseThrow().scale())
                                    .map(scale -> worth(order, scale, random))
                                    .toList();
                    return new Answer.BestWorst(
                            worth.indexOf(worth.stream().max(Double::compare).orElseThrow()),
                            worth.indexOf(worth.stream().min(Double::compare).orElseThrow()));
                });
    }

    private static double worth(List<String> order, String scale, RandomGenerator random) {
        return -order.indexOf(scale) * .6 + random.nextGaussian();
    }

    private void answer(
            AccountId account,
            Instrument instrument,
            java.util.function.Function<String, Answer> choice) {
        AssessmentSession session =
                questionnaires.begin(account, instrument, Questionnaires.Pictures.HALF);
        for (int p = 1; p <= session.total(); p++)
            answers.take(
                    account,
                    session,
                    new Response(
                            session.item(p).id(),
                            choice.apply(session.item(p).id()),
                            null,
                            clock.instant(),
                            UUID.randomUUID(),
                            p));
    }
}
