package io.tactus.floor;

import static io.tactus.floor.FloorState.MILLI;
import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.effect.TelephonyEffect.Prompt;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.Trunk;
import io.tactus.pacing.MachineErrors;
import java.util.Locale;

/** What happens to a call that was dialled: answer, detection, agent. Its beginning is in {@link Dialler}, what a person gets without an
 * agent in {@link Overflow}, its end in {@link CallEnd}. */
final class CallFlow {
    /** A bridge takes milliseconds; after this long without a word from Asterisk it counts as failed. */
    private static final long BRIDGE_PATIENCE = 2 * SECOND;
    /** How long after the ring time the end of an unanswered call may take before the channels are read. */
    private static final long RING_GRACE = 3 * SECOND;

    private final FloorState state;
    private final AgentFlow agents;
    private final Aim aim;
    final CallEnd end;
    final Overflow overflow;
    final Conversation conversation;

    CallFlow(FloorState state, AgentFlow agents, Aim aim) {
        this.state = state;
        this.agents = agents;
        this.aim = aim;
        this.end = new CallEnd(state, agents);
        this.overflow = new Overflow(state, end);
        this.conversation = new Conversation(state, agents, this);
        this.end.attach(conversation);
    }

    void take(CallInput input) {
        Call call = state.calls.get(input.callId());
        if (call == null) {
            unknown(input);
            return;
        }
        switch (input) {
            case CallInput.Arrived arrived -> throw new IllegalStateException("callers are not dialled");
            case CallInput.GatePassed gate -> onGatePassed(call);
            case CallInput.GateRefused gate -> onGateRefused(call, gate.rule());
            case CallInput.OriginateFailed failed -> onOriginateFailed(call, failed.reason());
            case CallInput.Ringing ringing -> onRinging(call);
            case CallInput.Answered answered -> onAnswered(call);
            case CallInput.Parked parked -> onParked(call);
            case CallInput.Detected detected -> onDetected(call, detected);
            case CallInput.Bridged bridged -> onBridged(call, bridged.agentId());
            case CallInput.BridgeFailed failed -> onBridgeFailed(call, failed);
            case CallInput.Held held -> conversation.onHeld(call);
            case CallInput.HandedOver handedOver -> conversation.transfers.onHandedOver(call);
            case CallInput.MoveFailed failed -> conversation.onMoveFailed(call, failed.reason());
            case CallInput.RecordingFailed failed -> conversation.onRecordingFailed(call, failed);
            case CallInput.PromptFinished finished -> overflow.onPromptFinished(call, finished.played());
            case CallInput.VoicemailRecorded recorded -> overflow.onVoicemail(call, recorded);
            case CallInput.Ended ended -> end.onEnded(call, ended.cause());
        }
    }

    /** A late or doubled event of a call that is over is normal; a channel that lives without a call must not. */
    private void unknown(CallInput input) {
        switch (input) {
            case CallInput.Answered answered -> hangUpStray(answered.callId(), "answered");
            case CallInput.Parked parked -> hangUpStray(parked.callId(), "parked");
            case CallInput.Bridged bridged -> hangUpStray(bridged.callId(), "bridged");
            case CallInput.Held held -> hangUpStray(held.callId(), "held");
            case CallInput.GatePassed gate ->
                // The attempt is durable but nobody wants the call any more: it still ends in exactly one outcome.
                state.emit(new StoreEffect.CallEnded(
                        gate.callId(), 0, 0, Outcome.FAILED, 0, "not dialled", false, 0, false, state.now));
            case CallInput.VoicemailRecorded recorded -> overflow.keepVoicemail(recorded);
            default -> {
                // Nothing is lost: the call's outcome is recorded already.
            }
        }
    }

    private void hangUpStray(long callId, String what) {
        state.anomaly("call", callId, what + " but not on the floor: hung up");
        state.emit(new TelephonyEffect.HangUp(callId, ""));
    }

    private void onGatePassed(Call call) {
        if (call.stage() != CallStage.RESERVED || call.gatePassed) {
            state.anomaly("call", call.id, "gate passed twice");
            return;
        }
        call.gatePassed = true;
        if (!state.nodeUp(call.node)) {
            end.finish(call, Outcome.FAILED, 0, "not dialled: no link to " + call.node);
            return;
        }
        CampaignSettings settings = state.campaignOf(call).settings;
        call.originatedMicros = state.now;
        state.move(call, CallStage.DIALLING);
        state.setTimer(call, settings.ringTimeoutMillis() * MILLI + RING_GRACE);
        state.emit(new TelephonyEffect.Originate(
                call.id,
                call.campaignId,
                call.node,
                call.trunk,
                settings.ringTimeoutMillis(),
                settings.machineDetection() && call.boundAgentId == 0));
    }

