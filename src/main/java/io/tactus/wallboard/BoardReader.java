package io.tactus.wallboard;

import io.tactus.dialing.DialingService;
import io.tactus.dialing.EffectListener;
import io.tactus.floor.Floor;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import io.tactus.platform.EngineClock;
import io.tactus.platform.TactusConfig;
import io.tactus.wallboard.Board.AgentRow;
import io.tactus.wallboard.Board.CallRow;
import io.tactus.wallboard.Board.CampaignRow;
import io.tactus.wallboard.Board.NodeRow;
import io.tactus.wallboard.Board.TrunkRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** Takes pictures of the floor. */
@ApplicationScoped
class BoardReader implements EffectListener {
    /** Calls shown at most; the counts say how many there are. */
    private static final int CALLS_SHOWN = 300;

    private static final long MILLI = 1_000;
    private static final long LONGEST_MICROS = 60_000_000;

    /** Figures of one campaign that the floor itself does not keep; touched on the floor's thread only. */
    private static final class Figures {
        final Map<String, Long> outcomes = new TreeMap<>();
        final Histogram answerToAgent = new Histogram(LONGEST_MICROS, 2);
        final RecentPacing recent = new RecentPacing();
        String pacing = "";
    }

    private final DialingService dialing;
    private final TactusConfig config;
    private final EngineClock clock;
    private final Names names;
    private final Map<Long, Figures> figures = new HashMap<>();

    BoardReader(DialingService dialing, TactusConfig config, EngineClock clock, Names names) {
        this.dialing = dialing;
        this.config = config;
        this.clock = clock;
        this.names = names;
    }

    @Override
    public void on(Effect effect) {
        switch (effect) {
            case StoreEffect.CallEnded ended ->
                of(ended.campaignId()).outcomes.merge(ended.outcome().name(), 1L, Long::sum);
            case NewsEffect.Paced paced -> {
                Figures figure = of(paced.campaignId());
                figure.pacing =
                        paced.launched() > 0 ? paced.launched() + " launched: " + paced.reason() : paced.reason();
                figure.recent.see(paced, clock.monotonicNanos());
            }
            case StoreEffect.CallConnected call ->
                of(call.campaignId())
                        .answerToAgent
                        .recordValue(Math.clamp(call.atMicros() - call.answeredAtMicros(), 0, LONGEST_MICROS));
            default -> {
                // Not shown.
            }
        }
    }

    private Figures of(long campaignId) {
        return figures.computeIfAbsent(campaignId, id -> new Figures());
    }

    /** The floor now. */
    CompletableFuture<Board> read() {
        List<NodeRow> nodes = dialing.nodes().stream()
                .map(node -> new NodeRow(node.node(), node.up(), node.detail()))
                .toList();
        String blocked = dialing.blockedReason();
        return dialing.floor()
                .look(floor -> new Board(
                        config.simulated(),
                        clock.speed(),
                        clock.millis(),
                        blocked,
                        nodes,
                        trunks(floor),
                        campaigns(floor),
                        agents(floor),
                        calls(floor)));
    }

    private List<CampaignRow> campaigns(Floor floor) {
        List<CampaignRow> rows = new ArrayList<>();
        Map<Long, Integer> connected = new HashMap<>();
        for (Call call : floor.openCalls()) {
            if (call.connectedMicros > 0 && !call.waitsAgain()) {
                connected.merge(call.campaignId, 1, Integer::sum);
            }
        }
        for (Campaign campaign : floor.campaigns()) {
            int free = 0;
            int inFlight = 0;
            int unserved = 0;
            for (Cell cell : campaign.cells()) {
                free += cell.ready.size();
                inFlight += cell.inFlight.size();
                unserved += cell.unserved.size();
            }
            Figures figure = of(campaign.id);
            long answers = figure.answerToAgent.getTotalCount();
            rows.add(new CampaignRow(
                    campaign.id,
                    names.campaign(campaign.id),
                    campaign.settings.mode().name(),
                    campaign.state().name(),
                    campaign.hopper.size(),
                    free,
                    inFlight,
                    unserved,
                    connected.getOrDefault(campaign.id, 0),
                    campaign.liveAnswers,
                    campaign.abandoned,
                    campaign.settings.abandonmentCap(),
                    figure.pacing,
                    figure.recent.rows(),
                    figure.recent.shadow(campaign.settings.shadow().isPresent()),
                    Map.copyOf(figure.outcomes),
                    answers == 0 ? -1 : figure.answerToAgent.getValueAtPercentile(50) / 1_000.0 / clock.speed()));
        }
        return rows;
    }

    private static List<TrunkRow> trunks(Floor floor) {
        return floor.trunks().stream()
                .map(trunk -> new TrunkRow(
                        trunk.node, trunk.name, trunk.inUse() + trunk.spare(), trunk.inUse(), trunk.failing()))
                .toList();
    }

    private List<AgentRow> agents(Floor floor) {
        List<AgentRow> rows = new ArrayList<>();
        for (Agent agent : floor.agents()) {
            if (agent.guest()) {
                continue;
            }
            rows.add(new AgentRow(
                    agent.id,
                    names.agent(agent.id),
                    agent.state().name(),
                    agent.state() == AgentState.PAUSED ? agent.pauseCode : "",
                    agent.sinceMicros() / MILLI,
                    agent.aimedAt,
                    agent.callId,
                    agent.campaigns,
                    agent.monitors,
                    agent.monitors == 0 ? "" : agent.monitoring.name()));
        }
        return rows;
    }

    private static List<CallRow> calls(Floor floor) {
        List<CallRow> rows = new ArrayList<>();
        for (Call call : floor.openCalls()) {
            if (rows.size() >= CALLS_SHOWN) {
                break;
            }
            rows.add(new CallRow(
                    call.id, call.campaignId, call.stage().name(), call.sinceMicros() / MILLI, call.agentId));
        }
        return rows;
    }
}
