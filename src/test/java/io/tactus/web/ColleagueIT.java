package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.region;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people at their desks in Chromium speak about a customer, in a demo that dials; what is heard there {@code SupervisionSoundIT} tells. */
class ColleagueIT {
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

    private static String name(String user) {
        return JsonPath.from(demo.rest(user).get("/api/session").text()).getString("displayName");
    }

    private static Page desk(String user) {
        Page page = demo.logIn(user);
        if (!page.url().endsWith("/desk")) {
            demo.go(page, "/desk");
        }
        assertThat(region(page, "My state")).containsText("Logged out");
        page.keyboard().press("Alt+l");
        assertThat(region(page, "My state")).containsText("Paused", PATIENT);
        return page;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "colleague-" + name + ".png")));
    }

    @Test
    void aColleagueIsConsultedJoinsInAndGetsTheCustomer() {
        Page agent = desk("agent");
        Page other = desk("supervisor");
        Locator call = region(agent, "Present call");
        Locator mine = region(agent, "Colleague");
        Locator theirs = region(other, "Colleague");

        agent.keyboard().press("Alt+r");
        assertThat(call).containsText("Connected", PATIENT);
        String customer = call.locator(".call-name").innerText();
        agent.keyboard().press("Alt+t");
        shot(agent, "1-whom");
        agent.getByLabel("Call " + name("supervisor")).click();
        assertThat(mine).containsText("You call " + name("supervisor"));
        assertThat(call).containsText("Connected");
        assertThat(theirs).containsText(name("agent") + " calls you.");
        shot(other, "2-called");
        Assertions.assertThat(Accessibility.findings(other)).isEmpty();
        other.keyboard().press("Alt+a");

        assertThat(mine).containsText("The customer is on hold and hears neither of you.");
        assertThat(call).containsText("On hold");
        assertThat(region(other, "Customer")).containsText(customer);
        assertThat(region(other, "My state")).containsText("With a colleague");
        shot(agent, "3-consultation");
        shot(other, "4-consulted");
        Assertions.assertThat(Accessibility.findings(agent)).isEmpty();
        other.reload();
        assertThat(theirs).containsText("You speak with " + name("agent"));

        agent.keyboard().press("Alt+o");
        assertThat(mine).containsText("the customer and you speak together");
        assertThat(theirs).containsText("the customer and you speak together");
        assertThat(call).containsText("Connected");
        shot(agent, "5-conference");
        // The phone of who has just joined in settles for half a second.
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(700))
                .until(() -> {
                    agent.keyboard().press("Alt+g");
                    return call.innerText().contains("Wrap-up");
                });
        // Before the wrap-up is over by itself.
        agent.keyboard().press("Alt+p");
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lunch"))
                .click();
        agent.keyboard().press("Alt+Shift+1");
        assertThat(region(agent, "My state")).containsText("Paused: Lunch", PATIENT);
        assertThat(mine).hasCount(0);
        assertThat(region(other, "Present call").locator(".call-name")).hasText(customer);
        assertThat(region(other, "Present call")).containsText("Connected");

        // The talk is one of both.
        assertThat(region(agent, "My day")).containsText(Pattern.compile("Talks\\s*1"));

        other.keyboard().press("Alt+e");
        other.keyboard().press("Alt+Shift+1");
        assertThat(region(other, "My state")).containsText("Paused", PATIENT);
        region(other, "Call a colleague").getByRole(AriaRole.BUTTON).first().click();
        other.getByLabel("Call " + name("agent")).click();
        assertThat(theirs).containsText("You call " + name("agent"));
        shot(other, "6-calling");
        assertThat(mine).containsText(name("supervisor") + " calls you.");
        agent.keyboard().press("Alt+n");
        assertThat(other.getByText(name("agent") + " did not take your call.")).isVisible();
        assertThat(region(agent, "My state")).containsText("Lunch");
    }
}
