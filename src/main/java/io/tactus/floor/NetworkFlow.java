package io.tactus.floor;

import static io.tactus.floor.FloorState.MILLI;
import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.Node;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.Trunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes, trunks and the store as a whole, and the reconciliation of the floor with what a node really holds. */
final class NetworkFlow {
    private static final long LOOK_INTERVAL = 30 * SECOND;

    private final FloorState state;
    private final CallFlow calls;
    private final AgentFlow agents;

    NetworkFlow(FloorState state, CallFlow calls, AgentFlow agents) {
        this.state = state;
        this.calls = calls;
        this.agents = agents;
    }

    void take(NetworkInput input) {
        switch (input) {
            case NetworkInput.TrunkConfigured trunk -> configure(trunk);
            case NetworkInput.NodeDown down -> nodeDown(down.node(), down.reason());
            case NetworkInput.Snapshot snapshot -> reconcile(snapshot);
            case NetworkInput.DialingBlocked blocked -> block(blocked.reason());
            case NetworkInput.DialingUnblocked unblocked -> {
                block("");
                state.dirty.addAll(state.campaigns.values());
            }
            case NetworkInput.CallRestored restored -> restore(restored);
        }
    }

    private void block(String reason) {
        if (!reason.equals(state.blocked)) {
            state.blocked = reason;
            state.emit(new NewsEffect.DialingChanged(reason, state.now));
        }
    }

    /** Reads the channels of every node now and then, so that no lost event is missed for long. */
    void look() {
        for (Node node : state.nodes.values()) {
            if (node.up && state.now - node.readAskedMicros >= LOOK_INTERVAL) {
                state.doubt(node.name);
            }
        }
    }

    private void configure(NetworkInput.TrunkConfigured input) {
        Trunk known = state.trunks.get(input.trunk());
        if (known != null) {
            known.limit(input.lines(), input.callsPerSecond());
            return;
        }
        Trunk trunk = new Trunk(input.trunk(), input.node(), input.lines(), input.callsPerSecond(), state.now);
        state.trunks.put(trunk.name, trunk);
        state.node(trunk.node).trunks.put(trunk.name, trunk);
    }

    private void nodeDown(String name, String reason) {
        Node node = state.node(name);
        if (node.up) {
            node.up = false;
            state.emit(new NewsEffect.NodeChanged(name, false, reason, state.now));
            state.anomaly("node", 0, name + " is down: " + reason);
        }
        for (Agent agent : new ArrayList<>(state.agents.values())) {
            if (agent.node.equals(name)) {
                agents.legs.linkLost(agent);
            }
        }
    }

    private void restore(NetworkInput.CallRestored restored) {
        Campaign campaign = state.campaigns.get(restored.campaignId());
        if (campaign == null || state.calls.containsKey(restored.callId())) {
            state.refuse(
                    "call", restored.callId(), "cannot be restored: campaign unknown, or the call is here already");
            return;
        }
        if (restored.inbound()) {
            restoreCaller(restored, campaign);
            return;
        }
        Call call = new Call(
                restored.callId(),
                campaign.id,
                restored.leadId(),
                restored.node(),
                restored.trunk(),
                0.5,
                0,
                state.now);
        state.occupyLine(call);
        call.gateAsked = true;
        call.gatePassed = true;
        call.originatedMicros = Math.max(1, state.now - 60 * SECOND);
        calls.open(call);
        state.move(call, CallStage.DIALLING);
        if (restored.answered()) {
            // When it was answered is the row's to know; the budget is over in any case.
            call.answeredMicros = call.originatedMicros;
            state.cellOf(call).inFlight.remove(call.id);
            state.move(call, CallStage.ANSWERED);
            if (!restored.connected()) {
                // Until the channels are read it counts as somebody who waits: that is what it most likely was.
                state.cellOf(call).unserved.put(call.id, call);
            }
        }
        talked(call, restored, campaign);
        calls.conversation.room.restored(call, restored);
    }

    /** Keeps the place: calls are restored by the order of their ids. */
    private void restoreCaller(NetworkInput.CallRestored restored, Campaign queue) {
        Call call = Call.from(
                restored.callId(),
                queue.id,
                restored.leadId(),
                restored.node(),
                restored.trunk(),
                Math.max(1, state.now - 60 * SECOND));
        state.occupyLine(call);
        call.answeredMicros += restored.answered() ? 1 : 0;
        state.calls.put(call.id, call);
        Cell cell = queue.cell(call.node);
        cell.open.put(call.id, call);
        if (!restored.connected()) {
            cell.unserved.put(call.id, call);
            calls.overflow.limit(call);
        }
        talked(call, restored, queue);
        calls.conversation.room.restored(call, restored);
    }

