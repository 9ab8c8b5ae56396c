package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.button;
import static io.tactus.web.RunningDemo.region;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People call in, in Chromium: a manager makes a queue, an agent takes its callers beside a campaign, in a demo with a service line. */
class QueueIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start("--agents", "1", "--campaign", "../campaigns/example", "--callers", "2000");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        demo.close();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "queue-" + name + ".png")));
    }

    private static Locator number(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Number").setExact(true));
    }

    @Test
    void aQueueIsMadeAndANumberLeadsToIt() {
        Page page = demo.logIn("manager");
        demo.go(page, "/campaigns/new");
        page.getByLabel("Name").fill("Complaints");
        page.getByLabel("Dialling mode").selectOption("inbound");
        shot(page, "1-wizard");
        button(page, "Next").click();
        page.getByLabel("Longest wait").fill("300");
        shot(page, "1-limits");
        button(page, "Next").click();
        assertThat(page.locator("main form h2")).hasText("Agents");
        button(page, "Next").click();
        assertThat(page.locator("main form")).not().containsText("Abandonment");
        button(page, "Next").click();
        button(page, "Create the campaign").click();
        assertThat(page.locator("main h1")).hasText("Complaints");
        page.getByText("Numbers", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("No number leads here yet.")).isVisible();
        number(page).fill("12");
        button(page, "Add the number").click();
        assertThat(page.locator("main form")).containsText("is too short for a telephone number");
        number(page).fill("(212) 555-0175");
        page.getByLabel("Where it stands").fill("On the invoice");
        page.keyboard().press("Enter");
        assertThat(page.locator("main table")).containsText("+12125550175");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        shot(page, "2-numbers");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        button(page, "Remove +12125550175").click();
        shot(page, "3-remove");
    }

    @Test
    void anAgentTakesCallersBesideACampaign() {
        // Else the agent may get somebody of the campaign first.
        demo.rest("supervisor").post("/api/campaigns/1/pause");
        Page desk = demo.logIn("agent");
        assertThat(region(desk, "My state")).containsText("Logged out");
        desk.keyboard().press("Alt+l");
        assertThat(region(desk, "My state")).containsText("Paused", PATIENT);
        desk.keyboard().press("Alt+r");
        assertThat(region(desk, "Present call")).containsText("Service line", PATIENT);
        assertThat(region(desk, "Present call")).containsText("Connected", PATIENT);
        assertThat(region(desk, "Customer")).containsText("Called in");
        shot(desk, "4-desk");
        Assertions.assertThat(Accessibility.findings(desk)).isEmpty();
        Locator parked = region(desk, "Parked customers 1");
        desk.keyboard().press("Alt+w");
        assertThat(region(desk, "My state")).containsText("Wrap-up", PATIENT);
        assertThat(parked).containsText("parked by");
        shot(desk, "5-parked");
        Assertions.assertThat(Accessibility.findings(desk)).isEmpty();
        parked.getByRole(AriaRole.BUTTON).click();
        assertThat(region(desk, "Present call")).containsText("Connected", PATIENT);
        assertThat(parked).not().isVisible();
        desk.keyboard().press("Alt+t");
        assertThat(region(desk, "Transfer")).containsText("Into a queue");
        shot(desk, "6-transfer");
        Assertions.assertThat(Accessibility.findings(desk)).isEmpty();
        button(desk, "Transfer to Service line").click();
        assertThat(region(desk, "My state")).containsText("Wrap-up", PATIENT);
        demo.go(desk, "/missed-calls");
        Locator missed = region(desk, "Missed calls");
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> {
            button(desk, "Look again").click();
            return missed.isVisible();
        });
        missed.getByText("Take on").first().click();
        assertThat(missed.locator("tbody")).containsText("Demo agent");
        shot(desk, "7-missed");
        Assertions.assertThat(Accessibility.findings(desk)).isEmpty();
        missed.getByText("Leave to others").click();
        assertThat(missed.locator("tbody")).not().containsText("Demo agent");
        Page board = demo.logIn("supervisor");
        demo.go(board, "/floor");
        assertThat(board.locator("main")).containsText("Service line", PATIENT);
        shot(board, "8-board");
    }
}
