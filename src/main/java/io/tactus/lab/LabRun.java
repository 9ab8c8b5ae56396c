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
import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.ReservedLead;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.ProgressivePolicy;
import io.tactus.sim.time.VirtualTimeScheduler;
import io.tactus.sim.world.Detection;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.Party;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One run of a scenario: a floor, its people and agents, from the first log-in to the end, as fast as the processor allows. */
final class LabRun {
    private static final String NODE = Cast.NODE;
    /** When every run begins; of no meaning. */
    static final long START_MICROS = 1_700_000_000_000_000L;

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration GATE = Duration.ofMillis(2);
    private static final Duration BRIDGE = Duration.ofMillis(7);
    private static final Duration HANG_UP = Duration.ofMillis(3);
    private static final Duration MESSAGE = Duration.ofSeconds(4);
    /** How long an agent needs to know a machine. */
    private static final Duration LISTENS = Duration.ofSeconds(6);

    /** How long an agent takes for the disposition of a machine. */
    private static final Duration DISPOSES = Duration.ofSeconds(2);

    private static final Duration REFUSED_AFTER = Duration.ofSeconds(1);
    private static final int CONGESTION = 42;
    private static final int NORMAL = 16;

    /** A customer's channel. */
    private static final class Channel {
        final int campaign;
        Party party = new Party.AgentPhone();
        long agentId;
        Found found = Found.RINGING;
        /** How long a caller talks; null for those who are called. */
        @Nullable
        Duration calls;

        Channel(int campaign) {
            this.campaign = campaign;
        }
    }

    private final Scenario scenario;
    private final VirtualTimeScheduler time = new VirtualTimeScheduler();
    private final DialMode mode;
    private final Floor floor;
    private final List<People> crowds;
    private final Roster shift;
    private final Map<Long, Channel> channels = new LinkedHashMap<>();
    private final Map<Long, Integer> legs = new LinkedHashMap<>();
    private final Measures measures;
    private final ObjLongConsumer<Effect> watcher;
    private final Inflow inflow;
    private long nextLead;
    /** Whose end the floor was told last. */
    private Channel ending = new Channel(0);

    private LabRun(Scenario scenario, PacingPolicy policy, Cast cast, long seed, ObjLongConsumer<Effect> watcher) {
        this.scenario = scenario;
        this.watcher = watcher;
        this.mode = policy instanceof ProgressivePolicy ? DialMode.PROGRESSIVE : DialMode.PREDICTIVE;
        this.floor = Floor.pacedBy(mode, policy);
        this.crowds = cast.people();
        int queues = scenario.callers().any() ? 1 : 0;
        List<Long> campaigns =
                LongStream.rangeClosed(1, crowds.size() + queues).boxed().toList();
        this.shift = cast.roster(campaigns, time, this::tell, this::unplug);
        this.inflow = new Inflow(scenario, seed, time, this::callsIn);
        this.measures = new Measures(
                scenario.agents().count(),
                crowds.size(),
                START_MICROS + micros(scenario.warmUpHours()),
                new Trajectory(START_MICROS, micros(scenario.hours())));
    }

    /** Runs the scenario; the same seed meets the same people. */
    static RunResult run(Scenario scenario, PacingPolicy policy, long seed) {
        return run(scenario, policy, Cast.drawn(scenario, seed), seed, (effect, micros) -> {});
    }

    /** Runs the scenario with this cast. @param seed of the callers @param watcher is shown every effect with its time */
    static RunResult run(
            Scenario scenario, PacingPolicy policy, Cast cast, long seed, ObjLongConsumer<Effect> watcher) {
        LabRun run = new LabRun(scenario, policy, cast, seed, watcher);
        run.begin();
        run.time.runFor(Duration.ofNanos(micros(scenario.hours()) * 1_000));
        return run.measures.result(run.nowMicros());
    }

    private static long micros(double hours) {
        return (long) (hours * 3.6e9);
    }

    private long nowMicros() {
        return START_MICROS + time.nowNanos() / 1_000;
    }

    private void begin() {
        tell(new NetworkInput.TrunkConfigured("carrier", NODE, 1_000_000, 1_000_000));
        tell(new NetworkInput.Snapshot(NODE, nowMicros(), List.of(), List.of()));
        for (int i = 0; i < crowds.size(); i++) {
            long campaign = i + 1;
            tell(new CampaignInput.Configured(
                    campaign, settings(scenario.campaigns().get(i))));
            tell(new CampaignInput.AbandonmentCounted(
                    campaign, AbandonmentCounts.NONE, START_MICROS + micros(scenario.hours())));
            tell(new CampaignInput.Commanded(campaign, CampaignInput.Command.START));
        }
        if (scenario.callers().any()) {
            tell(new CampaignInput.Configured(
                    queue(), settings(scenario.first()).asQueue()));
            tell(new CampaignInput.Commanded(queue(), CampaignInput.Command.START));
        }
        shift.begin();
        inflow.begin();
        tick();
    }

