package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import skills.kernel.LocalizedText;

/** What every way of scoring must hold to, on the instruments that ship, and examples by hand. */
class ScoringTest {

    private static final Instrument PERSONALITY = Shipped.read(Questionnaires.PERSONALITY);
    private static final Instrument DRIVES = Shipped.read(Questionnaires.DRIVES);
    private static final Instrument RATED = Shipped.read("what-drives-me-rated");

    /** Each item of the first form answered 0 to 4, left out, or still open. */
    @Provide
    Arbitrary<Map<String, Answer>> ratings() {
        Arbitrary<Answer> answer =
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                                8, Arbitraries.integers().between(0, 4).map(Answer.Chosen::new)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.of(Answer.Skipped.values())));
        return answer.list()
                .ofSize(PERSONALITY.first().size())
                .map(
                        list -> {
                            Map<String, Answer> all = new LinkedHashMap<>();
                            for (int i = 0; i < list.size(); i++)
                                all.put(PERSONALITY.first().get(i), list.get(i));
                            return all;
                        });
    }

    private static Instrument reversed(Instrument of) {
        return new Instrument(
                of.id(),
                of.kind(),
                of.title(),
                of.about(),
                of.lead(),
                of.secondsEach(),
                of.answers(),
                of.scales(),
                of.items().stream()
                        .map(
                                i ->
                                        new Instrument.Item(
                                                i.id(), i.scale(), i.facet(), -i.key(), i.form(),
                                                i.text(), i.scene()))
                        .toList(),
                of.blocks(),
                of.scoring(),
                of.norms(),
                of.report(),
                of.only(),
                of.use());
    }

    private static Map<String, Answer> reversed(Map<String, Answer> answers) {
        Map<String, Answer> other = new HashMap<>();
        answers.forEach(
                (id, a) ->
                        other.put(
                                id,
                                a instanceof Answer.Chosen c
                                        ? new Answer.Chosen(4 - c.value())
                                        : a));
        return other;
    }

    @Property(tries = 100)
    void reversingTwiceIsTheSame(@ForAll("ratings") Map<String, Answer> answers) {
        Scores scores = Scorer.score(PERSONALITY, answers);
        assertThat(Scorer.score(reversed(PERSONALITY), reversed(answers))).isEqualTo(scores);
        assertThat(Scorer.score(PERSONALITY, reversed(reversed(answers)))).isEqualTo(scores);
    }

    @Example
    void reversingOnceIsAnotherResult() {
        Map<String, Answer> answers = new HashMap<>();
        for (String id : PERSONALITY.first())
            answers.put(
                    id, new Answer.Chosen(PERSONALITY.item(id).orElseThrow().key() == 1 ? 4 : 0));
        for (Instrument.Scale scale : PERSONALITY.scales()) {
            assertThat(worth(Scorer.score(PERSONALITY, answers), scale.id())).isGreaterThan(1);
            assertThat(worth(Scorer.score(PERSONALITY, reversed(answers)), scale.id()))
                    .isLessThan(-1);
            assertThat(worth(Scorer.score(reversed(PERSONALITY), answers), scale.id()))
                    .isLessThan(-1);
        }
    }

    @Property(tries = 100)
    void theOrderOfSavingDoesNotCount(
            @ForAll("ratings") Map<String, Answer> answers, @ForAll Random random) {
        List<String> order = new java.util.ArrayList<>(answers.keySet());
        java.util.Collections.shuffle(order, random);
        Map<String, Answer> other = new LinkedHashMap<>();
        for (String id : order) other.put(id, answers.get(id));
        assertThat(Scorer.score(PERSONALITY, other)).isEqualTo(Scorer.score(PERSONALITY, answers));
    }

    @Property(tries = 30)
    void aStepTowardsTheKeyRaisesTheScaleAndNoOther(
            @ForAll("ratings") Map<String, Answer> answers) {
        Scores before = Scorer.score(PERSONALITY, answers);
        for (String id : answers.keySet()) {
            Instrument.Item item = PERSONALITY.item(id).orElseThrow();
            if (!(answers.get(id) instanceof Answer.Chosen chosen)) continue;
            int next = chosen.value() + item.key();
            if (next < 0 || next > 4) continue;
            Map<String, Answer> more = new HashMap<>(answers);
            more.put(id, new Answer.Chosen(next));
            Scores after = Scorer.score(PERSONALITY, more);
            for (ScaleScore score : before.scales())
                if (!score.scale().equals(item.scale()))
                    assertThat(after.of(score.scale())).contains(score);
                else if (score.isKnown())
                    assertThat(after.of(score.scale()).orElseThrow().estimate())
                            .as(id)
                            .isGreaterThan(score.estimate());
        }
    }

    @Property(tries = 100)
    void leftOutIsTheSameAsNotAskedAndNotTheSameAsTheLowest(
            @ForAll("ratings") Map<String, Answer> answers, @ForAll Answer.Skipped reason) {
        for (Instrument.Scale scale : PERSONALITY.scales()) {
            String id =
                    answers.keySet().stream()
                            .filter(
                                    i ->
                                            PERSONALITY
                                                    .item(i)
                                                    .orElseThrow()
                                                    .scale()
                                                    .equals(scale.id()))
                            .findFirst()
                            .orElseThrow();
            Map<String, Answer> without = new HashMap<>(answers);
            without.remove(id);
            Map<String, Answer> left = new HashMap<>(answers);
            left.put(id, reason);
            Map<String, Answer> lowest = new HashMap<>(answers);
            lowest.put(
                    id, new Answer.Chosen(PERSONALITY.item(id).orElseThrow().key() == 1 ? 0 : 4));
            Scores scores = Scorer.score(PERSONALITY, left);
            assertThat(scores).isEqualTo(Scorer.score(PERSONALITY, without));
            ScaleScore mine = scores.of(scale.id()).orElseThrow();
            ScaleScore low = Scorer.score(PERSONALITY, lowest).of(scale.id()).orElseThrow();
            assertThat(low.answered()).isEqualTo(mine.answered() + 1);
            if (mine.isKnown()) assertThat(low.estimate()).isLessThan(mine.estimate());
        }
    }

    @Property(tries = 100)
    void belowTheMinimumThereIsNoScoreAndAtItThereIs(
            @ForAll("ratings") Map<String, Answer> answers) {
        for (Instrument.Scale scale : PERSONALITY.scales()) {
            ScaleScore score = Scorer.score(PERSONALITY, answers).of(scale.id()).orElseThrow();
            assertThat(score.isKnown()).isEqualTo(score.answered() >= scale.minimum());
            if (!score.isKnown())
                assertThat(
                                ScoreReport.of(PERSONALITY, Scorer.score(PERSONALITY, answers))
                                        .missing())
                        .contains(
                                new ScoreReport.Missing(scale, scale.minimum() - score.answered()));
        }
    }

    @Property(tries = 100)
    void everyBandHoldsItsEstimateAndStaysOnTheGrid(
            @ForAll("ratings") Map<String, Answer> answers) {
        for (ScaleScore s : Scorer.score(PERSONALITY, answers).scales())
            if (s.isKnown()) {
                assertThat(s.estimate()).isStrictlyBetween(s.lower(), s.upper());
                assertThat(s.lower()).isGreaterThan(-6);
                assertThat(s.upper()).isLessThan(6);
            }
    }

    @Property(tries = 20)
    void choosingADriveAsMostImportantInsteadRaisesItAboveTheOther(
            @ForAll long seed, @ForAll @net.jqwik.api.constraints.IntRange(max = 14) int at) {
        Map<String, Answer> answers =
                new HashMap<>(Simulated.of(DRIVES, Simulated.seeded(seed)).answers());
        Instrument.Block block = DRIVES.blocks().get(at);
        var chosen = (Answer.BestWorst) answers.get(block.id());
        int other =
                java.util.stream.IntStream.range(0, 4)
                        .filter(i -> i != chosen.best() && i != chosen.worst())
                        .findFirst()
                        .orElseThrow();
        Scores before = Scorer.score(DRIVES, answers);
        answers.put(block.id(), new Answer.BestWorst(other, chosen.worst()));
        Scores after = Scorer.score(DRIVES, answers);
        String raised = DRIVES.item(block.items().get(other)).orElseThrow().scale();
        String lowered = DRIVES.item(block.items().get(chosen.best())).orElseThrow().scale();
        assertThat(worth(after, raised) - worth(after, lowered))
                .isGreaterThan(worth(before, raised) - worth(before, lowered));
    }

    private static double worth(Scores scores, String scale) {
        return scores.of(scale).orElseThrow().estimate();
    }

    @Example
    void aDriveShownTooFewTimesLeavesTheWholeOrderUnsaid() {
        Map<String, Answer> answers =
                new HashMap<>(Simulated.of(DRIVES, Simulated.seeded(1)).answers());
        answers.keySet()
                .retainAll(
                        DRIVES.blocks().subList(0, 3).stream().map(Instrument.Block::id).toList());
        Scores scores = Scorer.score(DRIVES, answers);
        assertThat(scores.anyKnown()).isFalse();
        assertThat(ScoreReport.of(DRIVES, scores).findings()).isEmpty();
        assertThat(ScoreReport.of(DRIVES, scores).missing()).isNotEmpty();
    }

    private static Instrument.Item item(String id, String scale, int key) {
        return new Instrument.Item(
                id, scale, "", key, Instrument.Form.FIRST, LocalizedText.same(id), null);
    }

    private static Instrument.Scale scale(String id, int minimum) {
        LocalizedText name = LocalizedText.same(id);
        return new Instrument.Scale(
                id, name, name, name, Instrument.Better.NONE, minimum, List.of());
    }

    private static Instrument small(
            Instrument.Kind kind,
            List<Instrument.Scale> scales,
            List<Instrument.Item> items,
            List<Instrument.Block> blocks,
            Instrument.Scoring scoring) {
        LocalizedText text = LocalizedText.same("x");
        return new Instrument(
                new InstrumentId("x", "1"),
                kind,
                text,
                text,
                text,
                6,
                List.of(text, text, text, text, text),
                scales,
                items,
                blocks,
                scoring,
                new Instrument.Norms(null),
                ReportText.NONE,
                null,
                Instrument.Use.PERSON);
    }

    /**
     * Two items, s(v) = 1 / (1 + exp(-v)). The first: a = 1, b = -1.5 -0.5 0.5 1.5, answered 3. The
     * second: a = 2, b = -1 0 1 2, key -1, answered 1, so 4 - 1 = 3 in the direction of the scale.
     *
     * <pre>
     * P(3) of the first  = s(theta - 0.5) - s(theta - 1.5)
     * P(3) of the second = s(2 (theta - 1)) - s(2 (theta - 2))
     * theta   first   second  normal  product   share of the sum over -3..3
     *   -1    0.1066  0.0155  0.2420  0.000400  0.0115
     *    0    0.1951  0.1012  0.3989  0.007879  0.2257
     *    1    0.2449  0.3808  0.2420  0.022567  0.6464
     *    2    0.1951  0.3808  0.0540  0.004011  0.1149
     * (3: 0.0014; -2: 0.0002)
     * estimate = 0.6464 + 2 * 0.1149 + 3 * 0.0014 - 0.0115 - 2 * 0.0002 = 0.869
     * </pre>
     *
     * With steps of 0.0001 instead of 1: 0.8683, standard error 0.6229, band -0.1826 to 1.8627.
     */
    @Example
    void anExampleOfTheGradedResponseModelByHand() {
        var scoring =
                new Instrument.Scoring.GradedResponse(
                        "1",
                        true,
                        Map.of(
                                "i", new Instrument.Parameters(1, List.of(-1.5, -.5, .5, 1.5)),
                                "j", new Instrument.Parameters(2, List.of(-1., 0., 1., 2.))));
        Instrument two =
                small(
                        Instrument.Kind.RATING,
                        List.of(scale("s", 2)),
                        List.of(item("i", "s", 1), item("j", "s", -1)),
                        List.of(),
                        scoring);
        ScaleScore score =
                Scorer.score(two, Map.of("i", new Answer.Chosen(3), "j", new Answer.Chosen(1)))
                        .scales()
                        .getFirst();
        assertThat(score.estimate()).isEqualTo(.869, within(.001)).isEqualTo(.86827, within(1e-4));
        assertThat(score.standardError()).isEqualTo(.62289, within(1e-4));
        assertThat(score.lower()).isEqualTo(-.1826, within(.001));
        assertThat(score.upper()).isEqualTo(1.8627, within(.001));
    }

    /** Answers 3, 1 with key -1 (so 3) and left out: (3 + 3) / 2 = 3, not (3 + 3 + 0) / 3 = 2. */
    @Example
    void anExampleOfTheMeanByHand() {
        Instrument three =
                small(
                        Instrument.Kind.RATING,
                        List.of(scale("s", 2)),
                        List.of(item("i", "s", 1), item("j", "s", -1), item("k", "s", 1)),
                        List.of(),
                        new Instrument.Scoring.Mean("1"));
        ScaleScore score =
                Scorer.score(
                                three,
                                Map.of(
                                        "i", new Answer.Chosen(3),
                                        "j", new Answer.Chosen(1),
                                        "k", Answer.Skipped.DOES_NOT_APPLY))
                        .scales()
                        .getFirst();
        assertThat(score.answered()).isEqualTo(2);
        assertThat(score.estimate()).isEqualTo(3);
        assertThat(score.standardError()).isNull();
    }

    /**
     * One block of a, b and c: a most important, c least. The likelihood is that a is taken first
     * and then b before c; with w the worths, e = exp(w), and the prior of deviation 2, so w^2 / 8
     * off each:
     *
     * <pre>
     * log = w(a) - log(e(a) + e(b) + e(c)) + w(b) - log(e(b) + e(c)) - sum of w^2 / 8
     * its slopes:  1 - e(a)/all - w(a)/4
     *              1 - e(b)/all - e(b)/(e(b) + e(c)) - w(b)/4
     *              - e(c)/all - e(c)/(e(b) + e(c)) - w(c)/4
     * all three are 0 at   a 1.1677   b 0.0205   c -1.1882
     * e: 3.2147, 1.0207, 0.3048, together 4.5402, of b and c 1.3255:
     *   1 - 0.7081 - 0.2919 = 0    1 - 0.2248 - 0.7701 - 0.0051 = 0    -0.0671 - 0.2299 + 0.2971 = 0
     * </pre>
     */
    @Example
    void anExampleOfTheWorthsByHand() {
        Instrument block =
                small(
                        Instrument.Kind.BEST_WORST,
                        List.of(scale("a", 1), scale("b", 1), scale("c", 1)),
                        List.of(item("1", "a", 1), item("2", "b", 1), item("3", "c", 1)),
                        List.of(new Instrument.Block("x", List.of("1", "2", "3"))),
                        new Instrument.Scoring.PlackettLuce("1"));
        Scores scores = Scorer.score(block, Map.of("x", new Answer.BestWorst(0, 2)));
        double a = worth(scores, "a");
        double b = worth(scores, "b");
        double c = worth(scores, "c");
        assertThat(a).isEqualTo(1.1677, within(1e-4));
        assertThat(b).isEqualTo(.0205, within(1e-4));
        assertThat(c).isEqualTo(-1.1882, within(1e-4));
        double all = Math.exp(a) + Math.exp(b) + Math.exp(c);
        double two = Math.exp(b) + Math.exp(c);
        assertThat(1 - Math.exp(a) / all - a / 4).isEqualTo(0, within(1e-7));
        assertThat(1 - Math.exp(b) / all - Math.exp(b) / two - b / 4).isEqualTo(0, within(1e-7));
        // One choice tells nothing apart: all share the first place.
        assertThat(scores.scales()).allMatch(s -> s.place() == 1);
    }

    /** The twin of ten: the highest mean is first, the same mean shares a place. */
    @Example
    void meansAreOrderedAndTheSameMeanSharesItsPlace() {
        Map<String, Answer> answers = new HashMap<>();
        for (Instrument.Item item : RATED.items()) answers.put(item.id(), new Answer.Chosen(1));
        answers.put(RATED.items().getFirst().id(), new Answer.Chosen(4));
        var report = ScoreReport.of(RATED, Scorer.score(RATED, answers));
        assertThat(report.ordered()).isTrue();
        assertThat(report.findings().getFirst().place()).isEqualTo(new Finding.Place(1, 1));
        assertThat(report.findings().getLast().place()).isEqualTo(new Finding.Place(2, 10));
        assertThat(report.first()).isPresent();
        assertThat(report.findings()).allMatch(f -> f.band() == null);
    }
}
