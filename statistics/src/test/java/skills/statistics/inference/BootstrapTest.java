package skills.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import skills.statistics.Progress;
import skills.statistics.Unusable;

class BootstrapTest {
    private static double mean(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).average().orElseThrow();
    }

    private static double[] exponential(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextExponential());
        return values;
    }

    @Test
    void errorOfAMeanIsThatOfItsFormula() {
        double[] values = exponential(60, 1);
        var found =
                new Bootstrap(20_000, 1, 2).persons(60, p -> mean(values, p), .95, Progress.NONE);
        double m = Arrays.stream(values).average().orElseThrow();
        double ss = Arrays.stream(values).map(v -> (v - m) * (v - m)).sum();
        // Draws with replacement have the variance with n, not n - 1.
        assertThat(found.standardError())
                .isCloseTo(Math.sqrt(ss / 60 / 60), Percentage.withPercentage(2));
        assertThat(found.estimate()).isEqualTo(m, within(1e-12));
        assertThat(found.bias()).isEqualTo(0, within(.005));
        assertThat(found.failed()).isZero();
        // The skewed sample moves the corrected interval up.
        assertThat(found.bca().low()).isGreaterThan(found.percentile().low());
        assertThat(found.bca().high()).isGreaterThan(found.percentile().high());
    }

    @Test
    void intervalsHoldTheTruth() {
        int held = 0;
        for (int sample = 0; sample < 400; sample++) {
            double[] values = exponential(50, 1000 + sample);
            if (new Bootstrap(400, sample, 1)
                    .persons(50, p -> mean(values, p), .95, Progress.NONE)
                    .bca()
                    .holds(1)) held++;
        }
        // 92 to 94 in 100 is what is known of BCa for 50 exponential values.
        assertThat(held).isBetween(360, 390);
    }

    @Test
    void threadsChangeNothing() {
        double[] values = exponential(101, 3);
        var one = new Bootstrap(333, 7, 1).persons(101, p -> mean(values, p), .9, Progress.NONE);
        var two = new Bootstrap(333, 7, 2).persons(101, p -> mean(values, p), .9, Progress.NONE);
        assertThat(two).isEqualTo(one);
    }

    @Test
    void wholeClassesAreDrawn() {
        // Within a class all are alike: the error is that of the mean of five class values.
        double[] values = new double[50];
        String[] classes = new String[50];
        for (int i = 0; i < 50; i++) {
            classes[i] = "class " + i % 5;
            values[i] = i % 5;
        }
        var found =
                new Bootstrap(20_000, 1, 1)
                        .classes(classes, p -> mean(values, p), .95, Progress.NONE);
        assertThat(found.standardError())
                .isCloseTo(Math.sqrt(2. / 5), Percentage.withPercentage(2));
    }

    @Test
    void drawsThatFailAreCountedAndTooManyRefused() {
        double[] values = exponential(30, 5);
        var found =
                new Bootstrap(500, 1, 1)
                        .persons(
                                30,
                                p -> {
                                    refuseWithout(p, 0, 1, 2, 3);
                                    return mean(values, p);
                                },
                                .95,
                                Progress.NONE);
        assertThat(found.failed()).isBetween(1, 50);
        assertThat(found.draws() + found.failed()).isEqualTo(500);
        assertThatThrownBy(
                        () ->
                                new Bootstrap(500, 1, 1)
                                        .persons(
                                                30,
                                                p -> {
                                                    refuseWithout(p, 0);
                                                    return mean(values, p);
                                                },
                                                .95,
                                                Progress.NONE))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("too few persons");
        assertThatThrownBy(() -> new Bootstrap(50, 1, 1)).hasMessageContaining("100 draws");
    }

    private static void refuseWithout(int[] places, int... anyOf) {
        if (Arrays.stream(places).noneMatch(p -> Arrays.stream(anyOf).anyMatch(a -> a == p)))
            throw new Unusable(Unusable.Reason.TOO_FEW, "nobody of these");
    }
}
