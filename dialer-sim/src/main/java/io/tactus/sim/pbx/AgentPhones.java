package io.tactus.sim.pbx;

import io.tactus.sim.world.Fate;
import io.tactus.sim.world.Party;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The agents' phones: registered unless said otherwise, and picked up automatically. */
final class AgentPhones {
    private static final Duration RINGS_AFTER = Duration.ofMillis(40);

    private final Fate answers;
    private final Set<String> offline = new HashSet<>();

    AgentPhones(Duration answersAfter) {
        var rings = answersAfter.compareTo(RINGS_AFTER) < 0 ? answersAfter : RINGS_AFTER;
        this.answers = new Fate.Answered(rings, answersAfter, new Party.AgentPhone());
    }

    void setRegistered(String endpoint, boolean registered) {
        if (registered) {
            offline.remove(endpoint);
        } else {
            offline.add(endpoint);
        }
    }

    /** False for an endpoint, phone or trunk, that cannot be dialled at all. */
    boolean reachable(String endpoint) {
        return !offline.contains(endpoint);
    }

    Fate fate() {
        return answers;
    }
}
