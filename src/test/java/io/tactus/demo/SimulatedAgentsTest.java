package io.tactus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.platform.EngineClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedAgentsTest {
    private static final EngineClock CLOCK = EngineClock.of(() -> 5_000_000, () -> 5_000_000_000L);

    @Test
    void aWrapUpCountsFromTheEndOfTheTalkHoweverLateItWasHeardOf() {
        assertThat(SimulatedAgents.wait(CLOCK, 4_000_000, 3)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsOverdueHappensAtOnce() {
        assertThat(SimulatedAgents.wait(CLOCK, 1_000_000, 3)).isEqualTo(Duration.ZERO);
    }
}
