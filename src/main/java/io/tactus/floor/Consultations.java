package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.NewsEffect.ConsultationChanged.Stage;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Agent.Leg;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Consultation;
import io.tactus.floor.model.Monitoring;
import io.tactus.floor.model.Talk.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agents who speak with each other: one calls, the other says yes. With a customer on the line this is a consultation, during which the customer
 * is on hold; it may become a conference, and either may end with the colleague having the customer.
 *
 * <p>The colleague who was called sends the own leg to the caller's, as a supervisor does ({@link Supervision}): it whispers while they are among
 * themselves, and joins in for a conference. For that time the colleague pauses, and so does a caller who has no customer.
 */
final class Consultations {
    /** The pause of who speaks with a colleague. */
    static final String PAUSE = "COLLEAGUE";
    /** How long a colleague may take to say yes. */
    static final long ANSWER_PATIENCE = 30 * SECOND;

    private final FloorState state;
    private final AgentFlow agents;

    Consultations(FloorState state, AgentFlow agents) {
        this.state = state;
        this.agents = agents;
    }

    void call(Agent caller, long colleagueId) {
        Agent colleague = state.agents.get(colleagueId);
        String hindrance = caller.calls != 0 ? "you call a colleague already" : hindranceOfCaller(caller, false);
        if (hindrance.isEmpty()) {
            hindrance = colleague == null || colleague == caller || wantedElsewhere(colleague)
                    ? "the colleague is not there, or speaks with somebody else"
                    : hindranceOfColleague(colleague, caller, false);
        }
        if (!hindrance.isEmpty()) {
            state.refuse("agent", caller.id, hindrance);
            return;
        }
        if (caller.state() != AgentState.TALKING) {
            // Else both might be the last one whom a call on its way counts on.
            stepAside(caller);
        }
        caller.calls = colleagueId;
        caller.callsSinceMicros = state.now;
        announce(caller.id, colleagueId, Stage.CALLED, "");
    }

    /** A leg that stands, and either a customer with whom nothing else is being done or time to speak. */
    private String hindranceOfCaller(Agent caller, boolean now) {
        if (caller.onDemand) {
            return "a phone that is rung for each call cannot call colleagues";
        }
        if (busy(caller)) {
            return "you speak with a colleague already";
        }
        if (caller.state() != AgentState.TALKING) {
            return hindranceOfPause(caller, "you", now);
        }
        Call call = state.calls.get(caller.callId);
        boolean free = call != null && call.stage().talk() && call.agentId == caller.id && call.talk.step == Step.NONE;
        return free ? "" : "another step of your call is under way";
    }

    private String hindranceOfColleague(Agent colleague, Agent caller, boolean now) {
        if (colleague.onDemand) {
            return "the colleague's phone is rung for each call, and cannot be called";
        }
        if (!colleague.node.equals(caller.node)) {
            return "the colleague's phone is at another telephony node";
        }
        return hindranceOfPause(colleague, "the colleague", now);
    }

    /**
     * Only who would not be missed by a call on its way may turn to a colleague.
     *
     * @param now whether they are to speak at once; else the leg may still be on its way from a call to where it parks
     */
    private String hindranceOfPause(Agent agent, String who, boolean now) {
        if (agent.state() != AgentState.PAUSED && agent.state() != AgentState.READY) {
            return who + " must be ready or pause";
        }
        if (agent.leg != Leg.PARKED && (now || agent.leg != Leg.UNKNOWN)) {
            return who + " must have a phone that is connected and listens to nobody";
        }
        Campaign aimedAt = state.campaigns.get(agent.aimedAt);
        if (aimedAt != null && (agent.going() || Aim.spare(aimedAt.cell(agent.node)) <= 0)) {
            return "calls are on their way to " + who + ": try again in a moment";
        }
        return "";
    }

    /** Whether the agent speaks with a colleague, on either side. */
    boolean busy(Agent agent) {
        return agent.consultation != Consultation.NONE || findGuest(agent) != null;
    }

    private boolean wantedElsewhere(Agent colleague) {
        return busy(colleague)
                || colleague.calls != 0
                || state.agents.values().stream().anyMatch(other -> other.calls == colleague.id);
    }

    /** Who was called and speaks with this agent. */
    @Nullable
    Agent findGuest(Agent host) {
        Agent guest = state.agents.get(host.guestId);
        boolean there = guest != null && guest.consultation != Consultation.NONE && guest.monitors == host.id;
        return there ? guest : null;
    }

