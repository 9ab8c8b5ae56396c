package io.tactus.floor;

import static io.tactus.floor.FloorState.MILLI;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What agents do: log-in, ready, wrap-up. Their legs are in {@link Legs}, their pauses in {@link Leaving}, their own dialling in
 * {@link AgentDialling}. */
final class AgentFlow {
    /** Code of the pause in which a log-in begins. */
    static final String PAUSE_LOGIN = "LOGIN";
    /** Code of the pause of an agent whose phone was rung for a call and not picked up. */

    /** Calls without a disposition that are remembered of an agent. */
    private static final int MOST_OWED = 5;

    private final FloorState state;
    private final Aim aim;
    final Legs legs;
    final Leaving leaving;
    final Consultations consultations;
    final Guests guests;
    private @Nullable CallFlow calls;
    private @Nullable AgentDialling dialling;

    AgentFlow(FloorState state, Aim aim) {
        this.state = state;
        this.aim = aim;
        this.legs = new Legs(state, this);
        this.leaving = new Leaving(state, aim, this);
        this.consultations = new Consultations(state, this);
        this.guests = new Guests(state, this);
    }

    /** Calls and agents need each other; the floor ties the knot once. */
    void attach(CallFlow callFlow) {
        calls = callFlow;
        dialling = new AgentDialling(state, this, callFlow);
    }

    private CallFlow calls() {
        if (calls == null) {
            throw new IllegalStateException("attach was not called");
        }
        return calls;
    }

    Conversation conversation() {
        return calls().conversation;
    }

    void take(AgentInput input) {
        if (input instanceof AgentInput.LoggedIn login) {
            logIn(login);
            return;
        }
        Agent agent = state.agents.get(input.agentId());
        if (agent == null || agent.state() == AgentState.LOGGED_OUT) {
            if (input instanceof AgentInput.LegParked parked) {
                state.emit(new TelephonyEffect.DropLeg(parked.agentId(), parked.leg(), ""));
            } else if (!(input instanceof AgentInput.LegEnded)) {
                state.refuse("agent", input.agentId(), "not logged in");
                if (input instanceof AgentInput.DialsByHand byHand) {
                    state.emit(new StoreEffect.ReleaseLead(byHand.callId(), byHand.leadId(), "not logged in"));
                }
            }
            return;
        }
        switch (input) {
            case AgentInput.LoggedIn login -> throw new IllegalStateException("handled above");
            case AgentInput.CampaignsAssigned assigned -> assign(agent, assigned.campaigns());
            case AgentInput.WantsReady ready -> wantsReady(agent);
            case AgentInput.WantsPause pause -> leaving.wants(agent, pause.code(), false);
            case AgentInput.WantsLogout logout -> leaving.wants(agent, "", true);
            case AgentInput.SeesEnd seesEnd -> seesEnd(agent);
            case AgentInput.HearsMachine hears -> hearsMachine(agent);
            case AgentInput.HungUp hungUp -> hungUp(agent);
            case AgentInput.Holds holds -> calls().conversation.holding.hold(agent);
            case AgentInput.Retrieves retrieves -> calls().conversation.holding.retrieve(agent);
            case AgentInput.TransfersToAgent to ->
                calls().conversation.transfers.toAgent(agent, to.toAgentId());
            case AgentInput.TransfersOutside out ->
                calls().conversation.transfers.outside(agent, out.callId());
            case AgentInput.TransfersToQueue to -> calls().conversation.room.toQueue(agent, to.queueId());
            case AgentInput.Parks parks -> calls().conversation.room.park(agent);
            case AgentInput.PicksUp picks -> calls().conversation.room.pickUp(agent, picks.callId());
            case AgentInput.Monitors monitors -> legs.supervision.begin(agent, monitors);
            case AgentInput.StopsMonitoring stops -> legs.supervision.stop(agent, stops.targetId());
            case AgentInput.TakesOver takes ->
                calls().conversation.transfers.takeOver(agent, takes.targetId(), agent.id);
            case AgentInput.CallsColleague to -> consultations.calls.call(agent, to.colleagueId());
            case AgentInput.CallsOutside to -> consultations.calls.callOutside(agent, to.trunk());
            case AgentInput.AcceptsColleague accepted -> consultations.calls.accept(agent, accepted.callerId());
            case AgentInput.DeclinesColleague declined -> consultations.calls.decline(agent, declined.callerId());
            case AgentInput.LeavesColleague leaves -> consultations.end(agent);
            case AgentInput.Confers confers -> consultations.conference(agent);
            case AgentInput.GivesToColleague gives -> consultations.give(agent);
            case AgentInput.Records records -> calls().conversation.take(agent, records);
            case AgentInput.Disposed disposed -> disposed(agent, disposed);
            case AgentInput.WrapUpExtended extended -> extendWrapUp(agent, extended.moreMillis());
            case AgentInput.PreviewAccepted accepted -> dialling().accept(agent, accepted.callId());
            case AgentInput.PreviewSkipped skipped -> dialling().skip(agent, skipped.callId(), skipped.reason());
            case AgentInput.DialsByHand byHand -> dialling().dialByHand(agent, byHand);
            case AgentInput.LegParked parked -> legs.onParked(agent, parked.leg());
            case AgentInput.LegEnded ended -> legs.onEnded(agent, ended.leg());
        }
    }

