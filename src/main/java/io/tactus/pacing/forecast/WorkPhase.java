package io.tactus.pacing.forecast;

/** What a busy agent is doing. */
public enum WorkPhase {
    /** In talk. */
    TALK,
    /** In talk, and the agent has said that it comes to its end; counted from that word. */
    CLOSING,
    /** After the talk. */
    WRAP_UP
}
