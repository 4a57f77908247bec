package skills.statistics.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;
import skills.statistics.missing.ChainedEquations.How;

class ImputationTest {

    /** y = 1 + 0.5 x + 0.6 arm + e; the more x, the likelier y is missing. */
    private static Map<String, double[]> data(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        double[] arm = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            arm[i] = i % 2;
            y[i] = 1 + .5 * x[i] + .6 * arm[i] + .8 * random.nextGaussian();
            if (random.nextDouble() < .6 / (1 + Math.exp(-x[i]))) y[i] = Double.NaN;
        }
        Map<String, double[]> data = new LinkedHashMap<>();
        data.put("x", x);
        data.put("arm", arm);
        data.put("y", y);
        return data;
    }

    @Test
    void oneThreadAndTwoGiveTheSameNumbers() {
        for (How how : How.values()) {
            var one = new ChainedEquations(how, 4, 3, 7, 1).impute(data(200, 1));
            var two = new ChainedEquations(how, 4, 3, 7, 2).impute(data(200, 1));
            for (int m = 0; m < 4; m++)
                assertThat(one.get(m).measure("y")).isEqualTo(two.get(m).measure("y"));
        }
    }

    /** Intervals of 95% hold the true effect about 95 times in 100. */
    @Test
    void pooledIntervalsCoverTheTruth() {
        int inside = 0;
        for (int sample = 0; sample < 100; sample++) {
            var done =
                    new ChainedEquations(
                                    sample % 2 == 0 ? How.NORMAL : How.MATCHING, 10, 5, sample, 1)
                            .impute(data(150, 1000 + sample));
            var tables = done.stream().map(d -> fit(d).coefficients(.95)).toList();
            if (Rubin.pool(tables, .95).get(2).coefficient().interval().holds(.6)) inside++;
        }
        assertThat(inside).isBetween(88, 100);
    }

    private static LinearModel fit(ChainedEquations.Completed d) {
        return LinearModel.fit(
                Design.of(d.measure("y").length)
                        .numeric("x", d.measure("x"))
                        .numeric("arm", d.measure("arm")),
                d.measure("y"));
    }

    @Test
    void theConclusionTipsWhereTheMissingAreMovedFarEnough() {
        Map<String, double[]> data = data(300, 5);
        double[] y = data.get("y");
        boolean[] moved = new boolean[y.length];
        for (int i = 0; i < y.length; i++) moved[i] = Double.isNaN(y[i]) && data.get("arm")[i] == 1;
        var done = new ChainedEquations(How.NORMAL, 10, 5, 3, 1).impute(data);
        TippingPoint point =
                TippingPoint.of(
                        done,
                        "y",
                        moved,
                        new double[] {0, -1, -2, -3, -4, -6},
                        d -> fit(d).coefficients(.95).get(2),
                        .05);
        List<Double> effects =
                point.at().stream().map(s -> s.result().coefficient().estimate()).toList();
        assertThat(effects).isSorted();
        assertThat(point.tipping()).isPresent();
        assertThat(point.tipping().getAsDouble()).isNegative();
    }

    @Test
    void fullInformationAgreesWithRegressionWhenNothingIsMissing() {
        Map<String, double[]> data = data(120, 9);
        double[] y = data.get("y");
        int[] known =
                java.util.stream.IntStream.range(0, 120).filter(i -> !Double.isNaN(y[i])).toArray();
        double[][] c = new double[3][known.length];
        for (int i = 0; i < known.length; i++) {
            c[0][i] = y[known[i]];
            c[1][i] = data.get("x")[known[i]];
            c[2][i] = data.get("arm")[known[i]];
        }
        var full =
                FullInformation.regression(
                        "y", c[0], List.of("x", "arm"), new double[][] {c[1], c[2]}, .95);
        var plain =
                LinearModel.fit(
                        Design.of(known.length).numeric("x", c[1]).numeric("arm", c[2]), c[0]);
        for (int j = 0; j < 3; j++)
            assertThat(full.coefficients().get(j).estimate())
                    .isCloseTo(plain.estimates()[j], org.assertj.core.data.Offset.offset(1e-7));
    }
}