    private void logIn(AgentInput.LoggedIn login) {
        Agent agent = state.agents.computeIfAbsent(login.agentId(), Agent::new);
        if (agent.state() != AgentState.LOGGED_OUT) {
            state.refuse("agent", agent.id, "logged in already");
            return;
        }
        agent.node = login.node();
        agent.onDemand = login.onDemand();
        agent.keepsCalls = login.keepsCalls();
        agent.trunk = login.trunk();
        agent.pauseCode = PAUSE_LOGIN;
        agent.wantsReady = false;
        agent.callId = 0;
        agent.owedCalls.clear();
        agent.taken = 0;
        agent.rescues = 0;
        agent.stay();
        legs.reset(agent);
        assign(agent, login.campaigns());
        if (agent.onDemand) {
            state.move(agent, AgentState.PAUSED);
        } else {
            state.move(agent, AgentState.LEG_CONNECTING);
            legs.connect(agent);
        }
    }

    void assign(Agent agent, List<Long> campaigns) {
        for (long id : agent.campaigns) {
            Campaign campaign = state.campaigns.get(id);
            if (campaign != null) {
                campaign.cell(agent.node).serving.remove(agent);
            }
        }
        agent.campaigns = List.copyOf(campaigns);
        for (long id : agent.campaigns) {
            Campaign campaign = state.campaigns.get(id);
            if (campaign != null) {
                campaign.cell(agent.node).serving.add(agent);
            }
        }
        aim.aimAll();
    }

    private void wantsReady(Agent agent) {
        switch (agent.state()) {
            case PAUSED -> enterReady(agent);
            case LEG_CONNECTING -> agent.wantsReady = true;
            case WRAP_UP -> {
                if (owesDisposition(agent)) {
                    state.refuse("agent", agent.id, "the call must be disposed of first");
                } else {
                    agent.stay();
                    wrappedUp(agent);
                }
            }
            case READY, RESERVED, TALKING -> leaving.stay(agent);
            case LOGGED_OUT -> {
                // Sorted out before.
            }
        }
    }

    /** Ready if the leg stands, else as soon as it does. */
    void enterReady(Agent agent) {
        consultations.turnsAway(agent);
        agent.callId = 0;
        if (!agent.reachable()) {
            agent.wantsReady = true;
            if (agent.leg == Agent.Leg.MONITORING) {
                legs.supervision.callBack(agent);
            }
            if (agent.state() != AgentState.LEG_CONNECTING) {
                state.move(agent, AgentState.LEG_CONNECTING);
                legs.wanted(agent);
            }
            return;
        }
        state.clearTimer(agent);
        state.move(agent, AgentState.READY);
        Call waiting = aim.waitingFor(agent);
        if (waiting != null) {
            calls().connect(waiting, agent);
        } else {
            aim.aim(agent);
        }
    }

    private void seesEnd(Agent agent) {
        if (agent.state() != AgentState.TALKING) {
            state.refuse("agent", agent.id, "only the end of a talk can be foreseen");
        } else if (agent.closingMicros == 0) {
            agent.closingMicros = state.now;
            for (long id : agent.campaigns) {
                Campaign campaign = state.campaigns.get(id);
                if (campaign != null) {
                    state.dirty.add(campaign);
                }
            }
        }
    }

