package io.tactus.floor;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.DialMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which campaign a free agent is aimed at, and which agent takes a call.
 *
 * <p>A free agent is aimed at one campaign at a time, so that a call dialled for a free agent finds that agent free. Among the
 * campaigns that an agent serves the choice is stride scheduling: each has a pass that grows by the time that agents work for it over its weight, and the
 * lowest pass is next, agents that are aimed already counted in; over time the agents' work is shared in proportion to the weights.
 */
final class Aim {
    private final FloorState state;

    Aim(FloorState state) {
        this.state = state;
    }

    /** Aims a free agent and puts the agent into the row of that campaign. */
    void aim(Agent agent) {
        Campaign best = null;
        for (long id : agent.campaigns) {
            Campaign campaign = state.campaigns.get(id);
            if (campaign != null
                    && campaign.wantsAgents()
                    && (best == null || due(campaign, agent.node) < due(best, agent.node))) {
                best = campaign;
            }
        }
        if (best == null) {
            agent.aimedAt = 0;
            return;
        }
        agent.aimedAt = best.id;
        best.cell(agent.node).addReady(agent);
        state.dirty.add(best);
    }

    /** The campaign's pass as it will be when the agents that are aimed at it have got their calls. */
    private static double due(Campaign campaign, String node) {
        int aimed = campaign.cell(node).ready.size();
        return campaign.pass + aimed * campaign.handlingSeconds / campaign.settings.weight();
    }

    /** Takes a free agent out of the row. */
    void unaim(Agent agent) {
        Campaign campaign = state.campaigns.get(agent.aimedAt);
        if (campaign != null) {
            campaign.cell(agent.node).removeReady(agent);
            state.dirty.add(campaign);
        }
        agent.aimedAt = 0;
        agent.moving = false;
    }

    /** Aims all free agents of all nodes anew: a campaign came, went, or ran out of leads. */
    void aimAll() {
        List<Agent> free = new ArrayList<>();
        for (Agent agent : state.agents.values()) {
            if (agent.state() == AgentState.READY) {
                free.add(agent);
            }
        }
        free.sort((a, b) -> Long.compare(a.sinceMicros(), b.sinceMicros()));
        for (Agent agent : free) {
            if (worthMoving(agent)) {
                move(agent);
            } else {
                stayOrGoLater(agent);
            }
        }
    }

    /** Aims a free agent at another campaign. */
    void move(Agent agent) {
        unaim(agent);
        aim(agent);
    }

    /** Who serves the campaign no more, but has calls on the way, goes when those have resolved; no new ones count on that agent. */
    private void stayOrGoLater(Agent agent) {
        Campaign campaign = state.campaigns.get(agent.aimedAt);
        if (campaign == null || agent.leaving || agent.moving == !agent.campaigns.contains(campaign.id)) {
            return;
        }
        Cell cell = campaign.cell(agent.node);
        if (agent.moving) {
            cell.unmarkLeaving(agent);
        } else {
            cell.markLeaving(agent);
            agent.leavingSinceMicros = state.now;
        }
        agent.moving = !agent.moving;
        state.dirty.add(campaign);
    }

    /** An agent at whom calls may be aimed stays where the agent is, unless the campaign has no use for agents now. */
    private boolean worthMoving(Agent agent) {
        Campaign campaign = state.campaigns.get(agent.aimedAt);
        return campaign == null
                || (spare(campaign.cell(agent.node)) > 0
                        && (!agent.campaigns.contains(campaign.id)
                                || agent.campaigns.size() > 1
                                || !campaign.wantsAgents()));
    }

    /** Whether calls are on their way to a free agent, so that whoever answers one of them would find nobody if this agent took something else. */
    static boolean awaited(FloorState state, Agent agent) {
        Campaign campaign = state.campaigns.get(agent.aimedAt);
        return campaign != null && (agent.going() || spare(campaign.cell(agent.node)) <= 0);
    }

    /** Free agents of the cell at whom no call is aimed. */
    static int spare(Cell cell) {
        return cell.free() - cell.inFlight.size() - cell.unserved.size();
    }

    /**
     * The agent for an answered call: who has been ready longest among those aimed at its campaign, else a spare one of another
     * campaign that this agent serves too; null when there is none.
     */
    @Nullable
    Agent agentFor(Call call) {
        Cell own = state.cellOf(call);
        if (!own.ready.isEmpty()) {
            return own.ready.iterator().next();
        }
        Agent best = unaimed(own);
        for (Campaign other : state.campaigns.values()) {
            Cell cell = other.cell(call.node);
            if (other.id == call.campaignId || spare(cell) <= 0) {
                continue;
            }
            for (Agent agent : cell.ready) {
                if (agent.campaigns.contains(call.campaignId)
                        && (best == null || agent.sinceMicros() < best.sinceMicros())) {
                    best = agent;
                    break;
                }
            }
        }
        return best;
    }

    /** Who is free and aimed at no campaign, since none that the agent serves launches calls now (it is being paused, for example). */
    private static @Nullable Agent unaimed(Cell cell) {
        Agent best = null;
        for (Agent agent : cell.serving) {
            if (agent.state() == AgentState.READY
                    && agent.aimedAt == 0
                    && (best == null || agent.sinceMicros() < best.sinceMicros())) {
                best = agent;
            }
        }
        return best;
    }

    /**
     * The call that has waited longest of the campaign whose turn it is, among those that a free agent may take; a caller when nobody waits who was called; null
     * when there is none.
     */
    @Nullable
    Call waitingFor(Agent agent) {
        Call called = null;
        Call caller = null;
        double lowest = Double.MAX_VALUE;
        for (long id : agent.campaigns) {
            Campaign campaign = state.campaigns.get(id);
            if (campaign == null || campaign.settings.mode() == DialMode.PREVIEW) {
                continue;
            }
            Call first = firstWaiting(campaign.cell(agent.node));
            if (first == null) {
                continue;
            }
            if (first.patient()) {
                caller = caller == null || first.launchedMicros < caller.launchedMicros ? first : caller;
            } else if (campaign.pass < lowest) {
                called = first;
                lowest = campaign.pass;
            }
        }
        return called != null ? called : caller;
    }

    private static @Nullable Call firstWaiting(Cell cell) {
        for (Call call : cell.unserved.values()) {
            if (call.canBeServed() && !call.overflowDue) {
                return call;
            }
        }
        return null;
    }
}
