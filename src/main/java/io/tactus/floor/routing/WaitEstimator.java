package io.tactus.floor.routing;

import java.util.OptionalDouble;

/**
 * How long a caller at some place of a queue will wait. With n callers ahead, agents who take callers of the queue at the rate r each, s of them, and
 * callers who give up at the rate a each, the expected wait is the sum of 1 / (s r + i a) over i = 0 to n: W. Whitt, Predicting queueing delays, Management
 * Science 45 (1999), 870-888; the same with measured rates is QLm of R. Ibrahim and W. Whitt, Real-time delay estimation in overloaded multiserver queues
 * with abandonments, Management Science 55 (2009), 1729-1742.
 *
 * <p>r is measured as callers taken over the time of agents in which somebody waited. So agents who work for other queues and campaigns as well count
 * for the part that this queue gets. For queues that the same agents serve in one order an estimator of all of them together, asked with all who are
 * ahead, is better. Before anything was measured an agent takes a caller per usual handling time. What was measured is forgotten with time. Times are
 * microseconds and do not run backwards.
 */
public final class WaitEstimator {
    /** After so long what was measured counts for 1/e. */
    private static final double FORGETS_MICROS = 900e6;
    /** The usual handling time counts as much as so many callers taken. */
    private static final double PRIOR_TAKEN = 10;
    /** Until somebody gives up nobody is expected to, and the first one proves little; in seconds waited. */
    private static final double PRIOR_WAITED = 300;

    private long nowMicros;
    private int waiting;
    private int agents;
    private double handlingSeconds;
    private double taken;
    private double agentSeconds;
    private double gaveUp;
    private double waitedSeconds;

    /** Nobody waits, nobody serves. @param handlingSeconds usual talk and wrap-up, above 0 */
    public WaitEstimator(double handlingSeconds, long nowMicros) {
        this.nowMicros = nowMicros;
        served(0, handlingSeconds, nowMicros);
    }

    /** So many agents serve the queue now, whatever they do. @param usualHandlingSeconds usual talk and wrap-up, above 0 */
    public void served(int by, double usualHandlingSeconds, long now) {
        if (by < 0 || !(usualHandlingSeconds > 0)) {
            throw new IllegalArgumentException("%d agents who handle a caller in %s s, expected 0 or more and above 0"
                    .formatted(by, usualHandlingSeconds));
        }
        advance(now);
        agents = by;
        handlingSeconds = usualHandlingSeconds;
    }

    /** Somebody begins to wait. */
    public void joined(long now) {
        advance(now);
        waiting++;
    }

    /** Somebody gets an agent. @param waitedMicros 0 for who had not to wait, which says nothing of how fast agents come */
    public void taken(long waitedMicros, long now) {
        advance(now);
        waiting--;
        taken += waitedMicros > 0 ? 1 : 0;
    }

    /** Somebody who waits gives up. */
    public void gaveUp(long now) {
        advance(now);
        waiting--;
        gaveUp++;
    }

    /** The expected wait in seconds of who has so many ahead and stays; empty when no agent serves the queue. */
    public OptionalDouble seconds(int ahead) {
        if (agents == 0) {
            return OptionalDouble.empty();
        }
        double perAgent = (taken + PRIOR_TAKEN) / (agentSeconds + PRIOR_TAKEN * handlingSeconds);
        double leaving = gaveUp / (waitedSeconds + PRIOR_WAITED);
        double seconds = 0;
        for (int i = 0; i <= ahead; i++) {
            seconds += 1 / (agents * perAgent + i * leaving);
        }
        return OptionalDouble.of(seconds);
    }

    private void advance(long now) {
        double passed = Math.max(0, now - nowMicros);
        double kept = Math.exp(-passed / FORGETS_MICROS);
        // What is gathered at a constant rate while it is being forgotten.
        double gathered = FORGETS_MICROS / 1e6 * (1 - kept);
        taken *= kept;
        gaveUp *= kept;
        agentSeconds = agentSeconds * kept + (waiting > 0 ? agents * gathered : 0);
        waitedSeconds = waitedSeconds * kept + waiting * gathered;
        nowMicros = Math.max(nowMicros, now);
    }
}