    private void hearsMachine(Agent agent) {
        Call call = state.calls.get(agent.callId);
        if (call != null && call.agentId == agent.id && call.stage() == CallStage.CONNECTED) {
            calls().end.heardMachine(call);
        } else {
            state.refuse("agent", agent.id, "hears no one who could be a machine");
        }
    }

    private void hungUp(Agent agent) {
        Call call = state.calls.get(agent.callId);
        if (call == null || call.agentId != agent.id) {
            state.refuse("agent", agent.id, "has no call to hang up");
        } else if (call.stage().talk()) {
            calls().end.hangUp(call, calls().end.afterTalk(call), "");
        } else if (call.boundAgentId == agent.id
                && call.gatePassed
                && call.stage().inFlight()) {
            calls().end.hangUp(call, Outcome.FAILED, "given up by the agent");
        } else {
            state.refuse("agent", agent.id, "the call cannot be hung up while " + call.stage());
        }
    }

    private void disposed(Agent agent, AgentInput.Disposed disposed) {
        if (agent.owedCalls.remove(disposed.callId())) {
            state.emit(new StoreEffect.CallDisposed(disposed.callId(), agent.id, disposed.disposition(), state.now));
            return;
        }
        if (disposed.callId() != agent.callId || agent.callId == 0) {
            state.refuse("agent", agent.id, "call " + disposed.callId() + " is not the agent's to dispose of");
            return;
        }
        state.emit(new StoreEffect.CallDisposed(agent.callId, agent.id, disposed.disposition(), state.now));
        agent.disposedCallId = agent.callId;
        if (agent.state() == AgentState.WRAP_UP) {
            wrappedUp(agent);
        }
    }

    private void extendWrapUp(Agent agent, int moreMillis) {
        if (agent.state() != AgentState.WRAP_UP || moreMillis <= 0) {
            state.refuse("agent", agent.id, "wrap-up can be extended in wrap-up only, by more than 0 ms");
            return;
        }
        wrapUpFor(agent, moreMillis);
        state.announce(agent);
    }

    private void wrapUpFor(Agent agent, int millis) {
        agent.wrapUpUntilMicros = state.now + millis * MILLI;
        state.setTimer(agent, millis * MILLI);
    }

    private void wrappedUp(Agent agent) {
        Learning.fromWrapUp(agent, state);
        state.clearTimer(agent);
        if (agent.leaving) {
            leaving.now(agent, agent.pauseCode, agent.leavingForGood);
        } else {
            enterReady(agent);
        }
    }

    /** A free agent is chosen for a call. */
    void reserve(Agent agent, Call call) {
        aim.unaim(agent);
        take(agent, call);
    }

    /** An agent's wrap-up is broken off for a call that nobody else can take; its disposition may still be given. */
    void rescue(Agent agent, Call call) {
        Learning.fromBrokenWrapUp(agent, state);
        state.clearTimer(agent);
        if (agent.callId != call.id) {
            owes(agent, agent.callId);
        }
        agent.rescues++;
        take(agent, call);
    }

    private static void owes(Agent agent, long callId) {
        if (agent.owedCalls.size() == MOST_OWED) {
            agent.owedCalls.remove();
        }
        agent.owedCalls.add(callId);
    }

    /** Any agent is given a call. */
    void take(Agent agent, Call call) {
        consultations.turnsAway(agent);
        state.take(agent, call);
        state.move(agent, AgentState.RESERVED);
    }

    /** An agent who pauses takes a call, and pauses again after it. */
    void takeInPause(Agent agent, Call call) {
        agent.leaving = true;
        agent.leavingSinceMicros = state.now;
        take(agent, call);
    }

    /** An agent is found in talk with a customer whom the floor had lost sight of. */
    void resume(Agent agent, Call call) {
        if (agent.state() == AgentState.READY) {
            aim.unaim(agent);
        }
        agent.wantsReady = false;
        agent.legTimer = 0;
        take(agent, call);
    }

    /** The leg of a reserved agent is parked: the bridge can be made if the customer is there. */
    void bridgeIfWaiting(Agent agent) {
        Call call = state.calls.get(agent.callId);
        if (call != null && call.agentId == agent.id && call.stage() == CallStage.CONNECTING) {
            calls().bridgeIfPossible(call);
        }
    }

