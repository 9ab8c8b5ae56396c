package io.tactus.floor;

import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.Node;
import io.tactus.floor.model.Trunk;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything on the floor, the present moment, and where effects go; shared by the flows. */
final class FloorState {
    static final long MILLI = 1_000L;
    static final long SECOND = 1_000_000L;

    final Map<Long, Call> calls = new LinkedHashMap<>();
    final Map<Long, Agent> agents = new LinkedHashMap<>();
    final Map<Long, Campaign> campaigns = new LinkedHashMap<>();
    final Map<String, Node> nodes = new LinkedHashMap<>();
    final Map<String, Trunk> trunks = new LinkedHashMap<>();
    /** Campaigns to be paced before the present input is done. */
    final Set<Campaign> dirty = new LinkedHashSet<>();

    final Timers timers = new Timers();
    long now;
    /** Why nothing may be launched; empty when it may. */
    String blocked = "";

    private Consumer<Effect> out = effect -> {};

    void begin(long nowMicros, Consumer<Effect> effects) {
        now = Math.max(now, nowMicros);
        out = effects;
    }

    void emit(Effect effect) {
        out.accept(effect);
    }

    void anomaly(String subject, long id, String what) {
        emit(new NewsEffect.Anomaly(subject, id, what));
    }

    void refuse(String subject, long id, String reason) {
        emit(new NewsEffect.Refused(subject, id, reason));
    }

    Campaign campaignOf(Call call) {
        Campaign campaign = campaigns.get(call.campaignId);
        if (campaign == null) {
            throw new IllegalStateException("call " + call.id + " belongs to unknown campaign " + call.campaignId);
        }
        return campaign;
    }

    Cell cellOf(Call call) {
        return campaignOf(call).cell(call.node);
    }

    /** Where the call waits for an agent. */
    Cell rowOf(Call call) {
        Campaign queue = campaigns.get(call.queueId);
        return queue == null ? cellOf(call) : queue.cell(call.node);
    }

    Node node(String name) {
        return nodes.computeIfAbsent(name, Node::new);
    }

    boolean nodeUp(String name) {
        Node node = nodes.get(name);
        return node != null && node.up;
    }

    @Nullable
    Agent agentOf(Call call) {
        return call.agentId == 0 ? null : agents.get(call.agentId);
    }

    void move(Call call, CallStage stage) {
        call.moveTo(stage, now);
        announce(call);
    }

    /** The call exists already and holds a line; of a trunk that nobody configured there is none to hold. */
    void occupyLine(Call call) {
        Trunk trunk = trunks.get(call.trunk);
        if (trunk == null) {
            call.trunk = "";
        } else {
            trunk.occupy();
        }
    }

    void announce(Call call) {
        emit(new NewsEffect.CallMoved(call.id, call.campaignId, call.stage(), call.agentId, now));
        dirty.add(campaignOf(call));
    }

    void move(Agent agent, AgentState state) {
        if (!state.working()) {
            giveBack(agent);
        }
        agent.moveTo(state, now);
        announce(agent);
    }

    /** The agent works for the call's campaign from now on. */
    void take(Agent agent, Call call) {
        giveBack(agent);
        agent.callId = call.id;
        agent.workedFor = call.campaignId;
        agent.taken++;
        agent.takenMicros = now;
        campaignOf(call).agentTaken();
    }

    private void giveBack(Agent agent) {
        Campaign campaign = campaigns.get(agent.workedFor);
        if (agent.takenMicros > 0 && campaign != null) {
            campaign.agentGivenBack((now - agent.takenMicros) / (double) SECOND);
        }
        agent.takenMicros = 0;
    }

    void announce(Agent agent) {
        if (agent.guest()) {
            return;
        }
        Call call = calls.get(agent.callId);
        long campaignId = call == null ? agent.aimedAt : call.campaignId;
        String code = agent.state() == AgentState.PAUSED ? agent.pauseCode : "";
        emit(new StoreEffect.AgentChanged(agent.id, agent.state(), code, agent.callId, campaignId, now));
    }

    void move(Campaign campaign, CampaignState state, String reason) {
        campaign.moveTo(state);
        emit(new StoreEffect.CampaignChanged(campaign.id, state, reason, now));
        Remembering.moved(this, campaign);
        dirty.add(campaign);
    }

    void setTimer(Call call, long inMicros) {
        call.timer = timers.set(Timers.Kind.CALL, call.id, now + inMicros);
    }

    void setTimer(Agent agent, long inMicros) {
        agent.timer = timers.set(Timers.Kind.AGENT, agent.id, now + inMicros);
    }

    void clearTimer(Agent agent) {
        agent.timer = 0;
    }

    void setLegTimer(Agent agent, long inMicros) {
        agent.legTimer = timers.set(Timers.Kind.LEG, agent.id, now + inMicros);
    }

    /** Something on the node is in doubt: have its channels read, at most once a second. */
    void doubt(String nodeName) {
        Node node = node(nodeName);
        if (now - node.readAskedMicros >= SECOND) {
            node.readAskedMicros = now;
            emit(new TelephonyEffect.ReadChannels(nodeName));
        }
    }
}
