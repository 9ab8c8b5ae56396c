package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;

import io.tactus.compliance.CallWindow;
import io.tactus.dialing.SteppedEngine;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput.TrunkConfigured;
import io.tactus.lab.storm.PhoneNode.Channel;
import io.tactus.lab.storm.store.CampaignRow;
import io.tactus.lab.storm.store.MemoryStore;
import io.tactus.lab.storm.store.Tables;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.AgentPhone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All there is in a story: nodes, store, people, engines, and the books in which the promises are kept. */
final class World {
    /** How long a word takes from a node to the engine. */
    static final long WAY = 300;
    /** Ids of agents begin here, so that nobody takes them for calls. */
    static final long AGENTS = 900_000;

    private static final CallWindow WINDOW =
            new CallWindow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(21, 0));
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    final Plan plan;
    final Dice dice;
    final Agenda agenda = new Agenda();
    final Trace trace;
    final Faults faults;
    final Totals totals;
    final Tables tables = new Tables();
    final List<PhoneNode> nodes = new ArrayList<>();
    final List<TrunkConfigured> trunks = new ArrayList<>();
    final Lives lives = new Lives(this);
    final StoreLaw storeLaw = new StoreLaw(this, tables);
    final Promises promises = new Promises(this);
    final UnreliableStore store;
    final Crew crew = new Crew(this);
    final SteppedEngine.Rows rows = new Rows();
    /** An engine that slept may have dialled beside the new owner. */
    boolean twoOwners;

    /** When the machine's clock was set last. */
    long clockSteppedMicros = -1;

    private long wallAheadMicros = Plan.BEGIN.toEpochMilli() * 1_000;

    World(Plan plan, Dice dice, Set<Fault> spared, Trace trace, Totals totals) {
        this.plan = plan;
        this.dice = dice;
        this.trace = trace;
        this.totals = totals;
        this.faults = new Faults(dice, plan.calm(), spared, trace);
        trace.startClock(agenda::now);
        store = new UnreliableStore(this, new MemoryStore(tables, agenda::now));
        furnish();
    }

    private void furnish() {
        for (int i = 1; i <= plan.nodes(); i++) {
            PhoneNode node = new PhoneNode(i, this);
            nodes.add(node);
            for (int t = 0; t <= dice.below(2, "trunks", i, 0); t++) {
                int lines = 3 + dice.below(15, "lines", i, t);
                trunks.add(new TrunkConfigured("t" + i + "-" + t, node.name, lines, 5 + dice.below(30, "cps", i, t)));
            }
        }
        for (long id = 1; id <= plan.campaigns(); id++) {
            CampaignRow campaign = new CampaignRow(
                    id,
                    plan.settings(dice, id),
                    WINDOW,
                    1 + dice.below(3, "per day", id, 0),
                    2 + dice.below(5, "lifetime", id, 0),
                    Plan.BEGIN.minus(Duration.ofDays(1)));
            tables.campaigns.put(id, campaign);
        }
        for (long lead = 1; lead <= plan.leads(); lead++) {
            tables.addLead(lead, 1 + lead % plan.campaigns());
            phones(lead);
        }
    }

    /** Some agents are rung on phones of their own, over a trunk. */
    AgentPhone phone(long agentId) {
        TrunkConfigured trunk = trunks.get(dice.below(trunks.size(), "trunk of agent", agentId, 0));
        return dice.chance(0.25, "own phone", agentId, 0)
                ? AgentPhone.mobile(trunk.trunk(), "+12025550100")
                : AgentPhone.at("agent-" + agentId);
    }

    /** Some leads have two numbers, some none, some share one, some live where it is too early still. */
    private void phones(long lead) {
        double kind = dice.roll("lead", lead, 0);
        if (kind < 0.02) {
            return;
        }
        long number = kind < 0.1 ? 1 + lead % 7 : 1_000 + lead;
        List<ZoneId> zones = kind > 0.9 ? List.of(NEW_YORK, LOS_ANGELES) : List.of(NEW_YORK);
        tables.addPhone(lead, 0, "+1202555%06d".formatted(number), zones);
        if (kind > 0.8) {
            tables.addPhone(lead, 1, "+1303555%06d".formatted(lead), zones);
        }
    }

    /** The clock of a process that starts now: the machine's, as far as anybody has set it. */
    EngineClock newClock() {
        return EngineClock.of(() -> agenda.now() + wallAheadMicros, () -> agenda.now() * 1_000);
    }

    void stepClock(long micros) {
        clockSteppedMicros = agenda.now();
        wallAheadMicros += micros;
    }

    /** A node says something of a customer's channel. */
    void tell(PhoneNode node, @Nullable Channel channel, Input input) {
        if (!tell(node, channel == null ? 0 : channel.callId, input)) {
            PhoneNode.strike(channel);
        }
    }

    /** A node says something; answers whether it arrives when it should. */
    boolean tell(PhoneNode node, long subject, Input input) {
        if (!node.reachable) {
            return false;
        }
        long occasion = input.getClass().getSimpleName().hashCode() * 1_000L + perSubject(subject);
        if (faults.strikes(Fault.Kind.LOST_EVENT, subject, occasion)) {
            trace.line(() -> "  lost: " + input);
            return false;
        }
        boolean late = faults.strikes(Fault.Kind.LATE_EVENT, subject, occasion);
        long delay = late ? dice.between(2, 1_500, "late", subject, occasion) * MILLI : WAY;
        agenda.in(delay, () -> arrives(node, input));
        if (faults.strikes(Fault.Kind.DOUBLED_EVENT, subject, occasion)) {
            agenda.in(delay + dice.between(0, 300, "doubled", subject, occasion) * MILLI, () -> arrives(node, input));
        }
        return !late;
    }

    private final java.util.Map<Long, Long> occasions = new java.util.HashMap<>();

    private long perSubject(long subject) {
        return occasions.merge(subject, 1L, Long::sum);
    }

    private void arrives(PhoneNode node, Input input) {
        if (node.reachable) {
            lives.hear(node, input);
        }
    }

    /** What the engine reads of campaigns and agents. */
    private final class Rows implements SteppedEngine.Rows {
        @Override
        public List<SteppedEngine.Campaign> campaigns() {
            return tables.campaigns.values().stream()
                    .map(row -> new SteppedEngine.Campaign(
                            row.id, row.state, row.settings, row.window, Optional.of(row.startedAt)))
                    .toList();
        }

        @Override
        public List<Long> campaignsOf(long agentId) {
            return crew.campaignsOf(agentId);
        }
    }
}
