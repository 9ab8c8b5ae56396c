package io.tactus.lab;

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
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.Tick;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.ReservedLead;
import io.tactus.pacing.PacingPolicy;
import io.tactus.sim.time.VirtualTimeScheduler;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Population;
import io.tactus.sim.world.PopulationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One shift of one campaign: a floor, its people and agents, from the first log-in to the end, as fast as the processor allows. */
final class LabRun {
    private static final long CAMPAIGN = 1;
    private static final String NODE = "lab";
    private static final long START_MICROS = 1_700_000_000_000_000L;
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration GATE = Duration.ofMillis(2);
    private static final Duration BRIDGE = Duration.ofMillis(7);
    private static final Duration HANG_UP = Duration.ofMillis(3);
    private static final Duration MESSAGE = Duration.ofSeconds(4);

    /** A customer's channel. */
    private static final class Channel {
        Party party = new Party.AgentPhone();
        long agentId;
        Found found = Found.RINGING;
    }

    private final Scenario scenario;
    private final VirtualTimeScheduler time = new VirtualTimeScheduler();
    private final Floor floor;
    private final List<Population> people = new ArrayList<>();
    private final SplittableRandom wrapUps;
    private final Map<Long, Channel> channels = new LinkedHashMap<>();
    private final Map<Long, Integer> legs = new LinkedHashMap<>();
    private final Measures measures;
    private long nextLead;

    private LabRun(Scenario scenario, PacingPolicy policy, long seed) {
        this.scenario = scenario;
        this.floor = Floor.pacedBy(DialMode.PREDICTIVE, policy);
        this.wrapUps = new SplittableRandom(seed);
        this.measures =
                new Measures(scenario.agents(), START_MICROS + scenario.warmUp().toNanos() / 1_000);
        for (double rate : scenario.answerRates()) {
            people.add(new Population(
                    seed,
                    PopulationSettings.reference(rate)
                            .withTalkMean(scenario.talkMean())
                            .withHangupsLeft(0),
                    new NumberPlan()));
        }
    }

    /** Runs the scenario; the same seed meets the same people in the same order. */
    static RunResult run(Scenario scenario, PacingPolicy policy, long seed) {
        LabRun run = new LabRun(scenario, policy, seed);
        run.begin();
        run.time.runFor(scenario.length());
        return run.measures.result(run.nowMicros());
    }

    private long nowMicros() {
        return START_MICROS + time.nowNanos() / 1_000;
    }

    private void begin() {
        tell(new NetworkInput.TrunkConfigured("carrier", NODE, 1_000_000, 1_000_000));
        tell(new NetworkInput.Snapshot(NODE, nowMicros(), List.of(), List.of()));
        tell(new CampaignInput.Configured(CAMPAIGN, settings()));
        tell(new CampaignInput.AbandonmentCounted(
                CAMPAIGN, 0, 0, START_MICROS + scenario.length().toNanos() / 1_000));
        for (long agent = 1; agent <= scenario.agents(); agent++) {
            tell(new AgentInput.LoggedIn(agent, List.of(CAMPAIGN), NODE, false));
            tell(new AgentInput.WantsReady(agent));
        }
        tell(new CampaignInput.Commanded(CAMPAIGN, CampaignInput.Command.START));
        tick();
    }

    private void tick() {
        tell(new Tick());
        time.after(TICK, this::tick);
    }

    private CampaignSettings settings() {
        return new CampaignSettings(
                DialMode.PREDICTIVE,
                1,
                1,
                scenario.cap(),
                (int) scenario.ringTimeout().toMillis(),
                2_000,
                false,
                MachineAction.HANG_UP,
                OverflowAction.MESSAGE,
                0,
                0,
                false,
                (int) scenario.releaseRung().toMillis(),
                100_000);
    }

    private void tell(Input input) {
        floor.apply(nowMicros(), input, this::obey);
        wakeUp();
    }

    private long alarmMicros = Long.MAX_VALUE;

    /** The floor's own deadlines are met to the microsecond, as the shell does within milliseconds. */
    private void wakeUp() {
        long due = floor.nextDeadlineMicros();
        if (due < alarmMicros && due > nowMicros()) {
            alarmMicros = due;
            time.after(Duration.ofNanos((due - nowMicros()) * 1_000), () -> {
                if (alarmMicros <= nowMicros()) {
                    alarmMicros = Long.MAX_VALUE;
                    tell(new Tick());
                }
            });
        }
    }

    private void later(Duration delay, Input input) {
        time.after(delay, () -> tell(input));
    }

    private void obey(Effect effect) {
        measures.see(effect, nowMicros());
        switch (effect) {
            case TelephonyEffect telephony -> obey(telephony);
            case StoreEffect.RequestLeads request -> later(GATE, leads(request.count()));
            case StoreEffect.RunGate gate -> later(GATE, new CallInput.GatePassed(gate.callId()));
            case StoreEffect.AgentChanged changed -> agentChanged(changed);
            case StoreEffect other -> {
                // Written by nobody here.
            }
            case NewsEffect.Anomaly anomaly -> {
                if (anomaly.what().startsWith("DEFECT")) {
                    throw new IllegalStateException(anomaly.what());
                }
            }
            case NewsEffect news -> {
                // Shown to nobody here.
            }
        }
    }

