package skills.statistics.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.items.Items;

class CalibrateTest {

    /**
     * Bands of 1.645 errors around thresholds and slopes hold the truth about nine times in ten.
     */
    @Test
    void gradedItemsAreRecovered() {
        Recovery graded = recover(Calibrate.Model.GRADED, graded());
        System.out.println("Graded response, 8 items, 10 samples of 1000: " + graded);
        assertThat(graded.error()).isLessThan(.13);
        assertThat(graded.coverage()).isBetween(.84, .96);
    }

    @Test
    void partialCreditItemsAreRecovered() {
        List<Item> items = new ArrayList<>();
        for (Item item : graded()) {
            GradedResponse g = (GradedResponse) item;
            items.add(new PartialCredit(g.a() / 1.5, g.b()));
        }
        Recovery credit = recover(Calibrate.Model.PARTIAL_CREDIT, items);
        System.out.println("Partial credit, 8 items, 10 samples of 1000: " + credit);
        assertThat(credit.error()).isLessThan(.2);
        assertThat(credit.coverage()).isBetween(.84, .96);
    }

    private record Recovery(double error, double coverage) {}

    private static Recovery recover(Calibrate.Model model, List<Item> items) {
        double squares = 0;
        double inside = 0;
        int all = 0;
        for (int sample = 0; sample < 10; sample++) {
            var fit = Calibrate.usual(model).fit(data(items, 1000, 1, 100 + sample));
            assertThat(fit.convergence().reached()).isTrue();
            for (int j = 0; j < items.size(); j++) {
                double[] truth = parameters(items.get(j));
                double[] found = parameters(fit.items().get(j));
                for (int k = 0; k < truth.length; k++) {
                    double error =
                            k == 0
                                    ? fit.fits().get(j).slopeError().orElseThrow()
                                    : fit.fits().get(j).thresholdErrors().get(k - 1).orElseThrow();
                    double off = found[k] - truth[k];
                    squares += off * off;
                    if (Math.abs(off) < 1.6449 * error) inside++;
                    all++;
                }
            }
        }
        return new Recovery(Math.sqrt(squares / all), inside / all);
    }

    private static double[] parameters(Item item) {
        double a = item instanceof GradedResponse g ? g.a() : ((PartialCredit) item).a();
        List<Double> b = item instanceof GradedResponse g ? g.b() : ((PartialCredit) item).b();
        double[] all = new double[b.size() + 1];
        all[0] = a;
        for (int k = 0; k < b.size(); k++) all[k + 1] = b.get(k);
        return all;
    }

    @Test
    void raschFindsThePopulationAndBothWaysAgree() {
        List<Item> items = new ArrayList<>();
        for (int j = 0; j < 10; j++) items.add(GradedResponse.of(1, -1.5 + j / 3.));
        Items data = data(items, 2000, 1.3, 5);
        var marginal = Calibrate.usual(Calibrate.Model.RASCH).fit(data);
        var conditional = ConditionalRasch.fit(data);
        assertThat(Math.sqrt(marginal.populationVariance())).isEqualTo(1.3, within(.08));
        double mean =
                marginal.fits().stream()
                        .mapToDouble(f -> f.intercepts().getFirst())
                        .average()
                        .orElse(0);
        for (int j = 0; j < 10; j++) {
            double d = marginal.fits().get(j).intercepts().getFirst() - mean;
            assertThat(conditional.easiness().get(j)).isEqualTo(d, within(.02));
            assertThat(d).isEqualTo(1.5 - j / 3., within(.2));
        }
    }

    /** Two items: only those with one right count; the odds are 30 to 10. */
    @Test
    void conditionalRaschByHand() {
        double[][] answers = new double[60][];
        for (int i = 0; i < 60; i++)
            answers[i] =
                    new double[] {
                        i < 30 || i >= 50 ? 1 : 0, i >= 30 ? (i < 40 || i >= 50 ? 1 : 0) : 0
                    };
        for (int i = 40; i < 50; i++) answers[i] = new double[] {0, 0};
        var fit = ConditionalRasch.fit(Items.of(answers));
        assertThat(fit.n()).isEqualTo(40);
        assertThat(fit.easiness().get(0) - fit.easiness().get(1))
                .isEqualTo(Math.log(3), within(1e-9));
        // Variance of the log odds 1/30 + 1/10; each easiness is half the difference.
        assertThat(fit.standardErrors().getFirst())
                .isEqualTo(Math.sqrt(1 / 30. + 1 / 10.) / 2, within(1e-9));
        assertThat(fit.dropped().getFirst().count()).isEqualTo(20);
    }

    @Test
    void orderOfPersonsAndItemsIsIrrelevantAndMissingTakesNoPart() {
        Items data = data(graded(), 400, 1, 9);
        double[][] turned = new double[401][8];
        for (int i = 0; i < 400; i++)
            for (int j = 0; j < 8; j++) turned[399 - i][7 - j] = 10 * data.answer(i, j) - 3;
        java.util.Arrays.fill(turned[400], Double.NaN);
        var one = Calibrate.usual(Calibrate.Model.GRADED).fit(data);
        var other = Calibrate.usual(Calibrate.Model.GRADED).fit(Items.of(turned));
        assertThat(other.logLikelihood()).isEqualTo(one.logLikelihood(), within(1e-5));
        assertThat(other.n()).isEqualTo(400);
        assertThat(other.dropped().getFirst().count()).isEqualTo(1);
        for (int j = 0; j < 8; j++)
            assertThat(parameters(other.items().get(7 - j))[0])
                    .isEqualTo(parameters(one.items().get(j))[0], within(1e-3));
    }

