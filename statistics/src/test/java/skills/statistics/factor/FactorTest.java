package skills.statistics.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import skills.statistics.Unusable;
import skills.statistics.distribution.Quantiles;
import skills.statistics.items.Items;

class FactorTest {

    /** P(X < 0, Y < 0) = 1/4 + asin(r) / 2 pi. */
    @Property
    void bivariateNormalAtZero(@ForAll @DoubleRange(min = -.99, max = .99) double r) {
        assertThat(BivariateNormal.below(0, 0, r))
                .isEqualTo(.25 + Math.asin(r) / (2 * Math.PI), within(1e-12));
    }

    @Test
    void bivariateNormalAtItsEnds() {
        assertThat(BivariateNormal.below(.3, 1.2, 0))
                .isEqualTo(BivariateNormal.margin(.3) * BivariateNormal.margin(1.2), within(1e-15));
        assertThat(BivariateNormal.below(.3, 1.2, 1)).isEqualTo(BivariateNormal.margin(.3));
        // R, mvtnorm::pmvnorm(upper = c(1, -.5), corr .6): by numerical integration here.
        double sum = 0;
        for (double x = -9; x < 1 - 5e-5; x += 1e-4) {
            double middle = x + 5e-5;
            sum +=
                    1e-4
                            * BivariateNormal.density(middle)
                            * BivariateNormal.margin((-.5 - .6 * middle) / .8);
        }
        assertThat(BivariateNormal.below(1, -.5, .6)).isEqualTo(sum, within(1e-8));
    }

    /** Three items with one factor fit exactly: l1 = sqrt(s12 s13 / s23). */
    @Test
    void threeItemsByHand() {
        double[][] r = {{1, .56, .48}, {.56, 1, .42}, {.48, .42, 1}};
        OneFactor fit = OneFactor.of(r, 200);
        assertThat(fit.loadings().get(0)).isEqualTo(.8, within(1e-7));
        assertThat(fit.loadings().get(1)).isEqualTo(.7, within(1e-7));
        assertThat(fit.loadings().get(2)).isEqualTo(.6, within(1e-7));
        assertThat(fit.omega()).isEqualTo(4.41 / (4.41 + .36 + .51 + .64), within(1e-7));
        assertThat(fit.fit().p()).isEmpty();
        assertThat(fit.fit().rmsea()).isEmpty();
        assertThat(fit.fit().chiSquared()).isEqualTo(0, within(1e-6));
    }

    @Test
    void unitsDoNotMatter() {
        Items items = items(3, 400, 0, 1, false);
        OneFactor fit = OneFactor.of(items);
        for (double unit : new double[] {1e-9, 1e9}) {
            double[][] scaled = new double[400][];
            for (int i = 0; i < 400; i++) {
                scaled[i] = items.person(i);
                for (int j = 0; j < 5; j++) scaled[i][j] *= unit;
            }
            OneFactor other = OneFactor.of(Items.of(scaled));
            assertThat(other.convergence().reached()).isTrue();
            assertThat(other.omega()).isEqualTo(fit.omega(), within(1e-6));
            assertThat(other.fit().chiSquared()).isEqualTo(fit.fit().chiSquared(), within(1e-5));
        }
    }

    @Test
    void onOneFactorTheTestRejectsOnceInTwentyTimesAndOmegaIsRecovered() {
        int rejected = 0;
        int ordinalRejected = 0;
        int inside = 0;
        int runs = 300;
        // Loadings .6 .7 .8 .5 .6: omega = 10.24 / (10.24 + 2.9).
        for (int run = 0; run < runs; run++) {
            Items items = items(run, 300, 0, 1, false);
            OneFactor fit = OneFactor.of(items);
            if (fit.fit().p().orElseThrow() < .05) rejected++;
            if (fit.omegaInterval().holds(10.24 / 13.14)) inside++;
            if (OrdinalFactor.of(items(run, 300, 0, 1, true)).p().orElseThrow() < .05)
                ordinalRejected++;
        }
        System.out.printf(
                "One factor, %d samples of 300: rejected %.3f, ordinal %.3f; 95%% of omega %.3f%n",
                runs,
                rejected / (double) runs,
                ordinalRejected / (double) runs,
                inside / (double) runs);
        assertThat(rejected / (double) runs).isBetween(.02, .09);
        assertThat(ordinalRejected / (double) runs).isBetween(.01, .10);
        assertThat(inside / (double) runs).isBetween(.91, .98);
    }

