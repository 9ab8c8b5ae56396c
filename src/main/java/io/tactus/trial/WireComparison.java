package io.tactus.trial;

import io.tactus.lab.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a shift came to over the wire and in virtual time.
 *
 * @param delays simulated microseconds from a person's answer to the bridge
 * @param speed simulated seconds per real second
 * @param cap highest share of abandoned calls among live answers
 */
record WireComparison(CampaignFigures wire, VirtualTime lab, Histogram delays, double speed, double cap) {
    private static final double GOAL_POINTS = 1;

    /** By how many points of utilisation the wire is above virtual time. */
    double points() {
        return 100 * (wire.time().utilisation() - lab.utilisation());
    }

    /** What there is to print. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| | utilisation % | abandonment % | dials/connect | agent's wait s |");
        lines.add("|---|---|---|---|---|");
        lines.add(String.format(
                Locale.ROOT,
                "| over the wire | %.1f | %.2f (%d of %d) | %.2f | %.1f |",
                100 * wire.time().utilisation(),
                100 * wire.abandonment(),
                wire.abandoned(),
                wire.live(),
                wire.dialsPerConnect(),
                wire.time().waitSeconds()));
        lines.add(String.format(
                Locale.ROOT,
                "| virtual time, %d runs | %.1f +- %.1f | %.2f +- %.2f | %.2f | %.1f |",
                lab.runs(),
                100 * lab.utilisation(),
                100 * lab.utilisationCi(),
                100 * lab.abandonment(),
                100 * lab.abandonmentCi(),
                lab.dialsPerConnect(),
                lab.waitSeconds()));
        lines.add(String.format(
                Locale.ROOT,
                "difference in utilisation: %+.2f points (goal: within %.0f); single runs in virtual time spread by %.2f (standard deviation)",
                points(),
                GOAL_POINTS,
                100 * lab.utilisationDeviation()));
        lines.add(String.format(
                Locale.ROOT,
                "answer to bridge, waiting for an agent included: p50 %.1f, p95 %.1f, p99 %.1f real ms; %.0f, %.0f, %.0f simulated ms",
                millis(50) / speed,
                millis(95) / speed,
                millis(99) / speed,
                millis(50),
                millis(95),
                millis(99)));
        return lines;
    }

    private double millis(double percent) {
        return delays.getValueAtPercentile(percent) / 1_000.0;
    }

    /** The promises that do not hold. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (wire.live() == 0) {
            broken.add("nobody was reached");
        }
        if (wire.abandonment() > cap) {
            broken.add(String.format(
                    Locale.ROOT,
                    "%.2f %% were abandoned, more than the cap of %.2f %%",
                    100 * wire.abandonment(),
                    100 * cap));
        }
        if (Math.abs(points()) > GOAL_POINTS) {
            broken.add(String.format(
                    Locale.ROOT, "the wire is %+.2f points of utilisation away from virtual time", points()));
        }
        return broken;
    }
}
