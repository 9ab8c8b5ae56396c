package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short form of {@code ./tactus lab erlang}: a queue of the floor waits as theory says. */
class ErlangTest {
    /** Eight figures; a right queue fails with one seed of a thousand. */
    private static final double ERROR = 0.001 / 8;

    @ParameterizedTest
    @CsvSource({"2, 0.7, 0", "10, 0.85, 0", "5, 1.2, 60", "25, 1.0, 30"})
    void theQueueWaitsAsTheorySays(int agents, double load, double patience) {
        ErlangTrial trial = ErlangTrial.of(new ErlangPoint(agents, load, patience), 20, 2_000, 1, ERROR);

        assertThat(trial.checks()).allSatisfy(check -> {
            assertThat(check.holds()).as(check.toString()).isTrue();
            // Close enough that another number of agents, or another discipline, would be seen.
            assertThat(check.interval().half()).isLessThan(0.35 * check.theory());
        });
        assertThat(trial.connectSeconds()).isLessThan(0.02);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.85, 0", "25, 1.0, 30"})
    void anAgentTooFewIsSeen(int agents, double load, double patience) {
        ErlangTrial trial = ErlangTrial.of(new ErlangPoint(agents, load, patience), 20, 2_000, 1, ERROR);
        ErlangPoint other = new ErlangPoint(agents - 1, load * agents / (agents - 1), patience);

        double waits = other.theory(trial.connectSeconds()).waitProbability();
        assertThat(trial.checks().getFirst().interval().holds(waits)).isFalse();
    }
}
