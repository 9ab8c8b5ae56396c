package io.tactus.telephony.asterisk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Headless Chromium with JsSIP in a page: registers at Asterisk's WebSocket and picks up whatever rings. Its microphone beeps. */
final class BrowserPhone implements AutoCloseable {
    private static final Path WEB = Path.of("main/webui");
    private static final Path BUNDLER = WEB.resolve("node_modules/.bin/rolldown");

    private final HttpServer server = serve(Map.of("/phone.html", read("/phone/phone.html"), "/jssip.js", library()));
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--use-fake-ui-for-media-stream",
                            "--use-fake-device-for-media-stream",
                            "--allow-loopback-in-peer-connection",
                            "--disable-features=WebRtcHideLocalIpsWithMdns",
                            "--autoplay-policy=no-user-gesture-required")));

    private Page page;

    /** What went over the line since it stands. @param heard energy of the sound received @param said energy of the sound sent */
    record Line(long received, double heard, long sent, double said) {}

    /** JsSIP comes as modules; the web pages' own bundler makes one script of them. */
    private static byte[] library() {
        if (!Files.exists(BUNDLER)) {
            throw new IllegalStateException("JsSIP is not there: run npm ci in " + WEB.toAbsolutePath());
        }
        Path script = Path.of("target", "jssip.js").toAbsolutePath();
        try {
            Process process = new ProcessBuilder(
                            BUNDLER.toAbsolutePath().toString(),
                            "node_modules/jssip/lib/JsSIP.js",
                            "--format",
                            "iife",
                            "--name",
                            "JsSIP",
                            "--platform",
                            "browser",
                            "--file",
                            script.toString())
                    .directory(WEB.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("JsSIP could not be bundled");
            }
            return Files.readAllBytes(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Opens the page and waits until it is registered. */
    void open(int httpPort, String name, String password) {
        page = browser.newPage();
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/phone.html");
        page.evaluate(
                "phone => register(phone.socket, phone.uri, phone.password)",
                Map.of(
                        "socket",
                        "ws://127.0.0.1:" + httpPort + "/ws",
                        "uri",
                        "sip:" + name + "@127.0.0.1",
                        "password",
                        password));
        // Not by Awaitility: it asks from a thread of its own, and Playwright answers one thread only.
        page.waitForFunction("phone.registrations > 0 || phone.problem");
        if (!problem().isEmpty()) {
            throw new IllegalStateException(name + " could not register: " + problem());
        }
    }

    /** Hangs up and takes the registration back, as a page does that is left. */
    void leave() {
        page.evaluate("phone.leave()");
    }

    /** The page is gone without a word, as when a browser crashes. */
    void vanish() {
        page.close();
    }

    /** One of the page's counters. */
    int number(String counter) {
        return ((Number) page.evaluate("counter => phone[counter]", counter)).intValue();
    }

    String problem() {
        return (String) page.evaluate("phone.problem");
    }

    Line line() {
        Map<?, ?> line = (Map<?, ?>) page.evaluate("line()");
        return new Line(
                value(line, "received").longValue(),
                value(line, "heard").doubleValue(),
                value(line, "sent").longValue(),
                value(line, "said").doubleValue());
    }

    private static Number value(Map<?, ?> line, String name) {
        return (Number) line.get(name);
    }

    /** From loopback itself: Chromium lets no other page speak to Asterisk there. */
    private static HttpServer serve(Map<String, byte[]> files) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            files.forEach((path, body) -> server.createContext(path, exchange -> {
                try (exchange) {
                    exchange.getResponseHeaders()
                            .add("Content-Type", path.endsWith("js") ? "text/javascript" : "text/html");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            }));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try (var in = BrowserPhone.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        playwright.close();
        server.stop(0);
    }
}
