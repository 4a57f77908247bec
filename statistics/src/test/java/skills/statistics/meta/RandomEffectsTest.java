package skills.statistics.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import skills.statistics.Unusable;

class RandomEffectsTest {

    private static final int[][] BCG = {
        {4, 119, 11, 128}, {6, 300, 29, 274}, {3, 228, 11, 209}, {62, 13536, 248, 12619},
        {33, 5036, 47, 5761}, {180, 1361, 372, 1079}, {8, 2537, 10, 619}, {505, 87886, 499, 87892},
        {29, 7470, 45, 7232}, {17, 1699, 65, 1600}, {186, 50448, 141, 27197}, {5, 2493, 3, 2338},
        {27, 16886, 29, 17825}
    };

    /**
     * Thirteen trials of a vaccine (Colditz and others 1994, JAMA 271:698), log risk ratios. The
     * manual of the R package metafor prints tau^2 .3132, I^2 92.22%, Q 152.2330, estimate -.7145,
     * error .1798; the further digits and the interval of Knapp and Hartung come from the same
     * formulas maximised by optimize() of R 4.2.2.
     */
    @Test
    void thirteenTrialsOfAVaccine() {
        double[] y = new double[13];
        double[] v = new double[13];
        for (int i = 0; i < 13; i++) {
            double a = BCG[i][0];
            double n = a + BCG[i][1];
            double c = BCG[i][2];
            double m = c + BCG[i][3];
            y[i] = Math.log(a / n / (c / m));
            v[i] = 1 / a - 1 / n + 1 / c - 1 / m;
        }
        RandomEffects all = RandomEffects.of(y, v, .95);
        assertThat(all.tauSquared()).isEqualTo(.3132432611, within(1e-7));
        assertThat(all.iSquared()).isEqualTo(.9222138459, within(1e-8));
        assertThat(all.heterogeneity()).isEqualTo(152.2330080824, within(1e-9));
        assertThat(all.estimate()).isEqualTo(-.7145323424, within(1e-8));
        assertThat(all.plainError()).isEqualTo(.1797815168, within(1e-8));
        assertThat(all.standardError()).isEqualTo(.1807917442, within(1e-8));
        assertThat(all.interval().low()).isEqualTo(-1.1084437141, within(1e-7));
        assertThat(all.interval().high()).isEqualTo(-.3206209708, within(1e-7));
        assertThat(all.cautious()).isEqualTo(all.interval());
    }

    /** Equal variances: by hand. tau^2 = s^2 - v, the mean's error is s / root of k. */
    @Test
    void equalVariancesByHand() {
        RandomEffects all =
                RandomEffects.of(new double[] {1, 2, 3, 6}, new double[] {.5, .5, .5, .5}, .95);
        double s2 = 14 / 3.;
        assertThat(all.estimate()).isEqualTo(3, within(1e-12));
        assertThat(all.tauSquared()).isEqualTo(s2 - .5, within(1e-9));
        assertThat(all.standardError()).isEqualTo(Math.sqrt(s2 / 4), within(1e-9));
        assertThat(all.weights()).containsOnly(.25);
    }

    @Test
    void placesThatHappenToAgreeDoNotNarrowTheCautiousInterval() {
        RandomEffects all =
                RandomEffects.of(new double[] {.30, .31, .32}, new double[] {.04, .04, .04}, .95);
        assertThat(all.tauSquared()).isZero();
        assertThat(all.interval().width()).isLessThan(.06);
        assertThat(all.cautious().width()).isGreaterThan(.9);
        assertThat(all.cautiousP()).isGreaterThan(.05);
    }

    /**
     * Six places, tau .2. Of equal size: the interval misses the truth once in twenty. Up to six
     * times as large: a little more often, and far less often than the interval that takes tau for
     * known.
     */
    @Test
    void theIntervalKeepsItsLevelWithSixPlaces() {
        double[] equal = held(0);
        double[] unequal = held(.01);
        double error = Math.sqrt(.95 * .05 / STUDIES);
        assertThat(equal[0]).isEqualTo(.95, within(3 * error));
        assertThat(equal[1]).isGreaterThanOrEqualTo(equal[0]);
        assertThat(unequal[0]).isBetween(.92, .96);
        assertThat(unequal[1]).isGreaterThan(unequal[0]);
        assertThat(unequal[2]).isLessThan(.90);
    }

    private static final int STUDIES = 2000;

    /** Shares of intervals that hold the truth: Knapp and Hartung's, the cautious, the plain. */
    private static double[] held(double step) {
        Random random = new Random(1);
        double[] held = new double[3];
        for (int s = 0; s < STUDIES; s++) {
            double[] y = new double[6];
            double[] v = new double[6];
            for (int i = 0; i < 6; i++) {
                v[i] = .01 + step * i;
                y[i] = .3 + .2 * random.nextGaussian() + Math.sqrt(v[i]) * random.nextGaussian();
            }
            RandomEffects all = RandomEffects.of(y, v, .95);
            if (all.interval().holds(.3)) held[0]++;
            if (all.cautious().holds(.3)) held[1]++;
            if (Math.abs(all.estimate() - .3) < 1.959964 * all.plainError()) held[2]++;
        }
        for (int i = 0; i < 3; i++) held[i] /= STUDIES;
        return held;
    }

    @Test
    void onePlaceIsNothingToPool() {
        assertThatThrownBy(() -> RandomEffects.of(new double[] {1}, new double[] {1}, .95))
                .isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> RandomEffects.of(new double[] {1, 2}, new double[] {1, 0}, .95))
                .isInstanceOf(Unusable.class);
    }
}
