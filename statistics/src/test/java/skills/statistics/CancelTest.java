package skills.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skills.statistics.adaptive.Rules;
import skills.statistics.adaptive.simulation.Simulation;
import skills.statistics.cluster.Classes;
import skills.statistics.cluster.WildBootstrap;
import skills.statistics.design.Design;
import skills.statistics.inference.Bootstrap;
import skills.statistics.irt.Calibrate;
import skills.statistics.irt.Choice;
import skills.statistics.irt.GradedResponse;
import skills.statistics.irt.PlackettLuce;
import skills.statistics.items.Items;
import skills.statistics.linear.LinearModel;
import skills.statistics.missing.ChainedEquations;

/** Every long method tells how far it is and stops when it is told to. */
class CancelTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(1);

    /** A long method that takes a progress. */
    private record Long(String name, Consumer<Progress> work) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static double[] normal(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = RANDOM.nextGaussian();
        return values;
    }

    static Stream<Long> methods() {
        double[] x = normal(400);
        double[] y = normal(400);
        double[] offered = new double[400];
        String[] classes = new String[400];
        for (int i = 0; i < 400; i++) {
            classes[i] = "c" + i / 20;
            offered[i] = i / 20 % 2;
        }
        Design design = Design.of(400).numeric("x", x);
        Map<String, double[]> measures = new LinkedHashMap<>();
        for (int j = 0; j < 4; j++) measures.put("m" + j, normal(400));
        for (int i = 0; i < 100; i++) measures.get("m3")[i] = Double.NaN;
        List<GradedResponse> bank = new ArrayList<>();
        for (int j = 0; j < 20; j++) bank.add(GradedResponse.of(1.5, -1, j / 10. - 1 + .5, 2));
        double[][] answers = new double[500][10];
        for (double[] row : answers)
            for (int j = 0; j < row.length; j++) row[j] = RANDOM.nextInt(4);
        List<Choice> choices = new ArrayList<>();
        List<String> four = List.of("a", "b", "c", "d");
        for (int i = 0; i < 12; i++)
            choices.add(Choice.of(four, four.get(i % 3), four.get(i % 3 + 1)));
        Bootstrap two = new Bootstrap(2000, 1, 2);
        Bootstrap one = new Bootstrap(2000, 1, 1);
        return Stream.of(
                new Long("imputation", p -> imputation(1).impute(measures, p)),
                new Long("imputation, two threads", p -> imputation(2).impute(measures, p)),
                new Long("bootstrap", p -> one.persons(400, i -> slope(design, y, i), .95, p)),
                new Long(
                        "bootstrap, two threads",
                        p -> two.classes(classes, i -> slope(design, y, i), .95, p)),
                new Long(
                        "wild bootstrap",
                        p -> WildBootstrap.of(design, y, classes, 1, 100_000, 1, p)),
                new Long(
                        "permutation", p -> Classes.of(design, y, classes, offered).permutation(p)),
                new Long(
                        "simulated persons",
                        p -> Simulation.of(bank, Rules.until(.3, 20), 400, 1, p)),
                new Long(
                        "exposure control",
                        p -> Simulation.admission(bank, Rules.until(.3, 20), .5, 50, 8, 1, p)),
                new Long(
                        "consistency of choices",
                        p -> PlackettLuce.USUAL.consistency(choices, 400, 1, p)),
                new Long(
                        "calibration",
                        p ->
                                new Calibrate(
                                                Calibrate.Model.PARTIAL_CREDIT,
                                                Calibrate.usual(Calibrate.Model.GRADED).grid(),
                                                1e-9,
                                                200)
                                        .fit(Items.of(answers), p)));
    }

    private static ChainedEquations imputation(int threads) {
        return new ChainedEquations(ChainedEquations.How.NORMAL, 40, 10, 1, threads);
    }

    private static double slope(Design design, double[] y, int[] places) {
        double[] some = new double[places.length];
        for (int i = 0; i < some.length; i++) some[i] = y[places[i]];
        return LinearModel.fit(design.pick(places), some).estimates()[1];
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stopsAtOnceWhenToldTo(Long method) {
        List<long[]> told = new ArrayList<>();
        Supplier<Progress> stopsAtATenth =
                () ->
                        (done, of) -> {
                            told.add(new long[] {done, of});
                            return done < of / 10;
                        };
        assertThatThrownBy(() -> method.work.accept(stopsAtATenth.get()))
                .isInstanceOf(Cancelled.class)
                .hasMessageContaining("Stopped after");
        long[] last = told.getLast();
        assertThat(last[0]).as("parts when it was told to stop").isLessThan(last[1] / 2);
        long calls = told.size();
        assertThat(told.stream().filter(t -> t[0] >= t[1] / 10).count())
                .as("asked again after it was told to stop, of " + calls)
                .isEqualTo(1);
        for (int i = 1; i < told.size(); i++)
            assertThat(told.get(i)[0]).isGreaterThanOrEqualTo(told.get(i - 1)[0]);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stopsForAnInterrupt(Long method) {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> method.work.accept(Progress.NONE))
                    .isInstanceOf(Cancelled.class);
        } finally {
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
    }

    @Test
    void cancellingTakesAFractionOfTheWhole() {
        Map<String, double[]> measures = new LinkedHashMap<>();
        for (int j = 0; j < 8; j++) measures.put("m" + j, normal(4000));
        for (int j = 1; j < 8; j++)
            for (int i = 0; i < 800; i++) measures.get("m" + j)[i * 5 + j % 5] = Double.NaN;
        for (int threads = 1; threads <= 2; threads++) {
            ChainedEquations how = imputation(threads);
            how.impute(measures);
            long start = System.nanoTime();
            how.impute(measures);
            long whole = System.nanoTime() - start;
            long[] told = new long[1];
            assertThatThrownBy(
                            () ->
                                    how.impute(
                                            measures,
                                            (done, of) -> {
                                                told[0] = System.nanoTime();
                                                return done < 4;
                                            }))
                    .isInstanceOf(Cancelled.class);
            assertThat(System.nanoTime() - told[0])
                    .as("from told to stopped, of a whole of " + whole)
                    .isLessThan(whole / 4);
        }
    }
}
