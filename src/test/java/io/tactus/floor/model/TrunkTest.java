package io.tactus.floor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TrunkTest {
    private static final long SECOND = 1_000_000;
    private final Trunk trunk = new Trunk("t", "n", 1_000, 1_000, 0);

    private void refuse(int calls) {
        for (int i = 0; i < calls; i++) {
            trunk.refused();
        }
    }

    @Test
    void aDeadTrunkCarriesOnlyTrialsThatBecomeRarer() {
        refuse(Trunk.FAILING_AFTER);
        int calls = 0;
        for (long now = SECOND; now <= 300 * SECOND; now += SECOND / 10) {
            if (trunk.tryAcquire(now)) {
                calls++;
                trunk.release();
                trunk.refused();
            }
        }

        assertThat(trunk.failing()).isTrue();
        assertThat(calls).isBetween(15, 30);
    }

    @Test
    void oneCallThatGetsThroughOpensItAgain() {
        refuse(Trunk.FAILING_AFTER);
        assertThat(trunk.tryAcquire(SECOND)).isTrue();
        assertThat(trunk.tryAcquire(SECOND)).isFalse();

        trunk.carried();

        assertThat(trunk.failing()).isFalse();
        assertThat(trunk.tryAcquire(SECOND)).isTrue();
        assertThat(trunk.tryAcquire(SECOND)).isTrue();
    }

    @Test
    void refusalsAmongOtherCallsDoNotStopIt() {
        for (int i = 0; i < 100; i++) {
            refuse(Trunk.FAILING_AFTER - 1);
            trunk.carried();
        }

        assertThat(trunk.failing()).isFalse();
    }
}
