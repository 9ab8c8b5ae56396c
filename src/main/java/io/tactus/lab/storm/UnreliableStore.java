package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;

import io.tactus.dialing.store.DialingStore;
import io.tactus.dialing.store.GateStore.Request;
import io.tactus.dialing.store.GateStore.Verdict;
import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.RecoveryStore.OpenSession;
import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.dialing.store.ReservationStore.Returned;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.input.NetworkInput.CallRestored;
import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.lab.storm.store.MemoryStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The store in memory behind a connection that fails: before the commit, or after it, when the answer is lost. */
final class UnreliableStore implements DialingStore {
    private final World world;
    private final MemoryStore store;
    private long statements;
    private long stalledUntil;

    UnreliableStore(World world, MemoryStore store) {
        this.world = world;
        this.store = store;
    }

    private <T> T run(Supplier<T> statement) throws SQLException {
        world.lives.point();
        if (world.agenda.now() < stalledUntil) {
            throw new SQLException("stalled");
        }
        long number = ++statements;
        if (world.faults.strikes(Fault.Kind.STORE_STALL, 0, number)) {
            stall(number);
            throw new SQLException("stalled");
        }
        T result = statement.get();
        if (world.faults.strikes(Fault.Kind.STORE_ANSWER_LOST, 0, number)) {
            stall(number);
            throw new SQLException("the answer was lost");
        }
        world.lives.point();
        return result;
    }

    private void stall(long number) {
        stalledUntil = world.agenda.now() + world.dice.between(10, 8_000, "stall", 0, number) * MILLI;
    }

    /** Whether the store answers now. */
    boolean answers() {
        return world.agenda.now() >= stalledUntil;
    }

    void recover() {
        stalledUntil = 0;
    }

    @Override
    public Optional<Lease> tryTake(String floor, String owner) throws SQLException {
        return run(() -> store.tryTake(floor, owner));
    }

    @Override
    public boolean renew(Lease lease) throws SQLException {
        return run(() -> store.renew(lease));
    }

    @Override
    public void giveUp(Lease lease) throws SQLException {
        run(() -> {
            store.giveUp(lease);
            return true;
        });
    }

    @Override
    public List<Reserved> reserve(long campaignId, int count, Lease lease, Instant now) throws SQLException {
        return run(() -> {
            List<Reserved> reserved = store.reserve(campaignId, count, lease, now);
            reserved.forEach(world.storeLaw::reserved);
            return reserved;
        });
    }

    @Override
    public Optional<Reserved> reserveOne(long campaignId, long leadId, Lease lease, Instant now) throws SQLException {
        return run(() -> {
            Optional<Reserved> reserved = store.reserveOne(campaignId, leadId, lease, now);
            reserved.ifPresent(world.storeLaw::reserved);
            return reserved;
        });
    }

    @Override
    public void giveBack(List<Returned> leads) throws SQLException {
        run(() -> {
            store.giveBack(leads);
            return true;
        });
    }

    @Override
    public void giveBackUnknown(long campaignId, Lease lease, Collection<Long> known) throws SQLException {
        run(() -> {
            store.giveBackUnknown(campaignId, lease, known);
            return true;
        });
    }

    @Override
    public boolean anyLeft(long campaignId) throws SQLException {
        return run(() -> store.anyLeft(campaignId));
    }

    @Override
    public List<Verdict> judge(List<Request> requests, Lease lease, Instant now) throws SQLException {
        return run(() -> {
            List<Verdict> verdicts = store.judge(requests, lease, now);
            world.storeLaw.judged(verdicts, lease);
            return verdicts;
        });
    }

    @Override
    public void write(List<StoreEffect> effects, Lease lease) throws SQLException {
        run(() -> {
            store.write(effects, lease);
            world.storeLaw.wrote(effects);
            return true;
        });
    }

    @Override
    public int freeReserved(long epoch) throws SQLException {
        return run(() -> store.freeReserved(epoch));
    }

    @Override
    public List<CallRestored> openCalls() throws SQLException {
        return run(store::openCalls);
    }

    @Override
    public List<OpenSession> openSessions() throws SQLException {
        return run(store::openSessions);
    }

    @Override
    public AbandonmentCounts countsSince(long campaignId, Instant since) throws SQLException {
        return run(() -> store.countsSince(campaignId, since));
    }

    @Override
    public void preparePartitions(Instant now) {
        store.preparePartitions(now);
    }
}
