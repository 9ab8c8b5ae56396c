package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Agent.Leg;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;

/** The agents' legs: set up once, parked between calls, set up again when lost, and looked for when in doubt. */
final class Legs {
    /** How long a phone may ring before the leg counts as failed. */
    private static final long PHONE_PATIENCE = 45 * SECOND;
    /** How much longer the owner of a phone outside may take to press the key that says so. */
    private static final long KEY_PATIENCE = 30 * SECOND;
    /** A leg parks again within milliseconds of a call's end; after this long the channels are read. */
    static final long PARK_PATIENCE = 3 * SECOND / 2;

    private static final long LONGEST_PAUSE = 30 * SECOND;
    private static final int LEG_NUMBERS = 1_000_000_000;

    private final FloorState state;
    private final AgentFlow agents;
    private final LegLines lines;
    final Supervision supervision;

    Legs(FloorState state, AgentFlow agents) {
        this.state = state;
        this.agents = agents;
        this.lines = new LegLines(state);
        this.supervision = new Supervision(state, agent -> agents.consultations.busy(agent));
    }

    void reset(Agent agent) {
        agent.legIs(Leg.NONE, state.now);
        agent.legFailures = 0;
    }

    /** The agent asks for the leg: a phone that was not picked up is rung again. */
    void wanted(Agent agent) {
        agent.legFailures = 0;
        connect(agent);
    }

    /** Starts a leg unless there is one, or one may be found once the node's channels are read. */
    void connect(Agent agent) {
        if (agent.leg == Leg.UNKNOWN) {
            inDoubt(agent);
        } else if (agent.leg == Leg.NONE && state.nodeUp(agent.node)) {
            if (!connectNow(agent)) {
                state.setLegTimer(agent, SECOND);
            }
        }
    }

    static int numberFromClock(long nowMicros) {
        return (int) (nowMicros / SECOND % LEG_NUMBERS);
    }

    /** Rings the phone. Says whether that is possible now. */
    boolean connectNow(Agent agent) {
        boolean possible = state.nodeUp(agent.node) && lines.take(agent);
        if (possible) {
            // Numbers must not come back after a restart of the engine: they start from the clock.
            agent.legNumber = Math.max(agent.legNumber + 1, numberFromClock(state.now));
            agent.legIs(Leg.CONNECTING, state.now);
            state.setLegTimer(agent, phonePatience(agent));
            state.emit(new TelephonyEffect.ConnectLeg(agent.id, agent.legNumber, agent.node));
        }
        return possible;
    }

    /** A standing leg is wanted, whatever the agent does meanwhile. */
    void ensure(Agent agent) {
        if (!agent.onDemand && agent.leg == Leg.NONE && agent.legTimer == 0 && !lines.givenUp(agent)) {
            connect(agent);
        }
    }

    void drop(Agent agent) {
        agents.consultations.turnsAway(agent);
        agents.consultations.calls.left(agent);
        supervision.over(agent);
        if (agent.leg != Leg.NONE) {
            state.emit(new TelephonyEffect.DropLeg(agent.id, agent.legNumber, agent.node));
        }
        gone(agent);
        agent.legTimer = 0;
    }

    private void gone(Agent agent) {
        agent.legIs(Leg.NONE, state.now);
        lines.free(agent);
    }

    private static long phonePatience(Agent agent) {
        return agent.trunk.isEmpty() ? PHONE_PATIENCE : PHONE_PATIENCE + KEY_PATIENCE;
    }

    /** Nobody knows what the leg does: read the channels now, and again until it is known. */
    void inDoubt(Agent agent) {
        agent.legIs(Leg.UNKNOWN, state.now);
        state.doubt(agent.node);
        state.setLegTimer(agent, SECOND);
    }

    /** The agent's call is over: a standing leg parks by itself, one that was rung for the call is dropped. */
    void callOver(Agent agent) {
        if (agent.onDemand) {
            drop(agent);
        } else if (agent.leg == Leg.BRIDGED) {
            agent.legIs(Leg.UNKNOWN, state.now);
            state.setLegTimer(agent, PARK_PATIENCE);
        }
    }

    void onParked(Agent agent, int leg) {
        if (leg != agent.legNumber || agent.leg == Leg.NONE) {
            state.emit(new TelephonyEffect.DropLeg(agent.id, leg, agent.node));
            return;
        }
        if (agent.leg == Leg.BRIDGED && agent.state() == AgentState.RESERVED) {
            // A doubled event of before the bridge.
            return;
        }
        if (agent.leg == Leg.CONNECTING) {
            lines.stands(agent);
        }
        agent.legIs(Leg.PARKED, state.now);
        agent.legFailures = 0;
        agent.legTimer = 0;
        agents.consultations.legAway(agent);
        if (agent.state() == AgentState.LEG_CONNECTING) {
            agents.legStands(agent);
        } else if (agent.state() == AgentState.RESERVED) {
            agents.bridgeIfWaiting(agent);
        } else if (agent.state() == AgentState.TALKING && !talkMustBeOver(agent)) {
            agents.legBackInTalk(agent);
        } else if (talkMustBeOver(agent)) {
            // The talk is over; should the customer's end not follow, the channels are read.
            state.setLegTimer(agent, PARK_PATIENCE);
        }
    }

