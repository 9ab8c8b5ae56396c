package io.tactus.sim.pbx;

import io.tactus.sim.ledger.Facts;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Connects two channels and takes them apart, with Asterisk's order of events. */
final class Bridges {
    private final ChannelEvents events;
    private final Facts facts;
    private final AsyncAgi agi;
    private final FarEnd farEnd;
    private final Consumer<Channel> released;
    private final SplittableRandom ids = new SplittableRandom(7);

    /** @param released hears of a channel that a bridge has let go, to continue in the dialplan */
    Bridges(PbxParts parts, AsyncAgi agi, FarEnd farEnd, Consumer<Channel> released) {
        this.events = parts.events();
        this.facts = parts.facts();
        this.agi = agi;
        this.farEnd = farEnd;
        this.released = released;
    }

    void bridge(Channel first, Channel second) {
        var bridge = new Bridge(ids.nextLong(), ids.nextLong());
        events.bridge("BridgeCreate", bridge);
        take(first, bridge);
        take(second, bridge);
        var linked = first.createdNanos <= second.createdNanos ? first.linkedId : second.linkedId;
        introduce(first, second, linked);
        introduce(second, first, linked);
        farEnd.talks(first);
        farEnd.talks(second);
    }

    /** Takes one channel out; the other falls out too, and goes on in its dialplan. */
    void leave(Channel channel) {
        var bridge = channel.bridge;
        if (bridge == null) {
            return;
        }
        remove(channel, bridge);
        dissolve(bridge);
    }

    private void dissolve(Bridge bridge) {
        var rest = bridge.members.stream().findFirst();
        rest.ifPresent(other -> remove(other, bridge));
        events.bridge("BridgeDestroy", bridge);
        rest.ifPresent(released);
    }

    private void take(Channel channel, Bridge bridge) {
        if (!channel.isAgentLeg() && channel.parked) {
            facts.bridged(channel.uniqueId, channel.number, System.nanoTime() - channel.parkedWallNanos);
        }
        agi.leaveSilently(channel);
        channel.hears = "";
        var former = channel.bridge;
        if (former != null) {
            remove(channel, former);
        }
        channel.priority = Dialplan.agiPriority(channel) + 1;
        channel.runs("", "");
        channel.hangupCause = Causes.NORMAL;
        channel.bridge = bridge;
        bridge.members.add(channel);
        events.bridge("BridgeEnter", bridge, channel);
        if (former != null) {
            dissolve(former);
        }
    }

    private void remove(Channel channel, Bridge bridge) {
        bridge.members.remove(channel);
        channel.bridge = null;
        farEnd.pauses(channel);
        events.bridge("BridgeLeave", bridge, channel);
    }

    private static void introduce(Channel channel, Channel other, String linkedId) {
        channel.connectedNumber = other.callerNumber;
        channel.connectedName = other.callerName;
        channel.linkedId = linkedId;
    }
}
