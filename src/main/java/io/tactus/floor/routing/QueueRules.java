package io.tactus.floor.routing;

/**
 * How a queue is served.
 *
 * @param priority 0 to 9, counted with the caller's own
 * @param strategy by what agents are chosen
 * @param demand skills that all its callers need
 * @param holdMicros how long a caller waits for the agent spoken with last alone, if that one is logged in and able; 0: that agent is preferred when free
 */
public record QueueRules(long id, int priority, Strategy strategy, Demand demand, long holdMicros) {
    /** @throws IllegalArgumentException when a figure is out of range */
    public QueueRules {
        Ageing.require("queue " + id, priority);
        if (holdMicros < 0) {
            throw new IllegalArgumentException(
                    "queue %d holds for %d µs, expected 0 or more".formatted(id, holdMicros));
        }
    }

    /** A queue that asks for nothing: first come, first served, by who has been free longest. */
    public static QueueRules plain(long id) {
        return new QueueRules(id, 0, Strategy.LONGEST_IDLE, Demand.NONE, 0);
    }
}
