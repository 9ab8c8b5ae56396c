package io.tactus.floor;

import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A telephone network for stories: it obeys effects, holds the true state of every channel, and tells the floor with delays, losses,
 * doubles and swaps, as the faults say. It belongs to the tests of the core and shares nothing with the core but the records.
 */
final class StoryNetwork {
    record Faults(double lost, double doubled, double late, double bridgeFails, double linkBreaksPerMinute) {
        static final Faults NONE = new Faults(0, 0, 0, 0, 0);
    }

    record Due(long at, long number, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due o) {
            return at != o.at ? Long.compare(at, o.at) : Long.compare(number, o.number);
        }
    }

    static final class Channel {
        Found found = Found.RINGING;
        long agentId;
        boolean gone;
    }

    static final class LegChannel {
        final int number;
        Found found = Found.RINGING;
        long callId;
        long hears;

        LegChannel(int number) {
            this.number = number;
        }
    }

    static final long MS = 1_000;
    final PriorityQueue<Due> queue = new PriorityQueue<>();
    final Random random;
    Faults faults;
    long now;
    boolean linkUp = true;
    private long number;
    private final java.util.function.Consumer<Input> floor;
    final Map<Long, Channel> calls = new LinkedHashMap<>();
    final Map<Long, Integer> originates = new LinkedHashMap<>();
    final Map<Long, LegChannel> legs = new LinkedHashMap<>();
    /** Times at which people answered, by call. */
    final Map<Long, Long> answers = new LinkedHashMap<>();

    final double live;
    final double machine;

    StoryNetwork(Random random, Faults faults, double live, double machine, java.util.function.Consumer<Input> floor) {
        this.random = random;
        this.faults = faults;
        this.live = live;
        this.machine = machine;
        this.floor = floor;
    }

    void in(long millis, Runnable what) {
        queue.add(new Due(now + millis * MS, ++number, what));
    }

    /** Tells the floor what happened on the wire, as well as the faults allow. */
    private void tell(Input input) {
        if (!linkUp) {
            return;
        }
        double dice = random.nextDouble();
        if (dice < faults.lost()) {
            return;
        }
        long delay = random.nextDouble() < faults.late() ? 1 + random.nextInt(1500) : 0;
        if (delay == 0) {
            floor.accept(input);
        } else {
            in(delay, () -> floor.accept(input));
        }
        if (random.nextDouble() < faults.doubled()) {
            in(random.nextInt(300), () -> floor.accept(input));
        }
    }

    void obey(TelephonyEffect effect) {
        if (!linkUp) {
            switch (effect) {
                case TelephonyEffect.Originate o -> {
                    originates.merge(o.callId(), 1, Integer::sum);
                    in(5, () -> floor.accept(new CallInput.OriginateFailed(o.callId(), "no link")));
                }
                case TelephonyEffect.Play p ->
                    in(5, () -> floor.accept(new CallInput.PromptFinished(p.callId(), false)));
                case TelephonyEffect.Hold h ->
                    in(5, () -> floor.accept(new CallInput.MoveFailed(h.callId(), "no link")));
                case TelephonyEffect.HandOver h ->
                    in(5, () -> floor.accept(new CallInput.MoveFailed(h.callId(), "no link")));
                case TelephonyEffect.Bridge b ->
                    in(5, () -> floor.accept(new CallInput.BridgeFailed(b.callId(), b.agentId(), "no link")));
                default -> {
                    // Lost with the link.
                }
            }
            return;
        }
        switch (effect) {
            case TelephonyEffect.Originate o -> originate(o);
            case TelephonyEffect.Welcome w -> throw new IllegalStateException("nobody calls in");
            case TelephonyEffect.Bridge b -> in(3, () -> bridge(b));
            case TelephonyEffect.Hold h -> in(3, () -> move(h.callId(), Found.HELD, new CallInput.Held(h.callId())));
            case TelephonyEffect.HandOver h ->
                in(3, () -> move(h.callId(), Found.BRIDGED, new CallInput.HandedOver(h.callId())));
            case TelephonyEffect.Record r -> {
                // Nothing that anybody hears.
            }
            case TelephonyEffect.Play p -> in(4_000, () -> tell(new CallInput.PromptFinished(p.callId(), true)));
            case TelephonyEffect.RecordVoicemail r ->
                in(9_000, () -> tell(new CallInput.VoicemailRecorded(r.callId(), "vm-" + r.callId(), 5_000)));
            case TelephonyEffect.HangUp h -> in(2, () -> end(h.callId(), 16));
            case TelephonyEffect.ConnectLeg c -> connectLeg(c);
            case TelephonyEffect.DropLeg d -> in(2, () -> dropLeg(d.agentId(), d.leg()));
            case TelephonyEffect.Monitor m -> in(3, () -> monitor(m));
            case TelephonyEffect.ParkLeg p -> in(3, () -> park(p.agentId(), p.leg()));
            case TelephonyEffect.ReadChannels r -> {
                long asked = now;
                in(5, () -> snapshot(asked));
            }
        }
    }

    private void originate(TelephonyEffect.Originate o) {
        originates.merge(o.callId(), 1, Integer::sum);
        Channel channel = new Channel();
        calls.put(o.callId(), channel);
        double dice = random.nextDouble();
        in(300, () -> tell(new CallInput.Ringing(o.callId())));
        if (dice < live + machine) {
            boolean person = dice < live;
            in(2_000 + random.nextInt(9_000), () -> answer(o, channel, person));
        } else if (dice < live + machine + 0.2) {
            int[] causes = {17, 1, 34, 21};
            in(600 + random.nextInt(3000), () -> end(o.callId(), causes[random.nextInt(causes.length)]));
        } else {
            in(o.ringTimeoutMillis(), () -> end(o.callId(), 0));
        }
    }

    private void answer(TelephonyEffect.Originate o, Channel channel, boolean person) {
        if (channel.gone) {
            return;
        }
        channel.found = Found.BUSY;
        if (person) {
            answers.put(o.callId(), now);
        }
        tell(new CallInput.Answered(o.callId()));
        Runnable park = () -> {
            if (!channel.gone) {
                channel.found = Found.PARKED;
                tell(new CallInput.Parked(o.callId()));
            }
        };
        if (o.machineDetection()) {
            in(300 + random.nextInt(1300), () -> {
                if (!channel.gone) {
                    CallInput.Detection verdict = person ? CallInput.Detection.PERSON : CallInput.Detection.MACHINE;
                    tell(new CallInput.Detected(o.callId(), verdict, "story"));
                    in(1, park);
                }
            });
        } else {
            in(1, park);
        }
        // Without an agent, people give up.
        in(12_000 + random.nextInt(10_000), () -> {
            if (channel.found != Found.BRIDGED) {
                end(o.callId(), 16);
            }
        });
    }

    private void bridge(TelephonyEffect.Bridge b) {
        Channel channel = calls.get(b.callId());
        LegChannel leg = legs.get(b.agentId());
        boolean possible = channel != null
                && !channel.gone
                && leg != null
                && leg.number == b.leg()
                && (leg.found == Found.PARKED || leg.found == Found.BUSY)
                && random.nextDouble() >= faults.bridgeFails();
        if (!possible) {
            tell(new CallInput.BridgeFailed(b.callId(), b.agentId(), "story"));
            return;
        }
        boolean first = channel.agentId == 0;
        leaveBridge(b.callId(), channel);
        channel.found = Found.BRIDGED;
        channel.agentId = b.agentId();
        leg.found = Found.BRIDGED;
        leg.hears = 0;
        leg.callId = b.callId();
        in(2, () -> tell(new CallInput.Bridged(b.callId(), b.agentId())));
        if (first) {
            in(1_000 + random.nextInt(60_000), () -> end(b.callId(), 16));
        }
    }

    /** The agent's leg falls out of the bridge and parks. */
    private void leaveBridge(long callId, Channel channel) {
        LegChannel leg = legs.get(channel.agentId);
        if (leg != null && leg.callId == callId) {
            leg.callId = 0;
            leg.found = Found.PARKED;
            tell(new AgentInput.LegParked(channel.agentId, leg.number));
        }
    }

    private void move(long callId, Found to, CallInput done) {
        Channel channel = calls.get(callId);
        if (channel == null || random.nextDouble() < faults.bridgeFails()) {
            tell(new CallInput.MoveFailed(callId, "story"));
            return;
        }
        leaveBridge(callId, channel);
        channel.found = to;
        if (to == Found.BRIDGED) {
            channel.agentId = 0;
        }
        in(2, () -> tell(done));
    }

    void end(long callId, int cause) {
        Channel channel = calls.remove(callId);
        if (channel == null) {
            return;
        }
        channel.gone = true;
        tell(new CallInput.Ended(callId, cause));
        leaveBridge(callId, channel);
    }

    private void monitor(TelephonyEffect.Monitor m) {
        LegChannel leg = legs.get(m.agentId());
        LegChannel target = legs.get(m.targetId());
        if (leg != null && leg.number == m.leg() && leg.found != Found.BRIDGED) {
            leg.found = Found.BUSY;
            leg.hears = m.targetId();
            if (target == null || target.number != m.targetLeg()) {
                dropLeg(m.agentId(), m.leg());
            }
        }
    }

    private void park(long agentId, int number) {
        LegChannel leg = legs.get(agentId);
        if (leg != null && leg.number == number && leg.found == Found.BUSY) {
            leg.found = Found.PARKED;
            leg.hears = 0;
            tell(new AgentInput.LegParked(agentId, number));
        }
    }

    private void connectLeg(TelephonyEffect.ConnectLeg c) {
        LegChannel leg = new LegChannel(c.leg());
        LegChannel before = legs.put(c.agentId(), leg);
        if (before != null) {
            throw new AssertionError(
                    "agent " + c.agentId() + " gets leg " + c.leg() + " while leg " + before.number + " lives");
        }
        in(200, () -> {
            if (legs.get(c.agentId()) == leg) {
                leg.found = Found.PARKED;
                tell(new AgentInput.LegParked(c.agentId(), c.leg()));
            }
        });
    }

    void dropLeg(long agentId, int number) {
        LegChannel leg = legs.get(agentId);
        if (leg != null && leg.number == number) {
            legs.remove(agentId);
            List.copyOf(legs.entrySet()).stream()
                    .filter(other -> other.getValue().hears == agentId)
                    .forEach(other -> park(other.getKey(), other.getValue().number));
            Channel channel = calls.get(leg.callId);
            if (channel != null) {
                channel.found = Found.HELD;
                tell(new CallInput.Held(leg.callId));
            }
            tell(new AgentInput.LegEnded(agentId, number, 16));
        }
    }

    void snapshot(long asked) {
        if (!linkUp) {
            return;
        }
        List<NetworkInput.CallChannel> callChannels = new ArrayList<>();
        calls.forEach((id, c) -> callChannels.add(new NetworkInput.CallChannel(id, c.found, c.agentId)));
        List<NetworkInput.LegChannel> legChannels = new ArrayList<>();
        legs.forEach((id, l) -> legChannels.add(new NetworkInput.LegChannel(id, l.number, l.found, l.callId)));
        floor.accept(new NetworkInput.Snapshot("n1", asked, callChannels, legChannels));
    }

    void cutLink(long millis) {
        linkUp = false;
        floor.accept(new NetworkInput.NodeDown("n1", "story"));
        in(millis, () -> {
            linkUp = true;
            snapshot(now);
        });
    }
}
