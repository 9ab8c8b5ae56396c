package io.tactus.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tactus.lab.VirtualTime;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class WireComparisonTest {
    @Test
    void theDifferenceIsInPointsOfUtilisation() {
        WireComparison comparison = comparison(90.4, 20);

        assertThat(comparison.points()).isCloseTo(-0.6, within(1e-6));
        assertThat(comparison.broken()).isEmpty();
        assertThat(comparison.lines()).anyMatch(line -> line.contains("-0.60 points"));
    }

    @Test
    void delaysAreShownInRealAndInSimulatedTime() {
        assertThat(comparison(91, 20).lines().getLast()).contains("p50 5.0,").contains("100, 100, 100 simulated ms");
    }

    @Test
    void singleRunsSpreadMoreThanTheirMean() {
        assertThat(lab().utilisationDeviation()).isCloseTo(0.00098 / 1.96 * 4, within(1e-9));
    }

    @Test
    void moreThanAPointAwayIsABrokenPromiseInBothDirections() {
        assertThat(comparison(89.9, 0).broken()).singleElement().asString().contains("-1.10 points");
        assertThat(comparison(92.1, 0).broken()).singleElement().asString().contains("+1.10 points");
    }

    @Test
    void moreAbandonedThanTheCapIsABrokenPromise() {
        assertThat(comparison(91, 31).broken()).singleElement().asString().contains("3.10 %");
    }

    private static WireComparison comparison(double utilisation, long abandoned) {
        AgentTime time = new AgentTime(Math.round(utilisation * 1e6), Math.round((100 - utilisation) * 1e6), 10);
        Histogram delays = new Histogram(3_600_000_000L, 3);
        delays.recordValue(100_000);
        return new WireComparison(new CampaignFigures(time, 1_000, abandoned, 410, 100), lab(), delays, 20, 0.03);
    }

    private static VirtualTime lab() {
        return new VirtualTime(16, 0.91, 0.00098, 0.028, 0.001, 13, 4.2);
    }
}
