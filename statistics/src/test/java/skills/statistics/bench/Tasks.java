package skills.statistics.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All rows of the bench, each made when it is asked for. */
final class Tasks {
    private static final Map<String, Function<String, Task>> ALL = new LinkedHashMap<>();
    private static final double SAME = 1e-3;

    /** R's psych stops its search for a correlation at about four digits. */
    private static final double ROUGH = 5e-3;

    private static final double CHANCE = .15;
    private static final String NO_PACKAGE = "no Debian package of R has it";

    private Tasks() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static Task of(String name) {
        return ALL.get(name).apply(name);
    }

    /**
     * @param work of the data and the threads
     */
    private record Method(
            String name,
            String what,
            double near,
            @Nullable String alone,
            Work work,
            int... threads) {

        Method on(String data, String size, Supplier<Frame> frame) {
            for (int t : threads.length == 0 ? new int[] {1} : threads)
                ALL.put(
                        name + "/" + data + (t == 1 ? "" : "/" + t),
                        key -> {
                            Frame d = frame.get();
                            return new Task(
                                    key, what + ", " + size, d, t, work.on(d, t), near, alone);
                        });
            return this;
        }
    }

    /** Prepares what is not measured, and gives what is. */
    @FunctionalInterface
    interface Work {
        Supplier<double[]> on(Frame data, int threads);
    }

    private static SimulatedData simulated() {
        return new SimulatedData();
    }

    static {
        new Method("mixed", "mixed model, Satterthwaite", SAME, null, Works::mixed)
                .on("reference", "108 rows, 27 persons", RealData::orthodont)
                .on(
                        "simulated",
                        "10,000 rows, 500 groups",
                        () -> simulated().grouped(10_000, 500, 0));
        new Method(
                        "slopes",
                        "mixed model with random slopes, Satterthwaite",
                        SAME,
                        null,
                        Works::slopes)
                .on("reference", "108 rows, 27 persons", RealData::orthodont)
                .on(
                        "simulated",
                        "10,000 rows, 500 groups",
                        () -> simulated().grouped(10_000, 500, .4));
        new Method("kenwardroger", "mixed model, Kenward-Roger", SAME, null, Works::kenwardRoger)
                .on("reference", "108 rows, 27 persons", RealData::orthodont)
                .on("simulated", "2,000 rows, 100 groups", () -> simulated().grouped(2000, 100, 0));
        new Method("mmrm", "MMRM, free covariance of four visits", SAME, null, Works::mmrm)
                .on("reference", "27 persons", RealData::orthodontVisits)
                .on("simulated", "500 persons, a fifth missing", () -> simulated().visits(500));
        new Method("gee", "GEE, logit, exchangeable", SAME, null, Works::gee)
                .on("reference", "444 answers of 111 persons", RealData::respiratory)
                .on(
                        "simulated",
                        "10,000 answers of 2,000 persons",
                        () -> simulated().repeated(2000));
        new Method("cr2", "regression, CR2 with Satterthwaite", SAME, null, Works::cr2)
                .on("reference", "pupils of 211 schools", RealData::schools)
                .on(
                        "simulated",
                        "5,000 rows, 100 clusters",
                        () -> simulated().grouped(5000, 100, 0));
        new Method("onefactor", "one factor, maximum likelihood", SAME, null, Works::oneFactor)
                .on("reference", "5 items, 2,694 persons", RealData::neuroticism)
                .on(
                        "simulated",
                        "12 items, 10,000 persons",
                        () -> simulated().items(10_000, 12, false));
        new Method("invariance", "two groups, configural to strict", SAME, null, Works::invariance)
                .on("reference", "5 items, 2,694 persons", RealData::neuroticism)
                .on("simulated", "8 items, 4,000 persons", () -> simulated().items(4000, 8, false));
        new Method("wlsmv", "one factor behind categories, WLSMV", SAME, null, Works::wlsmv)
                .on("reference", "5 items, 2,694 persons", RealData::neuroticism)
                .on(
                        "simulated",
                        "10 items, 5,000 persons",
                        () -> simulated().items(5000, 10, true));
        new Method("polychoric", "polychoric correlations", ROUGH, null, Works::polychoric)
                .on("reference", "25 items, 2,436 persons", RealData::allItems)
                .on(
                        "simulated",
                        "10 items, 5,000 persons",
                        () -> simulated().items(5000, 10, true));
        new Method("reliability", "alpha, items left out in turn", SAME, null, Works::reliability)
                .on("reference", "5 items, 2,694 persons", RealData::neuroticism)
                .on(
                        "simulated",
                        "12 items, 10,000 persons",
                        () -> simulated().items(10_000, 12, true));
        new Method("graded", "graded response", SAME, NO_PACKAGE, Works::graded)
                .on("reference", "4 items, 392 persons", RealData::science)
                .on("simulated", "20 items, 10,000 persons", () -> simulated().graded(10_000, 20));
        new Method(
                        "adaptive",
                        "adaptive test to error .3, 1,000 simulated persons",
                        SAME,
                        NO_PACKAGE,
                        Works::adaptive)
                .on("reference", "bank of 30 items", RealData::science);
        new Method(
                        "imputation",
                        "imputation, m = 50, 10 rounds, normal",
                        CHANCE,
                        null,
                        Works::imputation,
                        1,
                        2)
                .on(
                        "reference",
                        "5 measures of the pupils of 60 schools",
                        () -> RealData.pupils(60))
                .on("simulated", "6 measures, 1,000 persons", () -> simulated().gaps(1000, 6));
        new Method(
                        "matching",
                        "imputation, m = 50, 10 rounds, mean matching",
                        CHANCE,
                        null,
                        Works::matching,
                        1,
                        2)
                .on(
                        "reference",
                        "5 measures of the pupils of 60 schools",
                        () -> RealData.pupils(60))
                .on("simulated", "6 measures, 1,000 persons", () -> simulated().gaps(1000, 6));
        new Method("fiml", "regression, full information", SAME, null, Works::fiml)
                .on(
                        "reference",
                        "5 measures of the pupils of 100 schools",
                        () -> RealData.pupils(100))
                .on("simulated", "6 measures, 5,000 persons", () -> simulated().gaps(5000, 6));
        new Method(
                        "bootstrap",
                        "2,000 bootstraps of a regression coefficient",
                        CHANCE,
                        null,
                        Works::bootstrap,
                        1,
                        2)
                .on("reference", "71 persons", RealData::study)
                .on("simulated", "1,000 persons", () -> simulated().trial(1000));
        new Method("wild", "wild cluster bootstrap", CHANCE, null, Works::wild)
                .on("reference", "71 persons, 5 classes, all 32 patterns", RealData::study)
                .on(
                        "simulated",
                        "400 persons, 20 classes, 2,000 draws",
                        () -> simulated().trial(400));
        new Method("permutation", "exact permutation of classes", SAME, null, Works::permutation)
                .on("reference", "5 classes, 10 allocations", RealData::study)
                .on("simulated", "20 classes, 184,756 allocations", () -> simulated().trial(400));
        new Method(
                        "instrument",
                        "2SLS with first stage and Anderson-Rubin set",
                        SAME,
                        null,
                        Works::instrument)
                .on("reference", "71 persons", RealData::study)
                .on("simulated", "10,000 persons", () -> simulated().trial(10_000));
        new Method(
                        "analysis",
                        "default analysis, four outcomes, m = 50, 2,000 bootstraps",
                        SAME,
                        "a chain of many methods, some without a package",
                        Works::analysis,
                        1,
                        2)
                .on("reference", "the simulated study, 143 persons", RealData::study);
    }
}
