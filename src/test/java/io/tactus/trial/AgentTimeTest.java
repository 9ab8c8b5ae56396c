package io.tactus.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tactus.floor.model.AgentState;
import io.tactus.trial.AgentTime.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentTimeTest {
    private static final long SECOND = 1_000_000;

    @Test
    void talkAndWrapUpAreWorkAndReadyAndReservedAreNot() {
        AgentTime time = AgentTime.of(
                List.of(
                        change(1, 0, AgentState.READY),
                        change(1, 10, AgentState.RESERVED),
                        change(1, 11, AgentState.TALKING),
                        change(1, 31, AgentState.WRAP_UP),
                        change(1, 36, AgentState.READY)),
                0,
                40 * SECOND);

        assertThat(time.busyMicros()).isEqualTo(25 * SECOND);
        assertThat(time.freeMicros()).isEqualTo(15 * SECOND);
        assertThat(time.utilisation()).isCloseTo(25.0 / 40, within(1e-9));
        assertThat(time.waits()).isEqualTo(1);
        assertThat(time.waitSeconds()).isCloseTo(15, within(1e-9));
    }

    @Test
    void onlyWhatLiesBetweenTheTwoMomentsCounts() {
        AgentTime time = AgentTime.of(
                List.of(
                        change(1, 0, AgentState.READY),
                        change(1, 5, AgentState.TALKING),
                        change(1, 25, AgentState.READY),
                        change(1, 70, AgentState.TALKING)),
                20 * SECOND,
                60 * SECOND);

        assertThat(time.busyMicros()).isEqualTo(5 * SECOND);
        assertThat(time.freeMicros()).isEqualTo(35 * SECOND);
        assertThat(time.waits()).isZero();
    }

    @Test
    void agentsAreAddedUpAndPausesAndConnectingCountForNothing() {
        AgentTime time = AgentTime.of(
                List.of(
                        change(1, 0, AgentState.PAUSED),
                        change(2, 0, AgentState.LEG_CONNECTING),
                        change(2, 4, AgentState.READY),
                        change(1, 6, AgentState.TALKING)),
                0,
                10 * SECOND);

        assertThat(time.busyMicros()).isEqualTo(4 * SECOND);
        assertThat(time.freeMicros()).isEqualTo(6 * SECOND);
    }

    @Test
    void nobodyAtWorkIsNoUtilisation() {
        assertThat(AgentTime.of(List.of(), 0, SECOND).utilisation()).isZero();
        assertThat(AgentTime.of(List.of(), 0, SECOND).waitSeconds()).isZero();
    }

    private static Change change(long agent, long second, AgentState state) {
        return new Change(agent, second * SECOND, state);
    }
}
