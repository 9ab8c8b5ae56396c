package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** A demo that dials, as its own process from the built jar, and Chromium in front of it. */
final class RunningDemo implements AutoCloseable {
    private final Process demo;
    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final Path home;

    private RunningDemo(Process demo, String address, Path home) {
        this.demo = demo;
        this.address = address;
        this.home = home;
        // The machine's own Chromium is used; none is downloaded.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                // A microphone that beeps.
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream")));
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    /** The button of exactly this name. */
    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The part of the page of exactly this name. */
    static Locator region(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Starts it with the example campaign. */
    static RunningDemo start(double speed) throws IOException {
        return start("--speed", Double.toString(speed), "--campaign", "../campaigns/example");
    }

    /** Starts it with these options. */
    static RunningDemo start(String... options) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String address = "http://127.0.0.1:" + port;
        Path home = Files.createTempDirectory("tactus-web");
        List<String> words =
                new ArrayList<>(List.of("demo", "--port", Integer.toString(port), "--home", home.toString()));
        words.addAll(List.of(options));
        Process demo = command(words.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("demo.log").toFile())
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(180)).until(() -> answers(address + "/q/health/ready"));
            return new RunningDemo(demo, address, home);
        } catch (RuntimeException e) {
            demo.destroy();
            throw e;
        }
    }

    private static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                "target/quarkus-app/quarkus-run.jar"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Runs another command of the same jar to its end. */
    static void engine(String... arguments) throws IOException, InterruptedException {
        int end = command(arguments).inheritIO().start().waitFor();
        if (end != 0) {
            throw new IOException(arguments[0] + " ended with " + end);
        }
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where it listens. */
    String address() {
        return address;
    }

    /** The password that the demo made for one of its users. */
    String password(String user) {
        try {
            return Files.readString(home.resolve("passwords").resolve(user)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page at the log-in, of a browser without history. */
    Page open(String language, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale(language)
                .setColorScheme(scheme));
        context.setDefaultTimeout(30_000);
        Page page = context.newPage();
        page.navigate(address + "/");
        return page;
    }

    /** A page of somebody who has tried to log in. */
    Page logIn(String user, String password) {
        return logIn(open("en", ColorScheme.LIGHT), user, password);
    }

    /** A page of a user of the demo. */
    Page logIn(String user) {
        Page page = logIn(user, password(user));
        assertThat(page.locator(".side")).isVisible();
        return page;
    }

    Page logIn(Page page, String user, String password) {
        page.locator("input").nth(0).fill(user);
        page.locator("input[type=password]").fill(password);
        page.keyboard().press("Enter");
        return page;
    }

    /** Goes to a page within the application. */
    void go(Page page, String path) {
        page.navigate(address + path);
        assertThat(page.locator("main h1").first()).isAttached();
    }

    /** REST as a user of the demo. */
    APIRequestContext rest(String user) {
        APIRequestContext rest = playwright
                .request()
                .newContext(new APIRequest.NewContextOptions()
                        .setBaseURL(address)
                        .setExtraHTTPHeaders(Map.of("X-Tactus", "1")));
        rest.post(
                "/api/session", RequestOptions.create().setData(Map.of("username", user, "password", password(user))));
        return rest;
    }

    /** Changes settings of the example campaign. */
    void change(Map<String, Object> settings) {
        APIRequestContext manager = rest("manager");
        Map<String, Object> campaign =
                JsonPath.from(manager.get("/api/campaigns/1").text()).getMap("");
        List.of("id", "state", "startedAt").forEach(campaign::remove);
        campaign.putAll(settings);
        Assertions.assertThat(
                        manager.put("/api/campaigns/1", RequestOptions.create().setData(campaign))
                                .status())
                .isEqualTo(200);
    }

    @Override
    public void close() throws InterruptedException {
        playwright.close();
        demo.destroy();
        demo.waitFor(30, TimeUnit.SECONDS);
    }
}
