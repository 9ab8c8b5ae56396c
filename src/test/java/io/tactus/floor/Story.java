package io.tactus.floor;

import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.Tick;
import io.tactus.floor.journal.JournalLine;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.Monitoring;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.ReservedLead;
import io.tactus.floor.model.Talk.Tape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** A random shift on a floor, from a seed: people, faults, and the invariants that are watched all the time. */
final class Story {
    static final long START = 1_800_000_000_000_000L;
    static final long MS = 1_000;

    final Random random;
    final Floor floor = new Floor();
    final StoryNetwork network;
    final List<JournalLine> journal = new ArrayList<>();
    final List<String> violations = new ArrayList<>();
    final Map<Long, Outcome> outcomes = new LinkedHashMap<>();
    final Map<Long, Integer> gates = new LinkedHashMap<>();
    final Map<Long, Integer> passed = new LinkedHashMap<>();
    final Map<Long, Long> customerOfAgent = new LinkedHashMap<>();
    final Map<Long, CampaignSettings> settings = new LinkedHashMap<>();
    final Map<Long, Long> learnt = new LinkedHashMap<>();
    long nextCall = 1;
    int leadsLeft;
    int live;
    int abandoned;
    /** Calls that had an agent. */
    final Set<Long> talked = new HashSet<>();

    double gateRefuses = 0.02;
    boolean refusedIsFine = true;
    /** Agents hold, transfer and record. */
    boolean agentsConverse;

    int held;
    int transferred;
    int monitored;
    private final ArrayDeque<Input> inbox = new ArrayDeque<>();
    private boolean busy;
    Consumer<Effect> observer = effect -> {};
    final boolean faulty;

    Story(long seed, StoryNetwork.Faults faults, double liveShare, double machineShare, int leads) {
        random = new Random(seed);
        faulty = faults != StoryNetwork.Faults.NONE;
        network = new StoryNetwork(random, faults, liveShare, machineShare, this::send);
        network.now = START;
        leadsLeft = leads;
        send(new NetworkInput.TrunkConfigured("t1", "n1", 10_000, 1_000));
        network.snapshot(START);
    }

    static CampaignSettings settings(DialMode mode) {
        return new CampaignSettings(
                mode,
                1,
                3,
                0.03,
                20_000,
                2_000,
                false,
                MachineAction.HANG_UP,
                OverflowAction.MESSAGE,
                5_000,
                10_000,
                true,
                new Means(15_000, true, 5_000),
                500);
    }

    Story campaign(long id, CampaignSettings campaignSettings) {
        settings.put(id, campaignSettings);
        send(new CampaignInput.Configured(id, campaignSettings));
        send(new CampaignInput.Commanded(id, CampaignInput.Command.START));
        return this;
    }

    Story agents(int count, Long... campaigns) {
        for (int i = 0; i < count; i++) {
            long id = 1000 + i + floor.agents().size() * 100L;
            String trunk = agentsConverse && i % 3 == 1 ? "t1" : "";
            send(new AgentInput.LoggedIn(id, List.of(campaigns), "n1", false, agentsConverse && i % 2 == 0, trunk));
            send(new AgentInput.WantsReady(id));
        }
        return this;
    }

