package io.tactus.sim.pbx;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The channels alive, found by name or unique id as every action allows. */
final class Channels {
    private final Map<String, Channel> byName = new LinkedHashMap<>();
    private final Map<String, Channel> byId = new HashMap<>();
    private int serial;

    /** The next channel's name: technology, trunk or endpoint, and a running number of eight hexadecimal digits. */
    String nextName(String peer) {
        return String.format(Locale.ROOT, "PJSIP/%s-%08x", peer, serial++);
    }

    /** A unique id for a channel whose client asked for none. */
    String nextUniqueId() {
        return System.currentTimeMillis() / 1000 + "." + serial;
    }

    void add(Channel channel) {
        byName.put(channel.name, channel);
        byId.put(channel.uniqueId, channel);
    }

    void remove(Channel channel) {
        byName.remove(channel.name);
        byId.remove(channel.uniqueId);
    }

    boolean lives(String uniqueId) {
        return byId.containsKey(uniqueId);
    }

    Optional<Channel> find(String nameOrId) {
        return Optional.ofNullable(byName.get(nameOrId)).or(() -> Optional.ofNullable(byId.get(nameOrId)));
    }

    Collection<Channel> all() {
        return byName.values();
    }

    /** Forgets everything, as after the death of the process; the running number starts over. */
    void clear() {
        byName.clear();
        byId.clear();
        serial = 0;
    }
}
