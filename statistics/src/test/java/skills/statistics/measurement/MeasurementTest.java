package skills.statistics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.items.Items;

class MeasurementTest {

    /** Two items, by hand: variances 1 and 1, covariance .5: alpha = 2 (1 - 2/3) = 2/3. */
    @Test
    void alphaByHand() {
        assertThat(Reliability.alpha(new double[][] {{1, .5}, {.5, 1}}))
                .isEqualTo(2. / 3, within(1e-15));
    }

    @Property(tries = 50)
    void alphaDoesNotSeeOrderOfPersonsOrUnitsAndLambdasAreNotBelowIt(@ForAll long seed) {
        Items items = scale(seed, 60, 5, .8);
        double[][] moved = new double[60][];
        for (int i = 0; i < 60; i++) {
            moved[i] = items.person(59 - i);
            for (int j = 0; j < 5; j++) moved[i][j] = 3 * moved[i][j] - 7;
        }
        Reliability r = Reliability.of(items);
        Reliability again = Reliability.of(Items.of(moved));
        assertThat(again.alpha()).isEqualTo(r.alpha(), within(1e-12));
        assertThat(again.alphaInterval().low()).isEqualTo(r.alphaInterval().low(), within(1e-10));
        assertThat(again.standardErrorOfMeasurement())
                .isEqualTo(3 * r.standardErrorOfMeasurement(), within(1e-10));
        assertThat(r.alphaInterval().holds(r.alpha())).isTrue();
        assertThat(r.lambda2()).isGreaterThanOrEqualTo(r.alpha() - 1e-12);
        assertThat(r.lambda1()).isLessThanOrEqualTo(r.alpha() + 1e-12);
        assertThat(r.lambda4().orElseThrow()).isGreaterThanOrEqualTo(r.oddEven().guttman() - 1e-12);
    }

    /** Parallel items with true alpha 5 * .5 / (1 + 4 * .5) = .8333. */
    @Test
    void feldtIntervalHoldsTheTruth() {
        int inside = 0;
        for (int run = 0; run < 1000; run++)
            if (Reliability.of(scale(run, 40, 5, 1)).alphaInterval().holds(2.5 / 3)) inside++;
        System.out.printf("Feldt, 1000 samples of 40: coverage of 95%% %.3f%n", inside / 1000.);
        assertThat(inside).isBetween(935, 965);
    }

    @Test
    void iccOfTheArticle() {
        // Table 2 of Shrout and Fleiss (1979): six targets, four judges.
        double[][] ratings = {
            {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
        };
        var icc = IntraclassCorrelation.of(Items.of(ratings), .95);
        assertThat(icc.single().value()).isEqualTo(.17, within(.005));
        assertThat(icc.random().value()).isEqualTo(.29, within(.005));
        assertThat(icc.fixed().value()).isEqualTo(.71, within(.006));
        assertThat(icc.singleMean().value()).isEqualTo(.44, within(.005));
        assertThat(icc.randomMean().value()).isEqualTo(.62, within(.005));
        assertThat(icc.fixedMean().value()).isEqualTo(.91, within(.005));
    }

    @Property
    void reversingTwiceIsIdentityAndMissingStaysMissing(
            @ForAll @IntRange(min = 1, max = 5) int a, @ForAll @IntRange(min = 1, max = 5) int b) {
        Items items = Items.of(new double[][] {{a, Double.NaN}, {b, a}});
        Items twice = items.reversed(1, 5, 0, 1).reversed(1, 5, 0, 1);
        assertThat(twice.person(1)).containsExactly(b, a);
        assertThat(twice.answer(0, 1)).isNaN();
        assertThat(items.reversed(1, 5, 0).answer(0, 0)).isEqualTo(6 - a);
    }

    @Test
    void belowTheMinimumThereIsNoScoreAndMissingIsNotZero() {
        Items items = Items.of(new double[][] {{4, Double.NaN, Double.NaN}, {4, 2, Double.NaN}});
        var scores = ScaleScores.mean(items, 2).scores();
        assertThat(scores.get(0)).isEmpty();
        assertThat(scores.get(1)).hasValue(3);
        assertThatThrownBy(() -> ScaleScores.mean(items, 4)).isInstanceOf(Unusable.class);
    }

    @Property
    void percentileRanksRiseAndMirror(@ForAll @DoubleRange(min = -5, max = 5) double shift) {
        double[] x = {1, 2, 2, 3, 5, 8};
        double[] turned = new double[6];
        for (int i = 0; i < 6; i++) turned[i] = shift - x[i];
        var rows = NormTable.of(x).rows();
        var back = NormTable.of(turned).rows();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(back.get(rows.size() - 1 - i).percentileRank())
                    .isEqualTo(1 - rows.get(i).percentileRank(), within(1e-12));
            if (i > 0) assertThat(rows.get(i).z()).isGreaterThan(rows.get(i - 1).z());
        }
    }

