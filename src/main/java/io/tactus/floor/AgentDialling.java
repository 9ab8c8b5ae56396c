package io.tactus.floor;

import static io.tactus.floor.FloorState.MILLI;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.ReservedLead;
import io.tactus.floor.model.Trunk;
import org.jspecify.annotations.Nullable;

/** Calls that are made for one agent alone: previews and dialling by hand. Such a call always finds its agent. */
final class AgentDialling {
    private final FloorState state;
    private final AgentFlow agents;
    private final CallFlow calls;

    AgentDialling(FloorState state, AgentFlow agents, CallFlow calls) {
        this.state = state;
        this.agents = agents;
        this.calls = calls;
    }

    /** Shows a lead to a free agent. */
    void offer(Agent agent, Campaign campaign, ReservedLead lead) {
        Call call = open(agent, campaign, lead.callId(), lead.leadId(), lead.answerProbability());
        agents.reserve(agent, call);
        int time = campaign.settings.previewMillis();
        if (time > 0) {
            state.setTimer(call, time * MILLI);
        }
        state.emit(new NewsEffect.PreviewShown(
                call.id, campaign.id, call.leadId, agent.id, time > 0 ? state.now + time * MILLI : 0));
    }

    private Call open(Agent agent, Campaign campaign, long callId, long leadId, double probability) {
        Call call = new Call(callId, campaign.id, leadId, agent.node, "", probability, agent.id, state.now);
        calls.open(call);
        return call;
    }

    void accept(Agent agent, long callId) {
        Call call = offered(agent.id, callId);
        if (call == null) {
            state.refuse("agent", agent.id, "no preview of call " + callId + " is open");
            return;
        }
        Trunk trunk = Dialler.freeTrunk(state, call.node);
        if (trunk == null) {
            state.refuse("agent", agent.id, "no line is free: try again in a moment");
            return;
        }
        call.trunk = trunk.name;
        call.gateAsked = true;
        call.timer = 0;
        state.emit(new StoreEffect.RunGate(call.id, call.campaignId, call.leadId, agent.id, trunk.name));
    }

    void skip(Agent agent, long callId, String reason) {
        Call call = offered(agent.id, callId);
        if (call == null) {
            state.refuse("agent", agent.id, "no preview of call " + callId + " is open");
        } else {
            giveBack(call, reason);
        }
    }

    private @Nullable Call offered(long agentId, long callId) {
        Call call = state.calls.get(callId);
        boolean open =
                call != null && call.boundAgentId == agentId && call.stage() == CallStage.RESERVED && !call.gateAsked;
        return open ? call : null;
    }

    /** The lead must not be dialled as it was shown: a preview of it that is open is closed. */
    void withdraw(long callId) {
        Call call = state.calls.get(callId);
        if (call != null && call.boundAgentId != 0 && offered(call.boundAgentId, callId) != null) {
            giveBack(call, "withdrawn");
        }
    }

    /** The lead goes back undialled; the agent is free again. */
    void giveBack(Call call, String reason) {
        state.emit(new StoreEffect.ReleaseLead(call.id, call.leadId, reason));
        calls.end.finish(call, Outcome.FAILED, 0, reason);
    }

    void timeOver(Call call) {
        Agent agent = state.agentOf(call);
        if (call.gateAsked || agent == null) {
            return;
        }
        if (state.campaignOf(call).settings.previewForced()) {
            accept(agent, call.id);
            if (!call.gateAsked) {
                state.setTimer(call, FloorState.SECOND);
            }
        } else {
            giveBack(call, "TIMEOUT");
        }
    }

    void dialByHand(Agent agent, AgentInput.DialsByHand input) {
        Campaign campaign = state.campaigns.get(input.campaignId());
        String hindrance = hindrance(agent, campaign, input);
        if (campaign == null || !hindrance.isEmpty()) {
            state.refuse("agent", agent.id, hindrance);
            state.emit(new StoreEffect.ReleaseLead(input.callId(), input.leadId(), hindrance));
            return;
        }
        Call call = open(agent, campaign, input.callId(), input.leadId(), 0.5);
        if (agent.state() == AgentState.READY) {
            agents.reserve(agent, call);
        } else {
            agents.take(agent, call);
        }
        accept(agent, call.id);
        if (!call.gateAsked) {
            giveBack(call, "no line is free");
        }
    }

    private String hindrance(Agent agent, @Nullable Campaign campaign, AgentInput.DialsByHand input) {
        if (campaign == null || campaign.state() != CampaignState.RUNNING) {
            return "campaign " + input.campaignId() + " is not running";
        }
        if (state.calls.containsKey(input.callId())) {
            return "call " + input.callId() + " exists already";
        }
        if (agent.state() != AgentState.READY && agent.state() != AgentState.PAUSED) {
            return "dialling by hand needs an agent who is ready or paused, this one is " + agent.state();
        }
        if (Aim.awaited(state, agent)) {
            return "calls are on their way to this agent: pause first";
        }
        return agent.reachable() ? "" : "the agent's leg is not connected";
    }
}
