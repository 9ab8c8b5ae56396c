package io.tactus.floor.model;

/**
 * A policy that computes beside the live one, without effect.
 *
 * @param mode one in which the engine launches calls
 * @param linesPerAgent calls in flight per free agent in {@link DialMode#POWER}; 1 to 20
 * @param abandonmentCap highest share of abandoned calls among live answers; 0 to 1
 * @param releaseRungMillis {@link DialMode#PREDICTIVE}: ringing calls would be given up after this long; 15,000 or more, 0 for never
 */
public record ShadowSettings(DialMode mode, double linesPerAgent, double abandonmentCap, int releaseRungMillis) {
    /** Refuses values outside the documented ranges. */
    public ShadowSettings {
        if (!mode.engineLaunches()) {
            throw new IllegalArgumentException(
                    "shadow mode is " + mode + ", expected one in which the engine launches calls");
        }
        if (!(linesPerAgent >= 1 && linesPerAgent <= 20)) {
            throw new IllegalArgumentException("shadow linesPerAgent is " + linesPerAgent + ", expected 1 to 20");
        }
        if (!(abandonmentCap >= 0 && abandonmentCap <= 1)) {
            throw new IllegalArgumentException("shadow abandonmentCap is " + abandonmentCap + ", expected 0 to 1");
        }
        if (releaseRungMillis != 0 && releaseRungMillis < 15_000) {
            throw new IllegalArgumentException(
                    "shadow releaseRungMillis is " + releaseRungMillis + ", expected 0, or 15000 or more");
        }
    }
}
