package io.tactus.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Other agents, as an agent may see them. */
@ApplicationScoped
class Colleagues {
    /** An agent by name. */
    record Colleague(long id, String name) {}

    private final Agents agents;

    Colleagues(Agents agents) {
        this.agents = agents;
    }

    /** Who is ready, save the agent who asks. */
    List<Colleague> readyBeside(long agentId) {
        return agents.list().stream()
                .filter(agent -> agent.id() != agentId && agent.state().equals("READY"))
                .map(agent -> new Colleague(agent.id(), agent.displayName()))
                .toList();
    }
}
