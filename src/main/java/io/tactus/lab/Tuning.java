package io.tactus.lab;

import io.tactus.pacing.PacingPolicy;
import java.util.function.DoubleFunction;
import java.util.stream.LongStream;

/**
 * Sets the level of a rule that has one as nobody can set it beforehand: for one world, by trying. It answers the highest level found by bisection whose
 * abandonment, as the mean of runs with seeds of their own, is within the cap.
 */
final class Tuning {
    /** Far from the seeds that comparisons use, so that no level is fitted to the very runs that it is judged by. */
    private static final long FIRST_SEED = 900_001;

    private static final int RUNS = 2;
    private static final int STEPS = 8;
    private static final double LOWEST = 1;
    private static final double HIGHEST_CONNECTS = 4;

    private Tuning() {}

    /** The level; between 1 and four times the dials that an answer takes. */
    static double level(Scenario world, DoubleFunction<PacingPolicy> make) {
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST_CONNECTS / world.first().answerRates().getFirst());
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (abandonment(world, make, Math.exp(middle)) <= world.first().cap()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.floor(Math.exp(low) * 100) / 100;
    }

    private static double abandonment(Scenario world, DoubleFunction<PacingPolicy> make, double level) {
        return LongStream.range(FIRST_SEED, FIRST_SEED + RUNS)
                .parallel()
                .mapToDouble(seed -> LabRun.run(world, make.apply(level), seed).abandonment())
                .average()
                .orElseThrow();
    }
}
