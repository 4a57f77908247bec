package skills.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import skills.statistics.causal.EntropyBalance;
import skills.statistics.causal.Instrument;
import skills.statistics.causal.Propensity;
import skills.statistics.cluster.Classes;
import skills.statistics.cluster.WildBootstrap;
import skills.statistics.design.Design;
import skills.statistics.effect.PrePostControl;
import skills.statistics.effect.Proportion;
import skills.statistics.effect.Sample;
import skills.statistics.inference.Correlation;
import skills.statistics.inference.Crosstab;
import skills.statistics.inference.MultipleTesting;
import skills.statistics.inference.Omnibus;
import skills.statistics.inference.Paired;
import skills.statistics.inference.ShapiroWilk;
import skills.statistics.inference.TwoGroups;
import skills.statistics.linear.LinearModel;
import skills.statistics.logistic.LogisticModel;
import skills.statistics.missing.ChainedEquations;
import skills.statistics.missing.LeeBounds;
import skills.statistics.missing.Moments;
import skills.statistics.mixed.Gee;
import skills.statistics.mixed.MixedModel;
import skills.statistics.mixed.RepeatedMeasures;
import skills.statistics.power.ClusterPower;
import skills.statistics.power.TwoGroupPower;

/**
 * What cannot be answered is refused with a sentence; nothing runs on, nothing gives a bare NaN.
 */
@Timeout(60)
class BadInputTest {
    private static final double NONE = Double.NaN;
    private static final double[] NOTHING = {};
    private static final double[] SAME = {3, 3, 3, 3, 3, 3, 3, 3};
    private static final double[] MISSING = {NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE};
    private static final double[] HUGE = {1, 2, 1e300, 4, 5, 3, 2, 1};
    private static final double[] ENDLESS = {1, 2, Double.POSITIVE_INFINITY, 4, 5, 3, 2, 1};
    private static final double[] ONE = {2};
    private static final double[] GOOD = {1, 2, 4, 3, 5, 2, 6, 1};
    private static final double[] ZERO_ONE = {0, 1, 0, 1, 1, 0, 1, 0};
    private static final String[] GROUPS = {"a", "b", "a", "c", "b", "c", "a", "b"};

    /** Every method with one outcome, given every kind of useless outcome. */
    private static Map<String, java.util.function.Consumer<double[]>> methods() {
        Map<String, java.util.function.Consumer<double[]>> methods = new LinkedHashMap<>();
        methods.put(
                "two groups", y -> TwoGroups.compare(Sample.of("a", y), Sample.of("b", y), .95));
        methods.put("pairs", y -> Paired.of(y, y, .95));
        methods.put("correlation", y -> Correlation.of(y, y.length == 8 ? GOOD : y, .95));
        methods.put("omnibus", y -> Omnibus.of(List.of(Sample.of("a", y), Sample.of("b", GOOD))));
        methods.put("normality", y -> ShapiroWilk.of(Sample.of("a", y)));
        methods.put("pre-post", y -> PrePostControl.of(y, y, y, y));
        methods.put(
                "predictor",
                y -> LinearModel.fit(Design.of(8).numeric("x", y), GOOD).coefficients(.95));
        methods.put("logistic", y -> LogisticModel.fit(Design.of(8).numeric("x", y), ZERO_ONE));
        methods.put("yes or no", y -> LogisticModel.fit(Design.of(8).numeric("x", GOOD), y));
        methods.put(
                "mixed",
                y ->
                        MixedModel.randomIntercept(
                                Design.of(8).numeric("x", y),
                                GOOD,
                                GROUPS,
                                MixedModel.Method.REML));
        methods.put(
                "mixed outcome",
                y -> MixedModel.randomIntercept(Design.of(8), y, GROUPS, MixedModel.Method.REML));
        methods.put(
                "repeated",
                y ->
                        RepeatedMeasures.fit(
                                Design.of(8),
                                y,
                                new String[] {"p", "p", "q", "q", "r", "r", "s", "s"},
                                new String[] {"1", "2", "1", "2", "1", "2", "1", "2"},
                                .95));
        methods.put(
                "gee",
                y ->
                        Gee.fit(
                                Design.of(8).numeric("x", y),
                                GOOD,
                                GROUPS,
                                Gee.Link.IDENTITY,
                                Gee.Working.EXCHANGEABLE,
                                .95));
        methods.put("moments", y -> Moments.em(List.of("x", "y"), y, GOOD));
        methods.put(
                "imputation",
                y ->
                        new ChainedEquations(ChainedEquations.How.NORMAL, 2, 2, 1, 1)
                                .impute(Map.of("x", y, "y", GOOD)));
        methods.put("instrument", y -> Instrument.of(Design.of(8), GOOD, ZERO_ONE, y, .95));
        methods.put("propensity", y -> Propensity.of(Design.of(8).numeric("x", y), ZERO_ONE));
        methods.put(
                "balance",
                y ->
                        EntropyBalance.of(
                                Map.of("x", y),
                                new boolean[] {
                                    true, false, true, false, true, false, true, false
                                }));
        methods.put(
                "wild",
                y -> WildBootstrap.of(Design.of(8).numeric("x", y), GOOD, GROUPS, 1, 10, 1));
        methods.put(
                "classes", y -> Classes.of(Design.of(8).numeric("x", y), GOOD, GROUPS, ZERO_ONE));
        return methods;
    }

