package io.tactus.dialing.store;

import io.tactus.dialing.store.GateStore.Request;
import io.tactus.dialing.store.GateStore.Verdict;
import io.tactus.dialing.store.RecoveryStore.OpenSession;
import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.dialing.store.ReservationStore.Returned;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.input.NetworkInput.CallRestored;
import io.tactus.floor.model.AbandonmentCounts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The store in PostgreSQL: leases, reservations, gate, outcomes and recovery, each with its own statements. */
public final class PostgresStore implements DialingStore {
    private final LeaseStore leases;
    private final ReservationStore reservations;
    private final GateStore gate;
    private final OutcomeStore outcomes;
    private final RecoveryStore recovery;

    /** The store of this database. */
    public PostgresStore(DataSource dataSource) {
        leases = new LeaseStore(dataSource);
        reservations = new ReservationStore(dataSource);
        gate = new GateStore(dataSource);
        outcomes = new OutcomeStore(dataSource);
        recovery = new RecoveryStore(dataSource);
    }

    @Override
    public Optional<Lease> tryTake(String floor, String owner) throws SQLException {
        return leases.tryTake(floor, owner);
    }

    @Override
    public boolean renew(Lease lease) throws SQLException {
        return leases.renew(lease);
    }

    @Override
    public void giveUp(Lease lease) throws SQLException {
        leases.giveUp(lease);
    }

    @Override
    public List<Reserved> reserve(long campaignId, int count, Lease lease, Instant now) throws SQLException {
        return reservations.reserve(campaignId, count, lease, now);
    }

    @Override
    public Optional<Reserved> reserveOne(long campaignId, long leadId, Lease lease, Instant now) throws SQLException {
        return reservations.reserveOne(campaignId, leadId, lease, now);
    }

    @Override
    public void giveBack(List<Returned> leads) throws SQLException {
        reservations.giveBack(leads);
    }

    @Override
    public void giveBackUnknown(long campaignId, Lease lease, Collection<Long> known) throws SQLException {
        reservations.giveBackUnknown(campaignId, lease, known);
    }

    @Override
    public boolean anyLeft(long campaignId) throws SQLException {
        return reservations.anyLeft(campaignId);
    }

    @Override
    public List<Verdict> judge(List<Request> requests, Lease lease, Instant now) throws SQLException {
        return gate.run(requests, lease, now);
    }

    @Override
    public void write(List<StoreEffect> effects, Lease lease) throws SQLException {
        outcomes.write(effects, lease);
    }

    @Override
    public int freeReserved(long epoch) throws SQLException {
        return recovery.freeReserved(epoch);
    }

    @Override
    public List<CallRestored> openCalls() throws SQLException {
        return recovery.openCalls();
    }

    @Override
    public List<OpenSession> openSessions() throws SQLException {
        return recovery.openSessions();
    }

    @Override
    public AbandonmentCounts countsSince(long campaignId, Instant since) throws SQLException {
        return recovery.countsSince(campaignId, since);
    }

    @Override
    public void preparePartitions(Instant now) throws SQLException {
        recovery.preparePartitions(now);
    }
}
