package io.tactus.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Lighthouse's figures of the production build: {@code ./tactus bench pages}. It is fetched by npx. Not run with the tests. */
class PagesBenchmark {
    private static final String LIGHTHOUSE = "lighthouse@12.8.2";

    @Test
    void pages() throws IOException, InterruptedException {
        System.out.printf(
                "%-28s %6s %8s %8s %8s %8s %8s%n", "page", "score", "FCP ms", "LCP ms", "TBT ms", "CLS", "kB");
        try (RunningDemo demo = RunningDemo.start(1)) {
            measure(demo, "", "/");
            measure(demo, "agent", "/desk");
            measure(demo, "supervisor", "/floor");
            measure(demo, "manager", "/campaigns");
            measure(demo, "manager", "/leads");
        }
    }

    private static void measure(RunningDemo demo, String user, String path) throws IOException, InterruptedException {
        Path report = Path.of("target", "lighthouse.json").toAbsolutePath();
        Files.deleteIfExists(report);
        ProcessBuilder lighthouse = new ProcessBuilder(
                "npx",
                "--yes",
                LIGHTHOUSE,
                demo.address() + path,
                "--preset=desktop",
                "--only-categories=performance",
                "--chrome-flags=--headless=new --no-sandbox",
                "--extra-headers={\"Cookie\":\"" + (user.isEmpty() ? "" : cookies(demo, user)) + "\"}",
                "--output=json",
                "--output-path=" + report,
                "--quiet");
        lighthouse.environment().put("CHROME_PATH", "/usr/bin/chromium");
        Path log = Path.of("target", "lighthouse.log");
        int end = lighthouse
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(end).as("Lighthouse ended, see %s", log).isZero();
        JsonPath figures = JsonPath.from(Files.readString(report));
        System.out.printf(
                Locale.ROOT,
                "%-28s %6.0f %8.0f %8.0f %8.0f %8.3f %8.0f%n",
                user.isEmpty() ? "log-in" : user + " " + path,
                100 * figures.getDouble("categories.performance.score"),
                value(figures, "first-contentful-paint"),
                value(figures, "largest-contentful-paint"),
                value(figures, "total-blocking-time"),
                value(figures, "cumulative-layout-shift"),
                value(figures, "total-byte-weight") / 1_000);
        assertThat(figures.getString("finalDisplayedUrl"))
                .as("the page that was measured")
                .endsWith(path);
    }

    private static double value(JsonPath figures, String audit) {
        return figures.getDouble("audits.'" + audit + "'.numericValue");
    }

    private static String cookies(RunningDemo demo, String user) {
        JsonPath state = JsonPath.from(demo.rest(user).storageState());
        StringBuilder cookies = new StringBuilder();
        for (int i = 0; i < state.getList("cookies").size(); i++) {
            cookies.append(state.getString("cookies[" + i + "].name"))
                    .append('=')
                    .append(state.getString("cookies[" + i + "].value"))
                    .append("; ");
        }
        return cookies.toString().replaceAll("; $", "");
    }
}
