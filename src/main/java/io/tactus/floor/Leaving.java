package io.tactus.floor;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * Pauses and log-outs. Nobody leaves while a call that was dialled for that agent may still be answered: new calls no longer count on
 * the agent from the wish on, and the agent goes when the calls launched before it have resolved.
 */
final class Leaving {
    private final FloorState state;
    private final Aim aim;
    private final AgentFlow agents;

    Leaving(FloorState state, Aim aim, AgentFlow agents) {
        this.state = state;
        this.aim = aim;
        this.agents = agents;
    }

    /** A pause or log-out takes effect at once, or when the call or the calls aimed at the agent are over. */
    void wants(Agent agent, String code, boolean forGood) {
        switch (agent.state()) {
            case PAUSED, LEG_CONNECTING -> now(agent, code, forGood);
            case READY -> {
                Campaign campaign = state.campaigns.get(agent.aimedAt);
                if (campaign != null) {
                    campaign.cell(agent.node).markLeaving(agent);
                    state.dirty.add(campaign);
                }
                note(agent, code, forGood);
                letGo();
            }
            case RESERVED, TALKING, WRAP_UP -> {
                note(agent, code, forGood);
                if (agent.state() == AgentState.WRAP_UP && forGood) {
                    now(agent, code, true);
                }
            }
            case LOGGED_OUT -> {
                // Sorted out before.
            }
        }
    }

    private void note(Agent agent, String code, boolean forGood) {
        agent.leaving = true;
        agent.leavingForGood |= forGood;
        agent.pauseCode = code;
        agent.leavingSinceMicros = state.now;
    }

    /** Lets those leave at whom nothing is aimed any more. Called when calls resolve, and at each tick. */
    void letGo() {
        List<Agent> going = new ArrayList<>();
        List<Agent> moving = new ArrayList<>();
        for (Agent agent : state.agents.values()) {
            if (agent.leaving && agent.state() == AgentState.READY && !needed(agent)) {
                going.add(agent);
            } else if (agent.moving && agent.state() == AgentState.READY && !needed(agent)) {
                moving.add(agent);
            }
        }
        moving.forEach(aim::move);
        for (Agent agent : going) {
            now(agent, agent.pauseCode, agent.leavingForGood);
        }
    }

    private boolean needed(Agent agent) {
        Campaign campaign = state.campaigns.get(agent.aimedAt);
        if (campaign == null) {
            return false;
        }
        Cell cell = campaign.cell(agent.node);
        return cell.excess() > 0 && cell.aimedSinceBefore(agent.leavingSinceMicros);
    }

    /** Leaves at once. */
    void now(Agent agent, String code, boolean forGood) {
        if (agent.state() == AgentState.READY) {
            aim.unaim(agent);
        }
        agent.stay();
        state.clearTimer(agent);
        agent.wantsReady = false;
        if (forGood) {
            logOut(agent);
            return;
        }
        agent.pauseCode = code;
        agent.callId = 0;
        if (agent.state() == AgentState.PAUSED) {
            state.announce(agent);
        } else if (agent.state() != AgentState.LEG_CONNECTING) {
            state.move(agent, AgentState.PAUSED);
            agents.legs.ensure(agent);
        }
    }

    private void logOut(Agent agent) {
        agents.assign(agent, List.of());
        agents.legs.drop(agent);
        agent.callId = 0;
        state.move(agent, AgentState.LOGGED_OUT);
        state.agents.remove(agent.id);
    }

    /** Leaves now that the leg stands. */
    void standing(Agent agent) {
        boolean forGood = agent.leavingForGood;
        agent.stay();
        if (forGood) {
            logOut(agent);
        } else {
            state.move(agent, AgentState.PAUSED);
        }
    }

    /** Changes one's mind. */
    void stay(Agent agent) {
        Campaign campaign = state.campaigns.get(agent.aimedAt);
        if (campaign != null) {
            if (agent.leaving && !agent.moving) {
                campaign.cell(agent.node).unmarkLeaving(agent);
            }
            state.dirty.add(campaign);
        }
        agent.stay();
    }
}
