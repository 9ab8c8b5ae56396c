package io.tactus.pacing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

final class PacesTest {
    private final Paces paces = new Paces();
    private final Random random = new Random(11);

    private void work(int rounds, LongToDoubleFunction usual) {
        for (int i = 0; i < rounds; i++) {
            for (long agent = 1; agent <= 10; agent++) {
                paces.ended(agent, usual.applyAsDouble(agent) * Math.exp(0.4 * random.nextGaussian()));
            }
        }
    }

    @Test
    void whoTakesTwiceAsLongIsKnownByIt() {
        work(40, agent -> agent == 1 ? 44 : 22);
        // The usual time counts the slow one too: nine of 22 s and one of 44 s make 24.2 s.
        assertThat(paces.of(1).factor()).isCloseTo(44 / 24.2, within(0.25));
        assertThat(paces.of(2).factor()).isCloseTo(22 / 24.2, within(0.15));
        assertThat(paces.of(99).factor()).as("a newcomer").isEqualTo(1);
    }

    /** Chance makes means of ten durations differ by 13 %; among equals that must not be believed. */
    @Test
    void amongEqualsChanceIsNotBelieved() {
        work(10, agent -> 22);
        for (long agent = 1; agent <= 10; agent++) {
            assertThat(paces.of(agent).factor()).isCloseTo(1, within(0.08));
        }
    }

    @Test
    void itIsKept() {
        work(40, agent -> 10 + 4 * agent);
        ForecastMemory.Writer writer = new ForecastMemory.Writer();
        paces.keep("paces", writer);
        Paces again = new Paces();
        again.recall("paces", writer.memory());
        for (long agent = 1; agent <= 11; agent++) {
            assertThat(again.of(agent)).isEqualTo(paces.of(agent));
        }
    }
}
