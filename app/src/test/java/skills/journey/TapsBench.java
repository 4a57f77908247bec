package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skills.Chromium;
import skills.trials.OwnProcess;

/**
 * Both questionnaires on the application as it is shipped. Not among the tests: {@code ./skills
 * bench taps} runs it and writes bench/results/taps.json.
 */
class TapsBench {

    private static final int ROUNDS = 2;

    @Test
    void measures() throws Exception {
        int port = Integer.getInteger("skills.bench.port", 8099);
        Taps statements = Taps.none();
        Taps choices = Taps.none();
        try (var application = new OwnProcess(Path.of("target/trials/taps"), port).fresh();
                var playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            application.start("--no-demo");
            var browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(Chromium.path())
                                            .setArgs(List.of("--no-sandbox", "--disable-quic")));
            String origin = application.origin();
            // What a fresh start still has to warm up is not what a tap takes.
            Taps.measure(browser, origin, "how-i-work", 4);
            for (int round = 0; round < ROUNDS; round++) {
                statements =
                        statements.with(
                                Taps.measure(browser, origin, "how-i-work", Integer.MAX_VALUE));
                choices =
                        choices.with(
                                Taps.measure(browser, origin, "what-drives-me", Integer.MAX_VALUE));
            }
            write(statements, choices, browser.version());
        }
        assertThat(statements.with(choices).p95()).isLessThanOrEqualTo(100);
    }

    private static void write(Taps statements, Taps choices, String chromium) throws Exception {
        String json =
                String.format(
                        Locale.ROOT,
                        """
                        {
                          "date": "%s",
                          "machine": "%s, %d processors",
                          "load_average": %.1f,
                          "chromium": "%s",
                          "processor_slower": %d,
                          "round_trip_ms": %d,
                          "kbit_per_second": %d,
                          "ms_between_taps": %d,
                          "statements": %s,
                          "choices": %s,
                          "together": %s
                        }
                        """,
                        LocalDate.now(),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        chromium,
                        Taps.CPU_SLOWER,
                        Taps.ROUND_TRIP_MS,
                        Taps.KBIT,
                        Taps.PACE,
                        json(statements),
                        json(choices),
                        json(statements.with(choices)));
        Path results = Path.of("../bench/results/taps.json");
        Files.createDirectories(results.getParent());
        Files.writeString(results, json);
        System.out.print(json);
    }

    private static String json(Taps taps) {
        return String.format(
                Locale.ROOT,
                "{\"taps\": %d, \"ms_p50\": %.0f, \"ms_p95\": %.0f, \"ms_max\": %.0f, \"drawings\": %d, \"drawings_late\": %d}",
                taps.milliseconds().size(),
                taps.p50(),
                taps.p95(),
                taps.max(),
                taps.scenes(),
                taps.scenesLate());
    }

    private static String processor() throws Exception {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) return System.getProperty("os.arch");
        return Files.readAllLines(info).stream()
                .filter(l -> l.startsWith("model name"))
                .map(l -> l.substring(l.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
