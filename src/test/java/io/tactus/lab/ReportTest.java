package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final List<RunResult> RUNS = List.of(run(0.80, 20, 30), run(0.90, 40, 20));

    private static RunResult run(double utilisation, long abandoned, double wait) {
        return new RunResult(
                utilisation,
                wait,
                4,
                List.of(new RunResult.Account(1_000, abandoned, 1)),
                RunResult.Waits.NONE,
                List.of(new WhatIf.Moment(4.5, utilisation, 0.08), new WhatIf.Moment(9, utilisation, 0.02)));
    }

    private static Row row(String policy, int agents) {
        return Row.of("reference", policy, ScenarioFile.read("r", "{}").withAgents(agents), RUNS);
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
                .contains("<svg", "predictive", "&lt;b&gt;", "One run with 10 agents")
                .doesNotContain("<b>", "http:", "https:", "<script");
    }
}
