package io.tactus.floor.routing;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * An agent who is logged in, as routing sees one.
 *
 * @param queues that the agent serves
 * @param skills what the agent can do
 * @param callsToday calls that the agent has had, for {@link Strategy#FEWEST_CALLS}
 */
public record AgentProfile(long id, Set<Long> queues, Levels skills, int callsToday) {
    /** Takes a copy. */
    public AgentProfile {
        queues = Collections.unmodifiableSet(new TreeSet<>(queues));
    }

    /** Whether the agent serves the queue and has what is required. */
    boolean able(long queueId, Levels required) {
        return queues.contains(queueId) && skills.meet(required);
    }
}
