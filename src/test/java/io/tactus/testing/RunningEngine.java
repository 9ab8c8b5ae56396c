package io.tactus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The engine as it is shipped, in a process of its own, with Chromium to look at its pages. Its microphone beeps. */
public final class RunningEngine implements AutoCloseable {
    private final Path home;
    private final String address;
    private final Process process;
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

    private RunningEngine(List<String> properties) {
        try (ServerSocket socket = new ServerSocket(0)) {
            home = Files.createTempDirectory("tactus-engine");
            address = "http://127.0.0.1:" + socket.getLocalPort();
            List<String> words = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Dquarkus.http.port=" + socket.getLocalPort(),
                    "-Dtactus.home=" + home));
            words.addAll(properties);
            words.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar", "run"));
            socket.close();
            process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("engine.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .ignoreExceptions()
                .until(() -> rest().get("/q/health/ready").ok());
    }

    /** An engine against real nodes. @param properties system properties of the form {@code -Dname=value} */
    public static RunningEngine run(List<String> properties) {
        return new RunningEngine(properties);
    }

    private APIRequestContext rest() {
        return playwright
                .request()
                .newContext(new APIRequest.NewContextOptions()
                        .setBaseURL(address)
                        .setExtraHTTPHeaders(Map.of("X-Tactus", "1")));
    }

    /** The password that the engine made for this account. */
    public String password(String account) {
        try {
            return Files.readString(home.resolve("passwords").resolve(account)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** REST as this person. */
    public Rest as(String username, String password) {
        APIRequestContext context = rest();
        APIResponse answer = context.post(
                "/api/session", RequestOptions.create().setData(Map.of("username", username, "password", password)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Rest(context);
    }

    /** A person's requests. */
    public record Rest(APIRequestContext context) {
        /** Sends a request that must succeed. */
        public JsonPath send(String method, String path, Object body) {
            APIResponse answer = context.fetch(
                    path, RequestOptions.create().setMethod(method).setData(body));
            assertThat(answer.ok()).as(path + ": " + answer.text()).isTrue();
            return JsonPath.from(answer.text().isEmpty() ? "{}" : answer.text());
        }
    }

    /** A page on which this person has logged in. */
    public Page page(String username, String password) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768));
        page.navigate(address + "/");
        page.locator("input").nth(0).fill(username);
        page.locator("input[type=password]").fill(password);
        page.keyboard().press("Enter");
        return page;
    }

    /** Dies at once, as by a power cut. */
    public void crash() {
        process.destroyForcibly();
        close();
    }

    @Override
    public void close() {
        playwright.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
