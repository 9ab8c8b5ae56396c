package io.tactus.floor;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Node;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.ReservedLead;
import io.tactus.floor.model.Trunk;
import io.tactus.pacing.AgentsDial;
import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.PowerPolicy;
import io.tactus.pacing.ProgressivePolicy;
import io.tactus.pacing.predictive.PredictivePolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Launches calls: asks the pacing policy of each campaign that changed, keeps the hoppers filled, and obeys the trunks' limits. */
final class Dialler {
    private static final int SMALLEST_HOPPER = 20;
    private static final int LARGEST_HOPPER = 2_000;

    private final FloorState state;
    private final CallFlow calls;
    private final AgentFlow agents;
    private final CampaignFlow campaigns;
    private final Map<DialMode, PacingPolicy> policies;
    private final Shadows shadows;

    Dialler(
            FloorState state,
            CallFlow calls,
            AgentFlow agents,
            CampaignFlow campaigns,
            Map<DialMode, PacingPolicy> policies) {
        this.policies = policies;
        this.state = state;
        this.shadows = new Shadows(state);
        this.calls = calls;
        this.agents = agents;
        this.campaigns = campaigns;
    }

    /** The policies that the product offers, by mode. */
    static Map<DialMode, PacingPolicy> policies() {
        return new EnumMap<>(Map.of(
                DialMode.INBOUND, new AgentsDial(),
                DialMode.MANUAL, new AgentsDial(),
                DialMode.PREVIEW, new AgentsDial(),
                DialMode.PROGRESSIVE, new ProgressivePolicy(),
                DialMode.POWER, new PowerPolicy(),
                DialMode.PREDICTIVE, new PredictivePolicy()));
    }

    /** Paces every campaign that changed since the last time. */
    void paceDirty() {
        while (!state.dirty.isEmpty()) {
            Campaign campaign = state.dirty.iterator().next();
            state.dirty.remove(campaign);
            campaigns.settle(campaign);
            if (campaign.state() == CampaignState.RUNNING) {
                pace(campaign);
            }
        }
    }

    private void pace(Campaign campaign) {
        if (state.blocked.isEmpty()) {
            for (Cell cell : campaign.cells()) {
                if (!state.nodeUp(cell.node)) {
                    continue;
                }
                if (campaign.settings.mode() == DialMode.PREVIEW) {
                    offerPreviews(campaign, cell);
                }
                launch(campaign, cell);
            }
        }
        refill(campaign);
    }

    private void launch(Campaign campaign, Cell cell) {
        PacingPolicy policy = policies.get(campaign.settings.mode());
        if (policy == null) {
            throw new IllegalStateException("no policy for " + campaign.settings.mode());
        }
        CellView view = new CellView(state, campaign, cell);
        PacingDecision decision = policy.decide(view);
        if (decision == PacingDecision.LATER) {
            return;
        }
        cell.lastDecisionMicros = state.now;
        int room = campaign.settings.maxCallsInFlight() - inFlight(campaign);
        shadows.ask(campaign, cell, decision, room);
        int allowed = Math.min(decision.launch(), room);
        int launched = 0;
        String limit = decision.reason().sentence();
        while (launched < allowed) {
            if (campaign.hopper.isEmpty()) {
                limit = "the hopper is empty";
                break;
            }
            Trunk trunk = freeTrunk(state, cell.node);
            if (trunk == null) {
                limit = trunkLimit(cell.node);
                break;
            }
            dial(campaign, cell, nextLead(campaign, launched < decision.aimed()), trunk);
            launched++;
        }
        int released = decision.releaseRung() ? releaseRung(campaign, cell) : 0;
        boolean told = launched > 0 || released > 0 || !limit.equals(cell.lastReason);
        if (told || shadows.hasNews(campaign, cell)) {
            cell.lastReason = limit;
            state.emit(new NewsEffect.Paced(
                    campaign.id,
                    cell.node,
                    launched,
                    released,
                    limit,
                    cell.free(),
                    cell.inFlight.size(),
                    cell.unserved.size(),
                    campaign.liveAnswers,
                    campaign.abandoned,
                    decision.why(),
                    shadows.report(campaign, cell),
                    state.now));
        }
    }

