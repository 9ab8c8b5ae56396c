package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Talk.Step;
import org.jspecify.annotations.Nullable;

/**
 * Customers who were talked with and wait again: in a queue, whose agents take them like callers, or parked, until an agent picks them up. They hear
 * music, and stay calls of their campaign.
 */
final class WaitingRoom {
    /** After this long somebody who is parked goes to an agent by himself: to who parked him, else to another one of the campaign. */
    private static final long PARK_PATIENCE = 180 * SECOND;
    /** When nobody was free for that, the next look. */
    private static final long PARK_RETRY = 5 * SECOND;

    private final FloorState state;
    private final AgentFlow agents;
    private final CallFlow calls;
    private final TalkSteps steps;
    private final Recorder recorder;

    WaitingRoom(FloorState state, AgentFlow agents, CallFlow calls, TalkSteps steps, Recorder recorder) {
        this.state = state;
        this.agents = agents;
        this.calls = calls;
        this.steps = steps;
        this.recorder = recorder;
    }

    void toQueue(Agent agent, long queueId) {
        Call call = steps.idle(agent, "transfer");
        Campaign queue = state.campaigns.get(queueId);
        if (call == null) {
            return;
        }
        if (queue == null || queue.settings.mode() != DialMode.INBOUND || queue.state() != CampaignState.RUNNING) {
            state.refuse("agent", agent.id, "there is no such queue, or it takes nobody now");
        } else {
            call.talk.queueId = queueId;
            leave(call, Step.TO_QUEUE);
        }
    }

    void park(Agent agent) {
        Call call = steps.idle(agent, "parking");
        if (call != null) {
            leave(call, Step.TO_PARK);
        }
    }

    private void leave(Call call, Step step) {
        steps.begin(call, step);
        if (call.stage() == CallStage.HELD) {
            enter(call);
        } else {
            state.emit(new TelephonyEffect.Hold(call.id, call.node));
        }
    }

    /** Whether the step leads here. */
    static boolean isWayThere(Step step) {
        return step == Step.TO_QUEUE || step == Step.TO_PARK;
    }

    /** The customer hears music: the agent is free of the call. */
    void enter(Call call) {
        Agent former = state.agentOf(call);
        recorder.stop(call);
        if (call.talk.step == Step.TO_PARK) {
            call.parkedById = call.agentId;
        } else {
            call.queueId = call.talk.queueId;
        }
        call.talk.formerAgentId = call.agentId;
        call.agentId = 0;
        call.parked = true;
        steps.settle(call, CallStage.WAITING);
        wait(call);
        tell(call);
        if (former != null && former.callId == call.id) {
            agents.callOver(former, state.campaignOf(call).settings.wrapUpMillis());
        }
    }

    private void wait(Call call) {
        if (call.parkedById != 0) {
            parked(call);
        } else {
            state.rowOf(call).unserved.put(call.id, call);
        }
    }

    /** Somebody is parked from now on, or again. */
    void parked(Call call) {
        state.setTimer(call, PARK_PATIENCE);
    }

    private void tell(Call call) {
        state.emit(new StoreEffect.CallWaits(call.id, call.queueId, call.parkedById, state.now));
    }

    void pickUp(Agent agent, long callId) {
        Call call = state.calls.get(callId);
        if (call == null || call.parkedById == 0 || call.stage() != CallStage.WAITING) {
            state.refuse("agent", agent.id, "the customer is not parked any more");
            return;
        }
        String hindrance = hindrance(agent, call);
        if (hindrance.isEmpty()) {
            give(call, agent);
        } else {
            state.refuse("agent", agent.id, hindrance);
        }
    }

    private String hindrance(Agent agent, Call call) {
        boolean free = agent.state() == AgentState.READY
                || agent.state() == AgentState.PAUSED
                || agent.state() == AgentState.WRAP_UP;
        if (!free) {
            return "picking up needs an agent who is ready, paused or wraps up, this one is " + agent.state();
        }
        if (!agent.node.equals(call.node)) {
            return "the customer is at another telephony node than your phone";
        }
        if (Aim.awaited(state, agent)) {
            return "calls are on their way to this agent: pause first";
        }
        return agent.reachable() ? "" : "the agent's leg is not connected";
    }

    private void give(Call call, Agent agent) {
        if (agent.state() == AgentState.PAUSED) {
            agents.takeInPause(agent, call);
        }
        calls.connect(call, agent);
    }

    /** Nobody has picked the customer up. */
    void parkedTooLong(Call call) {
        Agent agent = takerOf(call);
        if (agent == null) {
            state.setTimer(call, PARK_RETRY);
        } else {
            calls.connect(call, agent);
        }
    }

    private @Nullable Agent takerOf(Call call) {
        Agent parker = state.agents.get(call.parkedById);
        if (parker != null && mayGet(parker, call)) {
            return parker;
        }
        return state.cellOf(call).serving.stream()
                .filter(agent -> mayGet(agent, call))
                .findFirst()
                .orElse(null);
    }

    private boolean mayGet(Agent agent, Call call) {
        return agent.state() == AgentState.READY && hindrance(agent, call).isEmpty();
    }

    /** Customer and agent have each other. */
    void served(Call call) {
        if (call.waitsAgain()) {
            over(call);
            recorder.begin(call);
        }
    }

    /** The customer waits no more. */
    void over(Call call) {
        if (call.waitsAgain()) {
            call.queueId = 0;
            call.parkedById = 0;
            tell(call);
        }
    }

    /** The customer waited when the engine stopped. */
    void restored(Call call, NetworkInput.CallRestored restored) {
        if (restored.queueId() == 0 && restored.parkedById() == 0) {
            return;
        }
        call.queueId = restored.queueId();
        call.parkedById = restored.parkedById();
        call.agentId = 0;
        if (call.stage() != CallStage.WAITING) {
            state.move(call, CallStage.WAITING);
        }
        wait(call);
    }
}
