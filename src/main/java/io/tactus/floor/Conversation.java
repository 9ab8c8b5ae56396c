package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Talk;
import io.tactus.floor.model.Talk.Step;
import io.tactus.floor.model.Trunk;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does with a customer who is there: hold and retrieve, transfer to another agent or to an outside number.
 *
 * <p>One step at a time: it is asked of Asterisk, and the floor stays as it was until Asterisk says that it is done. Until then the
 * customer belongs to the agent who had the call, so a step that fails or of which no word comes leaves everybody where they were; the
 * channels are read, and what they show is taken over ({@link #found}).
 */
final class Conversation {
    /** A step takes milliseconds; after this long without a word from Asterisk it counts as failed. */
    private static final long STEP_PATIENCE = 2 * SECOND;
    /** How long a customer hears music for an agent whose page is loaded again. */
    private static final long ALONE_PATIENCE = 30 * SECOND;

    private final FloorState state;
    private final AgentFlow agents;
    private final CallEnd end;
    final Recorder recorder;

    Conversation(FloorState state, AgentFlow agents, CallEnd end) {
        this.state = state;
        this.agents = agents;
        this.end = end;
        this.recorder = new Recorder(state);
    }

    /** The agent's talk if a step may begin; else the refusal is said. */
    private @Nullable Call idle(Agent agent, String what) {
        Call call = state.calls.get(agent.callId);
        if (call == null || call.agentId != agent.id || !call.stage().talk()) {
            state.refuse("agent", agent.id, what + " needs a customer on the line");
        } else if (call.talk.step != Step.NONE) {
            state.refuse("agent", agent.id, what + " has to wait: another step is under way");
        } else if (!state.nodeUp(call.node)) {
            state.refuse("agent", agent.id, what + " is not possible: no link to " + call.node);
        } else {
            return call;
        }
        return null;
    }

    void hold(Agent agent) {
        Call call = idle(agent, "hold");
        if (call != null && call.stage() == CallStage.HELD) {
            state.refuse("agent", agent.id, "the customer is on hold already");
        } else if (call != null) {
            call.talk.holdWanted = true;
            begin(call, Step.TO_HOLD);
            state.emit(new TelephonyEffect.Hold(call.id, call.node));
        }
    }

    void retrieve(Agent agent) {
        Call call = idle(agent, "retrieving");
        if (call == null) {
            return;
        }
        if (call.stage() != CallStage.HELD) {
            state.refuse("agent", agent.id, "the customer is not on hold");
        } else if (!agent.bridgeable()) {
            state.refuse("agent", agent.id, "your phone is not connected");
        } else {
            begin(call, Step.FROM_HOLD);
            bridge(call, agent);
        }
    }

    void toAgent(Agent agent, long heirId) {
        Call call = idle(agent, "transfer");
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
        begin(call, Step.TO_AGENT);
        call.talk.heirId = heir.id;
        bridge(call, heir);
    }

    private String hindrance(Call call, @Nullable Agent heir) {
        if (heir == null || heir.state() != AgentState.READY) {
            return "the other agent is not ready";
        }
        if (!heir.node.equals(call.node)) {
            return "the other agent's phone is at another telephony node";
        }
        Campaign aimedAt = state.campaigns.get(heir.aimedAt);
        if (aimedAt != null && (heir.going() || Aim.spare(aimedAt.cell(heir.node)) <= 0)) {
            // Whoever answers one of them would find nobody.
            return "calls are on their way to the other agent";
        }
        return heir.bridgeable() ? "" : "the other agent's phone is not connected";
    }

    void outside(Agent agent, long callId) {
        Call call = idle(agent, "transfer");
        if (call == null) {
            return;
        }
        giveLineBack(call);
        Trunk trunk = call.id == callId ? Dialler.freeTrunk(state, call.node) : null;
        if (trunk == null) {
            String why =
                    call.id == callId ? "no line is free: try again in a moment" : "the call is not the present one";
            state.refuse("agent", agent.id, why);
            return;
        }
        call.talk.outsideTrunk = trunk.name;
        begin(call, Step.OUTSIDE);
        state.emit(new TelephonyEffect.HandOver(call.id, call.campaignId, call.node, trunk.name));
    }

    private void begin(Call call, Step step) {
        call.talk.step = step;
        call.talk.stepMicros = state.now;
        state.setTimer(call, STEP_PATIENCE);
        changed(call);
    }

    private void bridge(Call call, Agent agent) {
        agent.legIs(Agent.Leg.BRIDGED, state.now);
        state.emit(new TelephonyEffect.Bridge(call.id, agent.id, agent.legNumber, call.node));
    }

    private void changed(Call call) {
        Talk talk = call.talk;
        state.emit(new NewsEffect.TalkChanged(call.id, call.agentId, call.stage(), talk.step, talk.tape, state.now));
    }

    void onHeld(Call call) {
        if (call.stage() == CallStage.CONNECTED && call.talk.holdWanted && call.talk.heirId == 0) {
            settle(call, CallStage.HELD);
        } else if (call.stage() == CallStage.CONNECTED && call.talk.step == Step.NONE) {
            leftAlone(call);
        } else if (call.stage().talk()) {
            // A late word, or the next step is under way already.
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
        settle(call, CallStage.HELD);
        state.setTimer(call, ALONE_PATIENCE);
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
            begin(call, Step.FROM_HOLD);
            bridge(call, agent);
        }
    }

    /** The step is over, and this is where the call stands. */
    private void settle(Call call, CallStage stage) {
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

    void onHandedOver(Call call) {
        if (call.talk.step == Step.OUTSIDE) {
            Agent agent = state.agentOf(call);
            recorder.stop(call);
            settle(call, CallStage.TRANSFERRED);
            release(call, agent);
        }
    }

    /** The former agent wraps up what the agent knows of the customer. */
    private void release(Call call, @Nullable Agent agent) {
        if (agent != null && agent.callId == call.id) {
            agents.callOver(agent, state.campaignOf(call).settings.wrapUpMillis());
        }
    }

    /** Says whether the bridge was one of a step, or is no news. */
    boolean onBridged(Call call, long agentId) {
        if (!call.stage().talk()) {
            return false;
        }
        if (agentId == call.agentId) {
            return back(call);
        }
        if (call.talk.step == Step.TO_AGENT && agentId == call.talk.heirId) {
            inherit(call);
            return true;
        }
        if (agentId == call.talk.formerAgentId) {
            // Said before the transfer and heard late, or else the channels show it.
            state.doubt(call.node);
            return true;
        }
        return false;
    }

    private boolean back(Call call) {
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
            settle(call, CallStage.CONNECTED);
        }
        return true;
    }

    private void inherit(Call call) {
        Agent former = state.agentOf(call);
        Agent heir = state.agents.get(call.talk.heirId);
        call.talk.formerAgentId = call.agentId;
        call.agentId = call.talk.heirId;
        call.talk.heirId = 0;
        settle(call, CallStage.CONNECTED);
        if (heir != null) {
            heir.legIs(Agent.Leg.BRIDGED, state.now);
            agents.talking(heir);
        }
        release(call, former);
    }

    /** Says whether the failed bridge was one of a step. */
    boolean onBridgeFailed(Call call, CallInput.BridgeFailed failed) {
        Step step = call.talk.step;
        boolean ours = step == Step.FROM_HOLD && failed.agentId() == call.agentId
                || step == Step.TO_AGENT && failed.agentId() == call.talk.heirId;
        if (ours) {
            fail(call, failed.reason());
        }
        return ours;
    }

    void onMoveFailed(Call call, String reason) {
        if (call.talk.step == Step.TO_HOLD || call.talk.step == Step.OUTSIDE) {
            giveLineBack(call);
            fail(call, reason);
        }
    }

    /** No word of the step came in time. */
    void onDeadline(Call call) {
        if (call.talk.step != Step.NONE) {
            fail(call, "no word of it in time");
        } else if (call.talk.alone) {
            end.hangUp(call, end.afterTalk(call), "the agent did not come back");
        }
    }

    /** Everybody stays where they were, until the channels show something else. */
    private void fail(Call call, String reason) {
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
        changed(call);
        state.doubt(call.node);
    }

    private void dropHeir(Call call) {
        Agent heir = state.agents.get(call.talk.heirId);
        call.talk.heirId = 0;
        if (heir != null && heir.callId == call.id && heir.state() == AgentState.RESERVED) {
            agents.legInDoubt(heir);
        }
    }

    /** The call ends: whoever was to get it is free again. */
    void over(Call call) {
        recorder.stop(call);
        giveLineBack(call);
        dropHeir(call);
        call.talk.step = Step.NONE;
    }

    private void giveLineBack(Call call) {
        Trunk trunk = state.trunks.get(call.talk.outsideTrunk);
        call.talk.outsideTrunk = "";
        if (trunk != null) {
            trunk.release();
        }
    }

    /** The leg of the agent to whom the call was on its way is gone. Says whether there was such a call. */
    boolean heirLost(Agent heir) {
        Call call = state.calls.get(heir.callId);
        if (call == null || call.talk.heirId != heir.id) {
            return false;
        }
        fail(call, "the other agent's leg is gone");
        return true;
    }

    /** What a reading of the channels shows of a talk, some time after the last step began. Says whether that explains the channel. */
    boolean found(Call call, NetworkInput.CallChannel channel) {
        boolean late = call.talk.step != Step.NONE;
        return switch (channel.found()) {
            case HELD -> {
                if (call.stage() == CallStage.CONNECTED) {
                    onHeld(call);
                } else if (call.talk.step == Step.FROM_HOLD || call.talk.step == Step.TO_AGENT) {
                    fail(call, "the customer is still on hold");
                }
                yield true;
            }
            case BRIDGED -> bridgedAsFound(call, channel.agentId());
            case BUSY -> {
                if (call.talk.step == Step.OUTSIDE) {
                    onHandedOver(call);
                }
                yield call.stage() == CallStage.TRANSFERRED;
            }
            case RINGING, PARKED -> late;
        };
    }

    private boolean bridgedAsFound(Call call, long agentId) {
        if (agentId == 0) {
            if (!call.talk.outsideTrunk.isEmpty()) {
                call.talk.step = Step.OUTSIDE;
                onHandedOver(call);
            }
            return true;
        }
        if (agentId != call.agentId) {
            return takenOver(call, agentId);
        }
        if (call.stage() == CallStage.HELD) {
            call.talk.step = Step.FROM_HOLD;
            return back(call);
        }
        if (call.talk.step != Step.NONE) {
            fail(call, "the customer is still in the bridge");
        }
        return true;
    }

    /** Another agent has the customer: the transfer went well, perhaps after it was given up. */
    private boolean takenOver(Call call, long agentId) {
        Agent heir = state.agents.get(agentId);
        if (call.talk.heirId == agentId) {
            inherit(call);
            return true;
        }
        if (heir == null || !NetworkFlow.free(heir)) {
            return false;
        }
        if (heir.state() == AgentState.READY) {
            agents.reserve(heir, call);
        } else {
            agents.resume(heir, call);
        }
        call.talk.heirId = agentId;
        inherit(call);
        return true;
    }

    /** After a start of the engine: the customer of this agent is found on hold. */
    void resumeHeld(Call call, Agent agent) {
        agents.resume(agent, call);
        state.move(call, CallStage.CONNECTING);
        agents.talking(agent);
        settle(call, CallStage.HELD);
    }

    void take(Agent agent, AgentInput.Records records) {
        Call call = state.calls.get(agent.callId);
        if (call == null || call.agentId != agent.id || !call.stage().talk()) {
            state.refuse("agent", agent.id, "recording needs a customer on the line");
        } else if (recorder.wants(call, agent, records.wanted())) {
            changed(call);
        }
    }

    void onRecordingFailed(Call call, CallInput.RecordingFailed failed) {
        if (recorder.onFailed(call, failed)) {
            changed(call);
        }
    }
}
