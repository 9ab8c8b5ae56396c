package io.tactus.floor;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
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
 * campaigns that an agent serves the choice is stride scheduling: each has a pass that grows by 1 / weight with every agent it
 * gets, and the lowest pass is next; over time agents are shared in proportion to the weights.
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
            if (campaign != null && campaign.wantsAgents() && (best == null || campaign.pass < best.pass)) {
                best = campaign;
            }
        }
        if (best == null) {
            agent.aimedAt = 0;
            return;
        }
        agent.aimedAt = best.id;
        best.pass += 1 / best.settings.weight();
        best.cell(agent.node).addReady(agent);
        state.dirty.add(best);
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
        refund(agent);
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

    private void refund(Agent agent) {
        Campaign campaign = state.campaigns.get(agent.aimedAt);
        if (campaign != null) {
            campaign.pass -= 1 / campaign.settings.weight();
        }
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

    /** The call that has waited longest among those that a free agent may take; null when there is none. */
    @Nullable
    Call waitingFor(Agent agent) {
        Call best = null;
        for (long id : agent.campaigns) {
            Campaign campaign = state.campaigns.get(id);
            if (campaign == null || campaign.settings.mode() == DialMode.PREVIEW) {
                continue;
            }
            for (Call call : campaign.cell(agent.node).unserved.values()) {
                if (call.stage() == CallStage.WAITING
                        && !call.overflowDue
                        && (best == null || call.answeredMicros < best.answeredMicros)) {
                    best = call;
                    break;
                }
            }
        }
        return best;
    }
}
