package io.tactus.pacing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ArrivalRateTest {
    private final ArrivalRate rate = new ArrivalRate();
    private final Random random = new Random(5);
    private double now = 1_000_000;

    private double after(double seconds, double perSecond) {
        double end = now + seconds;
        while (true) {
            now += -Math.log(1 - random.nextDouble()) / perSecond;
            if (now >= end) {
                now = end;
                return rate.perSecond((long) (now * 1e6));
            }
            rate.arrived((long) (now * 1e6));
        }
    }

    @Test
    void nobodyIsExpectedBeforeAnybodyHasCome() {
        assertThat(rate.perSecond(1_000_000)).isZero();
    }

    @Test
    void itIsLearntAndFollowed() {
        assertThat(after(3_600, 0.2)).isCloseTo(0.2, within(0.05));
        assertThat(after(3_600, 0.02)).isCloseTo(0.02, within(0.015));
    }
}
