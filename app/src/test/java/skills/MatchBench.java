package skills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import skills.matching.MatchTrial;
import skills.platform.Progress;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./skills bench match}: the whole application on a database of its own. */
public final class MatchBench {

    private static final long SEED = 20261125;

    private MatchBench() {}

    /** {@code FILE --n N [--persons N] [--texts FILE]}. */
    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args, Set.of("--n", "--persons", "--texts"), Set.of());
        Path file = Path.of(options.rest().getFirst());
        int n = Integer.parseInt(options.get("--n", "10000"));
        int persons = Integer.parseInt(options.get("--persons", "200"));
        String texts = options.get("--texts", "");
        Path scratch = Files.createTempDirectory("skills-match");
        Map<String, Object> figures = new LinkedHashMap<>();
        var folder = new DataFolder(scratch);
        try (Database database = Database.start(folder);
                var context =
                        RunCommand.application(
                                folder, database, TrainCommand.freePort(), false, true)) {
            figures.put("date", LocalDate.now().toString());
            figures.put("machine", machine());
            // What else ran: with more than there are processors, times on the clock say little.
            figures.put(
                    "loadAtStart",
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                            .getSystemLoadAverage());
            figures.put("seed", SEED);
            figures.put("realSentences", !texts.isEmpty());
            figures.putAll(
                    new MatchTrial(context, Progress.onStderr())
                            .run(
                                    n,
                                    persons,
                                    SEED,
                                    texts.isEmpty() ? null : Path.of(texts),
                                    scratch));
        } finally {
            delete(scratch);
        }
        write(file, n, figures);
        System.exit(0);
    }

    /** Each size keeps its newest figures. */
    private static void write(Path file, int n, Map<String, Object> figures) throws Exception {
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Map<String, Object> all = new LinkedHashMap<>();
        if (Files.exists(file))
            json.readTree(Files.readString(file))
                    .properties()
                    .forEach(e -> all.put(e.getKey(), e.getValue()));
        all.put(Integer.toString(n), figures);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json.writeValueAsString(all) + "\n");
        System.out.println(JsonMapper.shared().writeValueAsString(figures));
    }

    private static String machine() throws Exception {
        Path cpu = Path.of("/proc/cpuinfo");
        String model =
                !Files.exists(cpu)
                        ? System.getProperty("os.arch")
                        : Files.readAllLines(cpu).stream()
                                .filter(l -> l.startsWith("model name"))
                                .map(l -> l.substring(l.indexOf(':') + 1).strip())
                                .findFirst()
                                .orElse(System.getProperty("os.arch"));
        return model
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors, Java "
                + Runtime.version().feature()
                + ", "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB for Java";
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
    }
}
