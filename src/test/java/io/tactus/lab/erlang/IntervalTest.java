package io.tactus.lab.erlang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    /** Values of the tables of Student's distribution. */
    @Test
    void studentsQuantiles() {
        assertThat(Interval.student(0.05, 9)).isCloseTo(2.262, within(0.005));
        assertThat(Interval.student(0.05, 19)).isCloseTo(2.093, within(0.005));
        assertThat(Interval.student(0.01, 29)).isCloseTo(2.756, within(0.005));
        assertThat(Interval.student(0.001, 19)).isCloseTo(3.883, within(0.01));
        assertThat(Interval.student(0.0005, 9)).isCloseTo(5.291, within(0.06));
    }

    @Test
    void theIntervalIsThatOfTheMean() {
        Interval interval = Interval.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.05);

        assertThat(interval.mean()).isEqualTo(5.5);
        assertThat(interval.half()).isCloseTo(2.166, within(0.005));
        assertThat(interval.holds(7.6)).isTrue();
        assertThat(interval.holds(3.3)).isFalse();
    }
}
