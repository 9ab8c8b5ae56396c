package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A supervisor takes part in an agent's calls, in Chromium, against a demo that dials; what is heard there {@code SupervisionSoundIT} tells. */
class MonitoringIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(2);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        demo.close();
    }

    private static String name(String user) {
        return JsonPath.from(demo.rest(user).get("/api/session").text()).getString("displayName");
    }

    private static void choose(Page page, String name) {
        page.getByLabel("Choose " + name, new Page.GetByLabelOptions().setExact(true))
                .check();
    }

    @Test
    void aSupervisorListensWhispersTakesTheCustomerOverAndPausesAgain() {
        Page agent = demo.logIn("agent");
        assertThat(agent.locator(".state-bar")).containsText("Logged out");
        agent.keyboard().press("Alt+l");
        assertThat(agent.locator(".state-bar")).containsText("Paused", PATIENT);
        agent.keyboard().press("Alt+r");
        assertThat(agent.locator(".call-name")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));

        Page page = demo.logIn("supervisor");
        demo.go(page, "/floor/agents");
        choose(page, name("agent"));
        button(page, "Listen").click();
        assertThat(page.locator(".deeds")).containsText("open your desk");

        demo.go(page, "/desk");
        assertThat(page.locator(".state-bar")).containsText("Logged out");
        page.keyboard().press("Alt+l");
        assertThat(page.locator(".state-bar")).containsText("Paused", PATIENT);
        demo.go(page, "/floor/agents");
        choose(page, name("agent"));
        button(page, "Listen").click();
        Locator bar = page.locator(".monitor-bar");
        assertThat(bar).containsText("You hear the calls of " + name("agent"));
        bar.getByText("Whisper").click();
        assertThat(bar).containsText("Only the agent hears you.");
        assertThat(page.locator(".floor-table")).containsText("whispers to " + name("agent"));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "monitoring.png")));

        // Until a call is there to be taken.
        assertThat(agent.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Present call")))
                .containsText("Connected", PATIENT);
        bar.getByText("Take over").click();
        assertThat(bar).hasCount(0);
        demo.go(page, "/desk");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Present call")))
                .containsText("Connected", PATIENT);
        page.keyboard().press("Alt+e");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Present call")))
                .containsText("Wrap-up", PATIENT);
        page.keyboard().press("Alt+Shift+1");
        assertThat(page.locator(".state-bar")).containsText("Paused", PATIENT);
    }
}
