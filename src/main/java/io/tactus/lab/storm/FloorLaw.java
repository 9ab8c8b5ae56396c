package io.tactus.lab.storm;

import io.tactus.floor.Floor;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Consultation;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.Trunk;
import io.tactus.lab.storm.store.AttemptRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Invariants 3 and 5 of the design, for one life of the engine: agents, customers, lines and counts, each counted anew at every step. */
final class FloorLaw {
    private final Floor floor;
    private final World world;
    private final long epoch;
    private final Set<Long> gates = new HashSet<>();
    private final Set<Long> ended = new HashSet<>();
    /** Ends that the floor has reported and the store has not taken yet. */
    private final Map<Long, StoreEffect.CallEnded> unwritten = new LinkedHashMap<>();

    private long originateOwed;

    FloorLaw(Floor floor, World world, long epoch) {
        this.floor = floor;
        this.world = world;
        this.epoch = epoch;
    }

    private void check(boolean kept, String promise) {
        world.totals.checks++;
        if (!kept) {
            throw new Broken(promise);
        }
    }

    void sees(Effect effect) {
        switch (effect) {
            case StoreEffect.RunGate gate -> {
                check(gates.add(gate.callId()), "call " + gate.callId() + " asks at the gate twice");
                launched(gate);
            }
            case StoreEffect.CallEnded end -> ends(end);
            case TelephonyEffect.Originate originate -> originateOwed = originate.callId();
            case TelephonyEffect.Bridge bridge -> {
                for (Call call : floor.openCalls()) {
                    check(
                            call.agentId != bridge.agentId()
                                    || call.id == bridge.callId()
                                    || !call.stage().talk() && call.stage() != CallStage.CONNECTING,
                            "agent " + bridge.agentId() + " gets call " + bridge.callId() + " while having call "
                                    + call.id);
                }
            }
            case NewsEffect.Anomaly anomaly ->
                check(!anomaly.what().startsWith("DEFECT"), "the floor reports a " + anomaly.what());
            default -> {
                // Speaks for itself.
            }
        }
    }

    private void ends(StoreEffect.CallEnded end) {
        check(ended.add(end.callId()), "call " + end.callId() + " ends twice");
        AttemptRow attempt = world.tables.attempts.get(end.callId());
        check(attempt != null, "call " + end.callId() + " ends without an attempt");
        check(
                (end.outcome() == Outcome.ABANDONED || end.outcome() == Outcome.ANSWERED) == end.live()
                        || end.outcome() == Outcome.ANSWERED,
                "call " + end.callId() + " ends as " + end.outcome() + (end.live() ? " and is" : " and is not")
                        + " counted as live");
        if (attempt != null && attempt.outcome == null) {
            unwritten.put(end.callId(), end);
        }
    }

    void originated(long callId) {
        check(originateOwed == callId, "call " + callId + " is dialled and the floor did not ask for it");
        originateOwed = 0;
    }

    /** No call beyond what the cap bears in the worst case: all on their way answered at once. */
    private void launched(StoreEffect.RunGate gate) {
        Campaign campaign = campaign(gate.campaignId());
        DialMode mode = campaign.settings.mode();
        if (gate.agentId() != 0 || (mode != DialMode.PROGRESSIVE && mode != DialMode.POWER)) {
            return;
        }
        long excess = 0;
        for (PhoneNode node : world.nodes) {
            excess += excess(campaign, node.name);
        }
        double bank = mode == DialMode.POWER
                ? campaign.settings.abandonmentCap() * campaign.liveAnswers - campaign.abandoned
                : 0;
        long there = excess(
                campaign,
                floor.openCalls().stream()
                        .filter(call -> call.id == gate.callId())
                        .findFirst()
                        .map(call -> call.node)
                        .orElse(""));
        check(
                there == 0 || excess <= bank + 1e-6,
                "call " + gate.callId() + " of campaign " + campaign.id + " is launched: " + excess
                        + " calls might find no agent, the cap bears " + bank);
    }

    private long excess(Campaign campaign, String node) {
        long calls = 0;
        for (Call call : floor.openCalls()) {
            boolean counts = call.campaignId == campaign.id
                    && call.node.equals(node)
                    && call.boundAgentId == 0
                    && call.connectedMicros == 0
                    && (call.stage().inFlight() || call.stage().unserved() && !call.overflowDue);
            calls += counts ? 1 : 0;
        }
        for (Agent agent : floor.agents()) {
            boolean free = agent.state() == AgentState.READY
                    && agent.node.equals(node)
                    && agent.aimedAt == campaign.id
                    && !agent.going();
            calls -= free ? 1 : 0;
        }
        return Math.max(0, calls);
    }

    private Campaign campaign(long id) {
        return floor.campaigns().stream()
                .filter(campaign -> campaign.id == id)
                .findFirst()
                .orElseThrow(() -> new Broken("campaign " + id + " is not on the floor"));
    }

