package io.tactus.floor.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** An agent at work. Ids of 0 mean none; times are microseconds. */
public final class Agent {
    /** Why an agent pauses whose phone was rung for a call and not picked up. */
    public static final String PAUSE_NOT_ANSWERED = "PHONE_NOT_ANSWERED";

    /** State of the agent's leg on the telephony node. */
    public enum Leg {
        NONE,
        CONNECTING,
        PARKED,
        BRIDGED,
        /** Stands, and hears another agent's leg. */
        MONITORING,
        /** The link to the node broke, or a bridge failed: only a reading of the channels tells. */
        UNKNOWN
    }

    public final long id;
    public List<Long> campaigns = List.of();
    public String node = "";
    public boolean onDemand;
    /** A lost leg comes back by itself, and the customer waits for it. */
    public boolean keepsCalls;
    /** The trunk over which the phone is reached; empty for a phone of the house. */
    public String trunk = "";
    /** Whether the leg holds a line of that trunk. */
    public boolean holdsLine;

    public Leg leg = Leg.NONE;
    public int legNumber;
    public int legFailures;
    public long legSinceMicros;
    public long legTimer;

    /** Whose leg this one listens to; 0 for nobody. */
    public long monitors;

    public Monitoring monitoring = Monitoring.LISTEN;

    /** The colleague who is called and has not said yes or no; 0 for none. */
    public long calls;

    public long callsSinceMicros;
    /** The colleague who was called and said yes; what that one says of it counts. */
    public long guestId;
    /** How far the agent has come with the colleague who called, whom {@link #monitors} names. */
    public Consultation consultation = Consultation.NONE;
    /** Whether the agent was ready before speaking with a colleague; else the pause code is that of before. */
    public boolean readyAfter;

    public String pauseCodeAfter = "";

    /** Present call, or the one that is being wrapped up. */
    public long callId;
    /** The last call of which the agent has given a disposition. */
    public long disposedCallId;
    /** When the time for wrap-up is over; 0 for no limit. */
    public long wrapUpUntilMicros;
    /** Campaign of the present call, or of the one that is being wrapped up. */
    public long workedFor;
    /** Campaign at which the free agent is aimed; 0 for none. */
    public long aimedAt;

    /** Since when the agent has said that the present talk comes to its end; 0 for not said. */
    public long closingMicros;
    /** When the agent was given the present call, or the one that is being wrapped up; 0 for none. */
    public long takenMicros;
    /** Calls that the agent has taken since the log-in. */
    public int taken;
    /** Those of them that broke off a wrap-up. */
    public int rescues;
    /** Latest calls whose wrap-up was broken off and that may still be given a disposition. */
    public final Deque<Long> owedCalls = new ArrayDeque<>();

    /** What to become once the leg stands. */
    public boolean wantsReady;

    public String pauseCode = "";
    /** Leaves (pause or log-out) as soon as nothing is aimed at the agent. */
    public boolean leaving;

    public boolean leavingForGood;
    /** Serves the campaign no more at which the agent is aimed, and goes to another as soon as nothing is aimed at the agent. */
    public boolean moving;

    public long leavingSinceMicros;
    public long timer;

    /** Bits of an agent's id. A guest's id has a serial above those of who called him. */
    private static final int ID_BITS = 42;

    private AgentState state = AgentState.LOGGED_OUT;
    private long sinceMicros;

    /** An agent who is logged out. */
    public Agent(long id) {
        this.id = id;
    }

    /** The id of somebody whom this agent calls outside. @param serial from 1; another one each time, since a guest's leg outlives his place on the floor */
    public static long guestId(long agentId, int serial) {
        return (long) serial << ID_BITS | agentId;
    }

    /** Whether the id is that of a guest from outside. */
    public static boolean isGuest(long id) {
        return id >= 1L << ID_BITS;
    }

    /** Whether this is somebody outside, whom an agent has called to speak about a customer: on the floor like a colleague, and nowhere else. */
    public boolean guest() {
        return isGuest(id);
    }

    /** The agent who has called the guest with this id. */
    public static long hostOf(long guestId) {
        return guestId & (1L << ID_BITS) - 1;
    }

    /** The agent who has called this guest. */
    public long hostId() {
        return hostOf(id);
    }

    /** What the agent is doing. */
    public AgentState state() {
        return state;
    }

    /** Since when. */
    public long sinceMicros() {
        return sinceMicros;
    }

    /** Whether the agent was called by this one, and said yes. */
    public boolean isGuestOf(Agent host) {
        return consultation != Consultation.NONE && monitors == host.id;
    }

    /** Whether the agent can be bridged right now. */
    public boolean bridgeable() {
        return leg == Leg.PARKED;
    }

    /** Whether the agent may be called ready: the leg stands, or is rung for each call. */
    public boolean reachable() {
        return onDemand || bridgeable();
    }

    /** Notes the state of the leg. */
    public void legIs(Leg now, long nowMicros) {
        leg = now;
        legSinceMicros = nowMicros;
    }

    /** Takes the step, or fails when the table does not hold it. */
    public void moveTo(AgentState next, long nowMicros) {
        if (!state.allows(next)) {
            throw new IllegalTransition("agent", id, state, next);
        }
        state = next;
        sinceMicros = nowMicros;
    }

    /** Whether no new calls count on the agent where the agent is. */
    public boolean going() {
        return leaving || moving;
    }

    /** Forgets a wish to pause or to leave. */
    public void stay() {
        leaving = false;
        leavingForGood = false;
        leavingSinceMicros = moving ? leavingSinceMicros : 0;
    }
}
