package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Talk;
import io.tactus.floor.model.Talk.Step;
import io.tactus.floor.model.Trunk;
import org.jspecify.annotations.Nullable;

/**
 * How one step of a talk begins, ends and fails. A step is asked of Asterisk, and the floor stays as it was until Asterisk says that it is
 * done; one at a time.
 */
final class TalkSteps {
    /** A step takes milliseconds; after this long without a word from Asterisk it counts as failed. */
    private static final long STEP_PATIENCE = 2 * SECOND;
    /** How long a customer hears music for an agent whose page is loaded again. */
    static final long ALONE_PATIENCE = 30 * SECOND;

    private final FloorState state;
    private final AgentFlow agents;

    TalkSteps(FloorState state, AgentFlow agents) {
        this.state = state;
        this.agents = agents;
    }

    /** The agent's talk if a step may begin; else the refusal is said. */
    @Nullable
    Call idle(Agent agent, String what) {
        return idle(agent, agent.id, what);
    }

    /** The agent's talk if a step may begin; else the refusal is said to whoever asks. */
    @Nullable
    Call idle(Agent agent, long askerId, String what) {
        Call call = state.calls.get(agent.callId);
        if (call == null || call.agentId != agent.id || !call.stage().talk()) {
            state.refuse("agent", askerId, what + " needs a customer on the line");
        } else if (call.talk.step != Step.NONE) {
            state.refuse("agent", askerId, what + " has to wait: another step is under way");
        } else if (!state.nodeUp(call.node)) {
            state.refuse("agent", askerId, what + " is not possible: no link to " + call.node);
        } else {
            return call;
        }
        return null;
    }

    void begin(Call call, Step step) {
        call.talk.step = step;
        call.talk.stepMicros = state.now;
        state.setTimer(call, STEP_PATIENCE);
        changed(call);
    }

    void bridge(Call call, Agent agent) {
        agent.legIs(Agent.Leg.BRIDGED, state.now);
        state.emit(new TelephonyEffect.Bridge(call.id, agent.id, agent.legNumber, call.node));
    }

    void changed(Call call) {
        Talk talk = call.talk;
        state.emit(new NewsEffect.TalkChanged(call.id, call.agentId, call.stage(), talk.step, talk.tape, state.now));
    }

    /** The step is over, and this is where the call stands. */
    void settle(Call call, CallStage stage) {
        call.talk.step = Step.NONE;
        call.timer = 0;
        if (stage != CallStage.HELD) {
            call.talk.holdWanted = false;
            call.talk.alone = false;
        }
        if (call.stage() != stage) {
            state.move(call, stage);
        }
        changed(call);
    }

    /** Everybody stays where they were, until the channels show something else. */
    void fail(Call call, String reason) {
        Step step = call.talk.step;
        state.anomaly("call", call.id, "bridge or move " + step + " failed: " + reason);
        call.timer = 0;
        dropHeir(call);
        call.talk.step = Step.NONE;
        Agent agent = state.agentOf(call);
        if (step == Step.FROM_HOLD && agent != null && agent.leg == Agent.Leg.BRIDGED) {
            agents.legs.inDoubt(agent);
        }
        if (call.talk.alone) {
            state.setTimer(call, ALONE_PATIENCE);
        }
        if (agent != null) {
            agents.consultations.stepFailed(agent);
        }
        changed(call);
        state.doubt(call.node);
    }

    void dropHeir(Call call) {
        Agent heir = state.agents.get(call.talk.heirId);
        call.talk.heirId = 0;
        if (heir != null && heir.guest()) {
            agents.guests.leave(heir);
        } else if (heir != null && heir.callId == call.id && heir.state() == AgentState.RESERVED) {
            agents.legInDoubt(heir);
        }
    }

    void giveLineBack(Call call) {
        Trunk trunk = state.trunks.get(call.talk.outsideTrunk);
        call.talk.outsideTrunk = "";
        if (trunk != null) {
            trunk.release();
        }
    }
}