    /** After every step of the engine. */
    void check() {
        check(originateOwed == 0, "call " + originateOwed + " is to be dialled and no originate left");
        Map<Long, Call> byAgent = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Call call : floor.openCalls()) {
            lines.merge(call.trunk, 1, Integer::sum);
            lines.merge(call.talk.outsideTrunk, 1, Integer::sum);
            if (call.stage().talk() || call.stage() == CallStage.CONNECTING) {
                Call other = byAgent.put(call.agentId, call);
                check(
                        other == null,
                        "agent " + call.agentId + " has calls " + call.id + " and " + (other == null ? 0 : other.id));
            }
        }
        for (Agent agent : floor.agents()) {
            if (agent.holdsLine) {
                lines.merge(agent.trunk, 1, Integer::sum);
            }
            check(agent, byAgent.remove(agent.id));
            speaks(agent);
        }
        check(byAgent.isEmpty(), "agents who are not on the floor have calls: " + byAgent.keySet());
        for (Trunk trunk : floor.trunks()) {
            int used = lines.getOrDefault(trunk.name, 0);
            check(
                    trunk.inUse() == used,
                    "trunk " + trunk.name + " counts " + trunk.inUse() + " lines in use, calls and legs are " + used);
        }
        unwritten
                .values()
                .removeIf(end ->
                        world.tables.attempts.get(end.callId()) instanceof AttemptRow row && row.outcome != null);
        floor.campaigns().forEach(this::counts);
    }

    private void check(Agent agent, @org.jspecify.annotations.Nullable Call call) {
        boolean busy = agent.state() == AgentState.RESERVED || agent.state() == AgentState.TALKING;
        if (call != null) {
            check(
                    busy && agent.callId == call.id,
                    "agent " + agent.id + " is " + agent.state() + " for call " + agent.callId + " and has call "
                            + call.id + ", " + call.stage());
        } else if (busy) {
            Call own = floor.openCalls().stream()
                    .filter(open -> open.id == agent.callId)
                    .findFirst()
                    .orElse(null);
            check(
                    own != null && (own.agentId == agent.id || own.talk.heirId == agent.id),
                    "agent " + agent.id + " is " + agent.state() + " for call " + agent.callId + ", which is "
                            + (own == null ? "over" : own.stage() + " with agent " + own.agentId));
        }
    }

    /** Who was called by a colleague pauses for it, is known to the colleague, and is heard by no customer before the conference. */
    private void speaks(Agent guest) {
        if (guest.consultation == Consultation.NONE) {
            return;
        }
        Agent host = floor.agents().stream()
                .filter(agent -> agent.id == guest.monitors && agent.guestId == guest.id)
                .findFirst()
                .orElseThrow(() -> new Broken(
                        "agent " + guest.id + " speaks with agent " + guest.monitors + ", who does not know of it"));
        Call call = floor.openCalls().stream()
                .filter(open -> open.id == host.callId && open.agentId == host.id)
                .findFirst()
                .orElse(null);
        boolean heard =
                guest.consultation == Consultation.PRIVATE && call != null && call.stage() == CallStage.CONNECTED;
        check(
                guest.state() == AgentState.PAUSED
                        && (host.state() == AgentState.TALKING || host.state() == AgentState.PAUSED)
                        && !heard,
                "agent " + guest.id + ", " + guest.state() + ", speaks with agent " + host.id + ", " + host.state()
                        + (heard ? ", and the customer is there" : ""));
    }

    /** What the store's rows say, and what the floor knows beyond them, is what the campaign counts. */
    private void counts(Campaign campaign) {
        long live = world.storeLaw.liveAnswers(campaign.id);
        long abandoned = world.storeLaw.abandoned(campaign.id);
        for (StoreEffect.CallEnded end : unwritten.values()) {
            if (end.campaignId() == campaign.id) {
                live += end.live() ? 1 : 0;
                abandoned += end.outcome() == Outcome.ABANDONED ? 1 : 0;
            }
        }
        for (Call call : floor.openCalls()) {
            if (call.campaignId == campaign.id && call.live) {
                live++;
                abandoned += call.connectedMicros == 0 ? 1 : 0;
            }
        }
        check(
                campaign.liveAnswers == live && campaign.abandoned == abandoned,
                "campaign " + campaign.id + " counts " + campaign.abandoned + " abandoned of " + campaign.liveAnswers
                        + " live answers in epoch " + epoch + ", the calls say " + abandoned + " of " + live);
        if (world.plan.calm() && campaign.settings.mode() != DialMode.PREDICTIVE) {
            check(
                    abandoned <= campaign.settings.abandonmentCap() * live + 1e-6,
                    "campaign " + campaign.id + " has abandoned " + abandoned + " of " + live + " live answers");
        }
    }
}
