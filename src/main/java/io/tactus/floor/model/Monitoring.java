package io.tactus.floor.model;

/** How a supervisor takes part in what another agent's phone hears and says. */
public enum Monitoring {
    /** Hears both, and nobody hears the supervisor. */
    LISTEN,
    /** Hears both; only the agent hears the supervisor. */
    WHISPER,
    /** All hear each other. */
    BARGE
}
