package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.path.json.JsonPath;
import io.tactus.testing.Given;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main path of each role, in Chromium, against a demo that dials. */
class RolesIT {
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

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static FilePayload file(String text) {
        return new FilePayload("leads.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aManagerMakesACampaignUploadsAListAndStarts() {
        Page page = demo.logIn("manager");
        link(page, "New campaign").click();
        // Without a name there is no way on, and the field says why.
        button(page, "Next").click();
        assertThat(page.locator("form")).containsText("must be given");
        page.locator("#setting-name").fill("Autumn");
        for (int step = 0; step < 6; step++) {
            button(page, "Next").click();
        }
        button(page, "Create the campaign").click();
        assertThat(page.locator("h1")).hasText("Autumn");
        assertThat(page.locator(".page-head .chip")).hasText("Draft");

        link(page, "Lists").first().click();
        link(page, "Upload leads").click();
        field(page, "Campaign").selectOption("Autumn");
        field(page, "Name of the new list").fill("Homes");
        page.locator("input[type=file]").setInputFiles(file("family,mobile\nLovelace,202-555-0143\nHopper,12\n"));
        button(page, "Look at the file").click();
        // "family" says nothing by its name: it is corrected by hand.
        field(page, "family is").selectOption("Last name");
        button(page, "Upload").click();
        assertThat(page.locator("main")).containsText("leads.csv is imported.", PATIENT);
        assertThat(page.locator("main")).containsText(Pattern.compile("Imported\\s*1\\s*Refused\\s*1"));
        assertThat(link(page, "Download the refused rows")).isVisible();
        link(page, "To the list").click();
        assertThat(page.locator("h1")).hasText("Homes");
        // Which of the two is true depends on the hour in Washington.
        assertThat(page.locator("main")).containsText(Pattern.compile("Its campaign does not run|It is not the hour"));

        link(page, "Campaigns").first().click();
        button(page, "Start Autumn").click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Autumn")))
                .containsText("Running", PATIENT);
        link(page, "Autumn").click();
        link(page, "History").click();
        assertThat(page.locator("main")).containsText("The settings as they were first kept.");
    }

    @Test
    void aNumberThatComplianceForbidsIsNotDialled() {
        // The demo's own numbers are none that a list could hold.
        String number = "+12025550177";
        int lead = JsonPath.from(demo.rest("manager")
                        .post("/api/leads", RequestOptions.create().setData(Given.lead(1, "Wanderer", number)))
                        .text())
                .getInt("id");
        Page page = demo.logIn("compliance");
        demo.go(page, "/dnc");
        button(page, "Add a number").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("Telephone number").fill("no number");
        dialog.getByLabel("Reason").fill("asked on the telephone");
        Locator add = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add a number"));
        add.click();
        assertThat(dialog).containsText("is not a telephone number");
        dialog.getByLabel("Telephone number").fill(number);
        add.click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(number)))
                .containsText("asked on the telephone");

        Page manager = demo.logIn("manager");
        demo.go(manager, "/leads/" + lead);
        assertThat(manager.locator(".verdict")).containsText("on the do-not-call list");
    }

    @Test
    void anAdministratorMakesAUserWhoLogsIn() {
        Page page = demo.logIn("admin");
        button(page, "New user").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("User name").fill("grace");
        dialog.getByLabel(Pattern.compile("^Name")).fill("Grace Hopper");
        dialog.locator("input[type=password]").fill("a long password");
        dialog.getByLabel("Supervisor").check();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Grace Hopper")))
                .containsText("Supervisor");

        Page own = demo.logIn("grace", "a long password");
        assertThat(own.locator(".side")).containsText("Agents live");
    }

    @Test
    void whatASupervisorWritesStandsOnTheDeskUntilItIsRead() {
        Page agent = demo.logIn("agent");
        assertThat(agent.locator(".state-bar")).containsText("Logged out");
        agent.keyboard().press("Alt+l");
        assertThat(agent.locator(".state-bar")).containsText("Paused", PATIENT);
        String name =
                JsonPath.from(demo.rest("agent").get("/api/session").text()).getString("displayName");
        Page page = demo.logIn("supervisor");
        demo.go(page, "/floor/agents");
        page.getByLabel("Choose " + name, new Page.GetByLabelOptions().setExact(true))
                .check();
        button(page, "Write").click();
        page.locator("dialog[open] textarea").fill("Team talk at noon.");
        button(page, "Send").click();
        assertThat(page.locator(".deeds")).containsText("Done for 1.");

        Locator message = agent.locator(".desk-message");
        assertThat(message).containsText("Team talk at noon.");
        message.getByRole(AriaRole.BUTTON).click();
        assertThat(message).hasCount(0);
    }

    @Test
    void aSettingIsSavedAndItsHistorySaysFromWhatToWhat() {
        Page page = demo.logIn("manager");
        demo.go(page, "/campaigns/1/settings");
        Locator wrapUp = page.locator("#setting-wrapUpMillis");
        wrapUp.fill("99999");
        assertThat(page.locator("main")).containsText("between 0 and 3600");
        assertThat(button(page, "Save")).isDisabled();
        save(page, wrapUp, "46");
        save(page, wrapUp, "47");
        link(page, "History").click();
        Locator change = page.locator(".timeline > li").first();
        assertThat(change).containsText("Wrap-up");
        assertThat(change).containsText("46 s");
        assertThat(change).containsText("47 s");
    }

    private static void save(Page page, Locator field, String value) {
        field.fill(value);
        button(page, "Save").click();
        assertThat(page.locator(".save-bar")).containsText("Saved.");
        assertThat(button(page, "Save")).isDisabled();
    }

    @Test
    void theLanguageChangesTheDirectionOfThePageAndIsRemembered() {
        Page page = demo.logIn("supervisor");
        field(page, "Language").selectOption("ar");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator(".side")).containsText("اللوحة المباشرة");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator(".side")).containsText("اللوحة المباشرة");
    }

    @Test
    void keysLeadToThePagesAndToTheHelp() {
        Page page = demo.open("en", ColorScheme.DARK);
        demo.logIn(page, "supervisor", demo.password("supervisor"));
        assertThat(page.locator(".side")).isVisible();
        page.keyboard().press("Alt+6");
        assertThat(page.locator("h1")).hasText("Alerts");
        page.keyboard().press("Alt+/");
        assertThat(page.locator("dialog[open] h2")).hasText("Keyboard");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        page.keyboard().press("Tab");
        page.context().setOffline(true);
        assertThat(page.locator("main")).containsText("This computer is offline.");
        page.context().setOffline(false);
    }
}
