package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a supervisor sees in Chromium of a demo that dials. */
class BoardPageIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static Process demo;
    private static Playwright playwright;
    private static Browser browser;
    private static String address;
    private static Path home;

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        home = Files.createTempDirectory("tactus-board");
        demo = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar",
                        "demo",
                        "--speed",
                        "20",
                        "--port",
                        Integer.toString(port),
                        "--home",
                        home.toString(),
                        "--campaign",
                        "../campaigns/example"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("demo.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> answers(address + "/q/health/ready"));
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
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

    @AfterAll
    static void stop() throws InterruptedException {
        if (playwright != null) {
            playwright.close();
        }
        demo.destroy();
        demo.waitFor(30, TimeUnit.SECONDS);
    }

    private static Page logIn(String password) {
        return logIn("supervisor", password);
    }

    private static Page logIn(String user, String password) {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768));
        page.navigate(address + "/");
        page.locator("input").nth(0).fill(user);
        page.locator("input[type=password]").fill(password);
        page.keyboard().press("Enter");
        return page;
    }

    @Test
    void theBoardShowsACampaignThatDialsAndSaysThatTheNetworkIsSimulated() throws IOException {
        Page page = logIn(Files.readString(home.resolve("passwords").resolve("supervisor"))
                .strip());
        assertThat(page.locator("body")).containsText("Simulated telephone network", PATIENT);
        assertThat(page.locator("body")).containsText("Solar roofs (example)", PATIENT);
        assertThat(page.locator("body")).containsText(Pattern.compile("Talking\\s*[1-9]"), PATIENT);
        assertThat(page.locator("body")).containsText(Pattern.compile("Outcomes\\s*[1-9]\\d* calls"), PATIENT);
    }

    @Test
    void theCardSaysWhyCallsAreLaunched() throws IOException {
        Page page = logIn(Files.readString(home.resolve("passwords").resolve("supervisor"))
                .strip());
        Locator why = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Why these calls now"));
        assertThat(why).containsText(Pattern.compile("\\d+ launched:"), PATIENT);
        Locator summary = why.getByText("The last decisions of Solar roofs (example)");
        summary.focus();
        page.keyboard().press("Enter");
        assertThat(why.getByRole(AriaRole.TABLE)).isVisible();
        assertThat(why.locator("tbody tr").first()).containsText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d"));
    }

    @Test
    void aManagerAsksWhatIfByKeyboardAndGetsASimulatedAnswer() throws IOException {
        Page page = logIn(
                "manager",
                Files.readString(home.resolve("passwords").resolve("manager")).strip());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What if"))
                .click();
        assertThat(page.locator("body")).containsText("Everything on this page is simulated.");
        Locator agents = page.getByRole(
                AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Agents").setExact(true));
        agents.focus();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        assertThat(agents).hasAttribute("aria-valuenow", "2");
        Locator run = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run"));
        run.focus();
        page.keyboard().press("Enter");
        Locator answer = page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Simulation \\d+")));
        assertThat(answer).containsText("is done", PATIENT);
        assertThat(answer.locator("tbody tr")).hasCount(2);
        assertThat(answer.getByRole(AriaRole.IMG)).hasCount(3);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "what-if.png")));
    }

    @Test
    void aNameOfThirtyCharactersIsShownInFull() throws IOException {
        String name = "Maximiliana Montgomery-Whitlow";
        rename("sim-agent-0001", name);
        Page page = logIn(Files.readString(home.resolve("passwords").resolve("supervisor"))
                .strip());
        Locator cell = page.locator(".agents tbody th", new Page.LocatorOptions().setHasText(name));
        assertThat(cell).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "board.png")));
        Assertions.assertThat(cell.evaluate("cell => cell.scrollWidth <= cell.clientWidth"))
                .isEqualTo(true);
    }

    /** Gives an agent another name, as the administrator may. */
    private static void rename(String username, String name) throws IOException {
        APIRequestContext rest = playwright
                .request()
                .newContext(new APIRequest.NewContextOptions()
                        .setBaseURL(address)
                        .setExtraHTTPHeaders(Map.of("X-Tactus", "1")));
        String password =
                Files.readString(home.resolve("passwords").resolve("admin")).strip();
        rest.post("/api/session", RequestOptions.create().setData(Map.of("username", "admin", "password", password)));
        List<Map<String, Object>> users =
                JsonPath.from(rest.get("/api/users").text()).getList("");
        Object id = users.stream()
                .filter(user -> username.equals(user.get("username")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no user " + username + " among " + users))
                .get("id");
        APIResponse answer = rest.put(
                "/api/users/" + id,
                RequestOptions.create()
                        .setData(Map.of("username", username, "displayName", name, "roles", List.of("agent"))));
        Assertions.assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        Page page = logIn("not the password");
        assertThat(page.getByRole(AriaRole.ALERT)).not().isEmpty();
        assertThat(page.locator("body")).not().containsText("Solar roofs");
    }
}