    @Test
    void weightedLikelihoodIsLessBiasedThanTheModeAndFiniteAtTheEnds() {
        List<Item> items = graded();
        var random = new SplittableRandom(3);
        double mode = 0;
        double weighted = 0;
        for (int i = 0; i < 3000; i++) {
            var answers = EapTest.answers(items, 1.5, random);
            mode += PointEstimate.USUAL.mode(items, answers).estimate() / 3000;
            weighted += PointEstimate.USUAL.weightedLikelihood(items, answers).estimate() / 3000;
        }
        System.out.printf("At theta 1.5: mean of modes %.3f, of weighted %.3f%n", mode, weighted);
        assertThat(Math.abs(weighted - 1.5)).isLessThan(.03).isLessThan(Math.abs(mode - 1.5));
        var lowest = ResponsePattern.of(0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(PointEstimate.USUAL.weightedLikelihood(items, lowest).estimate())
                .isBetween(-6., -2.);
        assertThatThrownBy(
                        () ->
                                PointEstimate.USUAL.weightedLikelihood(
                                        items,
                                        ResponsePattern.of(
                                                null, null, null, null, null, null, null, null)))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void personFitIsStandardAtTheTruthAndLowForTurnedAnswers() {
        List<Item> items = graded();
        var random = new SplittableRandom(4);
        double mean = 0;
        double square = 0;
        double turned = 0;
        for (int i = 0; i < 2000; i++) {
            double theta = Quantiles.normal(random.nextDouble(1e-12, 1));
            var answers = EapTest.answers(items, theta, random);
            double lz = PersonFit.at(theta, items, answers).lz();
            mean += lz / 2000;
            square += lz * lz / 2000;
            List<Integer> half = new ArrayList<>(answers.answers());
            for (int j = 0; j < 4; j++) half.set(j, 4 - half.get(j));
            turned += PersonFit.at(theta, items, new ResponsePattern(half)).lz() / 2000;
        }
        assertThat(mean).isEqualTo(0, within(.08));
        assertThat(square).isEqualTo(1, within(.12));
        assertThat(turned).isLessThan(-1);
    }

    @Test
    void slopesOfBothModelsAgreeWithDifferences() {
        for (Item item :
                List.of(GradedResponse.of(1.3, -1, .2, 1), PartialCredit.of(.8, .5, -.4, 1)))
            for (int k = 0; k < 4; k++) {
                double h = 1e-5;
                assertThat(item.slope(k, .3))
                        .isEqualTo(
                                (item.logProbability(k, .3 + h) - item.logProbability(k, .3 - h))
                                        / (2 * h),
                                within(1e-8));
                assertThat(item.bend(k, .3))
                        .isEqualTo(
                                (item.slope(k, .3 + h) - item.slope(k, .3 - h)) / (2 * h),
                                within(1e-8));
            }
    }

    @Test
    void badDataGetASentence() {
        var graded = Calibrate.usual(Calibrate.Model.GRADED);
        refused("At least 2 items", () -> graded.fit(Items.of(new double[][] {{1}, {2}})));
        refused("At least 10", () -> graded.fit(Items.of(new double[][] {{1, 2}, {2, 1}})));
        double[][] opposite = new double[200][3];
        var random = new SplittableRandom(1);
        for (double[] row : opposite) {
            double z = Quantiles.normal(random.nextDouble(1e-12, 1));
            for (int j = 0; j < 3; j++) {
                double noise = .5 * Quantiles.normal(random.nextDouble(1e-12, 1));
                row[j] = (j == 2 ? -z : z) + noise > 0 ? 1 : 0;
            }
        }
        refused("goes against the others", () -> graded.fit(Items.of(opposite)));
        double[][] right = new double[20][2];
        for (int i = 0; i < 20; i++) right[i] = new double[] {1, i % 2};
        refused("Everybody gave", () -> ConditionalRasch.fit(Items.of(right)));
        right[0][0] = 0;
        refused("infinitely far", () -> ConditionalRasch.fit(Items.of(right)));
    }

    private static void refused(String sentence, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(Unusable.class).hasMessageContaining(sentence);
    }

    static List<Item> graded() {
        List<Item> items = new ArrayList<>();
        for (int j = 0; j < 8; j++) {
            double shift = (j - 3.5) / 5;
            items.add(
                    GradedResponse.of(
                            1 + .15 * j, -1.6 + shift, -.5 + shift, .4 + shift, 1.5 + shift));
        }
        return items;
    }

    static Items data(List<Item> items, int persons, double sd, long seed) {
        var random = new SplittableRandom(seed);
        double[][] answers = new double[persons][];
        for (int i = 0; i < persons; i++) {
            double theta = sd * Quantiles.normal(random.nextDouble(1e-12, 1));
            answers[i] =
                    EapTest.answers(items, theta, random).answers().stream()
                            .mapToDouble(k -> k)
                            .toArray();
        }
        return Items.of(answers);
    }
}
