package io.tactus.sim.time;

import java.time.Duration;

/** The only source of time in the simulated world. All actions run one after another on one thread. */
public interface Scheduler {

    /** Simulated nanoseconds since the world began; never goes back. */
    long nowNanos();

    /** Runs the action once the delay (simulated time, negative counts as zero) has passed; ties run in the order of the calls. */
    Timer after(Duration delay, Runnable action);

    /** Simulated time since the world began. */
    default Duration now() {
        return Duration.ofNanos(nowNanos());
    }
}