    void accept(Agent guest, long callerId) {
        Agent host = state.agents.get(callerId);
        if (host == null || host.calls != guest.id) {
            state.refuse("agent", guest.id, "the colleague does not call you any more");
            return;
        }
        String hindrance = hindranceOfColleague(guest, host, true);
        if (hindrance.isEmpty()) {
            hindrance = hindranceOfCaller(host, true);
        }
        if (!hindrance.isEmpty() || !state.nodeUp(guest.node)) {
            state.refuse("agent", guest.id, hindrance.isEmpty() ? "no link to " + guest.node : hindrance);
            return;
        }
        host.calls = 0;
        stepAside(guest);
        guest.monitors = host.id;
        host.guestId = guest.id;
        Call call = state.calls.get(host.callId);
        if (host.state() == AgentState.TALKING && call != null && call.stage() == CallStage.CONNECTED) {
            guest.consultation = Consultation.COMING;
            announce(host.id, guest.id, Stage.COMING, "");
            agents.conversation().holding.hold(host);
            return;
        }
        speak(guest, host);
    }

    private void stepAside(Agent agent) {
        agent.readyAfter = agent.state() == AgentState.READY;
        agent.pauseCodeAfter = agent.pauseCode;
        agents.leaving.now(agent, PAUSE, false);
    }

    private void speak(Agent guest, Agent host) {
        guest.consultation = Consultation.PRIVATE;
        agents.legs.supervision.send(guest, host, Monitoring.WHISPER);
        announce(host.id, guest.id, Stage.PRIVATE, "");
    }

    void decline(Agent guest, long callerId) {
        Agent caller = state.agents.get(callerId);
        if (caller == null || caller.calls != guest.id) {
            state.refuse("agent", guest.id, "the colleague does not call you any more");
        } else {
            callOff(caller, "declined");
            goOn(caller);
        }
    }

    private void callOff(Agent caller, String reason) {
        long colleague = caller.calls;
        caller.calls = 0;
        announce(caller.id, colleague, Stage.OVER, reason);
    }

    /** Nobody waits for ever for a colleague's yes. */
    void look() {
        for (Agent agent : List.copyOf(state.agents.values())) {
            if (agent.calls != 0 && state.now - agent.callsSinceMicros >= ANSWER_PATIENCE) {
                callOff(agent, "no answer");
                goOn(agent);
            }
        }
    }

    /** Either has spoken enough, or calls no more. */
    void end(Agent agent) {
        Agent guest = agent.consultation == Consultation.NONE ? findGuest(agent) : agent;
        if (guest != null) {
            Agent host = state.agents.get(guest.monitors);
            sendBack(guest, "");
            if (host != null) {
                goOn(host);
            }
        } else if (agent.calls != 0) {
            callOff(agent, "");
            goOn(agent);
        } else {
            state.refuse("agent", agent.id, "you speak with no colleague");
        }
    }

    /** All three: the customer comes back from hold if need be, and hears both. */
    void conference(Agent host) {
        Agent guest = findGuest(host);
        Call call = guest == null ? null : agents.conversation().idle(host, host.id, "a conference");
        if (guest == null) {
            state.refuse("agent", host.id, "you speak with no colleague");
        } else if (call != null && call.stage() == CallStage.CONNECTED) {
            join(guest, host);
        } else if (call != null) {
            guest.consultation = Consultation.JOINING;
            announce(host.id, guest.id, Stage.JOINING, "");
            agents.conversation().holding.retrieve(host);
            if (call.talk.step != Step.FROM_HOLD) {
                stayPrivate(guest, host);
            }
        }
    }

    private void join(Agent guest, Agent host) {
        guest.consultation = Consultation.CONFERENCE;
        agents.legs.supervision.send(guest, host, Monitoring.BARGE);
        announce(host.id, guest.id, Stage.CONFERENCE, "");
    }

    private void stayPrivate(Agent guest, Agent host) {
        guest.consultation = Consultation.PRIVATE;
        announce(host.id, guest.id, Stage.PRIVATE, "");
    }

    /** The colleague has the customer from now on. */
    void give(Agent host) {
        Agent guest = findGuest(host);
        if (guest == null) {
            state.refuse("agent", host.id, "you speak with no colleague");
        } else {
            agents.conversation().transfers.takeOver(guest, host.id, host.id);
        }
    }

