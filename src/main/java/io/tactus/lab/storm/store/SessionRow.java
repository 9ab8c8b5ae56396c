package io.tactus.lab.storm.store;

import io.tactus.floor.model.AgentState;

/** The session of an agent who has not logged out. */
public final class SessionRow {
    public final long agentId;
    public String node;
    public AgentState state = AgentState.LEG_CONNECTING;

    SessionRow(long agentId, String node) {
        this.agentId = agentId;
        this.node = node;
    }
}
