package io.tactus.telephony.asterisk;

import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.input.NetworkInput.Snapshot;
import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.ChannelIds.Leg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One node's channels as far as this engine made them. Changed by the node's thread; {@link #knows} may be asked by any.
 *
 * <p>Bounded: an entry goes when its channel ends, or when a reading does not show it; of the ended ones the last few thousand are kept
 * so that late events do not raise the dead.
 */
final class Channels {
    private static final int ENDED_KEPT = 4_096;

    private final Map<ChannelId, ChannelMemory> live = new ConcurrentHashMap<>();
    /** Of those who called in, by Asterisk's ids. */
    private final Map<String, ChannelId> taken = new ConcurrentHashMap<>();

    private final Map<ChannelId, ChannelMemory> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ChannelId, ChannelMemory> eldest) {
            boolean tooMany = size() > ENDED_KEPT;
            if (tooMany) {
                taken.remove(eldest.getValue().uniqueId);
            }
            return tooMany;
        }
    };

    /** The channel of this id of Asterisk's, if it is one of ours; any thread may ask. */
    Optional<ChannelId> idOf(String uniqueId) {
        return ChannelIds.find(uniqueId).or(() -> Optional.ofNullable(taken.get(uniqueId)));
    }

    /** Somebody who called in is this call from now on. */
    ChannelMemory take(ChannelId id, String name, String uniqueId, long nanos) {
        taken.put(uniqueId, id);
        ChannelMemory channel = new ChannelMemory(id, name, uniqueId, nanos);
        channel.seen = true;
        channel.rang = true;
        live.put(id, channel);
        return channel;
    }

    /** How commands name the channel. */
    String address(ChannelId id) {
        ChannelMemory known = live.get(id);
        return known == null ? id.toString() : known.address;
    }

    boolean knows(ChannelId id) {
        return live.containsKey(id);
    }

    Optional<ChannelMemory> find(ChannelId id) {
        return Optional.ofNullable(live.get(id));
    }

    Optional<ChannelMemory> findEnded(ChannelId id) {
        return Optional.ofNullable(ended.get(id));
    }

    ChannelMemory getOrCreate(ChannelId id, long nanos) {
        return live.computeIfAbsent(id, key -> new ChannelMemory(key, nanos));
    }

    /** The channel is gone for good. */
    void end(ChannelMemory channel) {
        live.remove(channel.id);
        ended.put(channel.id, channel);
    }

    /** The channel never came to be. */
    void forget(ChannelId id) {
        live.remove(id);
    }

    int size() {
        return live.size();
    }

    /** The other side in the same bridge: a leg for a customer, a customer for a leg. */
    Optional<ChannelMemory> findPartner(ChannelMemory channel) {
        if (channel.bridge.isEmpty()) {
            return Optional.empty();
        }
        boolean wantsLeg = channel.id instanceof Customer;
        for (ChannelMemory other : live.values()) {
            if (other.bridge.equals(channel.bridge) && other.id instanceof Leg == wantsLeg) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /**
     * Makes a snapshot from a reading, and corrects the memory by it.
     *
     * <p>The rows and the events come by two connections, and Asterisk itself promises no order between them. So that neither
     * contradicts the other, each channel is taken from whichever is younger: what an event changed after the reading was asked for
     * stays as remembered, everything else is as the reading says. A snapshot thus never takes back what an input has said, and no
     * input that follows repeats it: the corrected memory knows it as said.
     */
    Snapshot merge(String node, long askedMicros, long askedNanos, List<ChannelRow> rows, long nanos) {
        Map<ChannelId, ChannelRow> listed = new HashMap<>();
        for (ChannelRow row : rows) {
            listed.put(row.id(), row);
        }
        live.values().removeIf(channel -> {
            boolean younger = channel.changedNanos >= askedNanos;
            boolean lost = channel.seen && !younger && !listed.containsKey(channel.id);
            if (lost) {
                taken.remove(channel.uniqueId);
            }
            return lost;
        });
        for (ChannelRow row : listed.values()) {
            ChannelMemory known = live.get(row.id());
            if (known == null && !ended.containsKey(row.id())) {
                created(row, askedNanos).correct(row);
            } else if (known != null && known.changedNanos < askedNanos) {
                known.correct(row);
            }
        }
        return snapshot(node, askedMicros, nanos);
    }

    private ChannelMemory created(ChannelRow row, long nanos) {
        boolean ours = row.uniqueId().equals(row.id().toString());
        return ours ? getOrCreate(row.id(), nanos) : take(row.id(), row.name(), row.uniqueId(), nanos);
    }

    private Snapshot snapshot(String node, long askedMicros, long nanos) {
        Map<String, ChannelMemory> customers = new HashMap<>();
        Map<String, ChannelMemory> legs = new HashMap<>();
        for (ChannelMemory channel : live.values()) {
            if (!channel.bridge.isEmpty()) {
                (channel.id instanceof Customer ? customers : legs).put(channel.bridge, channel);
            }
        }
        List<CallChannel> calls = new ArrayList<>();
        List<LegChannel> agents = new ArrayList<>();
        for (ChannelMemory channel : live.values()) {
            if (!channel.seen) {
                continue;
            }
            switch (channel.id) {
                case Customer customer -> {
                    ChannelMemory leg = legs.get(channel.bridge);
                    long agentId = leg != null && leg.id instanceof Leg of ? of.agentId() : 0;
                    calls.add(new CallChannel(customer.callId(), channel.found(nanos), agentId));
                }
                case Leg leg -> {
                    ChannelMemory customer = customers.get(channel.bridge);
                    long callId = customer != null && customer.id instanceof Customer of ? of.callId() : 0;
                    agents.add(new LegChannel(leg.agentId(), leg.leg(), channel.found(nanos), callId));
                }
            }
        }
        return new Snapshot(node, askedMicros, calls, agents);
    }
}
