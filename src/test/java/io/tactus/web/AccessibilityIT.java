package io.tactus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page in both languages and both colour schemes: no serious or critical finding, and no error in the browser's console. */
class AccessibilityIT {
    /** Pages by who looks at them; {lead} is a lead of the demo. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "supervisor",
            List.of("/floor", "/floor/agents", "/alerts", "/alerts/history", "/alerts/settings"),
            "manager",
            List.of(
                    "/campaigns",
                    "/campaigns/new",
                    "/campaigns/1",
                    "/campaigns/1/settings",
                    "/campaigns/1/lists",
                    "/campaigns/1/agents",
                    "/campaigns/1/schedules",
                    "/campaigns/1/history",
                    "/lists",
                    "/lists/1",
                    "/upload",
                    "/leads",
                    "/leads/{lead}",
                    "/recordings",
                    "/voicemail",
                    "/missed-calls",
                    "/prompts",
                    "/ivr",
                    "/dispositions",
                    "/what-if",
                    "/account",
                    "/nowhere"),
            "compliance",
            List.of("/compliance", "/dnc", "/audit"),
            "admin",
            List.of("/users", "/agents"));

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(20);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        demo.close();
    }

    @Test
    void inEnglishAndLight() {
        check("en", ColorScheme.LIGHT);
    }

    @Test
    void inEnglishAndDark() {
        check("en", ColorScheme.DARK);
    }

    @Test
    void inArabicAndLight() {
        check("ar", ColorScheme.LIGHT);
    }

    @Test
    void inArabicAndDark() {
        check("ar", ColorScheme.DARK);
    }

    private static void check(String language, ColorScheme scheme) {
        int lead = JsonPath.from(demo.rest("manager").get("/api/leads?limit=1").text())
                .getInt("leads[0].id");
        List<String> findings = new ArrayList<>();
        Page door = demo.open(language, scheme);
        assertThat(door.locator("form")).isVisible();
        note(findings, "log-in", door);
        PAGES.forEach((user, paths) -> {
            Page page = demo.open(language, scheme);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    findings.add(page.url() + ": " + message.text());
                }
            });
            demo.logIn(page, user, demo.password(user));
            assertThat(page.locator(".side")).isVisible();
            for (String path : paths) {
                demo.go(page, path.replace("{lead}", String.valueOf(lead)));
                assertThat(page.locator(".loading")).hasCount(0);
                note(findings, path, page);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target",
                                "pages",
                                language + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT)
                                        + path.replaceAll("[/{}]", "-") + ".png"))
                        .setFullPage(true));
            }
            page.context().close();
        });
        Assertions.assertThat(findings).isEmpty();
    }

    private static void note(List<String> findings, String path, Page page) {
        Accessibility.findings(page).forEach(finding -> findings.add(path + ": " + finding));
    }
}
