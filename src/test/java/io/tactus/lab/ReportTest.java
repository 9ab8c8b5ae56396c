package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final List<RunResult> RUNS =
            List.of(new RunResult(0.80, 0.02, 1_000, 30, 4), new RunResult(0.90, 0.04, 1_000, 20, 4.2));

    private static Row row(String policy, int agents) {
        return Row.of("reference", policy, agents, 0.25, 120, 0.03, RUNS);
    }

    @Test
    void aRowSumsUpItsRuns() {
        assertThat(Row.CSV_HEAD.split(","))
                .hasSameSizeAs(row("predictive", 5).csv().split(","));
        assertThat(row("predictive", 5).csv())
                .startsWith("reference,predictive,5,0.25,120,0.85")
                .contains(",0.5000,25.00,");
    }

    @Test
    void thePageNeedsNothingElseAndEscapesNames() {
        String page = Report.of(List.of(row("predictive", 5), row("predictive", 10), row("<b>", 5)), 0.03, 2, 9);

        assertThat(page)
                .contains("<svg", "predictive", "&lt;b&gt;")
                .doesNotContain("<b>", "http:", "https:", "<script");
    }
}