    /** The callers' queue, behind the campaigns. */
    private long queue() {
        return crowds.size() + 1L;
    }

    private void callsIn(long id) {
        Channel channel = new Channel((int) queue());
        channel.found = Found.PARKED;
        channel.calls = inflow.talk();
        channels.put(id, channel);
        measures.callsIn(id, nowMicros());
        inflow.patience().ifPresent(longest -> time.after(longest, () -> hangsUpAlone(id, channel)));
        tell(new CallInput.Arrived(id, queue(), id, NODE, ""));
    }

    private void tick() {
        tell(new Tick());
        time.after(TICK, this::tick);
    }

    private CampaignSettings settings(Scenario.Work work) {
        return new CampaignSettings(
                mode,
                work.weight(),
                1,
                work.cap(),
                (int) (work.ringSeconds() * 1_000),
                2_000,
                work.detection().on(),
                work.detection().hangsUp() ? MachineAction.HANG_UP : MachineAction.AGENT,
                OverflowAction.MESSAGE,
                0,
                0,
                false,
                new Means(
                        (int) (work.means().releaseRungSeconds() * 1_000),
                        work.means().choosesLeads(),
                        (int) (work.means().rescueAfterSeconds() * 1_000)),
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
        watcher.accept(effect, nowMicros());
        switch (effect) {
            case TelephonyEffect telephony -> obey(telephony);
            case StoreEffect.RequestLeads request -> later(GATE, leads(request));
            case StoreEffect.RunGate gate -> later(GATE, new CallInput.GatePassed(gate.callId()));
            case StoreEffect.AgentChanged changed -> agentChanged(changed);
            case StoreEffect.CallEnded ended -> callEnded(ended);
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

    private void callEnded(StoreEffect.CallEnded ended) {
        if (ended.outcome() == Outcome.MACHINE && ending.party instanceof Party.Person) {
            measures.takenForMachine(ended.campaignId(), nowMicros());
        }
    }

    private CampaignInput leads(StoreEffect.RequestLeads request) {
        List<ReservedLead> leads = new ArrayList<>(request.count());
        People crowd = crowd(request.campaignId());
        for (int i = 0; i < request.count(); i++) {
            nextLead++;
            leads.add(new ReservedLead(nextLead, nextLead, crowd.promise(nextLead)));
        }
        return new CampaignInput.LeadsReserved(request.campaignId(), leads, false);
    }

    private People crowd(long campaign) {
        return crowds.get((int) campaign - 1);
    }

    private void agentChanged(StoreEffect.AgentChanged changed) {
        if (changed.state() == AgentState.WRAP_UP) {
            Input done = new AgentInput.Disposed(changed.agentId(), changed.callId(), "DONE");
            boolean machine = measures.withMachine(changed.agentId());
            later(machine ? DISPOSES : wrapUp(changed.agentId()), done);
        }
    }

    private Duration wrapUp(long agent) {
        return shift.wrapUp(agent, scenario.wrapUpAfter(measures.workedFor(agent)));
    }

    private void obey(TelephonyEffect effect) {
        switch (effect) {
            case TelephonyEffect.Originate originate -> dial(originate);
            case TelephonyEffect.Welcome welcome -> later(Duration.ZERO, new CallInput.Parked(welcome.callId()));
            case TelephonyEffect.Bridge bridge -> time.after(BRIDGE, () -> bridge(bridge));
            case TelephonyEffect.Play play -> later(MESSAGE, new CallInput.PromptFinished(play.callId(), true));
            case TelephonyEffect.RecordVoicemail voicemail ->
                throw new IllegalStateException("the lab's campaigns have no voicemail box");
            case TelephonyEffect.Hold hold -> throw new IllegalStateException("the lab's agents put nobody on hold");
            case TelephonyEffect.HandOver handOver ->
                throw new IllegalStateException("the lab's agents transfer nobody");
            case TelephonyEffect.Monitor monitor -> throw new IllegalStateException("the lab has no supervisors");
            case TelephonyEffect.ParkLeg park -> later(BRIDGE, new AgentInput.LegParked(park.agentId(), park.leg()));
            case TelephonyEffect.Record record -> {
                // Nothing of the pacing depends on it.
            }
            case TelephonyEffect.HangUp hangUp -> time.after(HANG_UP, () -> end(hangUp.callId(), NORMAL));
            case TelephonyEffect.ConnectLeg connect -> {
                legs.put(connect.agentId(), connect.leg());
                later(BRIDGE, new AgentInput.LegParked(connect.agentId(), connect.leg()));
            }
            case TelephonyEffect.DropLeg drop -> {
                legs.remove(drop.agentId());
                later(HANG_UP, new AgentInput.LegEnded(drop.agentId(), drop.leg(), NORMAL));
            }
            case TelephonyEffect.ReadChannels read -> {
                long asked = nowMicros();
                time.after(HANG_UP, () -> tell(channels(asked)));
            }
        }
    }

    private void dial(TelephonyEffect.Originate originate) {
        long id = originate.callId();
        Channel channel = new Channel((int) originate.campaignId());
        channels.put(id, channel);
        if (scenario.carrierFails(time.nowNanos() / 60e9)) {
            time.after(REFUSED_AFTER, () -> end(id, CONGESTION));
            return;
        }
        Duration timeout = Duration.ofMillis(originate.ringTimeoutMillis());
        double part = time.nowNanos() / 1e3 / micros(scenario.hours());
        switch (crowd(originate.campaignId()).fateOf(id, part)) {
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

    /** Without detection a machine is recognised by the network at once and takes nobody's time, as in the published comparisons. */
    private void answer(long id, Channel channel) {
        if (channels.get(id) != channel) {
            return;
        }
        if (scenario.campaigns().get(channel.campaign - 1).detection().on()) {
            listen(id, channel);
        } else if (channel.party instanceof Party.Person person) {
            park(id, channel, person);
        } else {
            end(id, NORMAL);
        }
    }

    private void listen(long id, Channel channel) {
        channel.found = Found.BUSY;
        tell(new CallInput.Answered(id));
        Detection heard = crowd(channel.campaign).detect(id, channel.party);
        CallInput.Detection verdict = switch (heard.status()) {
            case "MACHINE" -> CallInput.Detection.MACHINE;
            case "HUMAN" -> CallInput.Detection.PERSON;
            default -> CallInput.Detection.UNSURE;
        };
        time.after(heard.after(), () -> {
            if (channels.get(id) == channel) {
                channel.found = Found.PARKED;
                tell(new CallInput.Detected(id, verdict, heard.cause()));
                tell(new CallInput.Parked(id));
            }
        });
    }

    private void park(long id, Channel channel, Party.Person person) {
        channel.found = Found.PARKED;
        tell(new CallInput.Answered(id));
        tell(new CallInput.Parked(id));
        if (scenario.campaigns().get(channel.campaign - 1).hangsUp()) {
            time.after(person.patience(), () -> hangsUpAlone(id, channel));
        }
    }

    /** Who has no agent by now loses patience. */
    private void hangsUpAlone(long id, Channel channel) {
        if (channels.get(id) == channel && channel.agentId == 0) {
            end(id, NORMAL);
        }
    }

    private void bridge(TelephonyEffect.Bridge bridge) {
        long id = bridge.callId();
        Channel channel = channels.get(id);
        if (channel == null || !legs.containsKey(bridge.agentId())) {
            // Either of them has hung up in these milliseconds.
            tell(new CallInput.BridgeFailed(id, bridge.agentId(), "no such channel"));
            return;
        }
        channel.agentId = bridge.agentId();
        channel.found = Found.BRIDGED;
        boolean machine = channel.calls == null && !(channel.party instanceof Party.Person);
        measures.talksWith(bridge.agentId(), machine);
        tell(new CallInput.Bridged(id, bridge.agentId()));
        if (channel.calls != null) {
            talk(id, channel, channel.calls);
            return;
        }
        if (!(channel.party instanceof Party.Person person)) {
            time.after(LISTENS, () -> {
                if (channels.get(id) == channel) {
                    tell(new AgentInput.HearsMachine(bridge.agentId()));
                }
            });
            return;
        }
        talk(id, channel, crowd(channel.campaign).talk(id, person));
    }

    private void talk(long id, Channel channel, Duration usual) {
        Duration talk = Duration.ofNanos((long) (usual.toNanos() * shift.pace(channel.agentId)));
        time.after(talk, () -> end(id, NORMAL));
        foresee(id, channel, talk);
    }

    private void foresee(long id, Channel channel, Duration talk) {
        Duration hint = Duration.ofNanos((long) (scenario.agents().hintSeconds() * 1e9));
        if (hint.isPositive()) {
            Duration until = talk.compareTo(hint) > 0 ? talk.minus(hint) : Duration.ZERO;
            time.after(until, () -> {
                if (channels.get(id) == channel) {
                    tell(new AgentInput.SeesEnd(channel.agentId));
                }
            });
        }
    }

    /** The agent's phone dies, with whoever is on it. */
    private void unplug(long agent) {
        Integer leg = legs.remove(agent);
        List<Long> cut = channels.entrySet().stream()
                .filter(entry -> entry.getValue().agentId == agent)
                .map(Map.Entry::getKey)
                .toList();
        cut.forEach(id -> end(id, NORMAL));
        if (leg != null) {
            tell(new AgentInput.LegEnded(agent, leg, NORMAL));
        }
    }

    private void end(long id, int cause) {
        Channel channel = channels.remove(id);
        if (channel == null) {
            return;
        }
        ending = channel;
        tell(new CallInput.Ended(id, cause));
        Integer leg = legs.get(channel.agentId);
        if (leg != null) {
            tell(new AgentInput.LegParked(channel.agentId, leg));
        }
    }
}
