package io.tactus.floor.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitEstimatorTest {
    private static final long SECOND = 1_000_000;

    @Test
    void withoutMeasurementsAnAgentTakesACallerPerHandlingTime() {
        WaitEstimator estimator = new WaitEstimator(200, 0);
        assertThat(estimator.seconds(0)).isEmpty();
        estimator.served(10, 200, 0);

        assertThat(estimator.seconds(0)).hasValue(20);
        assertThat(estimator.seconds(4).orElseThrow()).isCloseTo(100, within(1e-9));
    }

    @Test
    void whatIsMeasuredTakesOver() {
        WaitEstimator estimator = new WaitEstimator(200, 0);
        estimator.served(10, 200, 0);
        for (int i = 0; i < 100; i++) {
            estimator.joined(0);
        }
        for (long second = 40; second <= 3_600; second += 40) {
            estimator.taken(second * SECOND, second * SECOND);
        }

        // Half of what the handling time promises, since the agents have other work: 40 s for each, not 20.
        assertThat(estimator.seconds(0).orElseThrow()).isCloseTo(40, within(8.0));
    }

    @Test
    void whoGivesUpShortensTheWaitOfThoseBehind() {
        WaitEstimator estimator = new WaitEstimator(100, 0);
        estimator.served(1, 100, 0);
        for (int i = 0; i < 20; i++) {
            estimator.joined(0);
        }
        double before = estimator.seconds(20).orElseThrow();
        for (long second = 10; second <= 100; second += 10) {
            estimator.gaveUp(second * SECOND);
        }

        assertThat(estimator.seconds(20).orElseThrow()).isLessThan(before / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void inAMarkovQueueItIsUnbiasedAndHardlyWorseThanKnowingTheRates(long seed) {
        List<WaitTrial.Told> told = new WaitTrial("", 10, 0.9, 0, 0, 0, 0).run(seed);

        WaitErrors errors = WaitErrors.of(told, WaitTrial.Told::estimate);
        WaitErrors best = WaitErrors.of(told, one -> (one.ahead() + 1) * 18.0);
        assertThat(errors.bias()).isCloseTo(0, within(0.1 * errors.waited()));
        assertThat(errors.absolute()).isLessThan(1.25 * best.absolute());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agentsSharedWithAnotherQueueCountForTheirPart(long seed) {
        List<WaitTrial.Told> told = new WaitTrial("", 12, 0.3, 0.62, 0, 0, 0).run(seed);

        WaitErrors errors = WaitErrors.of(told, WaitTrial.Told::estimate);
        WaitErrors naive = WaitErrors.of(told, one -> (one.ahead() + 1) * 15.0);
        assertThat(Math.abs(errors.bias())).isLessThan(0.25 * errors.waited());
        assertThat(errors.absolute()).isLessThan(naive.absolute());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneEstimatorForAllQueuesOfTheSameAgentsIsUnbiased(long seed) {
        List<WaitTrial.Told> told = new WaitTrial("", 12, 0.3, 0.62, 0, 0, 0).run(seed);

        WaitErrors errors = WaitErrors.of(told, WaitTrial.Told::together);
        assertThat(errors.bias()).isCloseTo(0, within(0.15 * errors.waited()));
        assertThat(errors.absolute())
                .isLessThan(WaitErrors.of(told, WaitTrial.Told::estimate).absolute());
    }
}
