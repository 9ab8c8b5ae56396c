package io.tactus.floor;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Talk.Step;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does with a customer who is there: {@link Holding}, {@link Transfers}, {@link WaitingRoom}, {@link Recorder}.
 *
 * <p>Until Asterisk says that a step is done the customer belongs to the agent who had the call, so a step that fails or of which no word
 * comes leaves everybody where they were; the channels are read, and what they show is taken over ({@link #found}).
 */
final class Conversation {
    private final FloorState state;
    private final CallEnd end;
    private final TalkSteps steps;
    final Recorder recorder;
    final Holding holding;
    final Transfers transfers;
    final WaitingRoom room;

    Conversation(FloorState state, AgentFlow agents, CallFlow calls) {
        this.state = state;
        this.end = calls.end;
        this.steps = new TalkSteps(state, agents);
        this.recorder = new Recorder(state);
        this.holding = new Holding(state, agents, end, steps);
        this.transfers = new Transfers(state, agents, steps, recorder);
        this.room = new WaitingRoom(state, agents, calls, steps, recorder);
    }

    /** The agent's talk if a step may begin; else the refusal is said to whoever asks. */
    @Nullable
    Call idle(Agent agent, long askerId, String what) {
        return steps.idle(agent, askerId, what);
    }

    /** Says whether the bridge was one of a step, or is no news. */
    boolean onBridged(Call call, long agentId) {
        if (!call.stage().talk()) {
            return false;
        }
        if (agentId == call.agentId) {
            return holding.back(call);
        }
        if (call.talk.step == Step.TO_AGENT && agentId == call.talk.heirId) {
            transfers.inherit(call);
            return true;
        }
        if (agentId == call.talk.formerAgentId) {
            // Said before the transfer and heard late, or else the channels show it.
            state.doubt(call.node);
            return true;
        }
        return false;
    }

    /** The customer hears music. */
    void onHeld(Call call) {
        if (WaitingRoom.isWayThere(call.talk.step)) {
            room.enter(call);
        } else {
            holding.onHeld(call);
        }
    }

    /** Says whether the failed bridge was one of a step. */
    boolean onBridgeFailed(Call call, CallInput.BridgeFailed failed) {
        Step step = call.talk.step;
        boolean ours = step == Step.FROM_HOLD && failed.agentId() == call.agentId
                || step == Step.TO_AGENT && failed.agentId() == call.talk.heirId;
        if (ours) {
            steps.fail(call, failed.reason());
        }
        return ours;
    }

    void onMoveFailed(Call call, String reason) {
        if (call.talk.step == Step.TO_HOLD
                || call.talk.step == Step.OUTSIDE
                || WaitingRoom.isWayThere(call.talk.step)) {
            call.talk.holdWanted = false;
            steps.giveLineBack(call);
            steps.fail(call, reason);
        }
    }

    /** No word of the step came in time. */
    void onDeadline(Call call) {
        if (call.talk.step != Step.NONE) {
            steps.fail(call, "no word of it in time");
        } else if (call.talk.alone) {
            end.hangUp(call, end.afterTalk(call), "the agent did not come back");
        }
    }

    /** The call is to end: what is said of a step under way is no news any more, and whoever was to get the call is free. */
    void ending(Call call) {
        steps.dropHeir(call);
        call.talk.step = Step.NONE;
    }

    /** The call has ended. */
    void over(Call call) {
        recorder.stop(call);
        steps.giveLineBack(call);
        room.over(call);
        ending(call);
    }

    /** What a reading of the channels shows of a talk, some time after the last step began. Says whether that explains the channel. */
    boolean found(Call call, NetworkInput.CallChannel channel) {
        boolean late = call.talk.step != Step.NONE;
        return switch (channel.found()) {
            case HELD -> {
                if (call.stage() == CallStage.CONNECTED) {
                    onHeld(call);
                } else if (call.talk.step == Step.FROM_HOLD || call.talk.step == Step.TO_AGENT) {
                    steps.fail(call, "the customer is still on hold");
                }
                yield true;
            }
            case BRIDGED -> bridgedAsFound(call, channel.agentId());
            case BUSY -> {
                if (call.talk.step == Step.OUTSIDE) {
                    transfers.onHandedOver(call);
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
                transfers.onHandedOver(call);
            }
            return true;
        }
        if (agentId != call.agentId) {
            return transfers.takenOver(call, agentId);
        }
        if (call.stage() == CallStage.HELD) {
            call.talk.step = Step.FROM_HOLD;
            return holding.back(call);
        }
        call.talk.holdWanted = false;
        if (call.talk.step != Step.NONE) {
            steps.fail(call, "the customer is still in the bridge");
        }
        return true;
    }

    void take(Agent agent, AgentInput.Records records) {
        Call call = state.calls.get(agent.callId);
        if (call == null || call.agentId != agent.id || !call.stage().talk()) {
            state.refuse("agent", agent.id, "recording needs a customer on the line");
        } else if (recorder.wants(call, agent, records.wanted())) {
            steps.changed(call);
        }
    }

    void onRecordingFailed(Call call, CallInput.RecordingFailed failed) {
        if (recorder.onFailed(call, failed)) {
            steps.changed(call);
        }
    }
}
