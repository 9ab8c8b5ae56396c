package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;
import static io.tactus.lab.storm.Agenda.SECOND;

import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CallInput.Detection;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.telephony.OriginateRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A telephony node as it truly is: the customers' channels and the agents' legs. It lives on when the engine dies. */
final class PhoneNode {
    private static final int[] REFUSALS = {17, 1, 34, 21};

    /** A customer's channel. */
    static final class Channel {
        final long callId;
        final String trunk;
        final long bornMicros;
        Found found = Found.RINGING;
        long agentId;
        boolean gone;
        /** Agent, message or voicemail box: the person is not left alone. */
        boolean served;
        /** A fault has struck this very call: what it hears, it may hear late. */
        boolean struck;

        Channel(long callId, String trunk, long bornMicros) {
            this.callId = callId;
            this.trunk = trunk;
            this.bornMicros = bornMicros;
        }
    }

    /** An agent's leg. */
    static final class Leg {
        final int number;
        Found found = Found.RINGING;
        long callId;
        /** The agent whose leg it hears; 0 for none. */
        long hears;

        Leg(int number) {
            this.number = number;
        }
    }

    final String name;
    final int index;
    private final World world;
    private final Map<Long, Channel> channels = new LinkedHashMap<>();
    private final Map<Long, Leg> legs = new LinkedHashMap<>();
    /** The engine and the node can speak to each other. */
    boolean reachable = true;

    PhoneNode(int index, World world) {
        this.index = index;
        this.name = "n" + index;
        this.world = world;
    }

    private void in(long micros, Runnable what) {
        world.agenda.in(micros, what);
    }

    void originate(OriginateRequest request) {
        long id = request.callId();
        if (channels.containsKey(id)) {
            throw new Broken("call " + id + " is dialled a second time while it is under way");
        }
        Channel channel = new Channel(id, request.trunk(), world.agenda.now());
        channels.put(id, channel);
        world.promises.dialled(this, channel, channels.values());
        double fate = world.dice.roll("fate", id, 0);
        in(300 * MILLI, () -> {
            if (!channel.gone) {
                world.tell(this, channel, new CallInput.Ringing(id));
            }
        });
        if (fate < 0.5) {
            in(world.dice.between(1, 12_000, "answers", id, 0) * MILLI, () -> answer(request, channel, fate < 0.4));
        } else if (fate < 0.7) {
            int cause = REFUSALS[world.dice.below(REFUSALS.length, "cause", id, 0)];
            in(world.dice.between(100, 4_000, "refuses", id, 0) * MILLI, () -> end(channel, cause));
        }
        in(request.ringTimeoutMillis() * MILLI, () -> {
            if (channel.found == Found.RINGING) {
                end(channel, 0);
            }
        });
    }

    private void answer(OriginateRequest request, Channel channel, boolean person) {
        if (channel.gone) {
            return;
        }
        long id = channel.callId;
        channel.found = Found.BUSY;
        world.tell(this, channel, new CallInput.Answered(id));
        boolean detects = !request.amdParameters().equals(OriginateRequest.NO_DETECTION);
        if (person) {
            world.promises.answered(this, channel);
        }
        long verdictAfter = detects ? world.dice.between(300, 1_600, "detects", id, 0) * MILLI : 0;
        in(verdictAfter, () -> {
            if (!channel.gone && detects) {
                Detection verdict = person ? Detection.PERSON : Detection.MACHINE;
                world.tell(this, channel, new CallInput.Detected(id, verdict, "storm"));
            }
        });
        in(verdictAfter + MILLI, () -> {
            if (!channel.gone) {
                channel.found = Found.PARKED;
                world.tell(this, channel, new CallInput.Parked(id));
            }
        });
        in(world.dice.between(3_000, 25_000, "patience", id, 0) * MILLI, () -> {
            if (channel.found != Found.BRIDGED) {
                end(channel, 16);
            }
        });
    }

    void bridge(long callId, long agentId, int legNumber) {
        Channel channel = channels.get(callId);
        Leg leg = legs.get(agentId);
        if (channel == null
                || channel.found == Found.RINGING
                || channel.found == Found.BUSY
                || leg == null
                || leg.number != legNumber
                || leg.found != Found.PARKED && leg.hears == 0
                || world.faults.strikes(Fault.Kind.FAILED_BRIDGE, callId, agentId)) {
            strike(channel);
            world.tell(this, channel, new CallInput.BridgeFailed(callId, agentId, "storm"));
            return;
        }
        boolean first = channel.agentId == 0;
        leaveBridge(channel);
        channel.found = Found.BRIDGED;
        channel.served = true;
        channel.agentId = agentId;
        leg.found = Found.BRIDGED;
        leg.hears = 0;
        leg.callId = callId;
        in(2 * MILLI, () -> world.tell(this, channel, new CallInput.Bridged(callId, agentId)));
        if (first) {
            in(world.dice.between(1_000, 60_000, "talks", callId, 0) * MILLI, () -> end(channel, 16));
        }
    }

    /** The agent's leg falls out of the bridge and parks. */
    private void leaveBridge(Channel channel) {
        Leg leg = legs.get(channel.agentId);
        if (leg != null && leg.callId == channel.callId) {
            leg.callId = 0;
            leg.found = Found.PARKED;
            world.tell(this, channel.agentId, new AgentInput.LegParked(channel.agentId, leg.number));
        }
    }

    void hold(long callId) {
        move(callId, Found.HELD, new CallInput.Held(callId));
    }

    void handOver(long callId) {
        move(callId, Found.BRIDGED, new CallInput.HandedOver(callId));
    }

