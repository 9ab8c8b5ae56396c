package io.tactus.floor;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.NewsEffect.ConsultationChanged.Stage;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Agent.Leg;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Consultation;
import io.tactus.floor.model.Monitoring;
import io.tactus.floor.model.Talk.Step;
import org.jspecify.annotations.Nullable;

/**
 * Agents who speak with each other: one calls ({@link ColleagueCalls}), the other says yes. With a customer on the line this is a consultation, during which the customer
 * is on hold; it may become a conference, and either may end with the colleague having the customer.
 *
 * <p>The colleague who was called sends the own leg to the caller's, as a supervisor does ({@link Supervision}): it whispers while they are among
 * themselves, and joins in for a conference. For that time the colleague pauses, and so does a caller who has no customer.
 */
final class Consultations {
    /** The pause of who speaks with a colleague. */
    static final String PAUSE = "COLLEAGUE";

    private final FloorState state;
    private final AgentFlow agents;
    final ColleagueCalls calls;

    Consultations(FloorState state, AgentFlow agents) {
        this.state = state;
        this.agents = agents;
        this.calls = new ColleagueCalls(state, this);
    }

    /** Whether the agent speaks with a colleague, on either side. */
    boolean busy(Agent agent) {
        return agent.consultation != Consultation.NONE || findGuest(agent) != null;
    }

    /** Who was called and speaks with this agent. */
    @Nullable
    Agent findGuest(Agent host) {
        Agent guest = state.agents.get(host.guestId);
        return guest != null && guest.isGuestOf(host) ? guest : null;
    }

    /** Rings somebody outside; null when there is no line. */
    @Nullable
    Agent invite(Agent caller, String trunk) {
        return agents.guests.invite(caller, trunk);
    }

    /** Whoever was called is not wanted any more; a colleague stays where he is. */
    void guestLeaves(long id) {
        Agent guest = Agent.isGuest(id) ? state.agents.get(id) : null;
        if (guest != null) {
            agents.guests.leave(guest);
        }
    }

    /** The colleague has said yes. */
    void begin(Agent guest, Agent host) {
        stepAside(guest);
        guest.monitors = host.id;
        host.guestId = guest.id;
        Call call = state.calls.get(host.callId);
        if (host.state() == AgentState.TALKING && call != null && call.stage() == CallStage.CONNECTED) {
            guest.consultation = Consultation.COMING;
            announce(host.id, guest.id, Stage.COMING, "");
            agents.conversation().holding.hold(host);
        } else {
            speak(guest, host);
        }
    }

    /** For the time being the agent takes no calls. */
    void stepAside(Agent agent) {
        agent.readyAfter = agent.state() == AgentState.READY;
        agent.pauseCodeAfter = agent.pauseCode;
        agents.leaving.now(agent, PAUSE, false);
    }

    private void speak(Agent guest, Agent host) {
        guest.consultation = Consultation.PRIVATE;
        agents.legs.supervision.send(guest, host, Monitoring.WHISPER);
        announce(host.id, guest.id, Stage.PRIVATE, "");
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
        } else if (!calls.giveUp(agent, "")) {
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
            agents.conversation().transfers.fromConsultation(guest, host);
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
        calls.callOff(agent, "");
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
    void goOn(Agent agent) {
        if (agent.guest()) {
            agents.guests.leave(agent);
            return;
        }
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

    void announce(long hostId, long guestId, Stage stage, String reason) {
        state.emit(new NewsEffect.ConsultationChanged(hostId, guestId, stage, reason, state.now));
    }
}