    private static void talked(Call call, NetworkInput.CallRestored restored, Campaign campaign) {
        call.agentId = restored.agentId();
        if (restored.connected()) {
            // The counts of the database hold ended calls only.
            call.connectedMicros = call.originatedMicros;
            call.live = true;
            campaign.liveAnswers++;
        }
    }

    private void reconcile(NetworkInput.Snapshot snapshot) {
        Node node = state.node(snapshot.node());
        boolean wasDown = !node.up;
        node.up = true;
        if (wasDown) {
            state.emit(new NewsEffect.NodeChanged(node.name, true, "", state.now));
        }
        Map<Long, CallChannel> callChannels = new HashMap<>();
        for (CallChannel channel : snapshot.calls()) {
            callChannels.put(channel.callId(), channel);
            if (!state.calls.containsKey(channel.callId())) {
                state.anomaly("call", channel.callId(), "lives in Asterisk but not on the floor: hung up");
                state.emit(new TelephonyEffect.HangUp(channel.callId(), snapshot.node()));
            }
        }
        Map<Long, LegChannel> legChannels = legs(snapshot);
        for (Agent agent : new ArrayList<>(state.agents.values())) {
            LegChannel leg = legChannels.get(agent.id);
            if (agent.node.equals(snapshot.node()) && leg != null) {
                agents.legs.found(agent, leg, snapshot.requestedAtMicros());
            }
        }
        for (Call call : inOrderOfCertainty(callChannels)) {
            boolean judged = call.node.equals(snapshot.node())
                    && call.originatedMicros > 0
                    && call.originatedMicros < snapshot.requestedAtMicros() - SECOND;
            if (judged) {
                CallChannel channel = callChannels.get(call.id);
                if (channel == null) {
                    calls.end.lost(call);
                } else {
                    compare(call, channel, snapshot.requestedAtMicros());
                }
            }
        }
        for (Agent agent : new ArrayList<>(state.agents.values())) {
            if (agent.node.equals(snapshot.node()) && !legChannels.containsKey(agent.id)) {
                agents.legs.notFound(agent, snapshot.requestedAtMicros());
            }
        }
        if (wasDown) {
            state.dirty.addAll(state.campaigns.values());
        }
    }

    /** What is gone first: it frees its agent. Then who talks with whom; a customer on hold comes last, since only the row says whose it is. */
    private List<Call> inOrderOfCertainty(Map<Long, CallChannel> channels) {
        List<Call> calls = new ArrayList<>(state.calls.values());
        calls.sort(Comparator.comparingInt(call -> {
            CallChannel channel = channels.get(call.id);
            return channel == null ? 0 : channel.found() == Found.BRIDGED ? 1 : 2;
        }));
        return calls;
    }

    /** One leg for each agent; legs of nobody, second legs, and those of agents who sit at another node now, are dropped. */
    private Map<Long, LegChannel> legs(NetworkInput.Snapshot snapshot) {
        Map<Long, LegChannel> kept = new HashMap<>();
        List<LegChannel> surplus = new ArrayList<>();
        for (LegChannel leg : snapshot.legs()) {
            Agent agent = state.agents.get(leg.agentId());
            LegChannel other = kept.get(leg.agentId());
            boolean hasCustomer = Agent.isGuest(leg.agentId()) && leg.found() == Found.BRIDGED && leg.callId() != 0;
            if (agent == null && hasCustomer) {
                // A customer who was given to somebody outside.
                continue;
            } else if (agent == null || !agent.node.equals(snapshot.node())) {
                surplus.add(leg);
            } else if (other == null) {
                kept.put(leg.agentId(), leg);
            } else if (leg.leg() == agent.legNumber) {
                surplus.add(other);
                kept.put(leg.agentId(), leg);
            } else {
                surplus.add(leg);
            }
        }
        for (LegChannel leg : surplus) {
            state.emit(new TelephonyEffect.DropLeg(leg.agentId(), leg.leg(), snapshot.node()));
        }
        return kept;
    }

