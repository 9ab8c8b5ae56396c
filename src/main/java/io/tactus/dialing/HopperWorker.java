package io.tactus.dialing;

import io.tactus.compliance.CallWindow;
import io.tactus.dialing.promise.LeadFacts;
import io.tactus.dialing.promise.LeadPromises;
import io.tactus.dialing.store.DialingStore;
import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.dialing.store.ReservationStore.Returned;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.model.ReservedLead;
import io.tactus.platform.EngineClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Fills the hoppers: reserves leads that may be called now, and gives back what is not dialled. */
final class HopperWorker extends StoreWorker<StoreEffect> {
    /** Where leads are not chosen, the campaign's answer probability as a whole says more. */
    private static final double NO_PROMISE = 0;

    /** Rounds of reserving and giving back leads outside their window, before the rest waits for the next request. */
    private static final int ROUNDS = 5;
    /** When a lead that fits no window within the next days is looked at again. */
    private static final Duration FAR = Duration.ofDays(1);
    /** A lead that an agent skipped or that was withdrawn from the hopper comes back after this time. */
    private static final Duration SKIPPED = Duration.ofMinutes(30);

    private final DialingStore store;
    private final CampaignBook campaigns;
    private final CallBook calls;
    private final LeadPromises promises;
    private final Consumer<Input> floor;
    private final EngineClock clock;
    private final Lease lease;

    HopperWorker(
            DialingStore store,
            CampaignBook campaigns,
            CallBook calls,
            LeadPromises promises,
            Consumer<Input> floor,
            EngineClock clock,
            Lease lease,
            StoreHealth health) {
        super("hopper", 100_000, 1_000, health);
        this.store = store;
        this.campaigns = campaigns;
        this.calls = calls;
        this.promises = promises;
        this.floor = floor;
        this.clock = clock;
        this.lease = lease;
    }

    @Override
    void write(List<StoreEffect> batch, boolean again) throws SQLException {
        Instant now = clock.instant();
        List<Returned> back = new ArrayList<>();
        for (StoreEffect effect : batch) {
            if (effect instanceof StoreEffect.ReleaseLead release) {
                boolean undialled = release.reason().startsWith("campaign");
                back.add(new Returned(release.callId(), release.leadId(), undialled ? now : now.plus(SKIPPED)));
                calls.remove(release.callId());
            }
        }
        store.giveBack(back);
        for (long campaignId : inDoubt(batch, again)) {
            store.giveBackUnknown(campaignId, lease, calls.ids());
        }
        for (StoreEffect effect : batch) {
            if (effect instanceof StoreEffect.RequestLeads request && request.count() > 0) {
                fill(request, now);
            }
        }
    }

    /** Somebody else's reservation for the campaign failed: it may be committed, and then nobody knows of it. */
    void doubt(long campaignId) {
        add(new StoreEffect.RequestLeads(campaignId, 0));
    }

    /** Campaigns for which a try has failed: what it reserved may be committed, and nobody would ever dial those leads. */
    private static Set<Long> inDoubt(List<StoreEffect> batch, boolean again) {
        Set<Long> campaignIds = new LinkedHashSet<>();
        for (StoreEffect effect : batch) {
            if (effect instanceof StoreEffect.RequestLeads request && (again || request.count() == 0)) {
                campaignIds.add(request.campaignId());
            }
        }
        return campaignIds;
    }

    private void fill(StoreEffect.RequestLeads request, Instant now) throws SQLException {
        CallWindow window = campaigns.get(request.campaignId()).window();
        List<ReservedLead> open = new ArrayList<>();
        Map<Long, String> numbers = new HashMap<>();
        Map<Long, LeadFacts> facts = new HashMap<>();
        boolean chooses = campaigns.get(request.campaignId()).settings().choosesLeads();
        boolean more = true;
        for (int round = 0; round < ROUNDS && more && open.size() < request.count(); round++) {
            List<Reserved> reserved = store.reserve(request.campaignId(), request.count() - open.size(), lease, now);
            more = !reserved.isEmpty();
            List<Returned> closed = new ArrayList<>();
            for (Reserved lead : reserved) {
                // A lead without a phone goes on to the gate, which puts it away and says why.
                if (lead.zones().isEmpty() || window.allows(now, lead.zones())) {
                    numbers.put(lead.callId(), lead.number());
                    double promise = NO_PROMISE;
                    if (chooses && !lead.zones().isEmpty()) {
                        LeadFacts known = LeadFacts.of(
                                lead.attempts(),
                                lead.lastOutcome(),
                                now,
                                lead.zones().getFirst());
                        facts.put(lead.callId(), known);
                        promise = promises.promise(request.campaignId(), known);
                    }
                    open.add(new ReservedLead(lead.callId(), lead.leadId(), promise));
                } else {
                    Instant opening = window.nextOpening(now, lead.zones()).orElse(now.plus(FAR));
                    closed.add(new Returned(lead.callId(), lead.leadId(), opening));
                }
            }
            store.giveBack(closed);
        }
        boolean exhausted = open.isEmpty() && !store.anyLeft(request.campaignId());
        // Not before: until here a try can fail, and what it reserved is then known to nobody.
        numbers.forEach(calls::put);
        facts.forEach(calls::put);
        floor.accept(new CampaignInput.LeadsReserved(request.campaignId(), open, exhausted));
    }
}
