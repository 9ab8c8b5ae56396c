package io.tactus.sim.fault;

import java.time.Duration;

/**
 * How badly events reach the sessions; each figure is the probability, per event and session, of that mishap.
 *
 * @param lost never arrives
 * @param doubled arrives twice
 * @param delayed arrives after {@code delay}, and so behind later ones
 * @param reordered changes places with the next event of the session
 * @param delay wall-clock time at speed 1; shorter by the speed factor otherwise
 */
public record EventFaults(double lost, double doubled, double delayed, double reordered, Duration delay) {
    /** Every event arrives once and in order. */
    public static final EventFaults NONE = new EventFaults(0, 0, 0, 0, Duration.ZERO);

    /** Fails fast on figures that are no probabilities. */
    public EventFaults {
        for (var probability : new double[] {lost, doubled, delayed, reordered}) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("A probability lies between 0 and 1, got " + probability);
            }
        }
    }
}
