package io.tactus.floor;

import static io.tactus.floor.FloorState.MILLI;
import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.HangupCause;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.Trunk;
import org.jspecify.annotations.Nullable;

/** How calls end: exactly one outcome each, the line given back, the agent freed. */
final class CallEnd {
    /** How long a hang-up may take before the channels are read. */
    private static final long HANG_UP_PATIENCE = 3 * SECOND;

    private final FloorState state;
    private final AgentFlow agents;
    private @Nullable Conversation conversation;

    CallEnd(FloorState state, AgentFlow agents) {
        this.state = state;
        this.agents = agents;
    }

    /** The two need each other; the flow of calls ties the knot once. */
    void attach(Conversation other) {
        conversation = other;
    }

    /** Asks for the hang-up; the outcome is written when the channel is gone. */
    void hangUp(Call call, Outcome verdict, String detail) {
        if (conversation != null) {
            conversation.ending(call);
        }
        state.rowOf(call).unserved.remove(call.id);
        state.cellOf(call).inFlight.remove(call.id);
        call.verdict = verdict;
        call.detail = detail;
        state.move(call, CallStage.ENDING);
        state.setTimer(call, HANG_UP_PATIENCE);
        state.emit(new TelephonyEffect.HangUp(call.id, call.node));
    }

    /** The outcome of a talk that ends now. Whom detection called a machine and the agent did not was a person. */
    Outcome afterTalk(Call call) {
        Campaign campaign = state.campaignOf(call);
        if (call.machine) {
            campaign.machines.heard(true, call.personsBeside);
            campaign.countLive(state.now);
            call.machine = false;
            call.live = true;
        }
        return Outcome.ANSWERED;
    }

    /** The agent hears a machine: no live answer, whatever detection made of it. */
    void heardMachine(Call call) {
        Campaign campaign = state.campaignOf(call);
        if (call.machine) {
            campaign.machines.heard(false, call.personsBeside);
        } else if (call.live) {
            campaign.uncountLive();
        }
        call.live = false;
        call.machine = true;
        call.machineHeard = true;
        state.dirty.add(campaign);
        hangUp(call, Outcome.MACHINE, "the agent heard a machine");
    }

    /** The channel should be gone and no word of it came: ask again, and look. */
    void stillThere(Call call) {
        if (state.nodeUp(call.node)) {
            state.emit(new TelephonyEffect.HangUp(call.id, call.node));
            state.doubt(call.node);
        }
        state.setTimer(call, HANG_UP_PATIENCE);
    }

    /** The channel is gone. */
    void onEnded(Call call, int cause) {
        switch (call.stage()) {
            case RESERVED -> state.anomaly("call", call.id, "ended before it was dialled");
            case DIALLING, RINGING -> {
                long ringTime = state.campaignOf(call).settings.ringTimeoutMillis() * MILLI;
                boolean rangOut = state.now - call.originatedMicros >= ringTime - SECOND / 2;
                if (cause == HangupCause.NORMAL_CLEARING) {
                    Learning.fromClearing(call, state.campaignOf(call), state.now);
                }
                finish(call, HangupCause.unanswered(cause, rangOut), cause, "");
            }
            case ANSWERED, DETECTING, WAITING -> endedUnserved(call, cause);
            case CONNECTING ->
                finish(
                        call,
                        call.machine ? Outcome.MACHINE : Outcome.ANSWERED,
                        cause,
                        "hung up while the bridge was being made");
            case CONNECTED, HELD, TRANSFERRED -> finish(call, afterTalk(call), cause, "");
            case MESSAGE, VOICEMAIL -> finish(call, Outcome.ABANDONED, cause, call.detail);
            case MACHINE_MESSAGE -> finish(call, Outcome.MACHINE, cause, "hung up during the message");
            case ENDING -> finish(call, call.verdict, cause, call.detail);
            case ENDED -> {
                // Cannot be: ended calls are not on the floor.
            }
        }
    }

    /** Who hangs up without ever having had an agent counts as abandoned, even before the budget was over: the strict reading. */
    private void endedUnserved(Call call, int cause) {
        if (call.waitsAgain()) {
            finish(call, afterTalk(call), cause, "hung up while waiting again");
            return;
        }
        if (call.connectedMicros > 0) {
            finish(call, Outcome.ANSWERED, cause, "the end of the talk was not seen");
            return;
        }
        if (call.machine) {
            finish(call, Outcome.MACHINE, cause, "");
            return;
        }
        if (!call.live) {
            Campaign campaign = state.campaignOf(call);
            call.live = true;
            campaign.countAbandoned(state.now);
        }
        finish(call, Outcome.ABANDONED, cause, call.overflowDue ? call.detail : "hung up before an agent was free");
    }

    /** The node no longer knows the channel, and no event said how it ended. */
    void lost(Call call) {
        switch (call.stage()) {
            case DIALLING, RINGING -> finish(call, Outcome.INTERRUPTED, 0, "the end was not seen");
            case ANSWERED, DETECTING, WAITING -> endedUnserved(call, 0);
            case CONNECTING ->
                finish(call, call.machine ? Outcome.MACHINE : Outcome.ANSWERED, 0, "the end was not seen");
            case CONNECTED, HELD, TRANSFERRED -> finish(call, afterTalk(call), 0, "the end was not seen");
            default -> onEnded(call, 0);
        }
    }

    /** What the end of a call that never rang says about its trunk. */
    private void judge(Trunk trunk, Call call, Outcome outcome) {
        if (call.stage() != CallStage.DIALLING) {
            return;
        }
        boolean failed = trunk.failing();
        if (outcome == Outcome.CONGESTION || outcome == Outcome.FAILED) {
            trunk.refused();
        } else if (outcome != Outcome.INTERRUPTED) {
            trunk.carried();
        }
        if (trunk.failing() != failed) {
            state.anomaly(
                    "call",
                    call.id,
                    "trunk " + trunk.name + (failed ? " carries calls again" : " fails: only single calls are tried"));
        }
    }

    /** The one place where a call leaves the floor. */
    void finish(Call call, Outcome outcome, int cause, String detail) {
        Campaign campaign = state.campaignOf(call);
        Cell cell = state.cellOf(call);
        state.rowOf(call).unserved.remove(call.id);
        if (conversation != null) {
            conversation.over(call);
        }
        cell.inFlight.remove(call.id);
        cell.open.remove(call.id);
        state.calls.remove(call.id);
        Trunk trunk = state.trunks.get(call.trunk);
        if (trunk != null) {
            trunk.release();
            judge(trunk, call, outcome);
        }
        CallStage before = call.stage();
        if (call.machine && !call.machineHeard) {
            campaign.countUnheard(call);
        }
        Learning.fromEnd(call, campaign, outcome, state.now);
        call.moveTo(CallStage.ENDED, state.now);
        state.emit(new NewsEffect.CallMoved(call.id, call.campaignId, CallStage.ENDED, call.agentId, state.now));
        if (call.gatePassed) {
            state.emit(new StoreEffect.CallEnded(
                    call.id,
                    call.campaignId,
                    call.leadId,
                    outcome,
                    cause,
                    detail,
                    call.live,
                    call.agentId,
                    call.inbound,
                    state.now));
        }
        Agent agent = state.agentOf(call);
        if (agent != null && agent.callId == call.id) {
            boolean talked = before.talk() || agent.state() == AgentState.TALKING;
            agents.callOver(agent, talked ? campaign.settings.wrapUpMillis() : -1);
        }
        state.dirty.add(campaign);
    }
}
