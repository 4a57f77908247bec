package skills.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From a finger that leaves the screen to the next question on it, on a slow phone with a slow
 * connection: a processor four times slower than this machine's, 400 ms there and back, 400 kbit/s.
 * Without the service worker, so that every drawing comes over that connection.
 *
 * @param milliseconds of each tap that led to a next question, from the shortest to the longest
 * @param scenes how many of those questions had a drawing
 * @param scenesLate drawings that were not there yet when the question was painted
 */
record Taps(List<Double> milliseconds, int scenes, int scenesLate) {

    static final int CPU_SLOWER = 4;
    static final int ROUND_TRIP_MS = 400;
    static final int KBIT = 400;

    /** Between two taps, in milliseconds: a quick reader. */
    static final int PACE = 900;

    /** After the frame in which the question changed; the time of the tap is the browser's own. */
    private static final String STOPWATCH =
            """
            window.taps = []; window.scenes = 0; window.late = 0;
            addEventListener("pointerup", e => { window.tapped = e.timeStamp; }, true);
            addEventListener("DOMContentLoaded", () => {
              const which = document.querySelector("#item .eyebrow");
              if (!which) return;
              new MutationObserver(() => requestAnimationFrame(() => {
                const after = new MessageChannel();
                after.port1.onmessage = () => {
                  if (!window.tapped) return;
                  window.taps.push(performance.now() - window.tapped);
                  window.tapped = 0;
                  const image = document.querySelector("#item .scene img");
                  if (image) { window.scenes++; if (!image.complete) window.late++; }
                };
                after.port2.postMessage(0);
              })).observe(which, {childList: true, characterData: true, subtree: true});
            });
            """;

    Taps {
        milliseconds = milliseconds.stream().sorted().toList();
    }

    double p50() {
        return milliseconds.get(milliseconds.size() / 2);
    }

    double p95() {
        return milliseconds.get((int) Math.ceil(milliseconds.size() * 0.95) - 1);
    }

    double max() {
        return milliseconds.getLast();
    }

    Taps with(Taps other) {
        List<Double> both = new ArrayList<>(milliseconds);
        both.addAll(other.milliseconds);
        return new Taps(both, scenes + other.scenes, scenesLate + other.scenesLate);
    }

    /** One person who answers the whole questionnaire, or its first so many questions. */
    static Taps measure(Browser browser, String origin, String questionnaire, int most) {
        try (BrowserContext phone =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(360, 740)
                                .setDeviceScaleFactor(2)
                                .setHasTouch(true)
                                .setIsMobile(true)
                                .setLocale("nl-NL")
                                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                                .setBaseURL(origin))) {
            Page page = phone.newPage();
            page.addInitScript(STOPWATCH);
            Sign.guest(page);
            page.navigate("/questions/" + questionnaire);
            page.locator("main .btn").click();
            page.waitForURL("**/questions/*-*/1");
            slow(phone.newCDPSession(page));
            page.waitForSelector("body.quick");
            page.waitForTimeout(2000);
            boolean choice = page.locator(".bw").count() > 0;
            int total = Math.min(most, page.locator(".track i").count());
            for (int q = 1; q < total; q++) {
                page.waitForTimeout(PACE);
                if (choice) {
                    tap(page, ".bw tbody tr:nth-child(" + (1 + q % 4) + ") td:last-child label");
                    page.waitForTimeout(PACE);
                    tap(page, ".bw tbody tr:nth-child(" + (1 + (q + 1) % 4) + ") .min label");
                } else tap(page, "#item .tile:nth-child(" + (1 + q % 5) + ")");
                page.waitForFunction("n => window.taps.length >= n", q);
            }
            List<Double> taken = new ArrayList<>();
            ((List<?>) page.evaluate("window.taps"))
                    .forEach(ms -> taken.add(((Number) ms).doubleValue()));
            return new Taps(
                    taken,
                    ((Number) page.evaluate("window.scenes")).intValue(),
                    ((Number) page.evaluate("window.late")).intValue());
        }
    }

    /** Nothing yet. */
    static Taps none() {
        return new Taps(Collections.emptyList(), 0, 0);
    }

    private static void tap(Page page, String where) {
        var box = page.locator(where).first().boundingBox();
        page.evaluate("window.tapped = 0");
        page.touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
    }

    private static void slow(CDPSession cdp) {
        JsonObject cpu = new JsonObject();
        cpu.addProperty("rate", CPU_SLOWER);
        cdp.send("Emulation.setCPUThrottlingRate", cpu);
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", ROUND_TRIP_MS);
        network.addProperty("downloadThroughput", KBIT * 1000 / 8);
        network.addProperty("uploadThroughput", KBIT * 1000 / 8);
        cdp.send("Network.enable");
        cdp.send("Network.emulateNetworkConditions", network);
    }
}