    /** The guest is about to get the host's customer. @return whether the guest pauses after the call */
    boolean becomesAgent(Agent guest) {
        boolean pausesAfter = guest.consultation == Consultation.NONE || !guest.readyAfter;
        if (guest.consultation != Consultation.NONE) {
            long hostId = guest.monitors;
            guest.consultation = Consultation.NONE;
            guest.pauseCode = guest.pauseCodeAfter;
            announce(hostId, guest.id, Stage.OVER, "given");
        }
        return pausesAfter;
    }

    /** The host's customer is on hold. */
    void held(Agent host) {
        Agent guest = findGuest(host);
        if (guest == null) {
            return;
        }
        switch (guest.consultation) {
            case COMING -> speak(guest, host);
            // The leg whispers again, as that of anybody who had joined in.
            case CONFERENCE, JOINING -> stayPrivate(guest, host);
            case NONE, PRIVATE -> {
                // So they go on.
            }
        }
    }

    /** The host's customer is back from hold. */
    void retrieved(Agent host) {
        Agent guest = findGuest(host);
        if (guest != null && guest.consultation == Consultation.JOINING) {
            join(guest, host);
        } else if (guest != null && guest.consultation != Consultation.CONFERENCE) {
            sendBack(guest, "");
        }
    }

    /** A step of the host's call failed: everybody stays where they were. */
    void stepFailed(Agent host) {
        Agent guest = findGuest(host);
        if (guest != null && guest.consultation == Consultation.COMING) {
            sendBack(guest, "the customer could not be put on hold");
        } else if (guest != null && guest.consultation == Consultation.JOINING) {
            stayPrivate(guest, host);
        }
    }

    /** The agent turns to something else, or is gone: whoever speaks with the agent goes on with other things. */
    void turnsAway(Agent agent) {
        if (agent.calls != 0) {
            callOff(agent, "");
        }
        Agent guest = findGuest(agent);
        if (guest != null) {
            sendBack(guest, "");
        }
        if (agent.consultation != Consultation.NONE) {
            Agent host = state.agents.get(agent.monitors);
            agents.legs.supervision.over(agent);
            over(agent, host, "");
            if (host != null) {
                goOn(host);
            }
        }
    }

    /** The agent is not there any more. */
    void leaves(Agent agent) {
        turnsAway(agent);
        for (Agent caller : state.agents.values()) {
            if (caller.calls == agent.id) {
                callOff(caller, "the colleague has left");
                goOn(caller);
            }
        }
    }

    /** The agent's leg is known to listen to nobody: it parked, or is in a bridge. */
    void legAway(Agent agent) {
        if (agent.consultation == Consultation.COMING) {
            // It has not left yet.
            return;
        }
        Agent host = agent.consultation == Consultation.NONE ? null : state.agents.get(agent.monitors);
        agents.legs.supervision.over(agent);
        if (agent.consultation != Consultation.NONE) {
            over(agent, host, "");
            goOn(agent);
        }
        if (host != null) {
            goOn(host);
        }
    }

    /** The agent's leg is gone. A guest who is with it parks by itself; one who is still on the way stays where he is. */
    void legGone(Agent agent) {
        Agent guest = findGuest(agent);
        if (guest != null && guest.consultation == Consultation.COMING) {
            sendBack(guest, "");
        }
        if (agent.consultation == Consultation.COMING) {
            sendBack(agent, "");
        } else {
            legAway(agent);
        }
    }

    private void sendBack(Agent guest, String reason) {
        Agent host = state.agents.get(guest.monitors);
        over(guest, host, reason);
        if (guest.leg == Leg.MONITORING) {
            agents.legs.supervision.callBack(guest);
        } else {
            agents.legs.supervision.over(guest);
        }
        goOn(guest);
    }

    private void over(Agent guest, @Nullable Agent host, String reason) {
        guest.consultation = Consultation.NONE;
        announce(host == null ? 0 : host.id, guest.id, Stage.OVER, reason);
    }

    /** What the agent did before. */
    private void goOn(Agent agent) {
        if (agent.state() != AgentState.PAUSED || !agent.pauseCode.equals(PAUSE)) {
            return;
        }
        agent.pauseCode = agent.pauseCodeAfter;
        if (!agent.readyAfter) {
            state.announce(agent);
        } else if (agent.leg == Leg.NONE) {
            agent.wantsReady = true;
            state.move(agent, AgentState.LEG_CONNECTING);
        } else {
            agents.enterReady(agent);
        }
    }

    private void announce(long hostId, long guestId, Stage stage, String reason) {
        state.emit(new NewsEffect.ConsultationChanged(hostId, guestId, stage, reason, state.now));
    }
}
