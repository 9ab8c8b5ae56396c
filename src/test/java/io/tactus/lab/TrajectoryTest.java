package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.lab.WhatIf.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrajectoryTest {
    private static final long BEGIN = 1_000_000;
    /** 48 parts of a minute. */
    private static final long MINUTE = 60_000_000;

    private final Trajectory course = new Trajectory(BEGIN, 48 * MINUTE);

    private static long minute(double n) {
        return BEGIN + (long) (n * MINUTE);
    }

    @Test
    void timeIsSplitWhereAPartEnds() {
        course.spent(minute(0), minute(0.75), false);
        course.spent(minute(0.75), minute(2.5), true);

        List<Moment> moments = course.moments();
        assertThat(moments).extracting(Moment::hour).containsExactly(1 / 60.0, 2 / 60.0, 3 / 60.0);
        assertThat(moments).extracting(Moment::busy).containsExactly(0.25, 1.0, 1.0);
    }

    @Test
    void abandonmentIsTheShareUpToThen() {
        course.spent(minute(0), minute(3), true);
        course.answered(minute(0.5), true);
        course.answered(minute(2.5), false);

        assertThat(course.moments()).extracting(Moment::abandonment).containsExactly(1.0, 1.0, 0.5);
    }

    @Test
    void whatLiesBehindTheEndBelongsToTheLastPart() {
        course.spent(minute(47), minute(49), true);
        course.answered(minute(50), true);

        assertThat(course.moments()).containsExactly(new Moment(0.8, 1, 1));
    }
}
