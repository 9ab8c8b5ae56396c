package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
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
        assertThat(page.locator("main")).containsText("Its campaign does not run");

        link(page, "Campaigns").first().click();
        button(page, "Start Autumn").click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Autumn")))
                .containsText("Running", PATIENT);
        link(page, "Autumn").click();
        link(page, "History").click();
        assertThat(page.locator("main")).containsText("The settings as they were first kept.");
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
    void aSupervisorPausesAnAgentAndSeesTheAlert() {
        demo.rest("supervisor")
                .put(
                        "/api/alerts/settings",
                        RequestOptions.create()
                                .setData(Map.of(
                                        "role", "supervisor", "kind", "PAUSE_LONG", "active", true, "threshold", 10)));
        Page page = demo.logIn("supervisor");
        link(page, "Agents live").click();
        Locator first = page.locator(".floor-table tbody input[type=checkbox]").first();
        assertThat(first).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        String name = String.valueOf(first.getAttribute("aria-label")).substring("Choose ".length());
        first.focus();
        page.keyboard().press("Space");
        assertThat(page.locator(".deeds")).containsText("1 chosen");
        page.locator(".deeds")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Pause").setExact(true))
                .click();
        page.getByLabel("Reason of the pause").fill("COACHING");
        page.keyboard().press("Enter");
        assertThat(page.locator(".deeds")).containsText("Done for 1.");
        Locator row = page.locator(".floor-table .row-chosen");
        assertThat(row).containsText("COACHING", PATIENT);
        page.locator(".side a[href='/alerts']").click();
        Locator open = page.getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName("Now"));
        assertThat(open).containsText("Pause too long", PATIENT);
        assertThat(open).containsText(name, PATIENT);
        link(page, "History").click();
        assertThat(page.locator("main")).containsText("Pause too long");
    }

    @Test
    void complianceAddsANumberAndItsLeadIsRefused() {
        String number = "+12025550177";
        demo.rest("manager")
                .post(
                        "/api/leads",
                        RequestOptions.create()
                                .setData(Map.of(
                                        "listId", 1,
                                        "firstName", "Ada",
                                        "lastName", "Lovelace",
                                        "externalId", "",
                                        "notes", "",
                                        "phones", List.of(Map.of("number", number)))));
        Page page = demo.logIn("compliance");
        demo.go(page, "/leads");
        field(page, "What to find").fill("202-555-0177");
        button(page, "Search").click();
        Locator lead = page.locator("tbody tr");
        assertThat(lead).containsText("Ada Lovelace");
        String address = lead.locator("a").getAttribute("href");

        link(page, "Do not call").click();
        button(page, "Add a number").first().click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("Telephone number").fill(number);
        dialog.getByLabel("Reason").fill("asked by letter");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add a number"))
                .click();
        assertThat(dialog).hasCount(0);
        field(page, "Telephone number").fill(number);
        button(page, "Search").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("asked by letter");

        demo.go(page, address);
        assertThat(page.locator(".verdict")).containsText("Its number is on the do-not-call list");
        demo.go(page, "/audit");
        assertThat(page.locator("main")).containsText("asked by letter");
    }

    @Test
    void anAdministratorMakesAUserWhoMayLogIn() {
        Page page = demo.logIn("admin");
        button(page, "New user").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("User name").fill("grace");
        dialog.getByLabel(Pattern.compile("^Name")).fill("Grace Hopper");
        dialog.locator("input[type=password]").fill("correct horse battery");
        dialog.getByLabel("Compliance").check();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(dialog).hasCount(0);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Grace Hopper")))
                .containsText("Compliance");

        Page hers = demo.logIn("grace", "correct horse battery");
        assertThat(hers.locator("h1")).hasText("Rules and figures");
        // What is not for her is not in the navigation, and its address says so.
        assertThat(hers.locator(".side a[href='/users']")).hasCount(0);
        demo.go(hers, "/users");
        assertThat(hers.locator("h1")).hasText("This page is not for your role");
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
        page.keyboard().press("Alt+3");
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
