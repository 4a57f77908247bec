package skills.trials;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.Chromium;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shipped queue.js in virtual time, in the browser it is made for. As a program it runs ten
 * thousand trials and writes what came of them: {@code ./skills bench queue}.
 */
final class QueueTrials {

    private static final int MANY = 10_000;
    private static final int BATCH = 250;
    private static final int SEED = 20261125;

    private QueueTrials() {}

    /**
     * @return sums over the trials by name; {@code faults} is a list of sentences
     */
    static Map<String, Object> run(int count) throws IOException {
        return run(count, resource("/static/queue.js"));
    }

    static Map<String, Object> run(int count, String script) throws IOException {
        try (Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Page page = page(playwright, script);
            Map<String, Object> total = new LinkedHashMap<>();
            for (int done = 0; done < count; done += BATCH) {
                Object one =
                        page.evaluate(
                                "async ([n, seed]) => (await import('/queue-trials.js')).trials(n, seed)",
                                List.of(Math.min(BATCH, count - done), SEED + done));
                ((Map<?, ?>) one)
                        .forEach((k, v) -> total.merge((String) k, v, QueueTrials::together));
            }
            return total;
        }
    }

    private static Object together(Object a, Object b) {
        if (a instanceof List<?> x && b instanceof List<?> y)
            return java.util.stream.Stream.concat(x.stream(), y.stream()).limit(20).toList();
        return ((Number) a).longValue() + ((Number) b).longValue();
    }

    private static Page page(Playwright playwright, String script) throws IOException {
        var browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Chromium.path())
                                        .setArgs(List.of("--no-sandbox", "--disable-quic")));
        Page page = browser.newPage();
        page.setDefaultTimeout(0);
        Map<String, String> files =
                Map.of(
                        "/",
                        "<!doctype html><title>queue</title>",
                        "/queue.js",
                        script,
                        "/queue-trials.js",
                        resource("/trials/queue-trials.js"));
        page.route(
                "http://queue.test/**",
                route -> {
                    String path = java.net.URI.create(route.request().url()).getPath();
                    if (!files.containsKey(path)) {
                        route.abort();
                        return;
                    }
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setContentType(
                                            path.equals("/") ? "text/html" : "text/javascript")
                                    .setBody(files.get(path)));
                });
        page.navigate("http://queue.test/");
        return page;
    }

    static String resource(String name) throws IOException {
        try (var in = QueueTrials.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Argument: the folder for the result. */
    public static void main(String[] args) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("date", LocalDate.now().toString());
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put("seed", SEED);
        long start = System.nanoTime();
        result.putAll(run(MANY));
        result.put("seconds", Math.round((System.nanoTime() - start) / 1e9));
        String json =
                JsonMapper.builder()
                                .build()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(result)
                        + "\n";
        Files.createDirectories(Path.of(args[0]));
        Files.writeString(Path.of(args[0], "queue.json"), json);
        System.out.print(json);
        if (!((List<?>) result.get("faults")).isEmpty())
            throw new AssertionError("faults: " + result.get("faults"));
    }
}
