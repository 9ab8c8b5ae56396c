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
import org.jboss.logging.Logger;
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

    private static final String KEEP_CONNECTIONS = """
            () => {
              window.connections = [];
              const Made = RTCPeerConnection;
              window.RTCPeerConnection = class extends Made {
                constructor(...parts) {
                  super(...parts);
                  window.connections.push(this);
                }
              };
            }""";
    /** What went over the page's line since it stands: packets, and the energy of the sound heard and said. */
    private static final String LINE = """
            async () => {
              const line = { received: 0, heard: 0, sent: 0, said: 0 };
              (await window.connections.at(-1).getStats()).forEach((report) => {
                if (report.type === 'inbound-rtp') {
                  line.received = report.packetsReceived;
                  line.heard = report.totalAudioEnergy;
                } else if (report.type === 'outbound-rtp') {
                  line.sent = report.packetsSent;
                } else if (report.type === 'media-source') {
                  line.said = report.totalAudioEnergy;
                }
              });
              return line;
            }""";
    /** Of a second of sound that can be heard; silence has a thousandth of it. */
    private static final double SOUND = 0.001;

    private record Line(double received, double heard, double sent, double said) {
        Line since(Line before) {
            return new Line(received - before.received, heard - before.heard, sent - before.sent, said - before.said);
        }
    }

    private static final Logger LOG = Logger.getLogger(DeskPhoneIT.class);
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
        Object made = page.evaluate("() => window.connections.length");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("reloader"))
                .click();
        assertThat(present).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Desk"))
                .click();
        assertThat(present.locator(".call-name")).hasText(customer);
        assertThat(present).containsText("Connected");
        Assertions.assertEquals(
                made,
                page.evaluate("() => window.connections.length"),
                "connections made on the way to another page and back");

        page.reload();

        assertThat(present.locator(".call-name")).hasText(customer);
        assertThat(page.locator(".phone-state, .line").first()).isVisible();
        assertThat(present).containsText("Connected", PATIENT);
        page.keyboard().press("Alt+e");
        assertThat(present).containsText("Wrap-up", PATIENT);
    }

    @Test
    void soundFlowsBothWaysThroughThePage() {
        // Talks, and hangs up after ten seconds.
        Page page = sitDown("talker", "+12025550103");
        Locator present = present(page);
        assertThat(present).containsText("Connected", PATIENT);
        long call = engine.as("talker", PASSWORD)
                .send("GET", "/api/agent/state", null)
                .getLong("call.callId");
        Line before = line(page);
        page.waitForTimeout(4_000);
        Line within = line(page).since(before);
        Assertions.assertTrue(within.received() > 100 && within.sent() > 100, "packets of four seconds: " + within);
        Assertions.assertTrue(within.heard() > SOUND && within.said() > SOUND, "sound of four seconds: " + within);
        assertThat(present).containsText("Wrap-up", PATIENT);
        LoopbackAsterisk.Media customer = asterisk.mediaOf(call);
        LOG.infof("page: %s; Asterisk, customer's side: %s", within, customer);
        Assertions.assertTrue(customer.sent() > 200 && customer.received() > 200, "customer's packets: " + customer);
    }

    @Test
    void aSupervisorWhispersFromThePageAndTheAgentHearsIt() {
        Page page = sitDown("listener", "+12025550204");
        assertThat(present(page)).containsText("Connected", PATIENT);
        Page boss = supervise("whisperer");
        Line parked = line(boss);
        boss.waitForTimeout(2_000);
        Line quiet = line(boss).since(parked);
        // What a whisper is mixed into: decision 0021.
        Assertions.assertTrue(quiet.received() > 80 && quiet.received() < 120, "two seconds of a parked leg: " + quiet);
        boss.getByLabel("Choose listener").check();
        boss.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Listen"))
                .click();
        Locator bar = boss.locator(".monitor-bar");
        assertThat(bar).containsText("You hear the calls of listener");
        // The customer has said hello and is silent.
        page.waitForTimeout(2_000);
        Line before = line(page);
        page.waitForTimeout(2_000);
        Line silence = line(page).since(before);
        bar.getByText("Whisper").click();
        assertThat(bar).containsText("Only the agent hears you.");
        before = line(page);
        page.waitForTimeout(4_000);
        Line whispered = line(page).since(before);
        LOG.infof("silent customer: %s; whisper: %s", silence, whispered);
        Assertions.assertTrue(silence.heard() < SOUND / 10, "a silent customer: " + silence);
        Assertions.assertTrue(whispered.heard() > SOUND, "a whisper: " + whispered);
        page.keyboard().press("Alt+e");
        assertThat(present(page)).containsText("Wrap-up", PATIENT);
    }

    private static Line line(Page page) {
        Map<?, ?> line = (Map<?, ?>) page.evaluate(LINE);
        return new Line(value(line, "received"), value(line, "heard"), value(line, "sent"), value(line, "said"));
    }

    private static double value(Map<?, ?> line, String name) {
        return ((Number) line.get(name)).doubleValue();
    }

    private static Locator present(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Present call"));
    }

    /** A supervisor with a desk, by browser, paused, at the page of all agents. */
    private static Page supervise(String name) {
        Rest admin = engine.as("admin", engine.password("admin"));
        withPhone(admin, user(admin, name, "supervisor", "agent"), name);
        Page page = engine.page(name, PASSWORD);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Desk"))
                .click();
        logIn(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Agents live"))
                .click();
        return page;
    }

    /** A new agent, by browser, ready for a campaign that has this one customer. */
    private static Page sitDown(String name, String customer) {
        prepare(name, customer);
        Page page = engine.page(name, PASSWORD);
        logIn(page);
        page.keyboard().press("Alt+r");
        return page;
    }

    private static void logIn(Page page) {
        page.getByLabel("This browser").waitFor();
        page.evaluate(KEEP_CONNECTIONS);
        page.getByLabel("This browser").check();
        assertThat(page.locator(".phone-state")).hasText("Connected");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "desk-phone.png")));
        Locator state = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("My state"));
        assertThat(state.getByText("Log in")).isEnabled();
        page.keyboard().press("Alt+l");
        assertThat(state).containsText("Paused", PATIENT);
    }

    private static void prepare(String name, String customer) {
        Rest admin = engine.as("admin", engine.password("admin"));
        long agent = user(admin, name, "agent");
        user(admin, "boss-of-" + name, "manager");
        withPhone(admin, agent, name);
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

    private static void withPhone(Rest admin, long user, String name) {
        admin.send(
                "POST",
                "/api/agents",
                Map.of("userId", user, "endpoint", "none-" + name, "legMode", "standing", "phoneKind", "browser"));
    }

    private static long user(Rest admin, String name, String... roles) {
        return admin.send(
                        "POST",
                        "/api/users",
                        Map.of("username", name, "displayName", name, "password", PASSWORD, "roles", List.of(roles)))
                .getLong("id");
    }
}
