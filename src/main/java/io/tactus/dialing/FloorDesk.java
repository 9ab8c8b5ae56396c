package io.tactus.dialing;

import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.floor.Floor;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Trunk;
import io.tactus.platform.EngineClock;
import io.tactus.platform.TactusConfig;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.NodeStatus;
import io.tactus.telephony.Telephony;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;

/** Carries the wishes of people and schedules to the floor, after reading from the database what the floor must know for them. */
@ApplicationScoped
class FloorDesk implements FloorCommands {
    private static final String MARK_STARTED =
            "update campaign set started_at = coalesce(started_at, ?) where id = ? returning id";
    private static final String ASSIGNMENTS = """
            select s.agent_id, coalesce(array_agg(ca.campaign_id order by ca.campaign_id)
                                          filter (where ca.campaign_id is not null), '{}')
            from agent_session s left join campaign_agent ca on ca.agent_id = s.agent_id
            where s.ended_at is null group by s.agent_id
            """;
    private static final String LISTED = """
            select l.campaign_id, l.reservation
            from lead l join lead_phone p on p.lead_id = l.id and p.position = l.phone_index
            where l.state = 'RESERVED' and exists (
              select from dnc_entry d
              where d.number = p.number and (d.campaign_id is null or d.campaign_id = l.campaign_id))
            """;

    private final DialingService dialing;
    private final Telephony telephony;
    private final TactusConfig config;
    private final EngineClock clock;
    private final DataSource dataSource;
    private final AgentBook agents;

    FloorDesk(
            DialingService dialing,
            Telephony telephony,
            TactusConfig config,
            EngineClock clock,
            DataSource dataSource) {
        this.dialing = dialing;
        this.telephony = telephony;
        this.config = config;
        this.clock = clock;
        this.dataSource = dataSource;
        this.agents = new AgentBook(dataSource);
    }

    @Override
    public CompletableFuture<CommandResult> command(Input input) {
        return dialing.floor().command(input);
    }

    @Override
    public CompletableFuture<CommandResult> logIn(long agentId) {
        return withDatabase(() -> {
            Optional<AgentBook.Entry> agent = agents.find(agentId);
            if (agent.isEmpty()) {
                return refused("user " + agentId + " is not an agent: an agent needs a phone");
            }
            AgentPhone phone = agent.get().phone();
            Optional<String> node = phone.outside()
                    ? nodeOf(phone.trunk())
                    : boundOrLeastLoaded(agent.get().node());
            if (node.isEmpty()) {
                return refused(
                        phone.outside()
                                ? "the trunk " + phone.trunk() + " of your mobile phone is not configured any more"
                                : "no telephony node is configured: see tactus.nodes in the operations guide");
            }
            agents.openSession(agentId, node.get(), clock.instant());
            dialing.life().router().phone(agentId, phone);
            return command(new AgentInput.LoggedIn(
                    agentId,
                    dialing.life().campaigns().campaignsOf(agentId),
                    node.get(),
                    agent.get().onDemand(),
                    agent.get().comesBack(),
                    phone.trunk()));
        });
    }