    /** Floor and node both know the call: the node is right about the channel. */
    private void compare(Call call, CallChannel channel, long askedMicros) {
        boolean settled = Math.max(call.sinceMicros(), call.talk.stepMicros) < askedMicros - SECOND;
        switch (call.stage()) {
            case DIALLING, RINGING -> {
                if (channel.found() != Found.RINGING) {
                    answerWasMissed(call, channel);
                } else if (call.timer == 0) {
                    state.setTimer(call, state.campaignOf(call).settings.ringTimeoutMillis() * MILLI);
                }
            }
            case ANSWERED, WAITING, DETECTING -> {
                boolean moved = channel.found() == Found.BRIDGED || channel.found() == Found.HELD;
                if (call.patient()) {
                    compareWaiting(call, channel);
                } else if (call.timer == 0 || moved) {
                    answerWasMissed(call, channel);
                }
            }
            case CONNECTING -> {
                if (channel.found() == Found.BRIDGED && channel.agentId() == call.agentId) {
                    calls.take(new CallInput.Bridged(call.id, call.agentId));
                } else if (settled) {
                    calls.bridgeFailed(call);
                }
            }
            case CONNECTED, HELD -> {
                if (settled && !calls.conversation.found(call, channel)) {
                    calls.end.hangUp(call, calls.end.afterTalk(call), "the bridge had broken up");
                }
            }
            case MESSAGE, VOICEMAIL, MACHINE_MESSAGE -> {
                if (settled && channel.found() == Found.PARKED) {
                    Outcome outcome = call.stage() == CallStage.MACHINE_MESSAGE ? Outcome.MACHINE : Outcome.ABANDONED;
                    calls.end.hangUp(call, outcome, "the end of the message was not seen");
                }
            }
            case ENDING -> {
                if (settled) {
                    state.emit(new TelephonyEffect.HangUp(call.id, call.node));
                }
            }
            case TRANSFERRED -> {
                if (settled && channel.found() == Found.HELD) {
                    calls.end.hangUp(call, calls.end.afterTalk(call), "the outside number has hung up");
                }
            }
            case RESERVED, ENDED -> {
                // Nothing to compare.
            }
        }
    }

    /** A caller who waits may have been given to an agent by an engine of before; else whoever hears music can be served. */
    private void compareWaiting(Call call, CallChannel channel) {
        Agent agent = state.agents.get(channel.agentId());
        switch (channel.found()) {
            case RINGING -> state.emit(new TelephonyEffect.Welcome(call.id, call.node));
            case PARKED, HELD -> calls.take(new CallInput.Parked(call.id));
            case BUSY -> {
                // On its way to the music.
            }
            case BRIDGED -> {
                if (agent != null && free(agent)) {
                    resumeTalk(call, agent);
                } else {
                    state.anomaly(
                            "call", call.id, "waits, but is in a bridge with nobody who could talk: to be seen again");
                }
            }
        }
    }

    /** Somebody answered while nobody looked. In talk with the agent: so be it. Else the person has waited too long. */
    private void answerWasMissed(Call call, CallChannel channel) {
        Agent agent = state.agents.get(channel.agentId());
        if (call.stage() == CallStage.DIALLING || call.stage() == CallStage.RINGING) {
            state.cellOf(call).inFlight.remove(call.id);
            call.answeredMicros = call.originatedMicros;
            state.move(call, CallStage.ANSWERED);
            state.emit(new StoreEffect.CallAnswered(call.id, state.now));
        }
        call.parked = channel.found() == Found.PARKED;
        Agent holder = state.agentOf(call);
        if (channel.found() == Found.BRIDGED && agent != null && free(agent)) {
            resumeTalk(call, agent);
        } else if (channel.found() == Found.HELD && holder != null && free(holder)) {
            state.cellOf(call).unserved.remove(call.id);
            calls.conversation.holding.resumeHeld(call, holder);
        } else if (channel.found() == Found.BRIDGED && outside(channel.agentId()) && call.connectedMicros > 0) {
            state.move(call, CallStage.TRANSFERRED);
        } else if (call.connectedMicros > 0) {
            calls.end.hangUp(call, Outcome.ANSWERED, "the talk was over when it was found");
        } else {
            Agent waiting = state.agentOf(call);
            call.agentId = 0;
            if (waiting != null && waiting.callId == call.id) {
                agents.callOver(waiting, -1);
            }
            if (call.stage() != CallStage.WAITING) {
                state.move(call, CallStage.WAITING);
            }
            calls.overflow.begin(call);
        }
    }

    /** Whether whoever has the customer is none of the house. */
    private static boolean outside(long agentId) {
        return agentId == 0 || Agent.isGuest(agentId);
    }

    static boolean free(Agent agent) {
        return agent.state() == AgentState.LEG_CONNECTING
                || agent.state() == AgentState.PAUSED
                || agent.state() == AgentState.READY;
    }

    private void resumeTalk(Call call, Agent agent) {
        agents.resume(agent, call);
        call.agentId = agent.id;
        state.rowOf(call).unserved.remove(call.id);
        state.move(call, CallStage.CONNECTING);
        calls.take(new CallInput.Bridged(call.id, agent.id));
    }
}