    private void move(long callId, Found to, CallInput done) {
        Channel channel = channels.get(callId);
        if (channel == null || world.faults.strikes(Fault.Kind.FAILED_BRIDGE, callId, channel.agentId)) {
            world.tell(this, channel, new CallInput.MoveFailed(callId, "storm"));
            return;
        }
        leaveBridge(channel);
        channel.found = to;
        channel.agentId = to == Found.BRIDGED ? 0 : channel.agentId;
        in(2 * MILLI, () -> {
            if (!channel.gone) {
                world.tell(this, channel, done);
            }
        });
    }

    void play(long callId) {
        serve(callId, 4 * SECOND, new CallInput.PromptFinished(callId, true));
    }

    void record(long callId) {
        serve(callId, 9 * SECOND, new CallInput.VoicemailRecorded(callId, "vm-" + callId, 5_000));
    }

    private void serve(long callId, long micros, CallInput after) {
        Channel channel = channels.get(callId);
        if (channel == null || channel.found == Found.BRIDGED) {
            world.tell(this, channel, new CallInput.PromptFinished(callId, false));
            return;
        }
        channel.served = true;
        channel.found = Found.BUSY;
        in(micros, () -> {
            if (!channel.gone) {
                channel.found = Found.PARKED;
                world.tell(this, channel, after);
            }
        });
    }

    void hangUp(long callId) {
        Channel channel = channels.get(callId);
        if (channel != null) {
            end(channel, 16);
        }
    }

    private void end(Channel channel, int cause) {
        if (channel.gone) {
            return;
        }
        channels.remove(channel.callId);
        channel.gone = true;
        channel.found = Found.BUSY;
        world.totals.callSeconds += (world.agenda.now() - channel.bornMicros) * 1e-6;
        world.tell(this, channel, new CallInput.Ended(channel.callId, cause));
        leaveBridge(channel);
    }

    void connectLeg(long agentId, int number) {
        Leg before = legs.get(agentId);
        if (before != null && world.plan.calm()) {
            throw new Broken("agent " + agentId + " gets leg " + number + " while leg " + before.number + " lives");
        } else if (before != null) {
            // Left over from an engine that died, or held by one that slept: the phone is engaged.
            world.tell(this, agentId, new AgentInput.LegEnded(agentId, number, 17));
            return;
        }
        if (world.phone(agentId).outside() && world.dice.chance(0.3, "not picked up", agentId, number)) {
            // Nobody picks it up, or nobody presses the key.
            in(900 * MILLI, () -> world.tell(this, agentId, new AgentInput.LegEnded(agentId, number, 19)));
            return;
        }
        Leg leg = new Leg(number);
        legs.put(agentId, leg);
        in(world.dice.between(50, 400, "phone", agentId, number) * MILLI, () -> {
            if (legs.get(agentId) == leg) {
                leg.found = Found.PARKED;
                world.tell(this, agentId, new AgentInput.LegParked(agentId, number));
            }
        });
    }

    void dropLeg(long agentId, int number) {
        Leg leg = legs.get(agentId);
        if (leg == null || leg.number != number) {
            return;
        }
        legs.remove(agentId);
        legs.forEach((id, other) -> {
            if (other.hears == agentId) {
                parkLeg(id, other.number);
            }
        });
        Channel channel = channels.get(leg.callId);
        if (channel != null) {
            channel.found = Found.HELD;
            world.tell(this, channel, new CallInput.Held(channel.callId));
        }
        world.tell(this, agentId, new AgentInput.LegEnded(agentId, number, 16));
    }

    void monitor(TelephonyEffect.Monitor wish) {
        Leg leg = legs.get(wish.agentId());
        Leg target = legs.get(wish.targetId());
        if (leg == null || leg.number != wish.leg() || leg.found != Found.PARKED && leg.hears == 0) {
            return;
        }
        leg.found = Found.BUSY;
        leg.hears = wish.targetId();
        if (target == null || target.number != wish.targetLeg()) {
            dropLeg(wish.agentId(), wish.leg());
        }
    }

    void parkLeg(long agentId, int number) {
        Leg leg = legs.get(agentId);
        if (leg != null && leg.number == number && leg.hears != 0) {
            leg.hears = 0;
            leg.found = Found.PARKED;
            world.tell(this, agentId, new AgentInput.LegParked(agentId, number));
        }
    }

    /** The browser that held the leg is closed, or its machine lost the network. */
    void loseLeg(long agentId) {
        Leg leg = legs.get(agentId);
        if (leg != null) {
            strike(channels.get(leg.callId));
            dropLeg(agentId, leg.number);
        }
    }

    /** Everything on the node is gone at once, and nobody hears of it. */
    void crash() {
        for (Channel channel : channels.values()) {
            channel.gone = true;
            channel.struck = true;
            world.totals.callSeconds += (world.agenda.now() - channel.bornMicros) * 1e-6;
        }
        channels.clear();
        legs.clear();
    }

    NetworkInput.Snapshot snapshot(long askedMicros) {
        List<NetworkInput.CallChannel> calls = new ArrayList<>();
        channels.forEach((id, c) ->
                calls.add(new NetworkInput.CallChannel(id, c.found, c.found == Found.BRIDGED ? c.agentId : 0)));
        List<NetworkInput.LegChannel> found = new ArrayList<>();
        legs.forEach((id, l) -> found.add(new NetworkInput.LegChannel(id, l.number, l.found, l.callId)));
        return new NetworkInput.Snapshot(name, askedMicros, calls, found);
    }

    static void strike(@org.jspecify.annotations.Nullable Channel channel) {
        if (channel != null) {
            channel.struck = true;
        }
    }

    /** Calls that are on the node now. */
    Iterable<Long> calls() {
        return channels.keySet();
    }

    boolean hasCalls() {
        return !channels.isEmpty();
    }

    /** Agents whose legs are on the node now. */
    Iterable<Long> agents() {
        return legs.keySet();
    }
}
