package io.tactus.lab.storm.store;

import io.tactus.dialing.store.DialingStore;
import io.tactus.dialing.store.GateStore.Request;
import io.tactus.dialing.store.GateStore.Verdict;
import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.LeaseLostException;
import io.tactus.dialing.store.LeaseStore;
import io.tactus.dialing.store.RecoveryStore.OpenSession;
import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.dialing.store.ReservationStore.Returned;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.input.NetworkInput.CallRestored;
import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Outcome;
import io.tactus.lab.storm.store.LeadRow.State;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The store in memory, for one thread. */
public final class MemoryStore implements DialingStore {
    private record Holder(String owner, long epoch, long untilMicros) {}

    private final Tables tables;
    private final LongSupplier nowMicros;
    private final MemoryGate gate;
    private final MemoryOutcomes outcomes;
    private final Map<String, Holder> leases = new HashMap<>();
    private long lastAttemptId;

    /** A store over these rows. @param nowMicros the store's own clock, by which leases expire */
    public MemoryStore(Tables tables, LongSupplier nowMicros) {
        this.tables = tables;
        this.nowMicros = nowMicros;
        this.gate = new MemoryGate(tables);
        this.outcomes = new MemoryOutcomes(tables);
    }

    @Override
    public Optional<Lease> tryTake(String floor, String owner) {
        Holder holder = leases.get(floor);
        if (holder != null && holder.untilMicros >= nowMicros.getAsLong()) {
            return Optional.empty();
        }
        long epoch = holder == null ? 1 : holder.epoch + 1;
        leases.put(floor, new Holder(owner, epoch, expiry()));
        return Optional.of(new Lease(floor, owner, epoch));
    }

    private long expiry() {
        return nowMicros.getAsLong() + LeaseStore.TTL_SECONDS * 1_000_000L;
    }

    private boolean owns(Lease lease) {
        Holder holder = leases.get(lease.floor());
        return holder != null && holder.owner.equals(lease.owner()) && holder.epoch == lease.epoch();
    }

    @Override
    public boolean renew(Lease lease) {
        boolean ours = owns(lease);
        if (ours) {
            leases.put(lease.floor(), new Holder(lease.owner(), lease.epoch(), expiry()));
        }
        return ours;
    }

    @Override
    public void giveUp(Lease lease) {
        if (owns(lease)) {
            leases.put(lease.floor(), new Holder(lease.owner(), lease.epoch(), nowMicros.getAsLong() - 1));
        }
    }

    @Override
    public List<Reserved> reserve(long campaignId, int count, Lease lease, Instant now) {
        if (!owns(lease)) {
            return List.of();
        }
        return tables.leadsOf(campaignId).stream()
                .filter(lead -> lead.state == State.AVAILABLE && !lead.dueAt.isAfter(now))
                .sorted(Comparator.<LeadRow, Instant>comparing(lead -> lead.dueAt)
                        .thenComparing(lead -> lead.id))
                .limit(count)
                .map(lead -> reserve(lead, lease))
                .toList();
    }

    private Reserved reserve(LeadRow lead, Lease lease) {
        lead.state = State.RESERVED;
        lead.reservation = ++lastAttemptId;
        lead.reservedEpoch = lease.epoch();
        return new Reserved(lead.reservation, lead.id, lead.number(), lead.zones(), lead.attempts, lead.lastOutcome);
    }

    @Override
    public Optional<Reserved> reserveOne(long campaignId, long leadId, Lease lease, Instant now) {
        LeadRow lead = tables.leads.get(leadId);
        boolean free = lead != null
                && lead.campaignId == campaignId
                && (lead.state == State.AVAILABLE || lead.state == State.DONE);
        return lead != null && free && owns(lease) ? Optional.of(reserve(lead, lease)) : Optional.empty();
    }

    @Override
    public void giveBack(List<Returned> leads) {
        for (Returned returned : leads) {
            LeadRow lead = tables.leads.get(returned.leadId());
            if (lead != null && lead.state == State.RESERVED && lead.reservation == returned.callId()) {
                free(lead);
                lead.dueAt = returned.dueAt();
            }
        }
    }

    @Override
    public void giveBackUnknown(long campaignId, Lease lease, Collection<Long> known) {
        tables.leadsOf(campaignId).stream()
                .filter(lead -> lead.state == State.RESERVED
                        && lead.reservedEpoch == lease.epoch()
                        && !known.contains(lead.reservation))
                .forEach(MemoryStore::free);
    }

    private static void free(LeadRow lead) {
        lead.state = State.AVAILABLE;
        lead.reservation = 0;
    }

    @Override
    public boolean anyLeft(long campaignId) {
        return tables.leadsOf(campaignId).stream().anyMatch(lead -> lead.state != State.DONE);
    }

    @Override
    public List<Verdict> judge(List<Request> requests, Lease lease, Instant now) {
        return gate.judge(requests, owns(lease), lease.epoch(), now);
    }

    @Override
    public void write(List<StoreEffect> effects, Lease lease) {
        if (!owns(lease)) {
            throw new LeaseLostException(lease);
        }
        outcomes.write(effects);
    }

    @Override
    public int freeReserved(long epoch) {
        List<LeadRow> old = tables.leads.values().stream()
                .filter(lead -> lead.state == State.RESERVED && lead.reservedEpoch < epoch)
                .toList();
        old.forEach(MemoryStore::free);
        return old.size();
    }

    @Override
    public List<CallRestored> openCalls() {
        return tables.attempts.values().stream()
                .filter(attempt -> attempt.outcome == null)
                .map(attempt -> new CallRestored(
                        attempt.id,
                        attempt.campaignId,
                        attempt.leadId,
                        attempt.node,
                        attempt.trunk,
                        attempt.answeredMicros > 0,
                        attempt.connectedMicros > 0,
                        attempt.agentId,
                        false,
                        0,
                        attempt.parkedById))
                .toList();
    }

    @Override
    public List<OpenSession> openSessions() {
        return tables.sessions.values().stream()
                .filter(session -> !session.ended)
                .map(session -> new OpenSession(session.agentId, session.node, session.state != AgentState.PAUSED))
                .toList();
    }

    @Override
    public AbandonmentCounts countsSince(long campaignId, Instant since) {
        long live = 0;
        long abandoned = 0;
        long machines = 0;
        long unheard = 0;
        for (AttemptRow attempt : tables.attempts.values()) {
            if (attempt.campaignId == campaignId && !attempt.startedAt.isBefore(since)) {
                live += attempt.live ? 1 : 0;
                abandoned += attempt.outcome == Outcome.ABANDONED ? 1 : 0;
                machines += attempt.detection.equals("MACHINE") ? 1 : 0;
                unheard += attempt.outcome == Outcome.MACHINE && attempt.connectedMicros == 0 ? 1 : 0;
            }
        }
        return new AbandonmentCounts(live, abandoned, machines, unheard);
    }

    @Override
    public void preparePartitions(Instant now) {
        // Rows in memory need no partitions.
    }
}
