package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.button;
import static io.tactus.web.RunningDemo.region;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** IVR flows are written, mended, published and tried out in Chromium, by keyboard where it matters. */
class IvrFlowIT {
    private static final Path SUPPORT = Path.of("..", "campaigns", "ivr", "support.json");

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(1);
        Map<String, Object> queue = JsonPath.from(
                        demo.rest("manager").get("/api/campaigns/1").text())
                .getMap("");
        List.of("id", "state", "startedAt").forEach(queue::remove);
        queue.putAll(Map.of("name", "Support", "mode", "inbound"));
        Assertions.assertThat(demo.rest("manager")
                        .post("/api/campaigns", RequestOptions.create().setData(queue))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        demo.close();
    }

    private final List<String> errors = new ArrayList<>();

    /** The page of a user; what the browser complains of, a broken content security policy above all, is an error. */
    private Page logIn(String user) {
        Page page = demo.logIn(user);
        listen(page);
        return page;
    }

    private void listen(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 400")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
    }

    private void isClean(Page page) {
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        Assertions.assertThat(errors).isEmpty();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "ivr-" + name + ".png")));
    }

    private static void dark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog[open]");
    }

    /** A step on the canvas. */
    private static Locator step(Page page, String name) {
        return page.locator(".react-flow__node[data-id='" + name + "']");
    }

    private static Locator field(Page page, String label) {
        return page.locator(".ivr-panel").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void show(Page page, String panel) {
        page.locator(".ivr-panels button")
                .filter(new Locator.FilterOptions().setHasText(panel))
                .click();
    }

    private static void begin(Page page, String name, String origin) {
        demo.go(page, "/ivr");
        button(page, "New flow").click();
        dialog(page).getByLabel("Name").fill(name);
        dialog(page).getByLabel("Begin with").selectOption(origin);
    }

    private static void make(Page page) {
        dialog(page).locator("button[type=submit]").click();
    }

    @Test
    void aFlowIsMadeMendedPublishedAndTriedOut() {
        Page page = logIn("manager");
        begin(page, "Hotline", "empty");
        make(page);
        Locator standing = page.locator(".ivr-standing");
        assertThat(standing).hasText("No findings");

        page.getByLabel("Add a step").selectOption("enqueue");
        assertThat(standing).hasText(Pattern.compile("[3-9] findings"));
        assertThat(page.locator(".ivr-form")).containsText("Nobody comes here from the start");
        assertThat(page.locator(".ivr-form .ivr-exit").nth(0)).containsText("The exit overflow leads nowhere");
        assertThat(step(page, "queue").locator(".step-found")).isVisible();
        shot(page, "1-findings-at-the-step");
        isClean(page);

        // By keyboard: from the list of findings to the step, and mended there.
        show(page, "Findings");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("queue: Name is unknown"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(field(page, "Queue")).isFocused();
        field(page, "Queue").selectOption("Support");
        field(page, "too long").selectOption("to end");
        field(page, "refused").selectOption("new voicemail");
        assertThat(step(page, "voicemail")).isVisible();
        step(page, "greeting").focus();
        page.keyboard().press("Enter");
        assertThat(field(page, "Name")).hasValue("greeting");
        field(page, "then").selectOption("to queue");
        step(page, "voicemail").click();
        field(page, "Voicemail box of").selectOption("Support");
        field(page, "then").selectOption("to end");
        field(page, "failed").selectOption("to end");
        assertThat(standing).hasText("No findings");
        shot(page, "2-mended");

        field(page, "Name").fill("message");
        page.keyboard().press("Enter");
        assertThat(step(page, "message")).isVisible();
        page.keyboard().press("Control+z");
        assertThat(step(page, "voicemail")).isVisible();
        page.keyboard().press("Control+y");
        assertThat(step(page, "message")).isVisible();

        page.locator(".side").getByText("Messages").click();
        assertThat(dialog(page)).containsText("The flow is not saved");
        dialog(page).getByText("Stay here").click();
        page.keyboard().press("Control+s");
        assertThat(page.locator(".ivr-bar")).containsText("Saved");
        button(page, "Publish").click();
        dialog(page)
                .locator("button")
                .filter(new Locator.FilterOptions().setHasText("Publish"))
                .click();
        assertThat(page.locator(".ivr-bar")).containsText("Version 1 is in force.");
        isClean(page);

        tryOut(page);
        versions(page);
    }

    /** The caller hears the greeting, waits, is served, and the draft that is tried out need not be saved. */
    private void tryOut(Page page) {
        step(page, "greeting").click();
        field(page, "Words; variables in braces, such as {caller}").fill("You call from {caller}.");
        show(page, "Try out");
        field(page, "Number of the caller; empty when withheld").fill("+4930999");
        button(page, "Call").click();
        Locator log = page.locator(".ivr-log");
        assertThat(log).containsText("You call from +4930999.");
        assertThat(step(page, "greeting").locator(".step-now")).isVisible();
        button(page, "Until something happens").click();
        assertThat(page.locator(".ivr-asked")).containsText("The caller waits in the queue Support");
        assertThat(step(page, "queue").locator(".step-now")).isVisible();
        assertThat(step(page, "greeting").locator(".step-passed")).isVisible();
        shot(page, "3-try-out");
        isClean(page);
        button(page, "5 seconds pass").click();
        assertThat(page.locator(".ivr-clock")).not().hasText("00:00");
        button(page, "The queue takes nobody").click();
        assertThat(step(page, "message").locator(".step-now")).isVisible();
        button(page, "Hang up").click();
        assertThat(page.locator(".ivr-over")).hasText("The call has ended.");
        button(page, "Call again").click();
        button(page, "Call").click();
        button(page, "Until something happens").click();
        button(page, "An agent takes the call").click();
        button(page, "The agent hangs up").click();
        assertThat(log).containsText("The flow ends the call");
        dark(page);
        shot(page, "4-try-out-dark");
        isClean(page);
    }

    private void versions(Page page) {
        show(page, "Versions");
        button(page, "Look at version 1").click();
        assertThat(page.locator(".ivr-viewing")).containsText("You look at version 1");
        assertThat(step(page, "greeting")).containsText("Welcome.");
        assertThat(page.getByLabel("Add a step")).hasCount(0);
        isClean(page);
        button(page, "Make it the draft").click();
        assertThat(step(page, "greeting")).containsText("Welcome.");
        assertThat(page.locator(".ivr-bar")).containsText("Not saved");
        button(page, "Undo").click();
        assertThat(step(page, "greeting")).containsText("You call from");
        button(page, "Save").click();
        assertThat(page.locator(".ivr-bar .chip").first()).hasText("Saved");
        demo.go(page, "/ivr");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Hotline")))
                .containsText("Version 1");
    }

    @Test
    void aFileIsImportedMovedByKeyboardAndExported() throws IOException {
        Page page = logIn("manager");
        begin(page, "Broken", "file");
        dialog(page)
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "broken.json",
                        "application/json",
                        "{\"language\":\"en\",\"zone\":\"Europe/Berlin\",\"nodes\":[{\"id\":\"a\",\"kind\":\"sing\"}]}"
                                .getBytes(StandardCharsets.UTF_8)));
        make(page);
        assertThat(dialog(page).locator(".ivr-places")).containsText("flow.nodes[0].kind is no kind of node");
        shot(page, "5-bad-file");
        isClean(page);
        dialog(page).getByLabel("Name").fill("Example");
        dialog(page).locator("input[type=file]").setInputFiles(SUPPORT);
        make(page);
        assertThat(page.locator(".react-flow__node")).hasCount(18);
        assertThat(page.locator(".ivr-standing")).hasText("No findings");
        shot(page, "6-example");
        isClean(page);

        step(page, "main").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".ivr-form h2")).hasText("Menu");
        shot(page, "7-menu");
        isClean(page);
        String before = step(page, "main").getAttribute("style");
        page.keyboard().press("ArrowRight");
        Assertions.assertThat(step(page, "main").getAttribute("style")).isNotEqualTo(before);
        button(page, "Tidy up").click();
        Assertions.assertThat(step(page, "main").getAttribute("style")).isEqualTo(before);
        step(page, "survey").click();
        page.keyboard().press("Delete");
        assertThat(page.locator(".react-flow__node")).hasCount(17);
        page.keyboard().press("Control+z");
        assertThat(page.locator(".react-flow__node")).hasCount(18);
        show(page, "Settings");
        assertThat(field(page, "Monday")).hasValue("09:00-17:00");
        shot(page, "8-settings");
        isClean(page);
        dark(page);
        show(page, "Steps");
        shot(page, "9-dark");
        isClean(page);

        Download file = page.waitForDownload(() -> button(page, "Export").click());
        Assertions.assertThat(JsonPath.from(Files.readString(file.path())).getList("nodes.id"))
                .isEqualTo(JsonPath.from(Files.readString(SUPPORT)).getList("nodes.id"));

        demo.go(page, "/ivr");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Example")))
                .containsText("none");
        shot(page, "10-list-dark");
        isClean(page);
    }

    @Test
    void supervisorsLookAndTryOutAndArabicReadsFromTheRight() throws IOException {
        demo.rest("manager")
                .post(
                        "/api/ivr-flows",
                        RequestOptions.create()
                                .setData("{\"name\":\"To be read\",\"flow\":" + Files.readString(SUPPORT) + "}")
                                .setHeader("Content-Type", "application/json"));
        Page page = logIn("supervisor");
        demo.go(page, "/ivr");
        page.getByText("To be read").click();
        assertThat(page.locator(".ivr-bar")).containsText("You may look at flows");
        assertThat(button(page, "Save")).hasCount(0);
        step(page, "main").click();
        assertThat(field(page, "Attempts")).isDisabled();
        isClean(page);
        show(page, "Try out");
        field(page, "When the call comes").fill("2026-11-30T10:00");
        button(page, "Call").click();
        assertThat(region(page, "Try out")).containsText("Welcome");
        button(page, "Until something happens").click();
        button(page, "Press 1").click();
        assertThat(step(page, "account").locator(".step-now")).isVisible();
        page.keyboard().type("4711#");
        assertThat(page.locator(".ivr-asked")).containsText("https://crm.example/customers/4711");
        page.getByLabel("Answer: tier", new Page.GetByLabelOptions().setExact(true))
                .fill("gold");
        button(page, "It answers").click();
        shot(page, "11-look-up");
        button(page, "Until something happens").click();
        assertThat(page.locator(".ivr-asked")).containsText("The caller waits in the queue Support");
        isClean(page);

        Page arabic = demo.open("ar", ColorScheme.LIGHT);
        listen(arabic);
        demo.logIn(arabic, "manager", demo.password("manager"));
        assertThat(arabic.locator(".side")).isVisible();
        demo.go(arabic, "/ivr");
        arabic.getByText("To be read").click();
        assertThat(arabic.locator(".react-flow__node")).hasCount(18);
        step(arabic, "main").click();
        shot(arabic, "12-arabic");
        isClean(arabic);
        dark(arabic);
        arabic.locator(".ivr-panels button").nth(3).click();
        shot(arabic, "13-arabic-dark");
        isClean(arabic);
    }
}
