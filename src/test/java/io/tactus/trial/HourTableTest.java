package io.tactus.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HourTableTest {
    @Test
    void aRowShowsItsFigures() {
        Histogram delays = new Histogram(60_000_000, 3);
        for (int millis = 1; millis <= 100; millis++) {
            delays.recordValue(millis * 1_000L);
        }
        HourTable table = new HourTable(0.03);
        table.add(new HourTable.Row("predictive", figures(75, 1000, 20), delays));

        assertThat(table.lines()).hasSize(3);
        assertThat(table.lines().getLast())
                .isEqualTo("| predictive | 75.0 | 20 of 1000 | 2.00 | 4.20 | 2.5 | 50.0 / 95.0 / 99.0 / 100.0 |");
    }

    @Test
    void allPromisesKept() {
        assertThat(table(figures(75, 1_000, 30), figures(27, 400, 0)).broken()).isEmpty();
    }

    @Test
    void moreAbandonedThanTheCapIsABrokenPromise() {
        assertThat(table(figures(75, 1_000, 31), figures(27, 400, 0)).broken())
                .singleElement()
                .asString()
                .contains("predictive abandoned 3.10 %");
    }

    @Test
    void predictiveMustBeBusierThanProgressive() {
        assertThat(table(figures(27, 1_000, 0), figures(27, 400, 0)).broken())
                .singleElement()
                .asString()
                .contains("no busier");
    }

    @Test
    void aCampaignThatReachedNobodyShowsNothing() {
        assertThat(table(figures(75, 1_000, 0), figures(27, 0, 0)).broken())
                .containsExactly("progressive reached nobody");
    }

    private static HourTable table(CampaignFigures predictive, CampaignFigures progressive) {
        HourTable table = new HourTable(0.03);
        table.add(new HourTable.Row(HourTable.PREDICTIVE, predictive, new Histogram(60_000_000, 3)));
        table.add(new HourTable.Row(HourTable.PROGRESSIVE, progressive, new Histogram(60_000_000, 3)));
        return table;
    }

    private static CampaignFigures figures(int utilisation, long live, long abandoned) {
        AgentTime time = new AgentTime(utilisation * 1_000_000L, (100 - utilisation) * 1_000_000L, 10);
        return new CampaignFigures(time, live, abandoned, 420, 100);
    }
}
