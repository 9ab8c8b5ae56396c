package io.tactus.floor;

import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Talk.Step;

/** Hold and retrieve, and the customer whose agent's leg is lost in a talk. */
final class Holding {
    private final FloorState state;
    private final AgentFlow agents;
    private final CallEnd end;
    private final TalkSteps steps;

    Holding(FloorState state, AgentFlow agents, CallEnd end, TalkSteps steps) {
        this.state = state;
        this.agents = agents;
        this.end = end;
        this.steps = steps;
    }

    void hold(Agent agent) {
        Call call = steps.idle(agent, "hold");
        if (call != null && call.stage() == CallStage.HELD) {
            state.refuse("agent", agent.id, "the customer is on hold already");
        } else if (call != null) {
            call.talk.holdWanted = true;
            steps.begin(call, Step.TO_HOLD);
            state.emit(new TelephonyEffect.Hold(call.id, call.node));
        }
    }

    void retrieve(Agent agent) {
        Call call = steps.idle(agent, "retrieving");
        if (call == null) {
            return;
        }
        if (call.stage() != CallStage.HELD) {
            state.refuse("agent", agent.id, "the customer is not on hold");
        } else if (!agent.bridgeable()) {
            state.refuse("agent", agent.id, "your phone is not connected");
        } else {
            steps.begin(call, Step.FROM_HOLD);
            steps.bridge(call, agent);
        }
    }

    void onHeld(Call call) {
        if (call.stage() == CallStage.CONNECTED && call.talk.holdWanted && call.talk.heirId == 0) {
            steps.settle(call, CallStage.HELD);
            Agent agent = state.agentOf(call);
            if (agent != null) {
                agents.legs.supervision.apart(agent);
                agents.consultations.held(agent);
            }
        } else if (call.stage() == CallStage.CONNECTED && call.talk.step == Step.NONE) {
            leftAlone(call);
        } else if (call.stage().talk() || call.stage() == CallStage.TRANSFERRED) {
            // A late word, or the next step is under way already; or who was called outside has left the customer.
            state.doubt(call.node);
        }
    }

    /** The bridge broke up under the customer: the agent's leg is gone. */
    private void leftAlone(Call call) {
        Agent agent = state.agentOf(call);
        if (agent == null || !agent.keepsCalls) {
            end.hangUp(call, end.afterTalk(call), "the agent's leg is gone");
            return;
        }
        call.talk.alone = true;
        steps.settle(call, CallStage.HELD);
        state.setTimer(call, TalkSteps.ALONE_PATIENCE);
        legBack(agent);
    }

    /** A leg that was lost in a talk stands again, and takes the customer back. */
    void legBack(Agent agent) {
        Call call = state.calls.get(agent.callId);
        if (call != null
                && call.agentId == agent.id
                && call.stage() == CallStage.HELD
                && call.talk.alone
                && call.talk.step == Step.NONE
                && agent.bridgeable()) {
            steps.begin(call, Step.FROM_HOLD);
            steps.bridge(call, agent);
        }
    }

    boolean back(Call call) {
        Agent agent = state.agentOf(call);
        if (call.stage() == CallStage.HELD) {
            if (call.talk.step != Step.FROM_HOLD) {
                // A doubled word of before the hold.
                state.doubt(call.node);
                return true;
            }
            if (agent != null) {
                agent.legIs(Agent.Leg.BRIDGED, state.now);
            }
            steps.settle(call, CallStage.CONNECTED);
            if (agent != null) {
                agents.consultations.retrieved(agent);
            }
        }
        return true;
    }

    /** After a start of the engine: the customer of this agent is found on hold. */
    void resumeHeld(Call call, Agent agent) {
        agents.resume(agent, call);
        state.move(call, CallStage.CONNECTING);
        agents.talking(agent);
        steps.settle(call, CallStage.HELD);
    }
}
