package io.tactus.floor;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Campaign;
import org.jspecify.annotations.Nullable;

/**
 * The last resort before a person is abandoned: an agent who has wrapped up for a while takes the call, and finishes the wrap-up later. No
 * agent is asked for more than one call in twenty.
 */
final class Rescue {
    /** Highest share of an agent's calls that break off a wrap-up. */
    private static final double HIGHEST_SHARE = 0.05;
    /** The bridge needs some of the answer budget. */
    static final long MARGIN = 150 * FloorState.MILLI;

    private Rescue() {}

    /** Who has wrapped up longest among those who may be asked; null when nobody may. */
    static @Nullable Agent agentFor(Call call, FloorState state) {
        Campaign campaign = state.campaignOf(call);
        long after = campaign.settings.means().rescueAfterMillis() * FloorState.MILLI;
        if (after == 0) {
            return null;
        }
        Agent best = null;
        for (Agent agent : state.cellOf(call).serving) {
            if (mayBeAsked(agent)
                    && state.now - agent.sinceMicros() >= after
                    && (best == null || agent.sinceMicros() < best.sinceMicros())) {
                best = agent;
            }
        }
        return best;
    }

    private static boolean mayBeAsked(Agent agent) {
        return agent.state() == AgentState.WRAP_UP
                && !agent.leaving
                && !agent.onDemand
                && agent.bridgeable()
                && agent.rescues + 1 <= HIGHEST_SHARE * (agent.taken + 1);
    }
}
