package io.tactus.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks of axe-core, from the package of the web pages. */
final class Accessibility {
    private static final Path AXE = Path.of("main/webui/node_modules/axe-core/axe.min.js");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Accessibility() {}

    /** The serious and critical findings on the page as it is: rule, help, and where. */
    static List<String> findings(Page page) {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Object result = page.evaluate("""
                () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((found) =>
                  found.violations.map(({ id, impact, help, nodes }) =>
                    ({ id, impact, help, where: nodes.map(({ target, failureSummary }) => target.join(' ') + ': ' + failureSummary).join('\\n  ') })))
                """);
        List<String> findings = new ArrayList<>();
        for (Object each : (List<?>) result) {
            Map<?, ?> finding = (Map<?, ?>) each;
            if (GRAVE.contains(String.valueOf(finding.get("impact")))) {
                findings.add(finding.get("id") + " (" + finding.get("help") + ") at\n  " + finding.get("where"));
            }
        }
        return findings;
    }
}
