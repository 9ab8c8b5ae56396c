package io.tactus.floor.model;

/** What happens to a call that a machine answered. */
public enum MachineAction {
    HANG_UP,
    /** Wait for the end of the greeting, play the campaign's message, hang up. */
    VOICEMAIL_DROP,
    /** Treat the machine like a person. */
    AGENT
}
