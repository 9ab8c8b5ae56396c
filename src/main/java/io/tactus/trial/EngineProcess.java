package io.tactus.trial;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An engine in a process of its own, started from the same jar as this one. */
final class EngineProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private EngineProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it. @param prefix words before the java command, for example those that pin it to a core */
    static EngineProcess start(List<String> prefix, String heap, Map<String, String> properties, Path log)
            throws IOException {
        int port = freePort();
        List<String> words = new ArrayList<>(prefix);
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.add("-Xmx" + heap);
        words.add("-XX:+UseCompactObjectHeaders");
        words.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        properties.forEach((name, value) -> words.add("-D" + name + "=" + value));
        words.add("-Dquarkus.http.port=" + port);
        words.add("-jar");
        words.add(System.getProperty("java.class.path"));
        words.add("run");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new EngineProcess(process, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Address of its web page. */
    String base() {
        return "http://127.0.0.1:" + port;
    }

    ProcessHandle.Info info() {
        return process.toHandle().info();
    }

    /** Waits until the floor runs in it. */
    void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "the engine ended with code " + process.exitValue() + " while starting");
            }
            if (health().contains("\"dialling\": \"allowed\"") && health().contains("\": \"up\"")) {
                return;
            }
            Waiting.millis(50);
        }
        throw new IllegalStateException("the engine was not ready within " + START_LIMIT);
    }

    /** What readiness says; empty when nothing answers. */
    String health() {
        return get("/q/health/ready");
    }

    /** The page at this path; empty when nothing answers. */
    String get(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Live data after the last full collection if there was one, else all that is in use, as the engine's own metrics say. */
    double heapMegabytes() {
        String metrics = get("/q/metrics");
        Matcher live = Pattern.compile("(?m)^jvm_gc_live_data_size_bytes\\S* ([0-9.E]+)")
                .matcher(metrics);
        Matcher used = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\} ([0-9.E]+)")
                .matcher(metrics);
        double bytes = 0;
        while (used.find()) {
            bytes += Double.parseDouble(used.group(1));
        }
        if (live.find() && Double.parseDouble(live.group(1)) > 0) {
            bytes = Double.parseDouble(live.group(1));
        }
        return bytes / 1e6;
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        join();
    }

    /** A polite end. */
    void stop() {
        process.destroy();
        join();
    }

    /** Ends it if it still lives, so that a trial that fails leaves nothing behind. */
    @Override
    public void close() {
        stop();
    }

    private void join() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the engine process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