    @Test
    void badDataGetASentence() {
        refused("There are no persons", () -> Items.of(new double[0][]));
        refused("no items", () -> Items.of(new double[][] {{}}));
        refused("number or missing", () -> Items.of(new double[][] {{1e300}}));
        refused("one length", () -> Items.of(new double[][] {{1, 2}, {1}}));
        refused("At least 2 items", () -> Reliability.of(Items.of(new double[][] {{1}, {2}})));
        refused("At least 3", () -> Reliability.of(Items.of(new double[][] {{1, 2}, {2, 1}})));
        double[][] constant = {{1, 2}, {1, 3}, {1, 4}};
        refused("same answer to item 1", () -> Reliability.of(Items.of(constant)));
        double[][] missing = {{Double.NaN, 1}, {1, Double.NaN}};
        refused("No person answered every item", () -> Reliability.of(Items.of(missing)));
        double[][] opposite = {{1, 3}, {2, 2}, {3, 1}};
        refused("The sum of the items", () -> Reliability.of(Items.of(opposite)));
        refused(
                "agree entirely",
                () -> IntraclassCorrelation.of(Items.of(new double[][] {{1, 1}, {2, 2}}), .95));
        refused("same score", () -> NormTable.of(new double[] {2, 2, 2}));
        refused("At least 2 scores", () -> NormTable.of(new double[] {2}));
        refused("six scores", () -> InterestProfile.of(1, 2, 3));
        refused("outside 1.0 to 5.0", () -> Items.of(new double[][] {{6}}).reversed(1, 5, 0));
        refused("Everybody gave", () -> Items.of(new double[][] {{1}, {1}}).categories(9));
        refused("at most 2", () -> Items.of(new double[][] {{1}, {2}, {3}}).categories(2));
        double[][] twins = {{1, 1, 2, 2}, {2, 2, 3, 3}, {4, 4, 1, 1}, {3, 3, 3, 3}, {1, 1, 4, 4}};
        refused(
                "has no inverse",
                () ->
                        CarelessResponding.of(
                                Items.of(twins),
                                1,
                                5,
                                new int[0],
                                List.of(new int[] {0, 1}, new int[] {2, 3})));
        refused(
                "At least 10 persons",
                () -> RegressionNorms.of(new double[] {1, 2}, new double[][] {{1}, {2}}));
    }

    /** One factor, every loading sqrt(.5) times a factor: correlation .5 at spread 1. */
    static Items scale(long seed, int persons, int items, double weight) {
        var random = new SplittableRandom(seed);
        double[][] x = new double[persons][items];
        for (double[] row : x) {
            double trait = Quantiles.normal(random.nextDouble(1e-12, 1));
            for (int j = 0; j < items; j++)
                row[j] = weight * trait + Quantiles.normal(random.nextDouble(1e-12, 1));
        }
        return Items.of(x);
    }

    static void refused(String sentence, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(Unusable.class).hasMessageContaining(sentence);
    }
}