    private void onGateRefused(Call call, String rule) {
        if (call.stage() == CallStage.RESERVED && !call.gatePassed) {
            end.finish(call, Outcome.FAILED, 0, "gate: " + rule);
        }
    }

    private void onOriginateFailed(Call call, String reason) {
        if (call.stage() == CallStage.DIALLING || call.stage() == CallStage.RINGING) {
            end.finish(call, Outcome.FAILED, 0, reason);
        } else if (call.stage() == CallStage.ENDING) {
            end.finish(call, call.verdict, 0, call.detail);
        }
    }

    private void onRinging(Call call) {
        if (call.stage() == CallStage.DIALLING) {
            call.ringingMicros = state.now;
            carried(call);
            state.move(call, CallStage.RINGING);
        }
    }

    private void carried(Call call) {
        Trunk trunk = state.trunks.get(call.trunk);
        if (trunk != null) {
            trunk.carried();
        }
    }

    void onAnswered(Call call) {
        if (call.stage() != CallStage.DIALLING && call.stage() != CallStage.RINGING) {
            return;
        }
        Campaign campaign = state.campaignOf(call);
        Cell cell = state.cellOf(call);
        call.answeredMicros = state.now;
        carried(call);
        cell.inFlight.remove(call.id);
        state.move(call, CallStage.ANSWERED);
        state.emit(new StoreEffect.CallAnswered(call.id, state.now));
        if (call.boundAgentId == 0) {
            cell.unserved.put(call.id, call);
            long margin = campaign.settings.means().rescueAfterMillis() > 0 ? Rescue.MARGIN : 0;
            state.setTimer(call, Math.max(0, campaign.settings.answerBudgetMillis() * MILLI - margin));
        }
        if (campaign.settings.machineDetection() && call.boundAgentId == 0) {
            state.move(call, CallStage.DETECTING);
        } else {
            route(call);
        }
    }

    private void onParked(Call call) {
        onAnswered(call);
        call.parked = true;
        switch (call.stage()) {
            // The verdict of the machine detection was lost: a person, to be on the safe side.
            case DETECTING -> route(call);
            case WAITING -> {
                if (call.inbound) {
                    answeredNow(call);
                }
                if (call.overflowDue) {
                    overflow.begin(call);
                }
            }
            case CONNECTING -> bridgeIfPossible(call);
            case MACHINE_MESSAGE -> overflow.play(call, Prompt.VOICEMAIL_DROP);
            default -> {
                // CONNECTED: the bridge broke up; the hang-up follows from the dialplan.
            }
        }
    }

    /** Somebody who called in hears music from now on. */
    private void answeredNow(Call call) {
        if (call.answeredMicros <= call.launchedMicros) {
            call.answeredMicros = Math.max(state.now, call.launchedMicros + 1);
            state.emit(new StoreEffect.CallAnswered(call.id, state.now));
        }
    }

    private void onDetected(Call call, CallInput.Detected detected) {
        onAnswered(call);
        if (call.stage() != CallStage.DETECTING) {
            return;
        }
        int delay = (int) ((state.now - call.answeredMicros) / MILLI);
        state.emit(new StoreEffect.CallDetected(call.id, detected.detection().name(), detected.cause(), delay));
        if (detected.detection() != CallInput.Detection.MACHINE) {
            route(call);
            return;
        }
        call.machine = true;
        switch (machineAction(call)) {
            case AGENT -> route(call);
            case HANG_UP -> {
                leaveUnserved(call);
                end.hangUp(call, Outcome.MACHINE, "");
            }
            case VOICEMAIL_DROP -> {
                leaveUnserved(call);
                state.move(call, CallStage.MACHINE_MESSAGE);
                state.setTimer(call, Overflow.PROMPT_LIMIT);
                if (call.parked) {
                    overflow.play(call, Prompt.VOICEMAIL_DROP);
                }
            }
        }
    }

