package io.tactus.floor.model;

/**
 * How long and how many callers wait in a queue; whom it does not take gets the overflow of the queue.
 *
 * @param longestWaitMillis after which a caller waits no more; 0: never
 * @param mostWaiting who comes when so many wait already is not taken; 0: everybody is
 * @param needsAgents nobody is taken while no agent is logged in who serves the queue
 */
public record QueueLimits(int longestWaitMillis, int mostWaiting, boolean needsAgents) {
    /** Everybody waits for as long as it takes. */
    public static final QueueLimits NONE = new QueueLimits(0, 0, false);

    /** Refuses values below 0. */
    public QueueLimits {
        CampaignSettings.require(longestWaitMillis >= 0, "longestWaitMillis", longestWaitMillis, "0 or more");
        CampaignSettings.require(mostWaiting >= 0, "mostWaiting", mostWaiting, "0 or more");
    }
}
