package io.tactus.lab;

import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.OutcomeStore;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.AgentState;
import io.tactus.pacing.PacingPolicy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Runs a world and writes what happens to the database, outcomes and agents' states by the engine's own writer. */
final class Written {
    /** Attempts and agents of other tests have small ids. */
    private static final AtomicLong IDS = new AtomicLong(50_000_000);

    private static final int BATCH = 2_000;
    private static final Lease LEASE = new Lease("written by tests", "test", 1);

    private final DataSource dataSource;
    private final OutcomeStore store;
    private final long campaign;
    private final long ids = IDS.getAndAdd(10_000_000);
    private final Set<Long> agents = new TreeSet<>();
    private long shift;
    private long lastMicros;
    private final List<long[]> dialled = new ArrayList<>();
    private final List<StoreEffect> waiting = new ArrayList<>();

    private Written(DataSource dataSource, long campaign) {
        this.dataSource = dataSource;
        this.store = new OutcomeStore(dataSource);
        this.campaign = campaign;
    }

    /** The world's run, as if it had begun at this time. */
    static RunResult run(
            DataSource dataSource, long campaign, Scenario world, PacingPolicy policy, long seed, Instant begin)
            throws SQLException {
        Written written = new Written(dataSource, campaign);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lease = connection.prepareStatement(
                        "insert into floor_lease values (?, ?, ?, now() + interval '1 year') on conflict do nothing")) {
            lease.setString(1, LEASE.floor());
            lease.setString(2, LEASE.owner());
            lease.setLong(3, LEASE.epoch());
            lease.executeUpdate();
        }
        RunResult result = LabRun.run(
                world, policy, Cast.drawn(world, seed), seed, (effect, micros) -> written.see(effect, micros, begin));
        written.logOut();
        written.flush();
        return result;
    }

    /** Everybody goes home at the end. */
    private void logOut() {
        agents.forEach(agent ->
                waiting.add(new StoreEffect.AgentChanged(agent, AgentState.LOGGED_OUT, "", 0, 0, lastMicros + shift)));
    }

    private void see(Effect effect, long micros, Instant begin) {
        if (shift == 0) {
            shift = ChronoUnit.MICROS.between(Instant.EPOCH, begin) - micros;
        }
        lastMicros = micros;
        switch (effect) {
            case TelephonyEffect.Originate dial -> dialled.add(new long[] {ids + dial.callId(), micros + shift});
            case StoreEffect.CallAnswered e ->
                waiting.add(new StoreEffect.CallAnswered(ids + e.callId(), e.atMicros() + shift));
            case StoreEffect.CallConnected e ->
                waiting.add(new StoreEffect.CallConnected(
                        ids + e.callId(),
                        campaign,
                        ids + e.agentId(),
                        e.inbound(),
                        e.answeredAtMicros() + shift,
                        e.atMicros() + shift));
            case StoreEffect.CallEnded e ->
                waiting.add(new StoreEffect.CallEnded(
                        ids + e.callId(),
                        campaign,
                        ids + e.leadId(),
                        e.outcome(),
                        e.cause(),
                        e.detail(),
                        e.live(),
                        e.agentId() == 0 ? 0 : ids + e.agentId(),
                        e.inbound(),
                        e.atMicros() + shift));
            case StoreEffect.AgentChanged e -> {
                agents.add(ids + e.agentId());
                waiting.add(new StoreEffect.AgentChanged(
                        ids + e.agentId(),
                        e.state(),
                        e.code(),
                        e.callId() == 0 ? 0 : ids + e.callId(),
                        e.campaignId() == 0 ? 0 : campaign,
                        e.atMicros() + shift));
            }
            default -> {
                // Not of the past.
            }
        }
        if (waiting.size() >= BATCH) {
            try {
                flush();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void flush() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into attempt (id, started_at, campaign_id, lead_id, phone_position, number, node, trunk, epoch)
                        values (?, ?, ?, ?, 0, '+999000000000', 'lab', 'carrier', 1)
                        """)) {
            for (long[] dial : dialled) {
                insert.setLong(1, dial[0]);
                insert.setObject(
                        2, Instant.EPOCH.plus(dial[1], ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
                insert.setLong(3, campaign);
                insert.setLong(4, dial[0]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        dialled.clear();
        store.write(List.copyOf(waiting), LEASE);
        waiting.clear();
    }

    /** A beginning so long ago, on the hour, that a run of this length is over. */
    static Instant ago(Instant now, Duration time) {
        return now.minus(time).truncatedTo(ChronoUnit.HOURS);
    }
}
