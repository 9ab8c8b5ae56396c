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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Makes the pictures of the guides from a demo; {@code ./tactus screenshots} runs it. It fails when a page is not what its guide shows. */
class GuidePictures {
    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }

    @Test
    void make() throws IOException, InterruptedException {
        try (RunningDemo demo = RunningDemo.start(4)) {
            demo.change(Map.of("recording", "all"));
            Page page = demo.logIn("supervisor");
            // Some minutes of life, so that there is something to see; not faster than a busy machine can follow, or
            // people are abandoned.
            assertThat(page.locator("body")).containsText(Pattern.compile("Outcomes\\s*[3-9]\\d calls"), PATIENT);
            supervisor(demo, page);
            agent(demo);
            manager(demo);
            compliance(demo);
            administrator(demo);
            pacing(demo);
        }
    }

    /** The charts of a comparison in the lab, for docs/pacing.md. */
    private static void pacing(RunningDemo demo) throws IOException, InterruptedException {
        Path report = Path.of("target", "pacing.html").toAbsolutePath();
        RunningDemo.engine(
                "lab",
                "compare",
                "--agents",
                "5,10,25,50,100",
                "--policies",
                "predictive,lines:1.7,vicidial-tapered,progressive",
                "--hours",
                "8",
                "--seeds",
                "4",
                "--report",
                report.toString());
        Page page = demo.open("en", ColorScheme.LIGHT);
        // As wide as a chart.
        page.setViewportSize(900, 800);
        page.navigate(report.toUri().toString());
        chart(page.locator("figure").nth(0), "pacing-by-team");
        chart(page.locator("figure").nth(1), "pacing-by-abandonment");
        Locator day = page.locator("details").nth(1);
        day.locator("summary").click();
        chart(day, "pacing-one-run");
    }

    /** A part of the report, under the key that belongs to all charts. */
    private static void chart(Locator part, String name) {
        part.evaluate("part => part.prepend(document.querySelector('ul.key'))");
        part.screenshot(new Locator.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }

    private static void agent(RunningDemo demo) {
        Page page = demo.logIn("agent");
        assertThat(page.locator(".state-bar")).containsText("Logged out");
        page.keyboard().press("Alt+l");
        assertThat(page.locator(".state-bar")).containsText("Paused", PATIENT);
        page.keyboard().press("Alt+r");
        assertThat(page.locator(".call")).containsText("Connected", PATIENT);
        picture(page, "desk");
        page.keyboard().press("Alt+e");
    }

    private static void supervisor(RunningDemo demo, Page page) {
        picture(page, "board");
        demo.rest("supervisor")
                .put(
                        "/api/alerts/settings",
                        RequestOptions.create()
                                .setData(Map.of(
                                        "role", "supervisor", "kind", "TALK_LONG", "active", true, "threshold", 60)));
        demo.go(page, "/floor/agents");
        page.locator(".floor-table tbody input[type=checkbox]").nth(2).check();
        picture(page, "agents-live");
        demo.go(page, "/desk");
        assertThat(page.locator(".state-bar")).containsText("Logged out");
        page.keyboard().press("Alt+l");
        assertThat(page.locator(".state-bar")).containsText("Paused", PATIENT);
        demo.go(page, "/floor/agents");
        page.getByLabel("Choose Simulated agent 3", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.locator(".deeds").getByText("Listen").click();
        assertThat(page.locator(".monitor-bar")).isVisible();
        page.locator(".monitor-bar").getByText("Whisper").click();
        assertThat(page.locator(".monitor-bar")).containsText("Only the agent hears you.");
        picture(page, "listening");
        page.locator(".monitor-bar").getByText("Stop").click();
        demo.go(page, "/alerts");
        assertThat(page.locator(".alert-rows")).containsText("Call too long", PATIENT);
        picture(page, "alerts");
        demo.go(page, "/recordings");
        page.locator("button[aria-label^='Play ']").first().click();
        assertThat(page.locator(".player .wave path")).hasCount(2);
        assertThat(page.locator(".player-time")).hasText(Pattern.compile("00:0[5-9] / .*"));
        picture(page, "recordings");
        Page arabic = demo.open("ar", ColorScheme.DARK);
        demo.logIn(arabic, "supervisor", demo.password("supervisor"));
        assertThat(arabic.locator(".agents tbody tr").first()).isVisible();
        picture(arabic, "board-arabic-dark");
    }

    private static void manager(RunningDemo demo) throws IOException {
        Page page = demo.logIn("manager");
        demo.go(page, "/campaigns");
        assertThat(page.locator("tbody")).containsText("Running");
        picture(page, "campaigns");
        demo.go(page, "/campaigns/new");
        page.locator("#setting-name").fill("Autumn");
        picture(page, "campaign-wizard");
        demo.go(page, "/campaigns/1/settings");
        assertThat(page.locator("#setting-name")).isVisible();
        picture(page, "campaign-settings");
        demo.go(page, "/campaigns/1/filter");
        page.getByText("Add a condition").click();
        page.getByLabel("Field").selectOption("custom.tenure");
        page.getByLabel("Value", new Page.GetByLabelOptions().setExact(true)).fill("owner");
        assertThat(page.locator(".filter-count")).containsText("leads pass");
        picture(page, "filter");
        demo.go(page, "/upload");
        page.getByLabel("List", new Page.GetByLabelOptions().setExact(true)).selectOption("A new list");
        page.getByLabel("Name of the new list").fill("Homes");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "homes.csv",
                        "text/csv",
                        "first name,family,mobile,city\nAda,Lovelace,202-555-0143,London\nGrace,Hopper,202-555-0144,New York\n"
                                .getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at the file"))
                .click();
        assertThat(page.locator(".table-preview")).containsText("Lovelace");
        picture(page, "upload");
        demo.go(page, "/lists/1");
        assertThat(page.locator("main")).containsText("It waits for its turn");
        picture(page, "list");
        int lead = JsonPath.from(demo.rest("manager").get("/api/leads?limit=3").text())
                .getInt("leads[2].id");
        demo.go(page, "/leads/" + lead);
        assertThat(page.locator(".verdict")).isVisible();
        picture(page, "lead");
        ivr(demo, page);
        demo.go(page, "/what-if");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Run").setExact(true))
                .click();
        assertThat(page.locator("main")).containsText("is done", PATIENT);
        page.locator("h1").scrollIntoViewIfNeeded();
        picture(page, "what-if");
    }

    /** The example flow, for whose queue there is no campaign yet. */
    private static void ivr(RunningDemo demo, Page page) throws IOException {
        Map<String, Object> queue = JsonPath.from(
                        demo.rest("manager").get("/api/campaigns/1").text())
                .getMap("");
        List.of("id", "state", "startedAt").forEach(queue::remove);
        queue.putAll(Map.of("name", "Support", "mode", "inbound"));
        demo.rest("manager").post("/api/campaigns", RequestOptions.create().setData(queue));
        String support = Files.readString(Path.of("..", "campaigns", "ivr", "support.json"));
        demo.rest("manager")
                .post(
                        "/api/ivr-flows",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"name\":\"Support\",\"flow\":" + support + "}"));
        demo.go(page, "/ivr");
        page.locator("main tbody th a").first().click();
        page.locator(".react-flow__node[data-id='main']").click();
        assertThat(page.locator(".ivr-standing")).hasText("No findings");
        assertThat(page.locator(".ivr-form h2")).hasText("Menu");
        picture(page, "ivr-flow");
        page.locator(".ivr-panels button").nth(3).click();
        page.getByLabel("When the call comes").fill("2026-11-30T10:00");
        button(page, "Call").click();
        button(page, "Until something happens").click();
        button(page, "Press 2").click();
        assertThat(page.locator(".ivr-asked")).containsText("The caller waits in the queue Support");
        picture(page, "ivr-try-out");
    }

    private static void compliance(RunningDemo demo) {
        demo.rest("compliance")
                .post(
                        "/api/dnc",
                        RequestOptions.create().setData(Map.of("number", "+12025550143", "reason", "asked by letter")));
        Page page = demo.logIn("compliance");
        assertThat(page.locator("main")).containsText("Call window");
        picture(page, "compliance");
        demo.go(page, "/dnc");
        assertThat(page.locator("tbody")).containsText("asked by letter");
        picture(page, "do-not-call");
        demo.go(page, "/audit");
        assertThat(page.locator("tbody")).isVisible();
        picture(page, "audit");
    }

    private static void administrator(RunningDemo demo) {
        Page page = demo.logIn("admin");
        assertThat(page.locator("tbody")).isVisible();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("New user").setExact(true))
                .click();
        assertThat(page.locator("dialog[open]")).isVisible();
        picture(page, "users");
        demo.go(page, "/agents");
        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Demo agent"))
                .getByText("Change")
                .click();
        page.locator("dialog[open] input[type=tel]").fill("+12025550114");
        assertThat(page.locator("dialog[open]")).containsText("Trunk of the mobile phone");
        picture(page, "agent-phone");
    }
}