    /** What this machine gets. An agent hears it while nobody knows how often detection is wrong, and now and then afterwards. */
    private MachineAction machineAction(Call call) {
        Campaign campaign = state.campaignOf(call);
        MachineAction wanted = campaign.settings.machineAction();
        MachineErrors errors = campaign.machines;
        call.personsBeside = errors.verdict();
        if (wanted == MachineAction.AGENT) {
            return wanted;
        }
        if (errors.trusted() != campaign.trustsDetection) {
            campaign.trustsDetection = errors.trusted();
            state.anomaly("campaign", campaign.id, trust(errors));
        }
        if (!campaign.trustsDetection) {
            return MachineAction.AGENT;
        }
        if (errors.sampleDue() && aim.agentFor(call) != null) {
            errors.sampled();
            return MachineAction.AGENT;
        }
        return wanted;
    }

    private static String trust(MachineErrors errors) {
        return String.format(
                Locale.ROOT,
                "detection takes at most %.1f %% of persons for machines: machines %s",
                100 * errors.shareOfPersons(),
                errors.trusted() ? "get no agent from now on" : "go to agents again");
    }

    /** Finds an agent for an answered call, or lets it wait. */
    private void route(Call call) {
        Learning.fromAnswer(call, state.campaignOf(call), state.now);
        Agent agent = call.boundAgentId != 0 ? state.agents.get(call.boundAgentId) : aim.agentFor(call);
        if (agent != null) {
            connect(call, agent);
        } else if (call.stage() != CallStage.WAITING) {
            state.move(call, CallStage.WAITING);
            overflowIfTimeIsUp(call);
        }
    }

    private void overflowIfTimeIsUp(Call call) {
        long budget = state.campaignOf(call).settings.answerBudgetMillis() * MILLI;
        if (state.now - call.answeredMicros >= budget) {
            overflow.begin(call);
        }
    }

    /** Gives the call to this agent: a free one, or the one for whom it was made. */
    void connect(Call call, Agent agent) {
        leaveUnserved(call);
        call.agentId = agent.id;
        if (agent.state() == AgentState.READY) {
            agents.reserve(agent, call);
        } else if (agent.state() == AgentState.WRAP_UP) {
            agents.rescue(agent, call);
        }
        state.move(call, CallStage.CONNECTING);
        long left = call.answeredMicros + state.campaignOf(call).settings.answerBudgetMillis() * MILLI - state.now;
        state.setTimer(
                call,
                call.boundAgentId != 0 || call.patient()
                        ? BRIDGE_PATIENCE
                        : Math.max(MILLI, Math.min(left, BRIDGE_PATIENCE)));
        if (agent.onDemand && !agent.bridgeable()) {
            agents.legs.connect(agent);
        }
        bridgeIfPossible(call);
    }

    /** Sends the bridge as soon as both legs are parked. */
    void bridgeIfPossible(Call call) {
        Agent agent = state.agentOf(call);
        if (agent != null && call.parked && agent.bridgeable()) {
            agent.legIs(Agent.Leg.BRIDGED, state.now);
            state.emit(new TelephonyEffect.Bridge(call.id, agent.id, agent.legNumber, call.node));
        }
    }

    private void onBridged(Call call, long agentId) {
        if (call.stage() == CallStage.CONNECTING && call.agentId == agentId) {
            connected(call);
        } else if (call.stage() == CallStage.WAITING && call.waitsAgain()) {
            // A late word of the bridge of before, or else the channels show it.
            state.doubt(call.node);
        } else if (!conversation.onBridged(call, agentId)) {
            state.anomaly("call", call.id, "bridged with agent " + agentId + " while " + call.stage() + ": hung up");
            state.emit(new TelephonyEffect.HangUp(call.id, call.node));
            state.doubt(call.node);
        }
    }

    private void connected(Call call) {
        if (!call.machine && !call.live) {
            call.live = true;
            state.campaignOf(call).countLive(state.now);
        }
        call.timer = 0;
        state.move(call, CallStage.CONNECTED);
        boolean foundAgain = call.connectedMicros > 0;
        if (!foundAgain) {
            overflow.servedAfterAll(call);
            call.connectedMicros = state.now;
            state.emit(new StoreEffect.CallConnected(
                    call.id, call.campaignId, call.agentId, call.inbound, call.answeredMicros, state.now));
            conversation.recorder.begin(call);
        }
        conversation.room.served(call);
        Agent agent = state.agentOf(call);
        if (agent != null) {
            agents.talking(agent);
        }
    }