    private CampaignInput leads(int count) {
        List<ReservedLead> leads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            nextLead++;
            leads.add(new ReservedLead(nextLead, nextLead, 0));
        }
        return new CampaignInput.LeadsReserved(CAMPAIGN, leads, false);
    }

    private void agentChanged(StoreEffect.AgentChanged changed) {
        if (changed.state() == io.tactus.floor.model.AgentState.WRAP_UP) {
            later(wrapUp(), new AgentInput.Disposed(changed.agentId(), changed.callId(), "DONE"));
        }
    }

    private Duration wrapUp() {
        double variance = Math.log1p(scenario.wrapUpVariation() * scenario.wrapUpVariation());
        double mean = scenario.wrapUpMean().toMillis();
        double millis = mean * Math.exp(Math.sqrt(variance) * wrapUps.nextGaussian() - variance / 2);
        return Duration.ofNanos((long) (millis * 1e6));
    }

    private void obey(TelephonyEffect effect) {
        switch (effect) {
            case TelephonyEffect.Originate originate -> dial(originate);
            case TelephonyEffect.Bridge bridge -> time.after(BRIDGE, () -> bridge(bridge));
            case TelephonyEffect.Play play -> later(MESSAGE, new CallInput.PromptFinished(play.callId(), true));
            case TelephonyEffect.RecordVoicemail voicemail ->
                throw new IllegalStateException("the lab's campaigns have no voicemail box");
            case TelephonyEffect.HangUp hangUp -> time.after(HANG_UP, () -> end(hangUp.callId(), 16));
            case TelephonyEffect.ConnectLeg connect -> {
                legs.put(connect.agentId(), connect.leg());
                later(BRIDGE, new AgentInput.LegParked(connect.agentId(), connect.leg()));
            }
            case TelephonyEffect.DropLeg drop -> {
                legs.remove(drop.agentId());
                later(HANG_UP, new AgentInput.LegEnded(drop.agentId(), drop.leg(), 16));
            }
            case TelephonyEffect.ReadChannels read -> {
                long asked = nowMicros();
                time.after(HANG_UP, () -> tell(channels(asked)));
            }
        }
    }

    private void dial(TelephonyEffect.Originate originate) {
        long id = originate.callId();
        Channel channel = new Channel();
        channels.put(id, channel);
        Duration timeout = Duration.ofMillis(originate.ringTimeoutMillis());
        switch (population().fateOf(Long.toString(id))) {
            case Fate.Refused refused ->
                time.after(refused.after(), () -> end(id, refused.refusal().hangupCause()));
            case Fate.RingsOut ringsOut -> {
                later(ringsOut.ringsAfter(), new CallInput.Ringing(id));
                time.after(timeout, () -> end(id, 0));
            }
            case Fate.Answered answered -> {
                later(answered.ringsAfter(), new CallInput.Ringing(id));
                if (answered.answersAfter().compareTo(timeout) >= 0) {
                    time.after(timeout, () -> end(id, 0));
                } else {
                    channel.party = answered.party();
                    time.after(answered.answersAfter(), () -> answer(id, channel));
                }
            }
        }
    }

    private NetworkInput.Snapshot channels(long asked) {
        List<NetworkInput.CallChannel> calls = new ArrayList<>();
        Map<Long, Long> callOf = new HashMap<>();
        channels.forEach((id, channel) -> {
            calls.add(new NetworkInput.CallChannel(id, channel.found, channel.agentId));
            callOf.put(channel.agentId, id);
        });
        List<NetworkInput.LegChannel> parked = new ArrayList<>();
        legs.forEach((agent, leg) -> {
            long call = callOf.getOrDefault(agent, 0L);
            parked.add(new NetworkInput.LegChannel(agent, leg, call == 0 ? Found.PARKED : Found.BRIDGED, call));
        });
        return new NetworkInput.Snapshot(NODE, asked, calls, parked);
    }

    private Population population() {
        int parts = people.size();
        int part = (int) (time.nowNanos() * parts / scenario.length().toNanos());
        return people.get(Math.min(parts - 1, part));
    }

    /** A machine is recognised by the network at once and takes nobody's time, as in the published comparisons. */
    private void answer(long id, Channel channel) {
        if (channels.get(id) != channel) {
            return;
        }
        if (channel.party instanceof Party.Person) {
            channel.found = Found.PARKED;
            tell(new CallInput.Answered(id));
            tell(new CallInput.Parked(id));
        } else {
            end(id, 16);
        }
    }

    private void bridge(TelephonyEffect.Bridge bridge) {
        Channel channel = channels.get(bridge.callId());
        if (channel == null || !(channel.party instanceof Party.Person person)) {
            throw new IllegalStateException("call " + bridge.callId() + " is bridged and has nobody on it");
        }
        channel.agentId = bridge.agentId();
        channel.found = Found.BRIDGED;
        tell(new CallInput.Bridged(bridge.callId(), bridge.agentId()));
        time.after(person.talk(), () -> end(bridge.callId(), 16));
    }

    private void end(long id, int cause) {
        Channel channel = channels.remove(id);
        if (channel == null) {
            return;
        }
        tell(new CallInput.Ended(id, cause));
        if (channel.agentId != 0) {
            tell(new AgentInput.LegParked(channel.agentId, legs.getOrDefault(channel.agentId, 0)));
        }
    }
}
