package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.sim.world.PopulationSettings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
    @Test
    void theFiguresAreThoseOfTheRuns() throws IOException {
        Scenario world = ScenarioFile.find("hour").withAgents(3).withHours(0.5);
        RunResult run = LabRun.run(world, Policies.get("progressive").make().apply(world), 1);

        VirtualTime figures = VirtualTime.of("hour", "progressive", 3, 0.5, 1);

        assertThat(figures.runs()).isEqualTo(1);
        assertThat(figures.utilisation()).isEqualTo(run.utilisation()).isPositive();
        assertThat(figures.waitSeconds()).isEqualTo(run.waitSeconds());
        assertThat(figures.dialsPerConnect()).isEqualTo(run.dialsPerConnect());
        assertThat(figures.abandonment()).isZero();
    }

    @Test
    void thePeopleForANetworkInRealTimeAreTheLabsOwn() throws IOException {
        PopulationSettings people = VirtualTime.people("hour");

        assertThat(people.liveProbability()).isEqualTo(0.25);
        assertThat(people.talkMean()).isEqualTo(Duration.ofSeconds(20));
        assertThat(people.leavesHangupShare()).isZero();
        assertThat(people.machinesTurnedAway()).isTrue();
        assertThat(people.patienceMedian()).isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void aWorldThatOnlyTheLabCanPlayIsRefused() {
        assertThatThrownBy(() -> VirtualTime.people("leads"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leads");
    }
}
