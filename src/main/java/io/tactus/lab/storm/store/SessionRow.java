package io.tactus.lab.storm.store;

import io.tactus.floor.model.AgentState;

/** The latest session of an agent. */
public final class SessionRow {
    public final long agentId;
    public String node;
    public boolean ended;
    public AgentState state = AgentState.LEG_CONNECTING;

    SessionRow(long agentId, String node) {
        this.agentId = agentId;
        this.node = node;
    }
}