    private String trunkLimit(String nodeName) {
        boolean failing = state.node(nodeName).trunks.values().stream().anyMatch(Trunk::failing);
        return failing
                ? "the carrier refuses every call: one is tried now and then"
                : "the trunks allow no more calls now";
    }

    private static ReservedLead nextLead(Campaign campaign, boolean aimed) {
        return campaign.settings.choosesLeads() ? campaign.hopper.choose(aimed) : campaign.hopper.next();
    }

    /** Gives up the calls that have rung for the least lawful time: nobody could take them. Answers how many. */
    private int releaseRung(Campaign campaign, Cell cell) {
        int released = 0;
        long rungSince = state.now - campaign.settings.means().releaseRungMillis() * FloorState.MILLI;
        for (Call call : new ArrayList<>(cell.inFlight.values())) {
            if (call.stage() == CallStage.RINGING && call.ringingMicros <= rungSince) {
                Learning.fromRelease(call, campaign, state.now);
                calls.end.hangUp(call, Outcome.NO_ANSWER, "given up while ringing: no agent would have been free");
                released++;
            }
        }
        return released;
    }

    private static int inFlight(Campaign campaign) {
        int inFlight = 0;
        for (Cell cell : campaign.cells()) {
            inFlight += cell.inFlight.size();
        }
        return inFlight;
    }

    private void dial(Campaign campaign, Cell cell, ReservedLead lead, Trunk trunk) {
        Call call = new Call(
                lead.callId(),
                campaign.id,
                lead.leadId(),
                cell.node,
                trunk.name,
                lead.answerProbability(),
                0,
                state.now);
        call.gateAsked = true;
        calls.open(call);
        state.emit(new StoreEffect.RunGate(call.id, campaign.id, call.leadId, 0, trunk.name));
    }

    /** Takes a line of the trunk with the most free ones; null when every trunk is at a limit. */
    static @Nullable Trunk freeTrunk(FloorState state, String nodeName) {
        Node node = state.node(nodeName);
        List<Trunk> byRoom = new ArrayList<>(node.trunks.values());
        byRoom.sort((a, b) -> Integer.compare(b.spare(), a.spare()));
        for (Trunk trunk : byRoom) {
            if (trunk.tryAcquire(state.now)) {
                return trunk;
            }
        }
        return null;
    }

    private void offerPreviews(Campaign campaign, Cell cell) {
        for (Agent agent : new ArrayList<>(cell.ready)) {
            if (campaign.hopper.isEmpty()) {
                return;
            }
            if (!agent.leaving) {
                agents.dialling().offer(agent, campaign, campaign.hopper.next());
            }
        }
    }

    private void refill(Campaign campaign) {
        if (campaign.leadsRequested
                || campaign.exhausted
                || campaign.settings.mode() == DialMode.MANUAL
                || campaign.settings.mode() == DialMode.INBOUND
                || state.now < campaign.nextRequestMicros) {
            return;
        }
        double serving = 0;
        for (Cell cell : campaign.cells()) {
            serving += cell.serving.size();
        }
        double lines = campaign.settings.mode() == DialMode.PREDICTIVE
                ? Math.min(20, 1.5 / campaign.forecast.answers.chance(0))
                : campaign.settings.linesPerAgent();
        double choice = campaign.settings.choosesLeads() ? 2 : 1;
        int target = (int) Math.clamp(2 * choice * serving * lines, SMALLEST_HOPPER, LARGEST_HOPPER);
        if (campaign.hopper.size() <= target / 2) {
            campaign.leadsRequested = true;
            state.emit(new StoreEffect.RequestLeads(campaign.id, target - campaign.hopper.size()));
        }
    }
}