    @Test
    void categoriesShowTheLoadingsBehindThem() {
        OrdinalFactor fit = OrdinalFactor.of(items(1, 5000, 0, 1, true));
        double[] truth = {.6, .7, .8, .5, .6};
        for (int j = 0; j < 5; j++)
            assertThat(fit.loadings().get(j))
                    .isEqualTo(truth[j], within(4 * fit.loadingErrors().get(j)));
        assertThat(fit.convergence().reached()).isTrue();
        OrdinalReliability r = OrdinalReliability.of(items(1, 5000, 0, 1, true));
        assertThat(r.ordinalOmega()).isEqualTo(10.24 / 13.14, within(.02));
        assertThat(r.categoricalOmega()).isLessThan(r.ordinalOmega());
    }

    @Test
    void aShiftOfTheFactorIsFoundAndAShiftOfOneItemShows() {
        List<Items> groups = List.of(items(1, 1500, 0, 1, false), items(2, 1500, .5, 1.2, false));
        var invariance = Invariance.of(groups);
        assertThat(invariance.means().get(1).value()).isEqualTo(.5, within(.15));
        assertThat(Math.sqrt(invariance.variances().get(1).value())).isEqualTo(1.2, within(.12));
        assertThat(invariance.changes().get(1).p()).isGreaterThan(.01);
        assertThat(invariance.tooSmall()).isFalse();
        double[][] moved = new double[1500][];
        for (int i = 0; i < 1500; i++) {
            moved[i] = groups.get(1).person(i);
            moved[i][3] += .4;
        }
        var broken = Invariance.of(List.of(groups.get(0), Items.of(moved)));
        assertThat(broken.changes().get(1).p()).isLessThan(1e-6);
        var worst =
                broken.releases().stream()
                        .max(java.util.Comparator.comparingDouble(Invariance.Release::chiSquared))
                        .orElseThrow();
        assertThat(worst.item()).isEqualTo(3);
        assertThat(worst.intercept()).isTrue();
    }

    @Test
    void badDataGetASentence() {
        refused("At least 3 items", () -> OneFactor.of(Items.of(new double[][] {{1, 2}, {2, 1}})));
        double[][] twins = new double[30][3];
        for (int i = 0; i < 30; i++) twins[i] = new double[] {i % 5, i % 5, i % 3};
        refused("has no inverse", () -> OneFactor.of(Items.of(twins)));
        refused("agree entirely", () -> Polychoric.of(Items.of(twins)));
        refused("At least 2 groups", () -> Invariance.of(List.of(Items.of(twins))));
        refused("At least 20", () -> Polychoric.of(Items.of(new double[][] {{1, 2}, {2, 1}})));
        refused("same items", () -> LongitudinalInvariance.of(Items.of(twins)));
    }

    private static void refused(String sentence, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(Unusable.class).hasMessageContaining(sentence);
    }

    private static Items items(long seed, int persons, double mean, double sd, boolean categories) {
        double[] loading = {.6, .7, .8, .5, .6};
        var random = new SplittableRandom(seed);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            double factor = mean + sd * Quantiles.normal(random.nextDouble(1e-12, 1));
            double[] row = new double[5];
            for (int j = 0; j < 5; j++) {
                double noise = Quantiles.normal(random.nextDouble(1e-12, 1));
                double value = loading[j] * factor + Math.sqrt(1 - loading[j] * loading[j]) * noise;
                row[j] = categories ? Math.max(-1, Math.min(1, Math.rint(value))) : value;
            }
            rows.add(row);
        }
        return Items.of(rows.toArray(double[][]::new));
    }
}