    /** Whoever talks is in a bridge, unless the customer is on hold. */
    private boolean talkMustBeOver(Agent agent) {
        Call call = state.calls.get(agent.callId);
        boolean holds = call != null && call.agentId == agent.id && call.stage() == CallStage.HELD;
        return agent.state() == AgentState.TALKING && !holds;
    }

    void onEnded(Agent agent, int leg) {
        if (leg != agent.legNumber || agent.leg == Leg.NONE) {
            return;
        }
        gone(agent);
        agent.legFailures++;
        agents.consultations.legGone(agent);
        if (agent.guest()) {
            agents.guests.leave(agent);
            return;
        }
        if (agent.state() == AgentState.READY && !agent.onDemand) {
            agents.unready(agent);
        }
        if (agent.onDemand || lines.givenUp(agent)) {
            agent.legTimer = 0;
            if (agent.state() == AgentState.LEG_CONNECTING) {
                agents.phoneNotAnswered(agent);
            }
        } else {
            long pause = Math.min(LONGEST_PAUSE, SECOND << Math.min(5, agent.legFailures - 1));
            state.setLegTimer(agent, pause);
        }
        if (agent.state() == AgentState.RESERVED) {
            agents.legLostWhileReserved(agent);
        }
    }

    void onDeadline(Agent agent) {
        agent.legTimer = 0;
        switch (agent.leg) {
            case NONE -> ensure(agent);
            case CONNECTING -> {
                state.emit(new TelephonyEffect.DropLeg(agent.id, agent.legNumber, agent.node));
                onEnded(agent, agent.legNumber);
            }
            case UNKNOWN -> {
                if (state.nodeUp(agent.node)) {
                    inDoubt(agent);
                }
            }
            case PARKED -> {
                if (talkMustBeOver(agent)) {
                    state.doubt(agent.node);
                    state.setLegTimer(agent, PARK_PATIENCE);
                }
            }
            case BRIDGED, MONITORING -> {
                // All is well.
            }
        }
    }

    /** The link to the node is gone. */
    void linkLost(Agent agent) {
        if (agent.leg != Leg.NONE) {
            agent.legIs(Leg.UNKNOWN, state.now);
        }
        agent.legTimer = 0;
        if (agent.state() == AgentState.READY && !agent.onDemand) {
            agents.unready(agent);
        }
    }

    /** The leg was found among the node's channels. */
    void found(Agent agent, NetworkInput.LegChannel channel, long askedMicros) {
        if (agent.leg == Leg.NONE) {
            agent.legNumber = channel.leg();
            agent.legIs(Leg.UNKNOWN, 0);
        } else if (agent.legNumber != channel.leg()) {
            state.emit(new TelephonyEffect.DropLeg(agent.id, channel.leg(), agent.node));
            return;
        }
        lines.found(agent);
        if (agent.legSinceMicros > askedMicros && agent.leg != Leg.UNKNOWN) {
            // Newer than the reading.
            return;
        }
        if (agent.leg == Leg.MONITORING && agent.legSinceMicros > askedMicros - SECOND) {
            // On its way there.
            return;
        }
        if (channel.found() == Found.PARKED) {
            Call call = state.calls.get(agent.callId);
            boolean bridging = call != null
                    && call.agentId == agent.id
                    && call.stage() == CallStage.CONNECTING
                    && agent.leg == Leg.BRIDGED;
            if (!bridging) {
                onParked(agent, channel.leg());
            }
        } else if (agent.leg == Leg.UNKNOWN && mayBeAskedForKey(agent, channel)) {
            agent.legIs(Leg.CONNECTING, state.now);
            state.setLegTimer(agent, phonePatience(agent));
        } else if (isAway(agent, channel)) {
            if (agent.leg == Leg.UNKNOWN) {
                supervision.foundAway(agent);
            }
        } else if (channel.found() == Found.BRIDGED) {
            agent.legIs(Leg.BRIDGED, state.now);
            agents.consultations.legAway(agent);
        } else if (agent.leg == Leg.UNKNOWN) {
            agent.legIs(Leg.CONNECTING, state.now);
            state.setLegTimer(agent, phonePatience(agent));
        }
    }

    /** Whether a voicemail box may have picked up the agent's phone: the leg must go nowhere before the key is pressed. */
    private static boolean mayBeAskedForKey(Agent agent, NetworkInput.LegChannel channel) {
        boolean outside = !agent.trunk.isEmpty() && !agent.guest();
        return outside && agent.monitors == 0 && channel.found() == Found.BUSY;
    }

    /** Whether the leg hears another, perhaps in a bridge of its own. */
    private static boolean isAway(Agent agent, NetworkInput.LegChannel channel) {
        boolean possible = agent.leg == Leg.UNKNOWN || agent.leg == Leg.MONITORING;
        boolean alone = channel.found() == Found.BRIDGED
                && channel.callId() == 0
                && !agent.state().working();
        return possible && (alone || channel.found() == Found.BUSY);
    }

    /** The leg was not among the node's channels. */
    void notFound(Agent agent, long askedMicros) {
        boolean olderThanReading = agent.legSinceMicros <= askedMicros - SECOND;
        if (agent.leg == Leg.UNKNOWN || (agent.leg != Leg.NONE && olderThanReading)) {
            onEnded(agent, agent.legNumber);
        } else if (agent.leg == Leg.NONE) {
            ensure(agent);
        }
    }
}
