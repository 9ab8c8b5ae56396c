package io.tactus.dialing;

import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Stops the launching of calls while anything that they need to be durable is out of order, and says what. */
final class StoreHealth {
    private static final Logger LOG = Logger.getLogger(StoreHealth.class);
    private final Consumer<Input> floor;
    private final Map<String, String> failing = new TreeMap<>();

    StoreHealth(Consumer<Input> floor) {
        this.floor = floor;
    }

    /** A part does not work. */
    synchronized void failed(String part, String reason) {
        if (failing.put(part, reason) == null) {
            LOG.warnf("Dialling pauses: %s: %s", part, reason);
            tell();
        }
    }

    /** The part works, or works again. */
    synchronized void works(String part) {
        if (failing.remove(part) != null) {
            LOG.infof("%s works again", part);
            tell();
        }
    }

    /** Why dialling pauses; empty when it does not. */
    synchronized String reason() {
        return failing.isEmpty() ? "" : failing.toString();
    }

    private void tell() {
        floor.accept(
                failing.isEmpty() ? new NetworkInput.DialingUnblocked() : new NetworkInput.DialingBlocked(reason()));
    }
}
