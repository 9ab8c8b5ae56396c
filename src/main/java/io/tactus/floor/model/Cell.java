package io.tactus.floor.model;

import io.tactus.pacing.forecast.ArrivalRate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * One campaign on one telephony node: what is paced together, since a call and its agent must be on the same node.
 * All collections keep the order of arrival, which makes "longest ready first" and "oldest call first" the natural order.
 */
public final class Cell {
    public final String node;
    /** Free agents aimed at this campaign, longest ready first. */
    public final Set<Agent> ready = new LinkedHashSet<>();
    /** Agents on the node that serve this campaign, whatever they do now. */
    public final Set<Agent> serving = new LinkedHashSet<>();
    /** Calls on their way out that any agent may take, oldest first. */
    public final Map<Long, Call> inFlight = new LinkedHashMap<>();
    /** Answered calls without an agent, oldest first. */
    public final SequencedMap<Long, Call> unserved = new LinkedHashMap<>();
    /** All calls of the cell that are not over. */
    public final Map<Long, Call> open = new LinkedHashMap<>();

    /** How often callers come in, when the campaign is a queue. */
    public final ArrivalRate arrivals = new ArrivalRate();

    public String lastReason = "";
    public long lastDecisionMicros;
    private int leaving;

    Cell(String node) {
        this.node = node;
    }

    /** Free agents who stay. */
    public int free() {
        return ready.size() - leaving;
    }

    /** Calls that would find no agent if every one on its way were answered at once. */
    public int excess() {
        return Math.max(0, inFlight.size() + unserved.size() - free());
    }

    /** Puts a free agent at the end of the row. */
    public void addReady(Agent agent) {
        if (ready.add(agent) && agent.going()) {
            leaving++;
        }
    }

    /** Takes an agent out of the row. */
    public void removeReady(Agent agent) {
        if (ready.remove(agent) && agent.going()) {
            leaving--;
        }
    }

    /** Notes that a free agent wants to leave, or is to move to another campaign. */
    public void markLeaving(Agent agent) {
        if (!agent.going() && ready.contains(agent)) {
            leaving++;
        }
    }

    /** Notes that a free agent stays after all. */
    public void unmarkLeaving(Agent agent) {
        if (agent.going() && ready.contains(agent)) {
            leaving--;
        }
    }

    /** Whether a call launched before this moment is still aimed at the agents of the cell. */
    public boolean aimedSinceBefore(long micros) {
        if (!inFlight.isEmpty() && inFlight.values().iterator().next().launchedMicros <= micros) {
            return true;
        }
        for (Call call : unserved.values()) {
            if (call.launchedMicros <= micros) {
                return true;
            }
        }
        return false;
    }
}
