package io.tactus.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The engine's time on a machine whose clock is set. */
class EngineClockTest {
    private static final long HOUR = 3_600_000_000L;
    private long wall = 1_800_000_000_000_000L;
    private long monotonicMicros = 77;
    private final EngineClock clock = EngineClock.of(() -> wall, () -> monotonicMicros * 1_000);

    private void pass(long micros) {
        wall += micros;
        monotonicMicros += micros;
    }

    @Test
    void runsOnWhenTheMachinesClockIsSetBack() {
        long before = clock.micros();
        wall -= HOUR;
        pass(250_000);
        assertThat(clock.micros()).isEqualTo(before + 250_000);
        assertThat(clock.instant()).isEqualTo(EngineClock.instantOf(before - HOUR + 250_000));
    }

    @Test
    void followsWhenTheMachinesClockIsSetForward() {
        long before = clock.micros();
        wall += HOUR;
        assertThat(clock.micros()).isEqualTo(before + HOUR);
    }

    @Test
    void isTheMachinesTimeAgainOnceThatHasCaughtUp() {
        clock.micros();
        wall -= 1_000_000;
        pass(300_000);
        clock.micros();
        wall += 1_000_000;
        assertThat(clock.micros()).isEqualTo(wall);
    }
}
