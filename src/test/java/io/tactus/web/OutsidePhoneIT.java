package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.button;
import static io.tactus.web.RunningDemo.region;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Phones outside in Chromium: an administrator enters an agent's mobile, who works with it and calls somebody outside about a customer. */
class OutsidePhoneIT {
    private static final String MOBILE = "+12025550114";
    private static final String GUEST = "+12025550112";
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(1);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        demo.close();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "outside-" + name + ".png")));
    }

    @Test
    void anAgentWorksWithTheMobileThatTheAdministratorHasEntered() {
        Page admin = demo.logIn("admin");
        demo.go(admin, "/agents");
        Locator row = admin.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Demo agent"));
        row.getByText("Change").click();
        Locator dialog = admin.locator("dialog[open]");
        Locator number = dialog.getByLabel("Mobile phone", new Locator.GetByLabelOptions().setExact(true));
        number.fill("0171 1234567");
        shot(admin, "1-form");
        dialog.getByText("Save").click();
        assertThat(dialog).containsText("an E.164 number such as +12025550100");
        shot(admin, "2-refused");
        Assertions.assertThat(Accessibility.findings(admin)).isEmpty();
        number.fill(MOBILE);
        dialog.getByText("Save").click();
        assertThat(row).containsText(MOBILE);
        shot(admin, "3-row");

        Page desk = demo.logIn("agent");
        Locator phone = region(desk, "Phone");
        assertThat(region(desk, "My state")).containsText("Logged out");
        shot(desk, "4-choice");
        Assertions.assertThat(Accessibility.findings(desk)).isEmpty();
        phone.getByLabel("My mobile " + MOBILE).click();
        assertThat(phone).containsText("press 1");
        desk.keyboard().press("Alt+l");
        assertThat(region(desk, "My state")).containsText("Paused", PATIENT);
        assertThat(phone).containsText("Log out to change the phone.");
        assertThat(phone.getByLabel("My mobile " + MOBILE)).isChecked();
        shot(desk, "5-logged-in");
    }

    @Test
    void somebodyOutsideIsCalledAboutACustomer() {
        Page desk = demo.logIn("supervisor");
        demo.go(desk, "/desk");
        assertThat(region(desk, "My state")).containsText("Logged out");
        desk.keyboard().press("Alt+l");
        assertThat(region(desk, "My state")).containsText("Paused", PATIENT);
        desk.keyboard().press("Alt+r");
        Locator call = region(desk, "Present call");
        assertThat(call).containsText("Connected", PATIENT);
        String customer = call.locator(".call-name").innerText();
        Locator guest = region(desk, "Colleague");
        desk.keyboard().press("Alt+t");
        Locator number = desk.getByPlaceholder("+12025550100");
        number.fill("+0202555");
        assertThat(button(desk, "Call first")).isDisabled();
        number.fill(GUEST);
        shot(desk, "4-whom");
        Assertions.assertThat(Accessibility.findings(desk)).isEmpty();
        button(desk, "Call first").click();
        assertThat(guest).containsText("You call " + GUEST);
        assertThat(call).containsText("Connected");
        desk.keyboard().press("Alt+b");
        assertThat(guest).hasCount(0);
        assertThat(call.locator(".call-name")).hasText(customer);
        assertThat(call).containsText("Connected");
    }
}