    /** Takes inputs one after the other, also those that effects cause at once. */
    void send(Input input) {
        inbox.add(input);
        if (busy) {
            return;
        }
        busy = true;
        while (!inbox.isEmpty()) {
            Input next = inbox.remove();
            journal.add(new JournalLine(network.now, next));
            List<Effect> effects = new ArrayList<>();
            floor.apply(network.now, next, effects::add);
            effects.forEach(observer);
            effects.forEach(this::watch);
            effects.forEach(this::carryOut);
        }
        busy = false;
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case TelephonyEffect telephony -> network.obey(telephony);
            case StoreEffect.RequestLeads request -> {
                List<ReservedLead> leads = new ArrayList<>();
                for (int i = 0; i < request.count() && leadsLeft > 0; i++, leadsLeft--) {
                    leads.add(new ReservedLead(nextCall, nextCall, 0.3));
                    nextCall++;
                }
                network.in(3, () -> send(new CampaignInput.LeadsReserved(request.campaignId(), leads, leadsLeft == 0)));
            }
            case StoreEffect.RunGate gate ->
                network.in(2 + random.nextInt(8), () -> {
                    if (random.nextDouble() < gateRefuses) {
                        send(new CallInput.GateRefused(gate.callId(), "DNC"));
                    } else {
                        passed.merge(gate.callId(), 1, Integer::sum);
                        send(new CallInput.GatePassed(gate.callId()));
                    }
                });
            case StoreEffect.AgentChanged changed -> agentActs(changed);
            default -> {
                // Watched only.
            }
        }
    }

    private void agentActs(StoreEffect.AgentChanged changed) {
        if (changed.state() == AgentState.WRAP_UP && random.nextBoolean()) {
            network.in(
                    500 + random.nextInt(6_000),
                    () -> send(new AgentInput.Disposed(changed.agentId(), changed.callId(), "OTHER")));
        } else if (changed.state() == AgentState.PAUSED && agentsConverse && random.nextBoolean()) {
            supervise(changed.agentId(), 1 + random.nextInt(5));
        } else if (changed.state() == AgentState.PAUSED) {
            network.in(1_000 + random.nextInt(5_000), () -> send(new AgentInput.WantsReady(changed.agentId())));
        } else if (changed.state() == AgentState.READY && random.nextInt(15) == 0) {
            network.in(random.nextInt(8_000), () -> send(new AgentInput.WantsPause(changed.agentId(), "BREAK")));
        } else if (changed.state() == AgentState.TALKING && agentsConverse && random.nextInt(3) > 0) {
            converse(changed.agentId(), 1 + random.nextInt(4));
        } else if (changed.state() == AgentState.TALKING && random.nextInt(10) == 0) {
            network.in(random.nextInt(20_000), () -> send(new AgentInput.HungUp(changed.agentId())));
        }
    }

    /** The agent does something with the customer, and perhaps once more. */
    private void converse(long agent, int times) {
        network.in(random.nextInt(6_000), () -> {
            boolean held = floor.openCalls().stream()
                    .anyMatch(call -> call.agentId == agent && call.stage() == CallStage.HELD);
            switch (random.nextInt(6)) {
                case 0 -> send(new AgentInput.Records(agent, Tape.values()[random.nextInt(3)]));
                case 1 -> {
                    List<Long> others =
                            floor.agents().stream().map(other -> other.id).toList();
                    send(new AgentInput.TransfersToAgent(agent, others.get(random.nextInt(others.size()))));
                }
                case 2 ->
                    floor.openCalls().stream()
                            .filter(call -> call.agentId == agent)
                            .findFirst()
                            .ifPresent(call -> send(new AgentInput.TransfersOutside(agent, call.id)));
                default -> send(held ? new AgentInput.Retrieves(agent) : new AgentInput.Holds(agent));
            }
            if (times > 1) {
                converse(agent, times - 1);
            }
        });
    }

    /** The agent listens to others, now this way and now that, and perhaps takes a customer over; ready again in the end. */
    private void supervise(long agent, int times) {
        network.in(200 + random.nextInt(4_000), () -> {
            List<Long> others = floor.agents().stream().map(other -> other.id).toList();
            switch (random.nextInt(8)) {
                case 7 -> callColleague(agent, others.get(random.nextInt(others.size())));
                case 6 -> send(new AgentInput.Confers(agent));
                case 5 -> send(new AgentInput.GivesToColleague(agent));
                case 0 -> send(new AgentInput.StopsMonitoring(agent, heard(agent)));
                case 1 -> send(new AgentInput.TakesOver(agent, heard(agent)));
                default ->
                    send(new AgentInput.Monitors(
                            agent, others.get(random.nextInt(others.size())), Monitoring.values()[random.nextInt(3)]));
            }
            if (times > 1) {
                supervise(agent, times - 1);
            } else {
                send(new AgentInput.WantsReady(agent));
            }
        });
    }

    private void callColleague(long agent, long colleague) {
        send(new AgentInput.CallsColleague(agent, colleague));
        network.in(200 + random.nextInt(2_000), () -> {
            send(
                    random.nextInt(4) == 0
                            ? new AgentInput.DeclinesColleague(colleague, agent)
                            : new AgentInput.AcceptsColleague(colleague, agent));
            network.in(200 + random.nextInt(4_000), () -> send(new AgentInput.LeavesColleague(colleague)));
        });
    }

    private long heard(long agent) {
        return floor.agents().stream()
                .filter(each -> each.id == agent)
                .mapToLong(each -> each.monitors)
                .findFirst()
                .orElse(0);
    }

    private void watch(Effect effect) {
        switch (effect) {
            case StoreEffect.RunGate gate -> {
                if (gates.merge(gate.callId(), 1, Integer::sum) > 1) {
                    violations.add("gate asked twice for call " + gate.callId());
                }
            }
            case TelephonyEffect.Originate originate -> {
                if (passed.getOrDefault(originate.callId(), 0) != 1) {
                    violations.add("originate without a passed gate: call " + originate.callId());
                }
                if (network.originates.containsKey(originate.callId())) {
                    violations.add("call " + originate.callId() + " originated twice");
                }
            }
            case TelephonyEffect.Bridge bridge -> {
                Long other = customerOfAgent.put(bridge.agentId(), bridge.callId());
                if (other != null && other != bridge.callId() && has(bridge.agentId(), other)) {
                    violations.add(
                            "agent " + bridge.agentId() + " gets call " + bridge.callId() + " while having " + other);
                }
                Long answered = answered(bridge.callId());
                if (!talked.contains(bridge.callId()) && answered != null && network.now - answered > 2_000 * MS) {
                    violations.add("call " + bridge.callId() + " is bridged after its budget");
                }
            }
            case NewsEffect.MonitoringChanged changed -> monitored += changed.targetId() == 0 ? 0 : 1;
            case StoreEffect.CallAnswered a -> learnt.put(a.callId(), network.now);
            case StoreEffect.CallConnected c -> talked.add(c.callId());
            case NewsEffect.CallMoved moved -> {
                held += moved.stage() == CallStage.HELD ? 1 : 0;
                transferred += moved.stage() == CallStage.TRANSFERRED ? 1 : 0;
            }
            case StoreEffect.CallEnded ended -> ended(ended);
            case NewsEffect.Anomaly anomaly -> {
                if (anomaly.what().startsWith("DEFECT")) {
                    violations.add(anomaly.what());
                }
                customerGone(anomaly);
            }
            default -> {
                // Nothing to watch.
            }
        }
    }

    /** Whether the call was neither ended nor given to somebody else. */
    private boolean has(long agentId, long callId) {
        return !outcomes.containsKey(callId)
                && floor.openCalls().stream()
                        .noneMatch(call -> call.id == callId
                                && (call.agentId != agentId || call.stage() == CallStage.TRANSFERRED));
    }

    /** When the person answered; where the network told it late, when the floor could know. */
    private Long answered(long callId) {
        return faulty ? learnt.get(callId) : network.answers.get(callId);
    }

    private void customerGone(NewsEffect.Anomaly anomaly) {
        if (anomaly.subject().equals("call") && anomaly.what().contains("bridge")) {
            customerOfAgent.values().removeIf(call -> call == anomaly.id());
        }
    }

    private void ended(StoreEffect.CallEnded ended) {
        if (outcomes.put(ended.callId(), ended.outcome()) != null) {
            violations.add("call " + ended.callId() + " has two outcomes");
        }
        if (passed.getOrDefault(ended.callId(), 0) != 1) {
            violations.add("call " + ended.callId() + " has an outcome without an attempt");
        }
        if (ended.live()) {
            live++;
        }
        if (ended.outcome() == Outcome.ABANDONED) {
            abandoned++;
            double cap = settings.get(ended.campaignId()).abandonmentCap();
            floor.campaigns().stream().filter(c -> c.id == ended.campaignId()).forEach(c -> {
                if (!faulty && c.abandoned > cap * c.liveAnswers + 1e-9) {
                    violations.add("abandoned " + c.abandoned + " of " + c.liveAnswers + " live answers, cap " + cap);
                }
            });
        }
    }

    /** Lets the shift run for so long. */
    void run(long seconds) {
        long end = network.now + seconds * 1_000 * MS;
        long tick = network.now;
        while (network.now < end) {
            long next = Math.min(tick, Math.max(network.now, floor.nextDeadlineMicros()));
            if (!network.queue.isEmpty() && network.queue.peek().at() <= next) {
                StoryNetwork.Due due = network.queue.remove();
                network.now = Math.max(network.now, due.at());
                due.what().run();
            } else {
                network.now = Math.max(network.now, next);
                if (network.now >= tick) {
                    tick = network.now + 250 * MS;
                    breakThings();
                }
                send(new Tick());
            }
        }
    }

    private void breakThings() {
        double perTick = network.faults.linkBreaksPerMinute() / 240;
        if (network.linkUp && random.nextDouble() < perTick) {
            network.cutLink(500 + random.nextInt(20_000));
        }
        if (network.faults.lost() > 0 && random.nextInt(400) == 0 && !network.legs.isEmpty()) {
            List<Long> ids = new ArrayList<>(network.legs.keySet());
            long id = ids.get(random.nextInt(ids.size()));
            network.dropLeg(id, network.legs.get(id).number);
        }
    }

    private String lastWords(long agent, long call) {
        List<String> about = journal.stream()
                .map(JournalLine::text)
                .filter(l -> l.contains("(" + agent + ",")
                        || l.contains("(" + call + ",")
                        || l.contains("(" + call + ")")
                        || l.contains("(" + agent + ")"))
                .map(l -> l.length() > 300 ? l.substring(0, 300) : l)
                .toList();
        return String.join("\n", about.subList(Math.max(0, about.size() - 25), about.size()));
    }

    /** No new calls and no new faults; whatever is under way must come to its end by itself. */
    void comeToRest() {
        network.faults = StoryNetwork.Faults.NONE;
        settings.keySet().forEach(id -> send(new CampaignInput.Commanded(id, CampaignInput.Command.STOP)));
        run(200);
        if (!floor.openCalls().isEmpty()) {
            violations.add("calls that never ended: "
                    + floor.openCalls().stream()
                            .map(c -> c.id + ":" + c.stage())
                            .toList());
        }
        floor.agents().forEach(a -> {
            if (a.state() != AgentState.READY && a.state() != AgentState.PAUSED) {
                violations.add("agent " + a.id + " is stuck in " + a.state() + ", leg " + a.leg + ", call " + a.callId
                        + "\n" + lastWords(a.id, a.callId));
            }
        });
        floor.agents().forEach(a -> {
            StoryNetwork.LegChannel leg = network.legs.get(a.id);
            if (leg != null && a.leg == Agent.Leg.PARKED && leg.found != NetworkInput.Found.PARKED) {
                violations.add("agent " + a.id + " is free by the floor and " + leg.found + " in truth");
            }
        });
        floor.trunks().forEach(trunk -> {
            long legs = floor.agents().stream()
                    .filter(a -> a.trunk.equals(trunk.name) && a.leg != Agent.Leg.NONE)
                    .count();
            if (trunk.inUse() != legs) {
                violations.add("trunk " + trunk.name + " counts " + trunk.inUse() + " lines, of which " + legs
                        + " are legs and nobody uses the others");
            }
        });
        if (!network.calls.isEmpty()) {
            violations.add("channels that nobody hung up: " + network.calls.keySet());
        }
        passed.keySet().forEach(id -> {
            if (!outcomes.containsKey(id)) {
                violations.add("attempt " + id + " has no outcome");
            }
        });
    }
}
