package io.tactus.dialing;

import io.tactus.compliance.CallWindow;
import io.tactus.dialing.promise.LeadPromises;
import io.tactus.dialing.store.DialingStore;
import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.floor.Floor;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput.TrunkConfigured;
import io.tactus.floor.input.Tick;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.pacing.forecast.ForecastMemory;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.InputSink;
import io.tactus.telephony.Telephony;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One life of the engine without threads: the same floor, workers, router and recovery as in {@link DialingService}, but whoever holds it
 * lets each part take its steps. So a simulation decides in which order things happen, and between which two of them the engine dies.
 */
public final class SteppedEngine implements InputSink {
    /** A campaign as its row has it. @param startedAt its first start; empty while it never was */
    public record Campaign(
            long id, String state, CampaignSettings settings, CallWindow window, Optional<Instant> startedAt) {}

    /** What the engine reads of campaigns and agents. */
    public interface Rows {
        /** All campaigns. */
        List<Campaign> campaigns();

        /** Campaigns that the agent serves. */
        List<Long> campaignsOf(long agentId);
    }

    /** A part of the engine that writes. */
    public enum Writer {
        HOPPER,
        GATE,
        OUTCOMES
    }

    private record Waiting(long micros, Input input) {}

    private final DialingStore store;
    private final Lease lease;
    private final EngineClock clock;
    private final Consumer<Effect> watcher;
    private final Floor floor = new Floor();
    private final ArrayDeque<Waiting> inbox = new ArrayDeque<>();
    private final CampaignBook campaigns;
    private final CallBook calls = new CallBook();
    private final StoreHealth health;
    private final HopperWorker hopper;
    private final GateWorker gate;
    private final OutcomeWriter outcomes;
    private final EffectRouter router;
    private final MeasuringPeriods periods;
    private final Recovery recovery;

    /**
     * An engine that has just taken the floor.
     *
     * @param phones of the agents
     * @param memories what a campaign had learnt before
     * @param watcher sees every effect before it is carried out
     */
    public SteppedEngine(
            DialingStore store,
            Lease lease,
            EngineClock clock,
            Telephony telephony,
            List<TrunkConfigured> trunks,
            Rows rows,
            LongFunction<AgentPhone> phones,
            LongFunction<Optional<ForecastMemory>> memories,
            Consumer<Effect> watcher) {
        this.store = store;
        this.lease = lease;
        this.clock = clock;
        this.watcher = watcher;
        campaigns = new CampaignBook(new Source(rows));
        health = new StoreHealth(this::offer);
        LeadPromises promises = new LeadPromises(id -> List.of());
        hopper = new HopperWorker(store, campaigns, calls, promises, this::offer, clock, lease, health);
        gate = new GateWorker(store, calls, this::offer, clock, lease, trunk -> nodeOf(trunks, trunk), health);
        outcomes = new OutcomeWriter(store, lease, health);
        router = new EffectRouter(telephony, campaigns, calls, promises, hopper, gate, outcomes, this, 120);
        periods = new MeasuringPeriods(store, clock, this::offer);
        recovery = new Recovery(
                store,
                id -> Optional.of(new AgentBook.Entry(id, phones.apply(id), false, "")),
                memories::apply,
                trunks,
                clock,
                lease,
                this::offer,
                campaigns,
                periods,
                router);
    }

    private static String nodeOf(List<TrunkConfigured> trunks, String name) {
        return trunks.stream()
                .filter(trunk -> trunk.trunk().equals(name))
                .findFirst()
                .map(TrunkConfigured::node)
                .orElse("");
    }

    /** Tells the floor what was under way before. */
    public void recover() throws SQLException {
        recovery.run();
    }

    @Override
    public boolean offer(Input input) {
        inbox.add(new Waiting(clock.micros(), input));
        return true;
    }

    /** What the floor takes next; null when nothing waits. */
    public @Nullable Input next() {
        Waiting waiting = inbox.peek();
        return waiting == null ? null : waiting.input();
    }

    /** Lets the floor take what waits longest. */
    public void apply() {
        Waiting waiting = inbox.remove();
        floor.apply(waiting.micros(), waiting.input(), this::publish);
    }

    /** Lets the floor meet its deadlines. */
    public void tick() {
        floor.apply(clock.micros(), new Tick(), this::publish);
    }

    private void publish(Effect effect) {
        watcher.accept(effect);
        router.on(effect);
    }

    /** Lets a writer write its next batch, or try again the one that was not taken; answers whether it was taken. */
    public boolean write(Writer writer) {
        return worker(writer).step() != StoreWorker.Step.NOT_TAKEN;
    }

    /** Whether the writer has anything to write. */
    public boolean busy(Writer writer) {
        return !worker(writer).idle();
    }

    private StoreWorker<?> worker(Writer writer) {
        return switch (writer) {
            case HOPPER -> hopper;
            case GATE -> gate;
            case OUTCOMES -> outcomes;
        };
    }

    /** Renews the lease; false when another engine has taken the floor, and this one must stop. */
    public boolean beat() {
        try {
            if (!store.renew(lease)) {
                return false;
            }
            health.works("lease");
            periods.roll();
        } catch (SQLException e) {
            health.failed("lease", "the database does not answer: " + e.getMessage());
        }
        return true;
    }

    /** An agent dials a lead by hand, if it can be reserved. */
    public void dialByHand(long agentId, long campaignId, long leadId) throws SQLException {
        Optional<Reserved> reserved;
        try {
            reserved = store.reserveOne(campaignId, leadId, lease, clock.instant());
        } catch (SQLException e) {
            hopper.doubt(campaignId);
            throw e;
        }
        if (reserved.isPresent()) {
            calls.put(reserved.get().callId(), reserved.get().number());
            offer(new AgentInput.DialsByHand(agentId, campaignId, reserved.get().callId(), leadId));
        }
    }

    /** An agent gives the present customer to an outside number. */
    public void transferOutside(long agentId, long callId, String number) {
        calls.putOutside(callId, number);
        offer(new AgentInput.TransfersOutside(agentId, callId));
    }

    /** The floor, for reading only. */
    public Floor floor() {
        return floor;
    }

    private record Source(Rows rows) implements CampaignSource {
        @Override
        public List<CampaignBook.Entry> load() {
            return rows.campaigns().stream().map(Source::entry).toList();
        }

        @Override
        public Optional<CampaignBook.Entry> load(long campaignId) {
            return load().stream().filter(entry -> entry.id() == campaignId).findFirst();
        }

        @Override
        public List<Long> campaignsOf(long agentId) {
            return rows.campaignsOf(agentId);
        }

        private static CampaignBook.Entry entry(Campaign row) {
            return new CampaignBook.Entry(
                    row.id(),
                    "campaign " + row.id(),
                    row.state(),
                    row.settings(),
                    row.window(),
                    "",
                    "",
                    "message",
                    "greeting",
                    "drop",
                    CampaignBook.MeasuringPeriod.CAMPAIGN,
                    row.startedAt());
        }
    }
}
