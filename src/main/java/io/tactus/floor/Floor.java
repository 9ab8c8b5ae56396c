package io.tactus.floor;

import io.tactus.floor.effect.Effect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.Tick;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.IllegalTransition;
import io.tactus.floor.model.Trunk;
import io.tactus.pacing.PacingPolicy;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One pool of agents with the campaigns that share it: the deterministic state machine at the heart of Tactus.
 *
 * <p>Not thread-safe: one thread owns a floor and hands it every input with its time. The same inputs give the same effects, in
 * the same order. Example: {@code floor.apply(now, new CallInput.Answered(7), effects::add)} may answer with a
 * {@code Bridge} effect for the agent who has been ready longest.
 */
public final class Floor {
    private final FloorState state = new FloorState();
    private final CallFlow calls;
    private final AgentFlow agents;
    private final CampaignFlow campaigns;
    private final NetworkFlow network;
    private final Callers callers;
    private final Dialler dialler;

    /** An empty floor with the product's own policies. */
    public Floor() {
        this(Dialler.policies());
    }

    /** An empty floor that is paced otherwise; for comparisons. */
    public static Floor pacedBy(DialMode mode, PacingPolicy policy) {
        Map<DialMode, PacingPolicy> policies = Dialler.policies();
        policies.put(mode, policy);
        return new Floor(policies);
    }

    private Floor(Map<DialMode, PacingPolicy> policies) {
        Aim aim = new Aim(state);
        agents = new AgentFlow(state, aim);
        calls = new CallFlow(state, agents, aim);
        agents.attach(calls);
        campaigns = new CampaignFlow(state, aim);
        network = new NetworkFlow(state, calls, agents);
        callers = new Callers(state, calls);
        dialler = new Dialler(state, calls, agents, campaigns, policies);
    }

    /**
     * Takes one input.
     *
     * @param nowMicros the input's time in microseconds since the epoch; an earlier time than that of the input before counts as that
     * @param input what happened
     * @param effects gets what is to be done, in order
     */
    public void apply(long nowMicros, Input input, Consumer<Effect> effects) {
        state.begin(nowMicros, effects);
        try {
            fireTimers();
            switch (input) {
                case CallInput.Arrived arrived -> callers.arrived(arrived);
                case CallInput call -> calls.take(call);
                case AgentInput agent -> agents.take(agent);
                case CampaignInput campaign -> {
                    campaigns.take(campaign);
                    if (campaign instanceof CampaignInput.LeadWithdrawn withdrawn) {
                        agents.dialling().withdraw(withdrawn.callId());
                    }
                }
                case NetworkInput net -> network.take(net);
                case Tick tick -> {
                    agents.leaving.letGo();
                    agents.consultations.calls.look();
                    network.look();
                    Remembering.tick(state);
                    state.dirty.addAll(state.campaigns.values());
                }
            }
            callers.serve();
            dialler.paceDirty();
        } catch (IllegalTransition defect) {
            state.anomaly("floor", 0, "DEFECT " + defect.getMessage() + " on " + input);
        }
    }

    /** When the next deadline falls, in microseconds since the epoch; a {@link Tick} is due then. {@link Long#MAX_VALUE}: none. */
    public long nextDeadlineMicros() {
        return state.timers.nextMicros();
    }

    /** The calls that are not over, oldest first; a live view for reading only. */
    public Collection<Call> openCalls() {
        return Collections.unmodifiableCollection(state.calls.values());
    }

    /** All agents known to the floor; a live view for reading only. */
    public Collection<Agent> agents() {
        return Collections.unmodifiableCollection(state.agents.values());
    }

    /** All campaigns; a live view for reading only. */
    public Collection<Campaign> campaigns() {
        return Collections.unmodifiableCollection(state.campaigns.values());
    }

    /** All trunks; a live view for reading only. */
    public Collection<Trunk> trunks() {
        return Collections.unmodifiableCollection(state.trunks.values());
    }

    private void fireTimers() {
        while (state.timers.due(state.now)) {
            Timers.Timer timer = state.timers.take();
            switch (timer.kind()) {
                case CALL -> {
                    Call call = state.calls.get(timer.id());
                    if (call != null && call.timer == timer.number()) {
                        calls.onDeadline(call);
                    }
                }
                case AGENT -> {
                    Agent agent = state.agents.get(timer.id());
                    if (agent != null && agent.timer == timer.number()) {
                        agents.onWrapUpOver(agent);
                    }
                }
                case LEG -> {
                    Agent agent = state.agents.get(timer.id());
                    if (agent != null && agent.legTimer == timer.number()) {
                        agents.legs.onDeadline(agent);
                    }
                }
            }
        }
    }
}
