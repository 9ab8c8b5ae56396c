package io.tactus.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What the campaigns of {@link HourCommand} came to, side by side, and which promises that breaks. */
final class HourTable {
    static final String PREDICTIVE = "predictive";
    static final String PROGRESSIVE = "progressive";

    /** One campaign. @param delays microseconds from the carrier's 200 OK to both in the bridge */
    record Row(String name, CampaignFigures figures, Histogram delays) {}

    private final double cap;
    private final List<Row> rows = new ArrayList<>();

    /** @param cap highest share of abandoned calls among live answers */
    HourTable(double cap) {
        this.cap = cap;
    }

    void add(Row row) {
        rows.add(row);
    }

    /** The table in Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| campaign | utilisation % | abandoned of live answers | abandonment % | dials/connect | agent's wait s "
                        + "| answer to agent p50 / p95 / p99 / worst ms |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Row row : rows) {
            CampaignFigures figures = row.figures();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %d of %d | %.2f | %.2f | %.1f | %.1f / %.1f / %.1f / %.1f |",
                    row.name(),
                    100 * figures.time().utilisation(),
                    figures.abandoned(),
                    figures.live(),
                    100 * figures.abandonment(),
                    figures.dialsPerConnect(),
                    figures.time().waitSeconds(),
                    percentile(row, 50),
                    percentile(row, 95),
                    percentile(row, 99),
                    percentile(row, 100)));
        }
        return lines;
    }

    private static double percentile(Row row, double percent) {
        return row.delays().getValueAtPercentile(percent) / 1_000.0;
    }

    /** The promises about pacing that do not hold. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (Row row : rows) {
            if (row.figures().live() == 0) {
                broken.add(row.name() + " reached nobody");
            }
            if (row.figures().abandonment() > cap) {
                broken.add(String.format(
                        Locale.ROOT,
                        "%s abandoned %.2f %%, more than its cap of %.2f %%",
                        row.name(),
                        100 * row.figures().abandonment(),
                        100 * cap));
            }
        }
        if (utilisation(PREDICTIVE) <= utilisation(PROGRESSIVE)) {
            broken.add("the agents of " + PREDICTIVE + " were no busier than those of " + PROGRESSIVE);
        }
        return broken;
    }

    private double utilisation(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .mapToDouble(row -> row.figures().time().utilisation())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no row " + name));
    }
}
