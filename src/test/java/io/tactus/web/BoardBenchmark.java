package io.tactus.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whether the board stutters or grows: {@code ./tactus bench board [MINUTES]}. A demo with 500 simulated agents and a supervisor's board in
 * Chromium without a graphics card, all on one machine. Not run with the tests.
 */
class BoardBenchmark {
    private static final int MINUTES = Integer.getInteger("tactus.bench.minutes", 60);

    private static final String COUNT_FRAMES = """
            () => {
              const count = (window.frames = { drawn: 0, over50: 0, over100: 0, longest: 0 });
              let last = performance.now();
              const frame = (now) => {
                const gap = now - last;
                last = now;
                count.drawn++;
                if (gap > 50) count.over50++;
                if (gap > 100) count.over100++;
                if (gap > count.longest) count.longest = gap;
                requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
            }""";
    private static final String TAKE_FRAMES = """
            () => {
              const taken = { ...window.frames };
              Object.assign(window.frames, { drawn: 0, over50: 0, over100: 0, longest: 0 });
              return taken;
            }""";

    private long messages;
    private double events;

    @Test
    void board() throws IOException, InterruptedException {
        try (RunningDemo demo =
                RunningDemo.start("--agents", "500", "--mode", "predictive", "--campaign", "../campaigns/example")) {
            Page page = demo.logIn("supervisor");
            page.onWebSocket(socket -> socket.onFrameReceived(frame -> messages++));
            demo.go(page, "/floor");
            CDPSession browser = page.context().newCDPSession(page);
            browser.send("Performance.enable");
            // Until everybody has sat down and talks.
            page.waitForTimeout(120_000);
            page.evaluate(COUNT_FRAMES);
            row(
                    "minute",
                    "frames/s",
                    "over 50 ms",
                    "over 100 ms",
                    "longest ms",
                    "heap MB",
                    "nodes",
                    "events/s",
                    "pushes/s");
            eventsSince(demo);
            for (int minute = 1; minute <= MINUTES; minute++) {
                messages = 0;
                page.waitForTimeout(60_000);
                Map<?, ?> frames = (Map<?, ?>) page.evaluate(TAKE_FRAMES);
                double perSecond = eventsSince(demo) / 60;
                browser.send("HeapProfiler.collectGarbage");
                row(
                        minute,
                        number(frames, "drawn") / 60,
                        number(frames, "over50"),
                        number(frames, "over100"),
                        number(frames, "longest"),
                        metric(browser, "JSHeapUsedSize") / 1e6,
                        metric(browser, "Nodes"),
                        perSecond,
                        messages / 60.0);
            }
        }
    }

    /** Events of the telephony node since the last time. */
    private double eventsSince(RunningDemo demo) {
        String metrics = demo.rest("admin").get("/q/metrics").text();
        Matcher line = Pattern.compile("(?m)^tactus_telephony_events_total\\S* (\\S+)$")
                .matcher(metrics);
        double now = 0;
        while (line.find()) {
            now += Double.parseDouble(line.group(1));
        }
        double since = now - events;
        events = now;
        return since;
    }

    private static double metric(CDPSession browser, String name) {
        JsonObject answer = browser.send("Performance.getMetrics");
        for (var each : answer.getAsJsonArray("metrics")) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new PlaywrightException("Chromium knows no " + name);
    }

    private static double number(Map<?, ?> map, String name) {
        return ((Number) map.get(name)).doubleValue();
    }

    private static void row(Object... values) {
        StringBuilder row = new StringBuilder();
        for (Object value : values) {
            row.append(
                    value instanceof Double number
                            ? String.format(Locale.ROOT, "%12.1f", number)
                            : String.format("%12s", value));
        }
        System.out.println(row);
    }
}
