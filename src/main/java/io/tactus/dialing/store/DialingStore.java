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

/**
 * All that dialling asks of the store. {@link PostgresStore} is what an engine uses; the storm ({@code tactus lab storm}) has one in
 * memory. One contract test holds both to the same rules.
 *
 * <p>Each method is one transaction. An {@link SQLException} leaves open whether it was committed; every method may be called again.
 * Whoever has lost the lease can neither reserve nor dial nor write.
 */
public interface DialingStore {
    /** Takes the floor if nobody holds it; empty while somebody does. */
    Optional<Lease> tryTake(String floor, String owner) throws SQLException;

    /** Keeps the floor; false when another engine has taken it. */
    boolean renew(Lease lease) throws SQLException;

    /** Lets the floor go, so that the next owner need not wait. */
    void giveUp(Lease lease) throws SQLException;

    /** Reserves up to so many leads of the campaign that are due, the most urgent first; none for who has lost the lease. */
    List<Reserved> reserve(long campaignId, int count, Lease lease, Instant now) throws SQLException;

    /** Reserves this lead for an agent who dials by hand; empty when it is on its way already or belongs to another campaign. */
    Optional<Reserved> reserveOne(long campaignId, long leadId, Lease lease, Instant now) throws SQLException;

    /** Gives leads back undialled; those that are not reserved for that call any more stay as they are. */
    void giveBack(List<Returned> leads) throws SQLException;

    /** Frees what this owner reserved for the campaign in a try whose answer was lost. @param known calls that it knows of */
    void giveBackUnknown(long campaignId, Lease lease, Collection<Long> known) throws SQLException;

    /** Whether any lead of the campaign may still be dialled, now or later. */
    boolean anyLeft(long campaignId) throws SQLException;

    /** Judges the calls at the gate and writes the attempts of those that pass; see {@link GateStore#run}. */
    List<Verdict> judge(List<Request> requests, Lease lease, Instant now) throws SQLException;

    /** Writes what the floor reports; see {@link OutcomeStore#write}. */
    void write(List<StoreEffect> effects, Lease lease) throws SQLException;

    /** Frees the leads that an owner before this epoch had reserved and not yet dialled; answers how many. */
    int freeReserved(long epoch) throws SQLException;

    /** Attempts without an outcome, oldest first. */
    List<CallRestored> openCalls() throws SQLException;

    /** Agents who did not log out. */
    List<OpenSession> openSessions() throws SQLException;

    /** Live answers and abandoned calls of a campaign since then. */
    AbandonmentCounts countsSince(long campaignId, Instant since) throws SQLException;

    /** Makes room for the attempts of this month and the next. */
    void preparePartitions(Instant now) throws SQLException;
}
