package io.tactus.lab.storm;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.NetworkInput.TrunkConfigured;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Consultation;
import java.util.List;

/** Agents who call each other, with a customer on the line or without one. */
final class CrewTalk {
    private final World world;

    CrewTalk(World world) {
        this.world = world;
    }

    /** What the agent does about a colleague now. Says whether that was all for this look. */
    boolean look(Life life, Agent agent, long look) {
        List<Agent> agents = List.copyOf(life.engine.floor().agents());
        double mood = world.dice.roll("colleague", agent.id, look);
        for (Agent other : agents) {
            if (other.calls == agent.id) {
                answer(life, agent, other, mood);
                return true;
            }
        }
        if (agent.consultation != Consultation.NONE || hosts(agent, agents)) {
            return goesOn(life, agent, mood);
        }
        if (mood > 0.95 && agent.state() == AgentState.TALKING) {
            List<TrunkConfigured> trunks = world.trunks.stream()
                    .filter(trunk -> trunk.node().equals(agent.node))
                    .toList();
            life.hear(new AgentInput.CallsOutside(
                    agent.id,
                    trunks.get(world.dice.below(trunks.size(), "to outside", agent.id, look))
                            .trunk()));
            return true;
        }
        boolean calls = mood < 0.06
                && (agent.state() == AgentState.TALKING
                        || agent.state() == AgentState.PAUSED
                        || agent.state() == AgentState.READY);
        if (calls) {
            long colleague = agents.get(world.dice.below(agents.size(), "colleague called", agent.id, look)).id;
            life.hear(new AgentInput.CallsColleague(agent.id, colleague));
        }
        return calls;
    }

    private static boolean hosts(Agent agent, List<Agent> agents) {
        return agents.stream().anyMatch(other -> other.isGuestOf(agent));
    }

    private static void answer(Life life, Agent agent, Agent caller, double mood) {
        if (mood < 0.8) {
            life.hear(new AgentInput.AcceptsColleague(agent.id, caller.id));
        } else if (mood < 0.9) {
            life.hear(new AgentInput.DeclinesColleague(agent.id, caller.id));
        } else {
            life.hear(new AgentInput.LeavesColleague(caller.id));
        }
    }

    /** Whoever does nothing of it may do whatever an agent does: hold, hang up, want calls, go home. */
    private static boolean goesOn(Life life, Agent agent, double mood) {
        if (mood < 0.15) {
            life.hear(new AgentInput.LeavesColleague(agent.id));
        } else if (mood < 0.4) {
            life.hear(new AgentInput.Confers(agent.id));
        } else if (mood < 0.6) {
            life.hear(new AgentInput.GivesToColleague(agent.id));
        }
        return mood < 0.6;
    }
}