    /** The leg of an agent who talks is parked: the customer may be waiting for it. */
    void legBackInTalk(Agent agent) {
        calls().conversation.holding.legBack(agent);
    }

    void talking(Agent agent) {
        if (agent.state() == AgentState.RESERVED) {
            state.move(agent, AgentState.TALKING);
        }
    }

    /** The agent's call is over. @param wrapUpMillis 0 for wrap-up without limit, -1 for none since nobody talked */
    void callOver(Agent agent, int wrapUpMillis) {
        if (agent.state() == AgentState.TALKING) {
            Learning.fromTalk(agent, state);
            consultations.turnsAway(agent);
            legs.supervision.apart(agent);
            agent.closingMicros = 0;
            // Without a hang-up of the leg it parks again within milliseconds; else the channels are read.
            if (wrapUpMillis > 0) {
                wrapUpFor(agent, wrapUpMillis);
            } else {
                agent.wrapUpUntilMicros = 0;
                state.clearTimer(agent);
            }
            state.move(agent, AgentState.WRAP_UP);
            legs.callOver(agent);
        } else if (agent.state() == AgentState.RESERVED && wrapUpMillis < 0) {
            legs.callOver(agent);
            wrappedUp(agent);
        }
    }

    /** The bridge with this agent's leg failed: out of service until the leg is known to be parked. */
    void legInDoubt(Agent agent) {
        agent.callId = 0;
        if (agent.onDemand) {
            legs.drop(agent);
            agent.pauseCode = Agent.PAUSE_NOT_ANSWERED;
            state.move(agent, AgentState.PAUSED);
            return;
        }
        agent.wantsReady = !agent.leaving;
        if (agent.state() == AgentState.RESERVED) {
            state.move(agent, AgentState.LEG_CONNECTING);
        }
        legs.inDoubt(agent);
    }

    /** Own dialling of the agents. */
    AgentDialling dialling() {
        if (dialling == null) {
            throw new IllegalStateException("attach was not called");
        }
        return dialling;
    }

    /** The leg of an agent who is reserved for a call is gone. */
    void legLostWhileReserved(Agent agent) {
        Call call = state.calls.get(agent.callId);
        if (calls().conversation.transfers.heirLost(agent)) {
            return;
        }
        if (call == null || call.agentId != agent.id) {
            legInDoubt(agent);
        } else if (call.stage() == CallStage.CONNECTING) {
            calls().bridgeFailed(call);
        } else if (!call.gateAsked) {
            dialling().giveBack(call, "the agent's leg is gone");
        } else if (call.gatePassed && call.stage() != CallStage.ENDING) {
            calls().end.hangUp(call, Outcome.FAILED, "the agent's leg is gone");
        }
    }

    void onWrapUpOver(Agent agent) {
        if (agent.state() == AgentState.WRAP_UP && !owesDisposition(agent)) {
            wrappedUp(agent);
        }
    }

    private boolean owesDisposition(Agent agent) {
        Campaign campaign = state.campaigns.get(agent.workedFor);
        return campaign != null && campaign.settings.forcedDisposition() && agent.disposedCallId != agent.callId;
    }

    /** The leg stands and the agent was waiting for it. */
    void legStands(Agent agent) {
        if (agent.guest()) {
            guests.stands(agent);
        } else if (agent.leaving) {
            leaving.standing(agent);
        } else if (agent.wantsReady) {
            agent.wantsReady = false;
            enterReady(agent);
        } else {
            state.move(agent, AgentState.PAUSED);
        }
    }

    /** The phone of an agent who waits for it was not picked up, and is not rung again by itself. */
    void phoneNotAnswered(Agent agent) {
        boolean forGood = agent.leavingForGood;
        agent.stay();
        if (forGood) {
            leaving.now(agent, "", true);
            return;
        }
        agent.wantsReady = false;
        agent.pauseCode = Agent.PAUSE_NOT_ANSWERED;
        state.move(agent, AgentState.PAUSED);
    }

    /** A free agent's leg is gone. */
    void unready(Agent agent) {
        aim.unaim(agent);
        agent.wantsReady = !agent.leaving;
        state.move(agent, AgentState.LEG_CONNECTING);
    }
}
