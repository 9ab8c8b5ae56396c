package io.tactus.dialing;

import io.tactus.dialing.store.MemoryStore;
import io.tactus.dialing.store.RecoveryStore;
import io.tactus.dialing.store.RecoveryStore.OpenSession;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.CampaignInput.Command;
import io.tactus.floor.input.NetworkInput;
import io.tactus.platform.EngineClock;
import io.tactus.platform.TactusConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Tells a new floor what was under way before: trunks, campaigns, agents, calls. What became of the calls is known when the telephony nodes'
 * channels are read: what they do not know is closed as interrupted.
 */
final class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class);

    private final RecoveryStore store;
    private final TactusConfig config;
    private final EngineClock clock;
    private final DialingService.Life life;
    private final AgentBook agents;
    private final MemoryStore memories;

    Recovery(DataSource dataSource, TactusConfig config, EngineClock clock, DialingService.Life life) {
        this.store = new RecoveryStore(dataSource);
        this.config = config;
        this.clock = clock;
        this.life = life;
        this.agents = new AgentBook(dataSource);
        this.memories = new MemoryStore(dataSource);
    }

    void run() throws SQLException {
        preparePartitions();
        int freed = store.freeReserved(life.lease().epoch());
        FloorRuntime floor = life.floor();
        for (Map.Entry<String, TactusConfig.Node> node : config.nodes().entrySet()) {
            for (Map.Entry<String, TactusConfig.Trunk> trunk :
                    node.getValue().trunks().entrySet()) {
                floor.put(new NetworkInput.TrunkConfigured(
                        trunk.getKey(),
                        node.getKey(),
                        trunk.getValue().lines(),
                        trunk.getValue().callsPerSecond()));
            }
        }
        List<CampaignBook.Entry> campaigns = life.campaigns().loadAll();
        for (CampaignBook.Entry campaign : campaigns) {
            floor.put(new CampaignInput.Configured(campaign.id(), campaign.settings()));
            life.periods().count(campaign);
            memories.find(campaign.id(), clock.instant(), Duration.ofDays(config.memoryDays()))
                    .ifPresent(memory -> floor.put(new CampaignInput.Remembered(campaign.id(), memory)));
        }
        List<NetworkInput.CallRestored> calls = store.openCalls();
        calls.forEach(floor::put);
        List<OpenSession> sessions = store.openSessions();
        for (OpenSession session : sessions) {
            agents.find(session.agentId()).ifPresent(agent -> life.router().phone(agent.id(), agent.endpoint()));
            floor.put(new AgentInput.LoggedIn(
                    session.agentId(),
                    life.campaigns().campaignsOf(session.agentId()),
                    session.node(),
                    session.onDemand()));
            if (session.working()) {
                floor.put(new AgentInput.WantsReady(session.agentId()));
            }
        }
        for (CampaignBook.Entry campaign : campaigns) {
            if (campaign.state().equals("running")) {
                floor.put(new CampaignInput.Commanded(campaign.id(), Command.START));
            } else if (campaign.state().equals("pausing")) {
                floor.put(new CampaignInput.Commanded(campaign.id(), Command.START));
                floor.put(new CampaignInput.Commanded(campaign.id(), Command.PAUSE));
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
