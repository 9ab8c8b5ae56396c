package io.tactus.lab.erlang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErlangQueueTest {
    private static final double FOR_EVER = Double.POSITIVE_INFINITY;

    @Test
    void oneAgentIsTheQueueOfTheTextbooks() {
        ErlangQueue queue = new ErlangQueue(1, 0.8, 1, FOR_EVER);

        assertThat(queue.waitProbability()).isCloseTo(0.8, within(1e-12));
        assertThat(queue.meanWaitSeconds()).isCloseTo(4, within(1e-12));
        assertThat(queue.abandonment()).isZero();
    }

    /** Values of the tables of Erlang C. */
    @Test
    void erlangC() {
        assertThat(new ErlangQueue(2, 1, 1, FOR_EVER).waitProbability()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(new ErlangQueue(10, 8, 1, FOR_EVER).waitProbability()).isCloseTo(0.4092, within(5e-5));
    }

    /** Garnett, Mandelbaum and Reiman 2002: 50 agents, 48 calls a minute, talks of a minute, patience of two minutes. */
    @Test
    void erlangA() {
        ErlangQueue patient = new ErlangQueue(50, 0.8, 60, FOR_EVER);
        ErlangQueue impatient = new ErlangQueue(50, 0.8, 60, 120);

        assertThat(patient.meanWaitSeconds()).isCloseTo(20.8, within(0.05));
        assertThat(impatient.meanWaitSeconds()).isCloseTo(3.7, within(0.05));
        assertThat(impatient.abandonment()).isCloseTo(0.031, within(0.0005));
    }

    @Test
    void whereTheQueueWouldGrowForEverThereIsNoAnswer() {
        assertThatThrownBy(() -> new ErlangQueue(2, 2, 1, FOR_EVER)).hasMessageContaining("grows for ever");
        assertThat(new ErlangQueue(2, 4, 1, 1).abandonment()).isBetween(0.5, 0.6);
    }
}
