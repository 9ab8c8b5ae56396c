package io.tactus.floor.scenario;

import io.tactus.floor.Floor;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.Tick;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.ReservedLead;
import io.tactus.pacing.forecast.ForecastMemory;
import java.util.ArrayList;
import java.util.List;

/** A floor that is told what happens line by line; reads aloud. One node {@code n1} with one trunk, campaign 1 unless said otherwise. */
final class FloorScenario {
    static final long START = 1_800_000_000_000_000L;
    final Floor floor = new Floor();
    final List<Effect> effects = new ArrayList<>();
    private long now = START;
    private long nextLead = 1;

    FloorScenario() {
        tell(new NetworkInput.TrunkConfigured("t1", "n1", 1_000, 1_000));
        tell(new NetworkInput.Snapshot("n1", now, List.of(), List.of()));
    }

    static CampaignSettings settings(DialMode mode, OverflowAction overflow) {
        return new CampaignSettings(
                mode,
                1,
                2,
                0.03,
                20_000,
                2_000,
                false,
                MachineAction.HANG_UP,
                overflow,
                10_000,
                15_000,
                false,
                Means.NONE,
                100);
    }

    static CampaignSettings withDetection(MachineAction action) {
        return new CampaignSettings(
                DialMode.PROGRESSIVE,
                1,
                2,
                0.03,
                20_000,
                2_000,
                true,
                action,
                OverflowAction.MESSAGE,
                10_000,
                0,
                false,
                Means.NONE,
                100);
    }

    FloorScenario campaign(CampaignSettings settings) {
        return campaign(1, settings);
    }

    FloorScenario campaign(long id, CampaignSettings settings) {
        tell(new CampaignInput.Configured(id, settings));
        tell(new CampaignInput.Commanded(id, CampaignInput.Command.START));
        return this;
    }

    /** A campaign that has heard from agents that detection is hardly ever wrong about a machine. */
    FloorScenario trustingCampaign(MachineAction action) {
        ForecastMemory.Writer memory = new ForecastMemory.Writer();
        memory.exact("machines.persons", 2_000, 0);
        tell(new CampaignInput.Configured(1, withDetection(action)));
        tell(new CampaignInput.Remembered(1, memory.memory()));
        return tell(new CampaignInput.Commanded(1, CampaignInput.Command.START));
    }

    FloorScenario readyAgent(long id, Long... campaigns) {
        tell(new AgentInput.LoggedIn(id, List.of(campaigns), "n1", false));
        tell(new AgentInput.WantsReady(id));
        TelephonyEffect.ConnectLeg leg = last(TelephonyEffect.ConnectLeg.class);
        tell(new AgentInput.LegParked(id, leg.leg()));
        return this;
    }

    Agent agent(long id) {
        return floor.agents().stream()
                .filter(agent -> agent.id == id)
                .findFirst()
                .orElseThrow();
    }

    /** The agent's leg parks. */
    FloorScenario parks(long agentId) {
        return tell(new AgentInput.LegParked(agentId, legOf(agentId)));
    }

    /** Why the last command was refused. */
    String refusal() {
        return last(NewsEffect.Refused.class).reason();
    }

    FloorScenario leads(long campaign, int count) {
        List<ReservedLead> leads = new ArrayList<>();
        for (int i = 0; i < count; i++, nextLead++) {
            leads.add(new ReservedLead(nextLead, 100 + nextLead, 0.3));
        }
        return tell(new CampaignInput.LeadsReserved(campaign, leads, false));
    }

    FloorScenario dialled(long call) {
        return tell(new CallInput.GatePassed(call)).tell(new CallInput.Ringing(call));
    }

    FloorScenario answered(long call) {
        return tell(new CallInput.Answered(call)).tell(new CallInput.Parked(call));
    }

    FloorScenario talking(long call, long agent) {
        return dialled(call).answered(call).tell(new CallInput.Bridged(call, agent));
    }

    FloorScenario tell(Input input) {
        floor.apply(now, input, effects::add);
        return this;
    }

    FloorScenario after(double seconds) {
        long end = now + (long) (seconds * 1_000_000);
        while (now < end) {
            now = Math.min(end, Math.min(now + 250_000, Math.max(now + 1, floor.nextDeadlineMicros())));
            tell(new Tick());
        }
        return this;
    }

    long now() {
        return now;
    }

    int legOf(long agent) {
        return floor.agents().stream().filter(a -> a.id == agent).findFirst().orElseThrow().legNumber;
    }

    String stateOf(long agent) {
        return floor.agents().stream()
                .filter(a -> a.id == agent)
                .map(a -> a.state().name())
                .findFirst()
                .orElse("LOGGED_OUT");
    }

    double missedPersons(long campaign) {
        return floor.campaigns().stream()
                .filter(c -> c.id == campaign)
                .findFirst()
                .orElseThrow()
                .missedPersons();
    }

    <T extends Effect> List<T> all(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends Effect> T last(Class<T> kind) {
        return all(kind).getLast();
    }

    StoreEffect.CallEnded end(long call) {
        return all(StoreEffect.CallEnded.class).stream()
                .filter(e -> e.callId() == call)
                .findFirst()
                .orElseThrow();
    }
}