    private Optional<String> nodeOf(String trunk) {
        return config.nodes().entrySet().stream()
                .filter(node -> node.getValue().trunks().containsKey(trunk))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<String> boundOrLeastLoaded(String bound) throws SQLException {
        return bound.isEmpty() ? leastLoadedNode() : Optional.of(bound);
    }

    /** The node with the fewest open sessions; nodes whose link works come first. */
    private Optional<String> leastLoadedNode() throws SQLException {
        Map<String, Long> load = new HashMap<>();
        config.nodes().keySet().forEach(node -> load.put(node, 0L));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select node, count(*) from agent_session where ended_at is null group by node");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                load.replace(rows.getString(1), rows.getLong(2));
            }
        }
        Set<String> down = new HashSet<>();
        for (NodeStatus status : dialing.nodes()) {
            if (!status.up()) {
                down.add(status.node());
            }
        }
        return load.keySet().stream()
                .min(Comparator.<String, Boolean>comparing(down::contains)
                        .thenComparing(load::get)
                        .thenComparing(Comparator.naturalOrder()));
    }

    @Override
    public CompletableFuture<CommandResult> dialByHand(long agentId, long campaignId, long leadId) {
        return withDatabase(() -> {
            DialingService.Life life = dialing.life();
            Optional<Reserved> reserved;
            try {
                reserved = life.store().reserveOne(campaignId, leadId, life.lease(), clock.instant());
            } catch (SQLException e) {
                life.hopper().doubt(campaignId);
                throw e;
            }
            if (reserved.isEmpty()) {
                return refused(
                        "lead " + leadId + " is on its way already, or does not belong to campaign " + campaignId);
            }
            life.calls().put(reserved.get().callId(), reserved.get().number());
            return command(new AgentInput.DialsByHand(
                    agentId, campaignId, reserved.get().callId(), leadId));
        });
    }

    @Override
    public CompletableFuture<CommandResult> transferOutside(long agentId, String number) {
        return withCall(agentId, false, talk -> {
            dialing.life().calls().putOutside(talk.callId(), number);
            return command(new AgentInput.TransfersOutside(agentId, talk.callId()));
        });
    }

    @Override
    public CompletableFuture<CommandResult> callOutside(long agentId, String number) {
        return dialing.floor().look(floor -> trunkFor(floor, agentId)).thenCompose(trunk -> {
            trunk.ifPresent(name -> dialing.life().router().guest(agentId, AgentPhone.guest(name, number)));
            return command(new AgentInput.CallsOutside(agentId, trunk.orElse("")));
        });
    }

    /** The trunk of the agent's node with the most room, unless the agent calls somebody already. */
    private static Optional<String> trunkFor(Floor floor, long agentId) {
        if (floor.agents().stream().anyMatch(agent -> agent.guest() && agent.hostId() == agentId)) {
            return Optional.empty();
        }
        Optional<String> node = floor.agents().stream()
                .filter(agent -> agent.id == agentId)
                .findFirst()
                .map(agent -> agent.node);
        return floor.trunks().stream()
                .filter(trunk -> node.filter(trunk.node::equals).isPresent() && trunk.spare() > 0)
                .max(Comparator.comparingInt(Trunk::spare))
                .map(trunk -> trunk.name);
    }

    @Override
    public String numberOfGuest(long agentId) {
        return dialing.life().router().numberOfGuest(agentId);
    }

    @Override
    public CompletableFuture<CommandResult> sendDigits(long agentId, String digits) {
        return withCall(agentId, true, talk -> {
            telephony.sendDigits(talk.callId(), talk.node(), digits);
            return CompletableFuture.completedFuture(CommandResult.DONE);
        });
    }

    private record PresentTalk(long callId, String node) {}

    /** Does something with the customer whom the agent has now. @param hears whether the customer must not be on hold */
    private CompletableFuture<CommandResult> withCall(
            long agentId, boolean hears, Function<PresentTalk, CompletableFuture<CommandResult>> deed) {
        return dialing.floor()
                .look(floor -> floor.openCalls().stream()
                        .filter(call -> call.agentId == agentId)
                        .filter(call -> hears
                                ? call.stage() == CallStage.CONNECTED
                                : call.stage().talk())
                        .findFirst()
                        .map(call -> new PresentTalk(call.id, call.node)))
                .thenCompose(talk -> talk.map(deed).orElseGet(() -> refused("there is no customer on the line")));
    }

    @Override
    public CompletableFuture<CommandResult> startCampaign(long campaignId) {
        return withDatabase(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(MARK_STARTED)) {
                statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                statement.setLong(2, campaignId);
                if (!statement.executeQuery().next()) {
                    return refused("campaign " + campaignId + " does not exist");
                }
            }
            tell(campaignId);
            return command(new CampaignInput.Commanded(campaignId, CampaignInput.Command.START));
        });
    }

    @Override
    public void campaignChanged(long campaignId) {
        try {
            tell(campaignId);
        } catch (SQLException e) {
            throw new IllegalStateException("campaign " + campaignId + " could not be read again", e);
        }
    }

    private void tell(long campaignId) throws SQLException {
        DialingService.Life life = dialing.life();
        Optional<CampaignBook.Entry> campaign = life.campaigns().reload(campaignId);
        if (campaign.isPresent()) {
            life.floor()
                    .put(new CampaignInput.Configured(campaignId, campaign.get().settings()));
            life.periods().countOnce(campaign.get());
        }
    }

    @Override
    public void assignmentsChanged() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ASSIGNMENTS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Long[] campaigns = (Long[]) rows.getArray(2).getArray();
                dialing.floor().put(new AgentInput.CampaignsAssigned(rows.getLong(1), List.of(campaigns)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the agents' campaigns could not be read again", e);
        }
    }

    @Override
    public void leadWithdrawn(long campaignId, long callId) {
        if (dialing.running()) {
            dialing.floor().put(new CampaignInput.LeadWithdrawn(campaignId, callId));
        }
    }

    @Override
    public void doNotCallChanged() {
        if (!dialing.running()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LISTED);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                leadWithdrawn(rows.getLong(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the do-not-call list could not be read again", e);
        }
    }

    private interface Question {
        CompletableFuture<CommandResult> ask() throws SQLException;
    }

    private static CompletableFuture<CommandResult> withDatabase(Question question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("the database does not answer: " + e.getMessage(), e));
        }
    }

    private static CompletableFuture<CommandResult> refused(String why) {
        return CompletableFuture.completedFuture(new CommandResult(why));
    }
}
