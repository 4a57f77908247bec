package skills.statistics.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ./skills bench statistics: seconds of each heavy method, under JMH and beside R, in
 * bench/results/statistics.json. Not part of the tests. {@code -Dskills.bench=mixed} takes only the
 * rows whose name begins so, and writes no file.
 */
class StatisticsBench {

    @Test
    void heavyMethods() throws IOException, InterruptedException, RunnerException {
        String some = System.getProperty("skills.bench", "");
        List<Task> tasks =
                Tasks.names().stream().filter(n -> n.startsWith(some)).map(Tasks::of).toList();
        double loadBefore = load();
        InR r = InR.run(tasks);
        Map<String, Object> rows = new LinkedHashMap<>();
        System.out.printf(
                "%n%-26s %10s %10s %8s %10s %12s%n",
                "row", "ours", "R", "ratio", "processor", "difference");
        for (Task task : tasks) rows.put(task.name(), row(task, r));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", LocalDate.now().toString());
        all.put("machine", machine());
        all.put("loadBefore", loadBefore);
        all.put("loadAfter", load());
        all.put("r", r.versions());
        all.put(
                "how",
                "ours: JMH, a JVM for each row, 6 warm-up and 5 measured iterations of a second, median of their means; R: median of warm runs of one process; both in seconds of the clock, one after the other. Processor: seconds of processor time, which other work on the machine stretches little. difference: largest between the results, as a share of R's where that is above .01; drawn: they rest on different random numbers");
        all.put("rows", rows);
        if (some.isEmpty())
            Files.writeString(
                    Path.of("..", "bench", "results", "statistics.json"),
                    JsonMapper.builder()
                                    .build()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(all)
                            + "\n");
    }

    /**
     * @param processor seconds of the measuring thread
     */
    private record Time(double seconds, double processor) {}

    private static Map<String, Object> row(Task task, InR r) throws RunnerException {
        Time time = time(task);
        double ours = time.seconds();
        InR.Result other = r.results().get(task.inR());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", task.what());
        row.put("threads", task.threads());
        row.put("ours", rounded(ours));
        row.put("r", other == null ? null : rounded(other.seconds()));
        row.put("ratioToR", other == null ? null : rounded(ours / other.seconds()));
        if (task.threads() == 1) {
            row.put("oursProcessor", rounded(time.processor()));
            row.put("rProcessor", other == null ? null : rounded(other.processor()));
            row.put(
                    "ratioOfProcessor",
                    other == null ? null : rounded(time.processor() / other.processor()));
        }
        if (task.alone() != null) row.put("alone", task.alone());
        double difference = Double.NaN;
        if (other != null) {
            difference = other.difference(task.work().get());
            row.put("difference", rounded(difference));
            if (task.near() > .01) row.put("drawn", true);
        }
        System.out.printf(
                "%-26s %10.5f %10s %8s %10s %12s%s%n",
                task.name(),
                ours,
                other == null ? "-" : "%.5f".formatted(other.seconds()),
                other == null ? "-" : "%.3f".formatted(ours / other.seconds()),
                other == null || task.threads() > 1
                        ? "-"
                        : "%.3f".formatted(time.processor() / other.processor()),
                other == null ? "-" : "%.1e".formatted(difference),
                difference > task.near() ? "  NOT THE SAME" : "");
        return row;
    }

    private static Time time(Task task) throws RunnerException {
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include(HeavyMethods.class.getName())
                                        .param("task", task.name())
                                        .mode(Mode.AverageTime)
                                        .timeUnit(TimeUnit.SECONDS)
                                        .forks(1)
                                        .warmupIterations(6)
                                        .warmupTime(TimeValue.seconds(1))
                                        .measurementIterations(5)
                                        .measurementTime(TimeValue.seconds(1))
                                        .verbosity(VerboseMode.SILENT)
                                        .shouldFailOnError(true)
                                        .build())
                        .run();
        RunResult result = results.iterator().next();
        var counted = result.getSecondaryResults();
        return new Time(
                result.getPrimaryResult().getStatistics().getPercentile(50),
                counted.get("nanoseconds").getScore() / counted.get("calls").getScore() / 1e9);
    }

    private static double load() {
        return rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static Map<String, Object> machine() throws IOException {
        Map<String, Object> machine = new LinkedHashMap<>();
        List<String> models = new ArrayList<>();
        Path cpu = Path.of("/proc/cpuinfo");
        if (Files.exists(cpu))
            for (String line : Files.readAllLines(cpu))
                if (line.startsWith("model name")) models.add(line.replaceAll(".*:\\s*", ""));
        machine.put(
                "processor", models.isEmpty() ? System.getProperty("os.arch") : models.getFirst());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("java", Runtime.version().toString());
        machine.put("jmh", "1.37");
        return machine;
    }

    /** Four digits. */
    private static double rounded(double value) {
        return Double.isFinite(value)
                ? new java.math.BigDecimal(value).round(new java.math.MathContext(4)).doubleValue()
                : value;
    }
}
