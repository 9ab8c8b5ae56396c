package io.tactus.telephony.asterisk;

import io.tactus.telephony.IncomingCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * People who call in at one node and hear it ringing until the engine takes or refuses them; node's thread only. Bounded: who comes when too many
 * wait already rings on, and is told of by a later reading.
 */
final class Callers {
    private static final Logger LOG = Logger.getLogger(Callers.class);
    private static final int MOST_WAITING = 1_000;

    private static final Pattern NAME = Pattern.compile("PJSIP/(.+)-[0-9a-f]+");

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
            incoming.accept(
                    new IncomingCall(node, event.uniqueId(), trunkOf(event.channel()), event.number(), event.caller()));
        }
    }

    /** The endpoint that the channel's name begins with. */
    private static String trunkOf(String channel) {
        Matcher name = NAME.matcher(channel);
        return name.matches() ? name.group(1) : "";
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
