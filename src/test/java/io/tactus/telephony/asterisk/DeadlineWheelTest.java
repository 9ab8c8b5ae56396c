package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlineWheelTest {
    private static final long MILLI = 1_000_000;

    private final DeadlineWheel wheel = new DeadlineWheel(0);

    @Test
    void neverEarlyAndAtMostASlotLate() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        long[] now = {0};
        int[] ran = {0};
        for (int i = 0; i < 2_000; i++) {
            long due = random.nextLong(60_000 * MILLI);
            wheel.at(due, () -> {
                ran[0]++;
                if (now[0] < due || now[0] > due + 2 * DeadlineWheel.SLOT_NANOS) {
                    wrong.add("due " + due + " ran at " + now[0]);
                }
            });
        }
        while (now[0] < 61_000 * MILLI) {
            now[0] += DeadlineWheel.SLOT_NANOS;
            wheel.advance(now[0]);
        }

        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(ran[0]).isEqualTo(2_000);
        assertThat(wheel.size()).isZero();
    }

    @Test
    void aCancelledOneIsGoneAtOnce() {
        List<String> ran = new ArrayList<>();
        DeadlineWheel.Deadline deadline = wheel.at(MILLI, () -> ran.add("cancelled"));
        deadline.cancel();
        deadline.cancel();

        wheel.advance(1_000 * MILLI);

        assertThat(ran).isEmpty();
        assertThat(wheel.size()).isZero();
    }

    @Test
    void aLongStallRunsEverythingOnce() {
        List<Integer> ran = new ArrayList<>();
        wheel.at(5 * MILLI, () -> ran.add(1));
        wheel.at(30_000 * MILLI, () -> ran.add(2));
        wheel.at(90_000 * MILLI, () -> ran.add(3));

        wheel.advance(60_000 * MILLI);

        assertThat(ran).containsExactlyInAnyOrder(1, 2);
    }
}
