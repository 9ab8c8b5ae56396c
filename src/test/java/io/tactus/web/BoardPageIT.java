package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a supervisor sees in Chromium of a demo that dials. */
class BoardPageIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(20);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        demo.close();
    }

    @Test
    void theBoardShowsACampaignThatDialsAndSaysThatTheNetworkIsSimulated() {
        Page page = demo.logIn("supervisor");
        assertThat(page.locator("body")).containsText("Simulated telephone network", PATIENT);
        assertThat(page.locator("body")).containsText("Solar roofs (example)", PATIENT);
        assertThat(page.locator("body")).containsText(Pattern.compile("Talking\\s*[1-9]"), PATIENT);
        assertThat(page.locator("body")).containsText(Pattern.compile("Outcomes\\s*[1-9]\\d* calls"), PATIENT);
    }

    @Test
    void theCardSaysWhyCallsAreLaunched() {
        Page page = demo.logIn("supervisor");
        Locator why = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Why these calls now"));
        assertThat(why).containsText(Pattern.compile("\\d+ launched:"), PATIENT);
        Locator summary = why.getByText("The last decisions of Solar roofs (example)");
        summary.focus();
        page.keyboard().press("Enter");
        assertThat(why.getByRole(AriaRole.TABLE)).isVisible();
        assertThat(why.locator("tbody tr").first()).containsText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d"));
    }

    @Test
    void aManagerAsksWhatIfByKeyboardAndGetsASimulatedAnswer() {
        Page page = demo.logIn("manager");
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
    void aNameOfThirtyCharactersIsShownInFull() {
        String name = "Maximiliana Montgomery-Whitlow";
        rename("sim-agent-0001", name);
        Page page = demo.logIn("supervisor");
        Locator cell = page.locator(".agents tbody th", new Page.LocatorOptions().setHasText(name));
        assertThat(cell).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "board.png")));
        Assertions.assertThat(cell.evaluate("cell => cell.scrollWidth <= cell.clientWidth"))
                .isEqualTo(true);
    }

    /** Gives an agent another name, as the administrator may. */
    private static void rename(String username, String name) {
        APIRequestContext rest = demo.rest("admin");
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
        Page page = demo.logIn("supervisor", "not the password");
        assertThat(page.getByRole(AriaRole.ALERT)).not().isEmpty();
        assertThat(page.locator("body")).not().containsText("Solar roofs");
    }
}