    private void onBridgeFailed(Call call, CallInput.BridgeFailed failed) {
        if (conversation.onBridgeFailed(call, failed)
                || call.stage() != CallStage.CONNECTING
                || call.agentId != failed.agentId()) {
            return;
        }
        state.anomaly("call", call.id, "bridge with agent " + failed.agentId() + " failed: " + failed.reason());
        bridgeFailed(call);
    }

    /** The agent's leg is in doubt until the channels are read; the person goes to another agent or to the overflow. */
    void bridgeFailed(Call call) {
        Agent agent = state.agentOf(call);
        call.agentId = 0;
        if (agent != null) {
            agents.legInDoubt(agent);
        }
        state.doubt(call.node);
        if (call.boundAgentId != 0 && !call.waitsAgain()) {
            end.hangUp(call, Outcome.FAILED, "the agent's leg failed");
            return;
        }
        state.move(call, CallStage.WAITING);
        if (call.parkedById != 0) {
            conversation.room.parked(call);
            return;
        }
        // It was the one that had waited longest, and still is.
        state.rowOf(call).unserved.putFirst(call.id, call);
        if (call.waitsAgain()) {
            call.timer = 0;
            return;
        }
        if (call.patient()) {
            overflow.limit(call);
            return;
        }
        long budget = state.campaignOf(call).settings.answerBudgetMillis() * MILLI;
        state.setTimer(call, Math.max(0, call.answeredMicros + budget - state.now));
        if (state.now - call.answeredMicros < budget) {
            route(call);
        } else {
            overflow.begin(call);
        }
    }

    /** Whether the call was given to an agent in wrap-up, or has a little time left to wait for one who is free. */
    private boolean rescued(Call call) {
        long left = call.answeredMicros + state.campaignOf(call).settings.answerBudgetMillis() * MILLI - state.now;
        if (left <= 0 || call.boundAgentId != 0 || call.overflowDue) {
            return false;
        }
        Agent agent = call.stage() == CallStage.WAITING ? Rescue.agentFor(call, state) : null;
        if (agent == null) {
            state.setTimer(call, left);
        } else {
            connect(call, agent);
        }
        return true;
    }

    private void leaveUnserved(Call call) {
        state.rowOf(call).unserved.remove(call.id);
    }

    /** A deadline of the call is reached. */
    void onDeadline(Call call) {
        switch (call.stage()) {
            case RESERVED -> agents.dialling().timeOver(call);
            case DIALLING, RINGING ->
                end.hangUp(
                        call, state.nodeUp(call.node) ? Outcome.NO_ANSWER : Outcome.INTERRUPTED, "no end seen in time");
            case ANSWERED, DETECTING, WAITING -> {
                if (call.parkedById != 0) {
                    conversation.room.parkedTooLong(call);
                    return;
                }
                if (call.patient() && !call.overflowDue) {
                    overflow.waitedTooLong(call);
                    return;
                }
                if (rescued(call)) {
                    return;
                }
                if (call.overflowDue) {
                    leaveUnserved(call);
                    end.hangUp(call, Outcome.ABANDONED, "the channel never parked");
                } else if (call.boundAgentId == 0) {
                    if (call.stage() != CallStage.WAITING) {
                        state.move(call, CallStage.WAITING);
                    }
                    overflow.begin(call);
                }
            }
            case CONNECTING -> {
                state.anomaly("call", call.id, "no word of the bridge in time");
                bridgeFailed(call);
            }
            case MESSAGE, VOICEMAIL -> end.hangUp(call, Outcome.ABANDONED, "overflow took too long");
            case MACHINE_MESSAGE -> end.hangUp(call, Outcome.MACHINE, "message took too long");
            case ENDING -> end.stillThere(call);
            case CONNECTED, HELD -> conversation.onDeadline(call);
            case TRANSFERRED, ENDED -> {
                // No deadline holds here.
            }
        }
    }

    /** A call that exists from now on. */
    void open(Call call) {
        state.calls.put(call.id, call);
        Cell cell = state.cellOf(call);
        cell.open.put(call.id, call);
        if (call.boundAgentId == 0) {
            cell.inFlight.put(call.id, call);
        }
    }
}
