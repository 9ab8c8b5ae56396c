package io.tactus.floor;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Agent.Leg;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Monitoring;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Agents who listen to another agent: supervisors, by the shell's word. Only in a pause and with a standing leg, which leaves its parking place for
 * as long; it hears the other leg, call after call, until it is called back, or the other leg is gone and it parks by itself.
 */
final class Supervision {
    /** A leg that is sent elsewhere goes there even out of a bridge that is made meanwhile, and the customer would be alone. */
    private static final long LEG_SETTLES = FloorState.SECOND / 2;

    private final FloorState state;
    private final Predicate<Agent> speaks;

    /** Supervision. @param speaks whether an agent speaks with a colleague, and can listen to nobody */
    Supervision(FloorState state, Predicate<Agent> speaks) {
        this.state = state;
        this.speaks = speaks;
    }

    void begin(Agent agent, AgentInput.Monitors wish) {
        Agent target = state.agents.get(wish.targetId());
        String hindrance = speaks.test(agent) ? "you speak with a colleague" : hindrance(agent, target);
        if (target == null || !hindrance.isEmpty()) {
            state.refuse("agent", agent.id, hindrance);
            return;
        }
        Call call = state.calls.get(target.callId);
        boolean talks = call != null && call.agentId == target.id && call.stage() == CallStage.CONNECTED;
        if (wish.how() == Monitoring.BARGE && !talks) {
            state.refuse("agent", agent.id, "there is no talk to join");
            return;
        }
        send(agent, target, wish.how());
    }

    /** The agent's leg goes to the other, or takes part in another way there. */
    void send(Agent agent, Agent target, Monitoring how) {
        agent.monitors = target.id;
        agent.legIs(Leg.MONITORING, state.now);
        agent.monitoring = how;
        long callId = how == Monitoring.BARGE ? target.callId : 0;
        state.emit(new TelephonyEffect.Monitor(
                agent.id, agent.legNumber, target.id, target.legNumber, how, callId, agent.node));
        announce(agent);
    }

    /** Why the agent cannot take a customer over from that one, to whom only a listener can be near enough; empty when it may be. */
    String hindranceOfTakingOver(Agent agent, long targetId) {
        if (agent.monitors != targetId || agent.leg != Leg.MONITORING || agent.state() != AgentState.PAUSED) {
            return "only a customer of an agent whom you listen to can be taken over";
        }
        boolean settled = state.now - agent.legSinceMicros >= LEG_SETTLES;
        return settled ? "" : "the phone is on its way there: try again in a moment";
    }

    /** The agent has the customer no more, or put him on hold: whoever had joined in still speaks to the agent. */
    void apart(Agent target) {
        for (Agent agent : state.agents.values()) {
            if (agent.monitors == target.id && agent.leg == Leg.MONITORING && agent.monitoring == Monitoring.BARGE) {
                send(agent, target, Monitoring.WHISPER);
            }
        }
    }

    private String hindrance(Agent agent, @Nullable Agent target) {
        if (agent.state() != AgentState.PAUSED) {
            return "only in a pause can another agent be listened to";
        }
        if (agent.leg != Leg.PARKED && agent.leg != Leg.MONITORING) {
            return agent.onDemand ? "a phone that is rung for each call cannot listen" : "your phone is not connected";
        }
        if (target == null || target == agent || !stands(target)) {
            return "the other agent's phone is not connected, or listens itself";
        }
        if (!target.node.equals(agent.node)) {
            return "the other agent's phone is at another telephony node";
        }
        return state.nodeUp(agent.node) ? "" : "no link to " + agent.node;
    }

    /** Whether there is a leg to hear, as far as is known. */
    private static boolean stands(Agent target) {
        return target.leg == Leg.PARKED || target.leg == Leg.BRIDGED || target.leg == Leg.UNKNOWN;
    }

    /** The agent has heard enough; the leg parks. */
    void stop(Agent agent, long targetId) {
        if (agent.leg == Leg.MONITORING && agent.monitors == targetId && !speaks.test(agent)) {
            callBack(agent);
        } else {
            state.refuse("agent", agent.id, "you do not listen to that agent");
        }
    }

    /** Brings a leg that stands but is not parked back to its place. */
    void callBack(Agent agent) {
        over(agent);
        agent.legIs(Leg.UNKNOWN, state.now);
        state.setLegTimer(agent, Legs.PARK_PATIENCE);
        state.emit(new TelephonyEffect.ParkLeg(agent.id, agent.legNumber, agent.node));
    }

    /** The leg was found standing and not parked. */
    void foundAway(Agent agent) {
        if (agent.monitors != 0 && agent.state() == AgentState.PAUSED) {
            agent.legIs(Leg.MONITORING, state.now);
            agent.legTimer = 0;
        } else {
            callBack(agent);
        }
    }

    /** The leg is known to be elsewhere. */
    void over(Agent agent) {
        if (agent.monitors != 0) {
            agent.monitors = 0;
            announce(agent);
        }
    }

    private void announce(Agent agent) {
        state.emit(new NewsEffect.MonitoringChanged(agent.id, agent.monitors, agent.monitoring, state.now));
    }
}
