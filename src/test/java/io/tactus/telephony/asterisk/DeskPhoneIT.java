package io.tactus.telephony.asterisk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.tactus.testing.RunningEngine;
import io.tactus.testing.RunningEngine.Rest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The agent's page as a phone: engine, page, WebRTC and Asterisk are real, SIPp plays the customer. Nobody types a SIP setting. */
class DeskPhoneIT {
    private static final String PASSWORD = "correct horse battery";
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static final String COUNT_CONNECTIONS = """
            () => {
              window.made = 0;
              const Made = RTCPeerConnection;
              window.RTCPeerConnection = class extends Made {
                constructor(...parts) {
                  super(...parts);
                  window.made++;
                }
              };
            }""";

    private static LoopbackAsterisk asterisk;
    private static RunningEngine engine;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(LoopbackAsterisk.possible(), "needs root on a Debian-like machine");
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        asterisk = new LoopbackAsterisk();
        String node = "-Dtactus.nodes.node1.";
        engine = RunningEngine.run(List.of(
                node + "port=" + asterisk.port(),
                node + "events-secret=" + asterisk.eventsSecret(),
                node + "actions-secret=" + asterisk.actionsSecret(),
                node + "browsers=5",
                node + "web-socket=ws://127.0.0.1:" + asterisk.httpPort() + "/ws",
                node + "trunks.carrier.lines=10",
                "-Dtactus.recordings=" + asterisk.recordings()));
    }

    @AfterAll
    static void stop() {
        if (engine != null) {
            engine.close();
        }
        if (asterisk != null) {
            asterisk.close();
        }
    }

    @Test
    void aPageThatIsLoadedAgainInATalkHasTheSameCustomerOnTheLine() {
        Page page = sitDown("reloader", "+12025550104");
        Locator present = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Present call"));
        assertThat(present).containsText("Connected", PATIENT);
        String customer = present.locator(".call-name").innerText();
        page.evaluate(COUNT_CONNECTIONS);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("reloader"))
                .click();
        assertThat(present).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Desk"))
                .click();
        assertThat(present.locator(".call-name")).hasText(customer);
        assertThat(present).containsText("Connected");
        Assertions.assertEquals(
                0, page.evaluate("() => window.made"), "connections made on the way to another page and back");

        page.reload();

        assertThat(present.locator(".call-name")).hasText(customer);
        assertThat(page.locator(".phone-state, .line").first()).isVisible();
        assertThat(present).containsText("Connected", PATIENT);
        page.keyboard().press("Alt+e");
        assertThat(present).containsText("Wrap-up", PATIENT);
    }

    /** A new agent, by browser, ready for a campaign that has this one customer. */
    private static Page sitDown(String name, String customer) {
        prepare(name, customer);
        Page page = engine.page(name, PASSWORD);
        page.getByLabel("This browser").check();
        assertThat(page.locator(".phone-state")).hasText("Connected");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "desk-phone.png")));
        Locator state = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("My state"));
        assertThat(state.getByText("Log in")).isEnabled();
        page.keyboard().press("Alt+l");
        assertThat(state).containsText("Paused", PATIENT);
        page.keyboard().press("Alt+r");
        return page;
    }

    private static void prepare(String name, String customer) {
        Rest admin = engine.as("admin", engine.password("admin"));
        long agent = user(admin, name, "agent");
        user(admin, "boss-of-" + name, "manager");
        admin.send(
                "POST",
                "/api/agents",
                Map.of("userId", agent, "endpoint", "none-" + name, "legMode", "standing", "phoneKind", "browser"));
        Rest manager = engine.as("boss-of-" + name, PASSWORD);
        long campaign = manager.send(
                        "POST",
                        "/api/campaigns",
                        Map.of(
                                "name", "Real " + name,
                                "mode", "progressive",
                                "windowDays", List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"),
                                "windowFrom", "00:00",
                                "windowTo", "00:00"))
                .getLong("id");
        manager.send("PUT", "/api/campaigns/" + campaign + "/agents", Map.of("agents", List.of(agent)));
        long list = manager.send(
                        "POST",
                        "/api/lists",
                        Map.of("campaignId", campaign, "name", "One", "customFields", List.of(), "priority", 0))
                .getLong("id");
        manager.send(
                "POST",
                "/api/leads",
                Map.of(
                        "listId", list,
                        "firstName", "Ada",
                        "lastName", "Lovelace",
                        "externalId", "",
                        "notes", "",
                        "phones", List.of(Map.of("number", customer))));
        manager.send("POST", "/api/campaigns/" + campaign + "/start", Map.of());
    }

    private static long user(Rest admin, String name, String role) {
        return admin.send(
                        "POST",
                        "/api/users",
                        Map.of("username", name, "displayName", name, "password", PASSWORD, "roles", List.of(role)))
                .getLong("id");
    }
}
