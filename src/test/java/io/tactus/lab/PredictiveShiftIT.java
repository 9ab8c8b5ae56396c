package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.pacing.ProgressivePolicy;
import io.tactus.pacing.predictive.PredictivePolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whole shifts of the floor core in the simulated world, cold started. The larger counts are run by command, see docs/benchmarks.md. */
final class PredictiveShiftIT {
    private static Scenario shift(int agents, Double... rates) {
        String list = Arrays.toString(rates);
        return ScenarioFile.read(
                "shift", "{agents: {count: %d}, campaigns: [{answerRates: %s}], hours: 8}".formatted(agents, list));
    }

    private static List<RunResult> shifts(Scenario scenario, int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> LabRun.run(scenario, new PredictivePolicy(), seed))
                .toList();
    }

    private static void capHeld(List<RunResult> shifts) {
        assertThat(shifts).allSatisfy(shift -> assertThat(shift.abandonment()).isLessThanOrEqualTo(0.03));
    }

    @Test
    void agentsTalkFarMoreThanWithOneCallEachAndTheCapHolds() {
        Scenario scenario = shift(10, 0.25);
        List<RunResult> predictive = shifts(scenario, 4);
        double progressive = LabRun.run(scenario, new ProgressivePolicy(), 1).utilisation();

        capHeld(predictive);
        assertThat(predictive).allSatisfy(run -> assertThat(run.utilisation()).isGreaterThan(progressive + 0.12));
    }

    @Test
    void theCapHoldsWhenTheAnswerRateTriplesAtOnce() {
        capHeld(shifts(shift(10, 0.12, 0.36, 0.12), 4));
    }

    /** Hundreds of dials at once: those that are refused come back before any that is answered, and must not be taken for all. */
    @Test
    void aLargeTeamIsNotDeceivedByWhatEndsFirst() {
        List<RunResult> shifts = shifts(shift(500, 0.1).withHours(2), 1);

        capHeld(shifts);
        assertThat(shifts.getFirst().utilisation()).isGreaterThan(0.95);
    }

    @Test
    void theCapHoldsOverStepsOfTheAnswerRate() {
        capHeld(shifts(shift(5, 0.12, 0.45, 0.12, 0.5), 4));
    }

    @Test
    void theSameSeedGivesTheSameShift() {
        Scenario scenario = shift(5, 0.25);

        assertThat(LabRun.run(scenario, new PredictivePolicy(), 3))
                .isEqualTo(LabRun.run(scenario, new PredictivePolicy(), 3));
    }
}
