package io.tactus.floor;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Trunk;

/**
 * Legs to phones outside, such as an agent's own mobile: each holds a line of the trunk that carries it, from the first ring to its end, so that calls
 * to customers and the agents who wait for them share what there is.
 */
final class LegLines {
    /** A phone outside is rung so often; then its owner has to ask. Nobody wants a phone that rings all night, and each try costs money. */
    static final int TRIES = 3;

    private final FloorState state;

    LegLines(FloorState state) {
        this.state = state;
    }

    /** Takes what the leg needs. @return whether it may be rung now */
    boolean take(Agent agent) {
        if (agent.trunk.isEmpty() || agent.holdsLine) {
            return true;
        }
        Trunk trunk = state.trunks.get(agent.trunk);
        agent.holdsLine = trunk != null && trunk.tryAcquire(state.now);
        return agent.holdsLine;
    }

    /** The leg was found: set up by an engine of before, or taken for lost. */
    void found(Agent agent) {
        Trunk trunk = state.trunks.get(agent.trunk);
        if (trunk != null && !agent.holdsLine) {
            trunk.occupy();
            agent.holdsLine = true;
        }
    }

    /** The phone was picked up: its trunk works. */
    void stands(Agent agent) {
        Trunk trunk = state.trunks.get(agent.trunk);
        if (trunk != null) {
            trunk.carried();
        }
    }

    void free(Agent agent) {
        Trunk trunk = state.trunks.get(agent.trunk);
        if (trunk != null && agent.holdsLine) {
            trunk.release();
        }
        agent.holdsLine = false;
    }

    /** Whether the phone was rung often enough. */
    boolean givenUp(Agent agent) {
        return !agent.trunk.isEmpty() && agent.legFailures >= TRIES;
    }
}
