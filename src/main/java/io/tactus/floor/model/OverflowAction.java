package io.tactus.floor.model;

/** What a live person gets when no agent came free within the answer budget. */
public enum OverflowAction {
    /** Safe-harbour message, then hang up. */
    MESSAGE,
    /** Greeting, beep, recording into the campaign's voicemail box. */
    VOICEMAIL,
    HANG_UP
}
