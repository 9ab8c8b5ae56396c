package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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

/** A manager says which leads are dialled, in Chromium, by keyboard where it matters, in a demo that dials. */
class FilterIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

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
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "filter-" + name + ".png")));
    }

    private static Locator row(Page page, int number) {
        return page.getByRole(
                AriaRole.GROUP,
                new Page.GetByRoleOptions().setName("Condition " + number).setExact(true));
    }

    @Test
    void aFilterIsBuiltCountedAndSavedAndALeadSaysThatItIsLeftOut() {
        Page page = demo.logIn("manager");
        demo.go(page, "/campaigns/1/filter");
        Locator count = page.locator(".filter-count");
        assertThat(page.getByText("Nothing is asked")).isVisible();
        assertThat(count).containsText(Pattern.compile("^([\\d,]+) of \\1 leads pass"));

        button(page, "Add a condition").focus();
        page.keyboard().press("Enter");
        Locator row = row(page, 1);
        assertThat(row.getByLabel("Field")).isFocused();
        row.getByLabel("Field").selectOption("custom.tenure");
        row.getByLabel("Value").fill("owner");
        button(page, "Add a condition").click();
        Locator second = row(page, 2);
        second.getByLabel("Field").selectOption("attempts");
        second.getByLabel("What is asked").selectOption("<=");
        second.getByLabel("Value").fill("two");
        assertThat(page.locator(".filter-problem")).containsText("is not a number");
        shot(page, "1-wrong");
        second.getByLabel("Value").fill("20");
        assertThat(page.locator(".filter-problem")).hasCount(0);
        assertThat(count).not().containsText(Pattern.compile("^([\\d,]+) of \\1 leads pass"), PATIENT);
        assertThat(count).containsText(Pattern.compile("^[1-9][\\d,]* of"), PATIENT);
        button(page, "Add a group").click();
        page.getByLabel("How the conditions belong together").nth(1).selectOption("none");
        Locator inner = row(page, 1).nth(1);
        inner.getByLabel("Field").selectOption("lastOutcome");
        inner.getByLabel("What is asked").selectOption("oneOf");
        inner.getByLabel("Busy").check();
        assertThat(count).containsText("leads pass", PATIENT);
        shot(page, "2-built");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        button(page, "Save the filter").click();
        assertThat(page.getByText("Saved. It counts from now on.")).isVisible();
        page.reload();
        assertThat(row(page, 1).nth(0).getByLabel("Value")).hasValue("owner");
        assertThat(page.getByLabel("Busy")).isChecked();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, "3-dark");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();

        long tenant = JsonPath.from(demo.rest("manager")
                        .get("/api/leads?campaignId=1&limit=500")
                        .text())
                .getLong("leads.find { it.custom.tenure == 'tenant' && it.state == 'AVAILABLE' }.id");
        demo.go(page, "/leads/" + tenant);
        assertThat(page.locator("main")).containsText("The campaign's filter leaves it out", PATIENT);

        demo.go(page, "/campaigns/1/filter");
        button(page, "Remove the group").click();
        button(page, "Save the filter").click();
        assertThat(page.getByText("Saved. It counts from now on.")).isVisible();
        demo.go(page, "/campaigns/1/history");
        assertThat(page.locator("main table")).containsText("Filter");
        assertThat(page.locator("main table")).containsText("tenure is owner");
        shot(page, "4-history");
    }

    @Test
    void leadsArePutInAnOrderAndListsTakeTurns() {
        demo.rest("manager")
                .post(
                        "/api/lists",
                        RequestOptions.create()
                                .setData(Map.of(
                                        "campaignId", 1, "name", "Autumn", "customFields", List.of(), "priority", 0)));
        Page page = demo.logIn("manager");
        demo.go(page, "/campaigns/1/filter");
        button(page, "Sort by a field").click();
        Locator first = key(page, 1);
        first.getByLabel("Field").selectOption("custom.roof_m2");
        first.getByLabel("What comes first").selectOption("highest first");
        button(page, "Sort by a field").click();
        key(page, 2).getByLabel("Field").selectOption("lastName");
        button(page, "Sort by a field").click();
        key(page, 3).getByLabel("Field").selectOption("attempts");
        button(page, "Move 3 up").focus();
        page.keyboard().press("Enter");
        assertThat(key(page, 2).getByLabel("Field")).hasValue("attempts");
        page.getByLabel("Lists take turns by their shares").check();
        page.getByLabel("Share of Autumn").fill("3");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Autumn")))
                .containsText("75");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        button(page, "Save the order").click();
        assertThat(page.getByText("Saved. It counts from now on.")).isVisible();
        shot(page, "5-order");
        page.reload();
        assertThat(key(page, 1).getByLabel("What comes first")).hasValue("descending");
        assertThat(page.getByLabel("Share of Autumn")).hasValue("3");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, "6-order-dark");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();

        page.getByLabel("Lists take turns by their shares").uncheck();
        button(page, "Remove number 3").click();
        button(page, "Save the order").click();
        assertThat(page.getByText("Saved. It counts from now on.")).isVisible();
        demo.go(page, "/campaigns/1/history");
        assertThat(page.locator("main table").first()).containsText("Mix of lists");
        assertThat(page.locator("main")).containsText("roof m2 ↓, Attempts so far ↑, Last name ↑");
    }

    private static Locator key(Page page, int number) {
        return page.getByRole(
                AriaRole.GROUP,
                new Page.GetByRoleOptions().setName("Sort by " + number).setExact(true));
    }
}
