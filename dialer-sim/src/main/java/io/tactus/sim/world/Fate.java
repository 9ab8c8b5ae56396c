package io.tactus.sim.world;

import java.time.Duration;

/** What becomes of one dial, decided when it starts; durations count from the start of the dial, simulated time. */
public sealed interface Fate {

    /** The network refuses after a while, without ringing. */
    record Refused(Refusal refusal, Duration after) implements Fate {}

    /** Rings and is never answered: the caller's time-out ends it. */
    record RingsOut(Duration ringsAfter) implements Fate {}

    /** Rings, then somebody or something answers. */
    record Answered(Duration ringsAfter, Duration answersAfter, Party party) implements Fate {}
}
