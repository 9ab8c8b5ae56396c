package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.region;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agent's main path in Chromium, by keyboard, in a demo that dials: the network and the phone are simulated, the page is not. */
class DeskPageIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(1);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (demo != null) {
            demo.close();
        }
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "desk-" + name + ".png")));
    }

    @Test
    void anAgentTakesACallHoldsItReloadsTheNoteAndDisposesByKeyboard() {
        Page page = demo.logIn("agent");
        Locator state = region(page, "My state");
        assertThat(state).containsText("Logged out");
        shot(page, "1-logged-out");
        page.keyboard().press("Alt+l");
        assertThat(state).containsText("Paused", PATIENT);
        page.keyboard().press("Alt+r");
        Locator call = region(page, "Present call");
        assertThat(call).containsText("Connected", PATIENT);
        assertThat(region(page, "Customer")).containsText("UTC");
        assertThat(region(page, "Script")).containsText("I am calling for");
        shot(page, "2-talk");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        String name = call.locator(".call-name").innerText();

        page.keyboard().press("Alt+h");
        assertThat(call).containsText("On hold");
        long from = System.nanoTime();
        page.reload();
        assertThat(call.locator(".call-name")).hasText(name);
        Assertions.assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
        assertThat(call).containsText("Back from hold");
        page.keyboard().press("Alt+h");
        assertThat(call).containsText("Connected");
        page.getByLabel("Notes").fill("Wants a mail first");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("It is me"))
                .click();
        assertThat(region(page, "Script")).containsText("Do you own the house?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record"))
                .click();
        assertThat(call).containsText("Recording");
        page.keyboard().press("Alt+d");
        assertThat(region(page, "Keys")).isVisible();
        page.keyboard().press("5");
        assertThat(region(page, "Keys").locator("output")).hasText("5");
        page.keyboard().press("Alt+t");
        assertThat(region(page, "Transfer")).isVisible();
        shot(page, "3-transfer");
        page.keyboard().press("Alt+t");

        page.keyboard().press("Alt+e");
        assertThat(call).containsText("Wrap-up");
        shot(page, "4-wrap-up");
        page.keyboard().press("Alt+p");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lunch"))
                .click();
        region(page, "What did the call come to?")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Call back")))
                .click();
        Locator form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Call back"));
        form.getByLabel("Only me").check();
        shot(page, "5-callback");
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(state).containsText("Lunch");
        // Its name ends in their number.
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("My callbacks")))
                .containsText(name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(1024, 768);
        shot(page, "6-dark-tablet");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out"))
                .last()
                .click();
        assertThat(state).containsText("Logged out");
    }
}
