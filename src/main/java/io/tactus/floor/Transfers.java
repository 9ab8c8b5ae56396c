package io.tactus.floor;

import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Talk.Step;
import io.tactus.floor.model.Trunk;
import org.jspecify.annotations.Nullable;

/** Customers who go to another agent or to an outside number. Until they are there they belong to the agent who had them. */
final class Transfers {
    private final FloorState state;
    private final AgentFlow agents;
    private final TalkSteps steps;
    private final Recorder recorder;

    Transfers(FloorState state, AgentFlow agents, TalkSteps steps, Recorder recorder) {
        this.state = state;
        this.agents = agents;
        this.steps = steps;
        this.recorder = recorder;
    }

    void toAgent(Agent agent, long heirId) {
        Call call = steps.idle(agent, "transfer");
        if (call == null) {
            return;
        }
        Agent heir = state.agents.get(heirId);
        String hindrance = hindrance(call, heir);
        if (heir == null || !hindrance.isEmpty()) {
            state.refuse("agent", agent.id, hindrance);
            return;
        }
        agents.reserve(heir, call);
        give(call, heir);
    }

    private String hindrance(Call call, @Nullable Agent heir) {
        if (heir == null || heir.state() != AgentState.READY) {
            return "the other agent is not ready";
        }
        if (!heir.node.equals(call.node)) {
            return "the other agent's phone is at another telephony node";
        }
        if (Aim.awaited(state, heir)) {
            return "calls are on their way to the other agent";
        }
        return heir.bridgeable() ? "" : "the other agent's phone is not connected";
    }

    /** Whoever listens to an agent, or was called by the agent, takes the customer over. @param askerId who wants it so */
    void takeOver(Agent heir, long agentId, long askerId) {
        Agent agent = state.agents.get(agentId);
        String hindrance = agents.legs.supervision.hindranceOfTakingOver(heir, agentId);
        if (agent == null || !hindrance.isEmpty()) {
            state.refuse("agent", askerId, hindrance);
            return;
        }
        Call call = steps.idle(agent, askerId, "taking over");
        if (call != null) {
            boolean pausesAfter = agents.consultations.becomesAgent(heir);
            agents.legs.supervision.over(heir);
            if (pausesAfter) {
                agents.takeInPause(heir, call);
            } else {
                agents.take(heir, call);
            }
            give(call, heir);
        }
    }

    /** The colleague with whom the agent speaks gets the customer; somebody outside keeps him. */
    void fromConsultation(Agent heir, Agent agent) {
        if (!heir.guest()) {
            takeOver(heir, agent.id, agent.id);
            return;
        }
        String hindrance = agents.legs.supervision.hindranceOfTakingOver(heir, agent.id);
        Call call = hindrance.isEmpty() ? steps.idle(agent, "transfer") : null;
        if (call != null) {
            agents.consultations.becomesAgent(heir);
            agents.legs.supervision.over(heir);
            give(call, heir);
        } else if (!hindrance.isEmpty()) {
            state.refuse("agent", agent.id, hindrance);
        }
    }

    private void give(Call call, Agent heir) {
        steps.begin(call, Step.TO_AGENT);
        call.talk.heirId = heir.id;
        steps.bridge(call, heir);
    }

    void outside(Agent agent, long callId) {
        Call call = steps.idle(agent, "transfer");
        if (call == null) {
            return;
        }
        steps.giveLineBack(call);
        Trunk trunk = call.id == callId ? Dialler.freeTrunk(state, call.node) : null;
        if (trunk == null) {
            String why =
                    call.id == callId ? "no line is free: try again in a moment" : "the call is not the present one";
            state.refuse("agent", agent.id, why);
            return;
        }
        call.talk.outsideTrunk = trunk.name;
        steps.begin(call, Step.OUTSIDE);
        state.emit(new TelephonyEffect.HandOver(call.id, call.campaignId, call.node, trunk.name));
    }

    void onHandedOver(Call call) {
        if (call.talk.step == Step.OUTSIDE) {
            Agent agent = state.agentOf(call);
            recorder.stop(call);
            steps.settle(call, CallStage.TRANSFERRED);
            release(call, agent);
        }
    }

    void inherit(Call call) {
        Agent former = state.agentOf(call);
        Agent heir = state.agents.get(call.talk.heirId);
        if (heir != null && heir.guest()) {
            recorder.stop(call);
            call.talk.heirId = 0;
            steps.giveLineBack(call);
            call.talk.outsideTrunk = agents.guests.goesWithCustomer(heir);
            steps.settle(call, CallStage.TRANSFERRED);
            release(call, former);
            return;
        }
        call.talk.formerAgentId = call.agentId;
        call.agentId = call.talk.heirId;
        call.talk.heirId = 0;
        steps.settle(call, CallStage.CONNECTED);
        if (heir != null) {
            heir.legIs(Agent.Leg.BRIDGED, state.now);
            agents.talking(heir);
        }
        release(call, former);
    }

    /** The former agent wraps up what the agent knows of the customer. */
    private void release(Call call, @Nullable Agent agent) {
        if (agent != null && agent.callId == call.id) {
            agents.callOver(agent, state.campaignOf(call).settings.wrapUpMillis());
        }
    }

    /** The leg of the agent to whom the call was on its way is gone. Says whether there was such a call. */
    boolean heirLost(Agent heir) {
        Call call = state.calls.get(heir.callId);
        if (call == null || call.talk.heirId != heir.id) {
            return false;
        }
        steps.fail(call, "the other agent's leg is gone");
        return true;
    }

    /** Somebody outside hung up just before getting the customer. */
    void guestLost(Call call) {
        steps.fail(call, "the other side has hung up");
    }

    /** Another agent has the customer: the transfer went well, perhaps after it was given up. */
    boolean takenOver(Call call, long agentId) {
        Agent heir = state.agents.get(agentId);
        if (call.talk.heirId == agentId) {
            inherit(call);
            return true;
        }
        if (heir == null || heir.guest() || !NetworkFlow.free(heir)) {
            return false;
        }
        agents.resume(heir, call);
        call.talk.heirId = agentId;
        inherit(call);
        return true;
    }
}
