package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.NewsEffect.ConsultationChanged.Stage;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Agent.Leg;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Talk.Step;
import java.util.List;

/**
 * Calls to colleagues until they are answered. Nothing is done to anybody's phone before a yes, since a standing leg has an open microphone; a caller
 * with a customer goes on talking, one without steps aside from the calls of campaigns.
 */
final class ColleagueCalls {
    /** How long a colleague may take to say yes. */
    private static final long ANSWER_PATIENCE = 30 * SECOND;
    /** How long it may ring outside. */
    private static final long OUTSIDE_PATIENCE = 45 * SECOND;

    private static final String NO_CALL = "the colleague does not call you any more";

    private final FloorState state;
    private final Consultations consultations;

    ColleagueCalls(FloorState state, Consultations consultations) {
        this.state = state;
        this.consultations = consultations;
    }

    void call(Agent caller, long colleagueId) {
        Agent colleague = state.agents.get(colleagueId);
        String hindrance = hindranceOfCaller(caller, false);
        if (hindrance.isEmpty()) {
            hindrance = colleague == null || colleague == caller || colleague.guest() || wantedElsewhere(colleague)
                    ? "the colleague is not there, or speaks with somebody else"
                    : hindranceOfColleague(colleague, caller, false);
        }
        if (!hindrance.isEmpty()) {
            state.refuse("agent", caller.id, hindrance);
            return;
        }
        if (caller.state() != AgentState.TALKING) {
            // Else both might be the last one whom a call on its way counts on.
            consultations.stepAside(caller);
        }
        calls(caller, colleagueId);
    }

    private void calls(Agent caller, long colleagueId) {
        caller.calls = colleagueId;
        caller.callsSinceMicros = state.now;
        consultations.announce(caller.id, colleagueId, Stage.CALLED, "");
    }

    /** Calls somebody outside about the customer. */
    void callOutside(Agent caller, String trunk) {
        String hindrance = caller.state() == AgentState.TALKING
                ? hindranceOfCaller(caller, false)
                : "there is no customer on the line";
        Agent guest = hindrance.isEmpty() ? consultations.invite(caller, trunk) : null;
        if (guest == null) {
            state.refuse(
                    "agent", caller.id, hindrance.isEmpty() ? "no line is free: try again in a moment" : hindrance);
        } else {
            calls(caller, guest.id);
        }
    }

    /** A leg that stands, and either a customer with whom nothing else is being done or time to speak. */
    private String hindranceOfCaller(Agent caller, boolean now) {
        if (!now && caller.calls != 0) {
            return "you call somebody already";
        }
        if (caller.onDemand) {
            return "a phone that is rung for each call cannot call colleagues";
        }
        if (consultations.busy(caller)) {
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

    private boolean wantedElsewhere(Agent colleague) {
        return consultations.busy(colleague)
                || colleague.calls != 0
                || state.agents.values().stream().anyMatch(other -> other.calls == colleague.id);
    }

    void accept(Agent guest, long callerId) {
        Agent host = state.agents.get(callerId);
        if (host == null || host.calls != guest.id) {
            state.refuse("agent", guest.id, NO_CALL);
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
        consultations.begin(guest, host);
    }

    void decline(Agent guest, long callerId) {
        Agent caller = state.agents.get(callerId);
        if (caller == null || caller.calls != guest.id) {
            state.refuse("agent", guest.id, NO_CALL);
        } else {
            giveUp(caller, "declined");
        }
    }

    /** Nobody waits for ever for a colleague's yes. */
    void look() {
        for (Agent agent : List.copyOf(state.agents.values())) {
            long patience = Agent.isGuest(agent.calls) ? OUTSIDE_PATIENCE : ANSWER_PATIENCE;
            if (agent.calls != 0 && state.now - agent.callsSinceMicros >= patience) {
                giveUp(agent, "no answer");
            }
        }
    }

    /** The agent is not there any more, and cannot say yes. */
    void left(Agent agent) {
        for (Agent caller : List.copyOf(state.agents.values())) {
            if (caller.calls == agent.id) {
                giveUp(caller, agent.guest() ? "no answer" : "the colleague has left");
            }
        }
    }

    /** The caller goes on with what was before. Says whether there was a call. */
    boolean giveUp(Agent caller, String reason) {
        boolean called = callOff(caller, reason);
        if (called) {
            consultations.goOn(caller);
        }
        return called;
    }

    /** The caller turns to something else. Says whether there was a call. */
    boolean callOff(Agent caller, String reason) {
        long colleague = caller.calls;
        caller.calls = 0;
        if (colleague != 0) {
            consultations.announce(caller.id, colleague, Stage.OVER, reason);
            consultations.guestLeaves(colleague);
        }
        return colleague != 0;
    }
}
