package io.tactus.sim.message;

import java.util.Locale;

/** The classes of events by which a session chooses at login, as in manager.conf's {@code read}. */
public enum EventClass {
    /** The server itself. */
    SYSTEM,
    /** Channels, dials, bridges. */
    CALL,
    /** AGI and AsyncAGI. */
    AGI,
    /** Events raised by the dialplan. */
    USER;

    /** The name in an event mask. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String privilege() {
        return word() + ",all";
    }
}