    @TestFactory
    Stream<DynamicTest> uselessValuesAreRefused() {
        Map<String, double[]> useless = new LinkedHashMap<>();
        useless.put("empty", NOTHING);
        useless.put("one value", ONE);
        useless.put("all the same", SAME);
        useless.put("all missing", MISSING);
        useless.put("1e300", HUGE);
        useless.put("infinite", ENDLESS);
        return methods().entrySet().stream()
                .flatMap(
                        m ->
                                useless.entrySet().stream()
                                        .map(
                                                u ->
                                                        DynamicTest.dynamicTest(
                                                                m.getKey() + ": " + u.getKey(),
                                                                () ->
                                                                        refused(
                                                                                () ->
                                                                                        m.getValue()
                                                                                                .accept(
                                                                                                        u
                                                                                                                .getValue())))));
    }

    private static void refused(Executable call) {
        assertThatThrownBy(call::execute)
                .isInstanceOf(Unusable.class)
                .satisfies(
                        e ->
                                assertThat(e.getMessage())
                                        .matches("(?s)[\\p{L}\\d].{15,}[.]")
                                        .doesNotContain("java"))
                .satisfies(e -> assertThat(((Unusable) e).reason()).isNotNull());
    }

    @Test
    void collinearPredictorsAreNamed() {
        double[] twice = Arrays.stream(GOOD).map(v -> 2 * v + 1).toArray();
        assertThatThrownBy(
                        () ->
                                LinearModel.fit(
                                        Design.of(8).numeric("a", GOOD).numeric("b", twice),
                                        ZERO_ONE))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("b follows exactly");
    }

    @Test
    void separationIsSaidBothWhole() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThatThrownBy(
                        () ->
                                LogisticModel.fit(
                                        Design.of(8).numeric("x", x),
                                        new double[] {0, 0, 0, 0, 1, 1, 1, 1}))
                .hasMessageContaining("Complete separation");
        double[] part = {0, 0, 0, 0, 0, 1, 1, 1};
        assertThatThrownBy(
                        () ->
                                LogisticModel.fit(
                                        Design.of(8).numeric("part", part),
                                        new double[] {0, 1, 0, 1, 0, 1, 1, 1}))
                .hasMessageContaining("Quasi-complete separation: part");
    }

    @Test
    void moreOfTheKind() {
        refused(
                () ->
                        LinearModel.fit(
                                Design.of(2)
                                        .numeric("a", new double[] {1, 2})
                                        .numeric("b", new double[] {2, 1}),
                                new double[] {1, 2}));
        refused(() -> Crosstab.of(new int[][] {{1, 2}, {0, 0}}));
        refused(() -> Crosstab.of(new int[][] {{1, -2}, {3, 4}}));
        refused(() -> Crosstab.of(new int[0][0]));
        refused(() -> Proportion.wilson(5, 0, .95));
        refused(() -> Proportion.wilson(6, 5, .95));
        refused(() -> MultipleTesting.HOLM.adjust(new double[] {.1, 1.2}));
        refused(() -> LeeBounds.of(MISSING, GOOD));
        refused(() -> new TwoGroupPower(1, 30, .05));
        refused(() -> new ClusterPower(2, 20, .1, .5));
        refused(() -> new ClusterPower(10, 20, 1.1, .5));
        refused(() -> new TwoGroupPower(20, 20, .05).minimumDetectable(.04));
        refused(() -> Design.of(8).factor("g", GROUPS, "z"));
        refused(() -> Design.of(8).numeric("x", GOOD).numeric("x", GOOD));
        refused(
                () ->
                        RepeatedMeasures.fit(
                                Design.of(8),
                                GOOD,
                                GROUPS,
                                new String[] {"1", "1", "1", "1", "1", "1", "1", "1"},
                                .95));
        refused(
                () ->
                        MixedModel.randomIntercept(
                                Design.of(3),
                                new double[] {1, 2, 4},
                                new String[] {"a", "b", "c"},
                                MixedModel.Method.REML));
    }

    @Test
    void groupsInAnyOrderGiveTheSame() {
        double[] y = {5, 3, 6, 2, 4, 1, 7, 3};
        int[] order = {3, 0, 7, 1, 6, 2, 5, 4};
        double[] moved = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        String[] groups = Arrays.stream(order).mapToObj(i -> GROUPS[i]).toArray(String[]::new);
        var a = MixedModel.randomIntercept(Design.of(8), y, GROUPS, MixedModel.Method.REML);
        var b = MixedModel.randomIntercept(Design.of(8), moved, groups, MixedModel.Method.REML);
        assertThat(a.logLikelihood())
                .isCloseTo(b.logLikelihood(), org.assertj.core.data.Offset.offset(1e-9));
    }
}
