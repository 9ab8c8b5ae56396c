package io.tactus.sim.world;

import java.time.Duration;

/**
 * How answering-machine detection behaves.
 *
 * @param personMedian median time until a person is recognised
 * @param machineMedian median time until a machine is recognised
 * @param sigma standard deviation of the logarithm of both
 * @param longest the detector gives up then and reports NOTSURE
 * @param falsePositiveRate share of persons taken for machines
 * @param falseNegativeRate share of machines taken for persons
 */
public record DetectorSettings(
        Duration personMedian,
        Duration machineMedian,
        double sigma,
        Duration longest,
        double falsePositiveRate,
        double falseNegativeRate) {

    /** Fails fast on rates that are no rates. */
    public DetectorSettings {
        PopulationSettings.requireShare("false-positive rate", falsePositiveRate);
        PopulationSettings.requireShare("false-negative rate", falseNegativeRate);
    }

    /** Asterisk's AMD with its stock settings, roughly: gives up after 5 s, wrong about 4 % of persons and 10 % of machines. */
    public static DetectorSettings usual() {
        return new DetectorSettings(
                Duration.ofMillis(1300), Duration.ofMillis(1900), 0.35, Duration.ofSeconds(5), 0.04, 0.10);
    }

    /** A detector that is never wrong and takes the same short time for everyone. */
    public static DetectorSettings exact(Duration delay) {
        return new DetectorSettings(delay, delay, 0, delay.plusMillis(1), 0, 0);
    }
}
