package io.tactus.telephony.asterisk;

import io.tactus.telephony.IncomingCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * People who call in at one node and hear it ringing until the engine takes or refuses them; node's thread only. Bounded: who comes when too many
 * wait already rings on, and is told of by a later reading.
 */
final class Callers {
    private static final Logger LOG = Logger.getLogger(Callers.class);
    private static final int MOST_WAITING = 1_000;

    private final String node;
    private final Consumer<IncomingCall> incoming;
    /** Names of their channels, by Asterisk's ids. */
    private final Map<String, String> waiting = new LinkedHashMap<>();

    Callers(String node, Consumer<IncomingCall> incoming) {
        this.node = node;
        this.incoming = incoming;
    }

    /** Told of once. */
    void cameIn(AmiEvent.CameIn event) {
        if (waiting.size() >= MOST_WAITING) {
            LOG.warnf("%d callers wait at %s already; one more rings on", MOST_WAITING, node);
        } else if (waiting.put(event.uniqueId(), event.channel()) == null) {
            incoming.accept(new IncomingCall(node, event.uniqueId(), event.number(), event.caller()));
        }
    }

    void wentAway(String uniqueId) {
        waiting.remove(uniqueId);
    }

    /** The name of the channel, whose fate is decided now; empty when the caller is gone. */
    Optional<String> take(String uniqueId) {
        return Optional.ofNullable(waiting.remove(uniqueId));
    }

    /** Who went away in the meantime cannot be known; the first reading tells who is still there. */
    void linkLost() {
        waiting.clear();
    }
}
