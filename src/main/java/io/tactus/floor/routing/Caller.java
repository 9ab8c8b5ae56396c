package io.tactus.floor.routing;

/**
 * Somebody who waits in a queue.
 *
 * @param id of the call
 * @param arrivedMicros when the wait began; who comes back after a bridge that failed brings the old time along
 * @param priority 0 to 9, counted with the queue's
 * @param demand skills that this caller needs besides those of the queue, such as a language
 * @param lastAgentId the agent spoken with last; 0 for none, or too long ago
 */
public record Caller(
        long id, long queueId, long arrivedMicros, int priority, boolean vip, Demand demand, long lastAgentId) {
    /** @throws IllegalArgumentException when the priority is out of range */
    public Caller {
        Ageing.require("caller " + id, priority);
    }

    /** A caller of whom nothing is known. */
    public static Caller plain(long id, long queueId, long arrivedMicros) {
        return new Caller(id, queueId, arrivedMicros, 0, false, Demand.NONE, 0);
    }
}
