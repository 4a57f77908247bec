package skills.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import skills.evaluation.advice.Advice;
import skills.evaluation.analysis.Analysis;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Expectations;
import skills.evaluation.reference.Original;
import skills.statistics.Progress;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Not a test by name: {@code ./skills bench study} runs it and writes bench/results/study.json. */
class StudyBench {

    private static final int STUDIES = Integer.getInteger("skills.bench.studies", 1000);

    @Test
    void aThousandStudiesWithAndWithoutAnEffect() throws Exception {
        long start = System.nanoTime();
        Trial.Counts without = Trial.run(STUDIES, false, 1);
        Trial.Counts with = Trial.run(STUDIES, true, 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        Advice advice = Advice.of(Trial.PLAN);
        double power = advice.power();
        Map<String, Object> methods = new LinkedHashMap<>();
        for (String method : without.rejected.keySet()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("rejectedWithoutEffect", without.rejected(method));
            row.put("keepsItsLevel", without.rejected(method) <= .05 + 2 * without.error(.05));
            row.put("rejectedWithEffect", with.rejected(method));
            row.put("asPlanned", Math.abs(with.rejected(method) - power) <= 2 * with.error(power));
            if (without.held.containsKey(method)) {
                row.put("heldWithoutEffect", without.held(method));
                row.put("heldWithEffect", with.held(method));
                row.put(
                        "coversAtItsRate",
                        Math.min(without.held(method), with.held(method))
                                >= .95 - 2 * with.error(.95));
            }
            methods.put(method, row);
        }
        Expectations e = Trial.PLAN.expectations();
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("classes", e.classes());
        plan.put("persons", e.persons());
        plan.put("icc", e.icc());
        plan.put("correlation", e.correlation());
        plan.put("response", e.response());
        plan.put("users", e.users());
        plan.put("effect", Trial.PLAN.primary().getFirst().smallestOfInterest());
        plan.put("level", Trial.PLAN.analysis().alpha());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("what", "made-up studies analysed by the code for real ones");
        result.put("date", LocalDate.now().toString());
        result.put(
                "machine",
                "%s, Java %s, %d processors"
                        .formatted(
                                System.getProperty("os.arch"),
                                Runtime.version().feature(),
                                Runtime.getRuntime().availableProcessors()));
        result.put(
                "studies", new TreeMap<>(Map.of("withoutEffect", STUDIES, "withEffect", STUDIES)));
        result.put("seconds", Math.round(seconds));
        result.put("plan", plan);
        result.put("plannedPower", power);
        result.put("plannedMinimumDetectable", advice.minimumDetectable());
        result.put(
                "bounds",
                new TreeMap<>(
                        Map.of(
                                "mostRejectedWithoutEffect",
                                .05 + 2 * without.error(.05),
                                "powerFrom",
                                power - 2 * with.error(power),
                                "powerTo",
                                power + 2 * with.error(power),
                                "leastHeld",
                                .95 - 2 * with.error(.95))));
        result.put("methods", methods);
        result.put("wholeAnalysis", whole());
        Path file = Path.of("..", "bench", "results", "study.json");
        Files.writeString(
                file,
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(result)
                        + "\n");
        assertThat(without.rejected("leading result"))
                .isLessThanOrEqualTo(.05 + 2 * without.error(.05));
    }

    /** The whole default analysis, five times each: milliseconds, the best and the middle one. */
    private static Map<String, Object> whole() {
        Map<String, Object> took = new LinkedHashMap<>();
        took.put(
                "original, 143 persons in 5 classes, outcomes: 4, imputations: 50",
                fiveTimes(Original.data()));
        took.put(
                "%d persons in %d classes, outcomes: %d, imputations: %d"
                        .formatted(
                                Trial.PLAN.expectations().persons(),
                                Trial.PLAN.expectations().classes(),
                                Trial.PLAN.outcomes().size(),
                                Trial.PLAN.analysis().imputations()),
                fiveTimes(SimulatedStudies.of(Trial.PLAN).draw(true, 1)));
        return took;
    }

    private static Map<String, Long> fiveTimes(StudyData data) {
        long[] millis = new long[5];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            Analysis.of(data, Progress.NONE);
            millis[i] = (System.nanoTime() - start) / 1_000_000;
        }
        Arrays.sort(millis);
        return new TreeMap<>(Map.of("bestMs", millis[0], "medianMs", millis[2]));
    }
}
