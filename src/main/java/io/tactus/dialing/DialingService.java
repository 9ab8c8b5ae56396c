package io.tactus.dialing;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tactus.dialing.promise.LeadPromises;
import io.tactus.dialing.store.AttemptHistory;
import io.tactus.dialing.store.DialingStore;
import io.tactus.dialing.store.ForecastStore;
import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.PostgresStore;
import io.tactus.floor.input.NetworkInput;
import io.tactus.platform.EngineClock;
import io.tactus.platform.TactusConfig;
import io.tactus.telephony.NodeStatus;
import io.tactus.telephony.Telephony;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the floor to life and keeps it alive: takes the lease, recovers what was under way, starts floor, workers and telephony, renews the
 * lease, and lets go at the end.
 */
@ApplicationScoped
public class DialingService {
    private static final Logger LOG = Logger.getLogger(DialingService.class);
    private static final long HEARTBEAT_MILLIS = 500;

    private final TactusConfig config;
    private final EngineClock clock;
    private final DataSource dataSource;
    private final Telephony telephony;
    private final Instance<EffectListener> listeners;
    private final Reception reception;
    private final DialingStore store;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "lease"));
    private volatile @Nullable Life life;
    private long partitionsKeptNanos;

    /** Everything of one life of the floor. */
    record Life(
            Lease lease,
            FloorRuntime floor,
            CampaignBook campaigns,
            CallBook calls,
            DialingStore store,
            EffectRouter router,
            StoreHealth health,
            HopperWorker hopper,
            GateWorker gate,
            OutcomeWriter outcomes,
            JournalWriter journal,
            MeasuringPeriods periods) {}

    DialingService(
            TactusConfig config,
            EngineClock clock,
            DataSource dataSource,
            Telephony telephony,
            @Any Instance<EffectListener> listeners,
            Reception reception) {
        this.config = config;
        this.clock = clock;
        this.dataSource = dataSource;
        this.telephony = telephony;
        this.listeners = listeners;
        this.reception = reception;
        this.store = new PostgresStore(dataSource);
    }

    void start(@Observes @Priority(2_000) StartupEvent event) throws SQLException, IOException {
        if (!config.floorEnabled()) {
            return;
        }
        Life begun = begin(takeLease());
        new Recovery(
                        store,
                        new AgentBook(dataSource)::find,
                        id -> new ForecastStore(dataSource)
                                .find(id, clock.instant(), Duration.ofDays(config.memoryDays())),
                        trunks(),
                        clock,
                        begun.lease(),
                        begun.floor()::put,
                        begun.campaigns(),
                        begun.periods(),
                        begun.router())
                .run();
        life = begun;
        partitionsKeptNanos = clock.monotonicNanos();
        telephony.start(begun.floor(), call -> reception.cameIn(call, begun.lease()));
        timer.scheduleAtFixedRate(this::beat, HEARTBEAT_MILLIS, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
        LOG.infof("Floor %s is ours, epoch %d", config.floor(), begun.lease().epoch());
    }

    private Lease takeLease() throws SQLException {
        String owner = UUID.randomUUID().toString();
        boolean told = false;
        while (true) {
            Optional<Lease> lease = store.tryTake(config.floor(), owner);
            if (lease.isPresent()) {
                return lease.get();
            }
            if (!told) {
                LOG.infof("Floor %s is held by another engine, or by one that just died; waiting", config.floor());
                told = true;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(HEARTBEAT_MILLIS / 2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the floor", e);
            }
        }
    }

    private Life begin(Lease lease) throws IOException {
        Path journals = config.home().resolve("journal");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        JournalWriter.deleteOld(journals, today.minusDays(config.journalDays()));
        JournalWriter journal = new JournalWriter(journals, config.floor(), lease.epoch(), today);
        FloorRuntime floor = new FloorRuntime(clock, journal::add);
        StoreHealth health = new StoreHealth(floor::put);
        CampaignBook campaigns = new CampaignBook(new CampaignTable(dataSource));
        CallBook calls = new CallBook();
        LeadPromises promises = new LeadPromises(new AttemptHistory(dataSource, clock));
        HopperWorker hopper = new HopperWorker(store, campaigns, calls, promises, floor::put, clock, lease, health);
        GateWorker gate = new GateWorker(store, calls, floor::put, clock, lease, this::nodeOfTrunk, health);
        OutcomeWriter outcomes = new OutcomeWriter(store, lease, health);
        EffectRouter router = new EffectRouter(
                telephony, campaigns, calls, promises, hopper, gate, outcomes, floor, config.voicemailSeconds());
        MeasuringPeriods periods = new MeasuringPeriods(store, clock, floor::put);
        floor.listen(router);
        listeners.forEach(floor::listen);
        floor.start();
        hopper.start();
        gate.start();
        outcomes.start();
        return new Life(
                lease, floor, campaigns, calls, store, router, health, hopper, gate, outcomes, journal, periods);
    }

    private List<NetworkInput.TrunkConfigured> trunks() {
        List<NetworkInput.TrunkConfigured> trunks = new ArrayList<>();
        config.nodes()
                .forEach((nodeName, node) -> node.trunks()
                        .forEach((name, trunk) -> trunks.add(new NetworkInput.TrunkConfigured(
                                name, nodeName, trunk.lines(), trunk.callsPerSecond()))));
        return trunks;
    }

    private String nodeOfTrunk(String trunk) {
        return config.nodes().entrySet().stream()
                .filter(node -> node.getValue().trunks().containsKey(trunk))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private void beat() {
        Life present = life;
        if (present == null) {
            return;
        }
        try {
            if (!store.renew(present.lease())) {
                LOG.errorf("Floor %s was taken by another engine; this one stops at once", config.floor());
                telephony.close();
                present.floor().close();
                life = null;
                Quarkus.asyncExit(3);
                return;
            }
            present.health().works("lease");
            present.periods().roll();
            keepPartitions();
        } catch (SQLException e) {
            present.health().failed("lease", "the database does not answer: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The heartbeat stumbled; it goes on", e);
        }
    }

    /** The attempts of a month need their partition before the month begins; hours are soon enough. */
    private void keepPartitions() {
        if (clock.monotonicNanos() - partitionsKeptNanos < TimeUnit.HOURS.toNanos(1)) {
            return;
        }
        partitionsKeptNanos = clock.monotonicNanos();
        try {
            store.preparePartitions(clock.instant());
        } catch (SQLException e) {
            LOG.warnf(
                    "The attempts of the next month have no partition yet, tried again in an hour: %s", e.getMessage());
        }
    }

    /** The present life; fails with a clear word while the floor does not run here. */
    Life life() {
        Life present = life;
        if (present == null) {
            throw new IllegalStateException("the floor does not run in this engine now");
        }
        return present;
    }

    /** The thread that owns the floor. */
    public FloorRuntime floor() {
        return life().floor();
    }

    /** Whether the floor runs here. */
    public boolean running() {
        return life != null;
    }

    /** Why no call is launched now; empty when calls may be. */
    public String blockedReason() {
        Life present = life;
        return present == null
                ? "the floor does not run in this engine"
                : present.health().reason();
    }

    /** State of the telephony nodes. */
    public List<NodeStatus> nodes() {
        return telephony.nodes();
    }

    /** Shows how full the queues are, by name. */
    public void eachQueue(java.util.function.ObjIntConsumer<String> visitor) {
        Life present = life;
        if (present != null) {
            visitor.accept("floor", present.floor().depth());
            visitor.accept("hopper", present.hopper().depth());
            visitor.accept("gate", present.gate().depth());
            visitor.accept("outcomes", present.outcomes().depth());
        }
    }

    /** Whether every outcome reported so far is in the database. */
    public boolean allWritten() {
        return life().outcomes().idle();
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        Life present = life;
        life = null;
        if (present == null) {
            return;
        }
        telephony.close();
        quietly(present.floor()::close);
        waitForWriter(present.outcomes());
        List.<AutoCloseable>of(present.hopper(), present.gate(), present.outcomes(), present.journal())
                .forEach(part -> quietly(part::close));
        quietly(() -> store.giveUp(present.lease()));
    }

    private void waitForWriter(OutcomeWriter outcomes) {
        long deadline = clock.monotonicNanos() + TimeUnit.SECONDS.toNanos(5);
        while (!outcomes.idle() && clock.monotonicNanos() < deadline) {
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    private interface Closing {
        void run() throws Exception;
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (Exception e) {
            LOG.warn("A part of the floor did not stop cleanly", e);
        }
    }
}
