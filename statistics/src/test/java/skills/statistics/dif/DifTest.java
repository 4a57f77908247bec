package skills.statistics.dif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.items.Items;

class DifTest {

    /** One level, 30 of 40 against 20 of 40 right: odds ratio 3; chi2 = (5 - .5)^2 / 4.747. */
    @Test
    void mantelHaenszelByHand() {
        boolean[] right = new boolean[80];
        boolean[] second = new boolean[80];
        for (int i = 0; i < 80; i++) {
            second[i] = i >= 40;
            right[i] = second[i] ? i < 60 : i < 30;
        }
        var mh = MantelHaenszel.of(right, second, new double[80]);
        assertThat(mh.oddsRatio()).isEqualTo(3, within(1e-12));
        assertThat(mh.chiSquared())
                .isEqualTo(4.5 * 4.5 / (40. * 40 * 50 * 30 / (6400. * 79)), within(1e-9));
        assertThat(mh.delta()).isEqualTo(-2.35 * Math.log(3), within(1e-12));
        // One table: the error is that of the log odds ratio, 1/30 + 1/10 + 1/20 + 1/20.
        double error = Math.sqrt(1 / 30. + 1 / 10. + 1 / 20. + 1 / 20.);
        assertThat(mh.interval().high()).isEqualTo(3 * Math.exp(1.959964 * error), within(1e-4));
        boolean[] other = new boolean[80];
        for (int i = 0; i < 80; i++) other[i] = !second[i];
        assertThat(MantelHaenszel.of(right, other, new double[80]).oddsRatio())
                .isEqualTo(1 / 3., within(1e-12));
    }

    /** Two answers, one predictor of two values: the coefficient is the log odds ratio. */
    @Test
    void proportionalOddsByHand() {
        int[] answers = new int[80];
        double[][] x = new double[80][1];
        for (int i = 0; i < 80; i++) {
            x[i][0] = i >= 40 ? 1 : 0;
            answers[i] = i >= 40 ? (i < 60 ? 1 : 0) : i < 30 ? 1 : 0;
        }
        var fit = ProportionalOdds.fit(answers, x);
        assertThat(fit.coefficients().getFirst()).isEqualTo(-Math.log(3), within(1e-8));
        assertThat(fit.standardErrors().getFirst())
                .isEqualTo(Math.sqrt(1 / 30. + 1 / 10. + 1 / 20. + 1 / 20.), within(1e-8));
        assertThat(fit.cuts().getFirst()).isEqualTo(-Math.log(3), within(1e-8));
        assertThat(fit.convergence().reached()).isTrue();
    }

    @Test
    void anItemThatDiffersShowsAndTheOthersRarelyDo() {
        var random = new SplittableRandom(20261125);
        double[][] answers = new double[1200][5];
        boolean[] second = new boolean[1200];
        for (int i = 0; i < 1200; i++) {
            second[i] = i % 2 == 1;
            double theta = Quantiles.normal(random.nextDouble(1e-12, 1)) + (second[i] ? .5 : 0);
            for (int j = 0; j < 5; j++) {
                double value = theta + Quantiles.normal(random.nextDouble(1e-12, 1));
                if (j == 2 && second[i]) value += 1;
                answers[i][j] = Math.max(-2, Math.min(2, Math.rint(value)));
            }
        }
        var all = OrdinalDif.of(Items.of(answers), second);
        assertThat(all.get(2).pBoth()).isLessThan(1e-10);
        assertThat(all.get(2).groupLogOdds()).isGreaterThan(.8);
        assertThat(all.get(2).uniform()).isGreaterThan(10 * Math.max(1, all.get(2).nonuniform()));
        for (int j : new int[] {0, 1, 3, 4})
            assertThat(all.get(j).both()).isLessThan(all.get(2).both() / 4);
    }

    @Test
    void badDataGetASentence() {
        boolean[] all = {true, true, true};
        refused(
                "no finite estimate",
                () -> MantelHaenszel.of(all, new boolean[] {true, false, true}, new double[3]));
        refused("one length", () -> MantelHaenszel.of(all, new boolean[2], new double[3]));
        int[] y = {0, 0, 0, 0, 1, 1, 1, 1};
        double[][] x = {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}};
        refused("separate", () -> ProportionalOdds.fit(y, x));
        double[][] flat = {{1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}};
        refused("same for everybody", () -> ProportionalOdds.fit(y, flat));
        refused(
                "does not occur",
                () -> ProportionalOdds.fit(new int[] {0, 2, 0, 2, 0, 2, 0, 2}, x));
        refused(
                "Both groups",
                () -> OrdinalDif.of(Items.of(new double[][] {{1, 2, 3}}), new boolean[1]));
    }

    private static void refused(String sentence, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(Unusable.class).hasMessageContaining(sentence);
    }
}
