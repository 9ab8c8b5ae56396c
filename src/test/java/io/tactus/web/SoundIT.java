package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tactus.web.RunningDemo.button;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recordings and voicemail in Chromium: found, seen, heard, downloaded by right; and the audit knows who did. */
class SoundIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(20);
        demo.change(Map.of("recording", "all", "overflow", "voicemail"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        demo.close();
    }

    /** Waits until the path answers a list in which the question finds something. */
    private static void until(String path, String question) {
        APIRequestContext supervisor = demo.rest("supervisor");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> JsonPath.from(supervisor.get(path).text()).get(question) != null);
    }

    @Test
    void aSupervisorFindsARecordingAndHearsIt() {
        until("/api/recordings", "find { it.endedAt != null && it.failure == '' }");
        Page page = demo.logIn("supervisor");
        page.locator(".side").getByText("Recordings").click();
        page.getByLabel("From").fill("2020-01-01T00:00");
        page.getByLabel("Until").fill("2020-01-02T00:00");
        button(page, "Search").click();
        assertThat(page.locator("main")).containsText("No talk was recorded that is like this.");
        page.getByLabel("Until").fill("");
        button(page, "Search").click();
        // A row that is still as it was when it grows a player.
        String name = page.locator("button[aria-label^='Play ']").first().getAttribute("aria-label");
        Locator row = page.locator(
                        "tbody tr",
                        new Page.LocatorOptions()
                                .setHas(page.locator("button[aria-label$='" + name.substring(5) + "']")))
                .first();
        // Only managers and compliance take it with them.
        assertThat(page.locator("a[download]")).hasCount(0);
        row.getByText("Play").click();
        Locator player = page.locator(".player");
        assertThat(player.locator(".wave path").first()).isAttached();
        String picture = player.locator(".wave path").first().getAttribute("d");
        Assertions.assertThat(Arrays.stream(picture.split("M")).filter(line -> !line.isEmpty()))
                .hasSize(600);
        // Each side of the talk has its own.
        assertThat(player.locator(".wave path")).hasCount(2);
        assertThat(player).containsText("Agent");
        assertThat(player.locator(".player-time")).hasText(Pattern.compile("0[0-9]:0[1-9] / .*"));
        player.getByText("Pause").click();
        assertThat(player.getByText("Play")).isVisible();
        // By keyboard to the end.
        player.locator("input[type=range]").press("End");
        assertThat(player.locator(".player-time")).hasText(Pattern.compile("(\\S+) / \\1"));
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", "recordings.png")));

        String audit = demo.rest("compliance")
                .get("/api/audit?entity=recordings&actor=supervisor")
                .text();
        Assertions.assertThat(JsonPath.from(audit).getString("events[0].action"))
                .isEqualTo("GET /api/recordings/{id}/audio");
        row.locator("a").first().click();
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Recordings")))
                .isVisible();
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("Recordings"))
                        .getByText("Play")
                        .first())
                .isVisible();
    }

    @Test
    void complianceTakesARecordingAndTheAuditSaysSo() throws IOException {
        until("/api/recordings", "find { it.endedAt != null && it.failure == '' }");
        Page page = demo.logIn("compliance");
        demo.go(page, "/recordings");
        Download download =
                page.waitForDownload(() -> page.locator("a[download]").first().click());
        Assertions.assertThat(download.suggestedFilename()).matches("rec-\\d+-\\d+\\.wav");
        byte[] sound = Files.readAllBytes(download.path());
        Assertions.assertThat(new String(sound, 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        String audit = demo.rest("compliance")
                .get("/api/audit?entity=recordings&actor=compliance")
                .text();
        Assertions.assertThat(JsonPath.from(audit).getString("events[0].action"))
                .isEqualTo("GET /api/recordings/{id}/file");
    }

    @Test
    void aManagerRecordsAMessageAndACampaignPlaysIt() {
        Page page = demo.logIn("manager");
        page.locator(".side").getByText("Messages").click();
        assertThat(page.locator("main")).containsText("There is none of your own yet.");
        button(page, "New message").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("Name").fill("Nobody free");
        // What is no sound is refused in words.
        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload("words.wav", "audio/wav", "words".getBytes(StandardCharsets.UTF_8)));
        dialog.getByText("Save").click();
        assertThat(dialog).containsText("This browser does not understand the file as a sound.");
        dialog.getByText("Record with the microphone").click();
        assertThat(dialog).containsText("Recording, 00:02");
        dialog.getByText("Stop").click();
        assertThat(dialog).containsText("Recorded just now");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        dialog.getByText("Save").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("Nobody free"));
        assertThat(row).containsText(Pattern.compile("00:0[2-9]"));
        row.getByText("Play").click();
        assertThat(page.locator(".player .wave path")).hasCount(1);
        assertThat(page.locator(".player-time")).hasText(Pattern.compile("00:0[1-9] / 00:0[2-9]"));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", "prompts.png")));

        demo.go(page, "/campaigns/new");
        page.locator("#setting-name").fill("Autumn");
        button(page, "Next").click();
        button(page, "Next").click();
        page.locator("#setting-promptMessage").selectOption(new SelectOption().setIndex(1));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", "prompt-choice.png")));
        for (int step = 0; step < 4; step++) {
            button(page, "Next").click();
        }
        button(page, "Create the campaign").click();
        assertThat(page.locator("h1")).hasText("Autumn");
        demo.go(page, "/prompts");
        assertThat(row).containsText("Autumn");
        row.getByText("Delete").click();
        page.locator("dialog[open]").locator("button.danger").click();
        assertThat(page.locator("dialog[open]")).containsText("It is played by Autumn.");
    }

    @Test
    void anAgentHearsAMessageAndItIsNewNoLonger() {
        until("/api/voicemail", "find { it.lengthMillis > 0 }");
        Page page = demo.logIn("agent");
        page.locator(".side").getByText("Voicemail").click();
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("New"))
                .first();
        Locator name = row.locator("th");
        String when = name.textContent();
        row.getByText("Play").click();
        assertThat(page.locator(".player .wave path").first()).isAttached();
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText(when))
                        .first())
                .not()
                .containsText("New");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", "voicemail.png")));
        page.getByLabel("Only new ones").check();
        assertThat(page.locator(".player")).hasCount(0);
    }
}
