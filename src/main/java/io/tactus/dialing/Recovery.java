package io.tactus.dialing;

import io.tactus.dialing.store.DialingStore;
import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.RecoveryStore.OpenSession;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.CampaignInput.Command;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import io.tactus.pacing.forecast.ForecastMemory;
import io.tactus.platform.EngineClock;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Tells a new floor what was under way before: trunks, campaigns, agents, calls. What became of the calls is known when the telephony nodes'
 * channels are read: what they do not know is closed as interrupted.
 */
final class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class);

    /** Finds an agent's phone. */
    interface Phones {
        Optional<AgentBook.Entry> find(long agentId) throws SQLException;
    }

    /** Finds what a campaign had learnt. */
    interface Memories {
        Optional<ForecastMemory> find(long campaignId) throws SQLException;
    }

    private final DialingStore store;
    private final Phones phones;
    private final Memories memories;
    private final List<NetworkInput.TrunkConfigured> trunks;
    private final EngineClock clock;
    private final Lease lease;
    private final Consumer<Input> floor;
    private final CampaignBook campaigns;
    private final MeasuringPeriods periods;
    private final EffectRouter router;

    Recovery(
            DialingStore store,
            Phones phones,
            Memories memories,
            List<NetworkInput.TrunkConfigured> trunks,
            EngineClock clock,
            Lease lease,
            Consumer<Input> floor,
            CampaignBook campaigns,
            MeasuringPeriods periods,
            EffectRouter router) {
        this.store = store;
        this.phones = phones;
        this.memories = memories;
        this.trunks = trunks;
        this.clock = clock;
        this.lease = lease;
        this.floor = floor;
        this.campaigns = campaigns;
        this.periods = periods;
        this.router = router;
    }

    void run() throws SQLException {
        preparePartitions();
        int freed = store.freeReserved(lease.epoch());
        trunks.forEach(floor);
        List<CampaignBook.Entry> known = campaigns.loadAll();
        for (CampaignBook.Entry campaign : known) {
            floor.accept(new CampaignInput.Configured(campaign.id(), campaign.settings()));
            periods.count(campaign);
            memories.find(campaign.id())
                    .ifPresent(memory -> floor.accept(new CampaignInput.Remembered(campaign.id(), memory)));
        }
        List<NetworkInput.CallRestored> calls = store.openCalls();
        calls.forEach(floor);
        List<OpenSession> sessions = store.openSessions();
        for (OpenSession session : sessions) {
            Optional<AgentBook.Entry> phone = phones.find(session.agentId());
            phone.ifPresent(agent -> router.phone(agent.id(), agent.phone()));
            boolean comesBack = phone.filter(AgentBook.Entry::comesBack).isPresent();
            floor.accept(new AgentInput.LoggedIn(
                    session.agentId(),
                    campaigns.campaignsOf(session.agentId()),
                    session.node(),
                    phone.filter(AgentBook.Entry::onDemand).isPresent(),
                    comesBack,
                    phone.map(agent -> agent.phone().trunk()).orElse("")));
            if (session.working()) {
                floor.accept(new AgentInput.WantsReady(session.agentId()));
            }
        }
        for (CampaignBook.Entry campaign : known) {
            if (campaign.state().equals("running")) {
                floor.accept(new CampaignInput.Commanded(campaign.id(), Command.START));
            } else if (campaign.state().equals("pausing")) {
                floor.accept(new CampaignInput.Commanded(campaign.id(), Command.START));
                floor.accept(new CampaignInput.Commanded(campaign.id(), Command.PAUSE));
            }
        }
        if (freed + calls.size() + sessions.size() > 0) {
            LOG.infof(
                    "Recovered: %d reserved leads freed, %d calls to be looked for, %d agents at work",
                    freed, calls.size(), sessions.size());
        }
    }

    /** Without the month's own partition, attempts go into the default one: slower in years, but nothing is lost. */
    private void preparePartitions() {
        try {
            store.preparePartitions(clock.instant());
        } catch (SQLException e) {
            LOG.warnf(
                    "Attempts of this month go into the default partition, since a partition of their own cannot be made: %s",
                    e.getMessage());
        }
    }
}
