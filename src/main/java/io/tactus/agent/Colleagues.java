package io.tactus.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Other agents, as an agent may see them. */
@ApplicationScoped
class Colleagues {
    /** An agent by name. @param state {@code READY} or {@code PAUSED} */
    record Colleague(long id, String name, String state) {}

    private static final Set<String> FREE_TO_SPEAK = Set.of("READY", "PAUSED");

    private final Agents agents;

    Colleagues(Agents agents) {
        this.agents = agents;
    }

    /** Who could speak, save the agent who asks; those who are ready first. */
    List<Colleague> beside(long agentId) {
        return agents.list().stream()
                .filter(agent -> agent.id() != agentId && FREE_TO_SPEAK.contains(agent.state()))
                .map(agent -> new Colleague(agent.id(), agent.displayName(), agent.state()))
                .sorted(Comparator.comparing(Colleague::state).reversed())
                .toList();
    }
}
