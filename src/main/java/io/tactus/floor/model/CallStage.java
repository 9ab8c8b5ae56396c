package io.tactus.floor.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a customer call stands, from the lead's reservation to its end. */
public enum CallStage {
    /** The lead is reserved and offered or waiting for the gate; nothing was dialled yet. */
    RESERVED,
    /** The attempt is durable and the originate has left. */
    DIALLING,
    /** The far end reports ringing. */
    RINGING,
    /** Somebody or something answered; the channel is not yet ready to be bridged. */
    ANSWERED,
    /** Machine detection listens. */
    DETECTING,
    /** A live person waits and no agent is free; or a customer waits, who was given into a queue or parked. */
    WAITING,
    /** An agent is chosen and the bridge is being made. */
    CONNECTING,
    /** Customer and agent are in one bridge. */
    CONNECTED,
    /** The customer hears music; the agent's leg is parked. */
    HELD,
    /** The customer was given to an outside number; no agent is in the call any more. */
    TRANSFERRED,
    /** Overflow: the safe-harbour message plays. */
    MESSAGE,
    /** Overflow: the person speaks to a voicemail box. */
    VOICEMAIL,
    /** A machine answered and hears the recorded message. */
    MACHINE_MESSAGE,
    /** The engine asked for the hang-up and waits for the end. */
    ENDING,
    /** Over; the outcome is final. */
    ENDED;

    private static final Map<CallStage, Set<CallStage>> NEXT = new EnumMap<>(Map.ofEntries(
            Map.entry(RESERVED, EnumSet.of(DIALLING, ENDED)),
            Map.entry(DIALLING, EnumSet.of(RINGING, ANSWERED, ENDING, ENDED)),
            Map.entry(RINGING, EnumSet.of(ANSWERED, ENDING, ENDED)),
            Map.entry(ANSWERED, EnumSet.of(DETECTING, WAITING, CONNECTING, TRANSFERRED, ENDING, ENDED)),
            Map.entry(DETECTING, EnumSet.of(WAITING, CONNECTING, MACHINE_MESSAGE, ENDING, ENDED)),
            Map.entry(WAITING, EnumSet.of(CONNECTING, MESSAGE, VOICEMAIL, ENDING, ENDED)),
            Map.entry(CONNECTING, EnumSet.of(WAITING, CONNECTED, HELD, ENDING, ENDED)),
            Map.entry(CONNECTED, EnumSet.of(HELD, WAITING, TRANSFERRED, ENDING, ENDED)),
            Map.entry(HELD, EnumSet.of(CONNECTED, WAITING, TRANSFERRED, ENDING, ENDED)),
            Map.entry(TRANSFERRED, EnumSet.of(ENDING, ENDED)),
            Map.entry(MESSAGE, EnumSet.of(VOICEMAIL, ENDING, ENDED)),
            Map.entry(VOICEMAIL, EnumSet.of(ENDING, ENDED)),
            Map.entry(MACHINE_MESSAGE, EnumSet.of(ENDING, ENDED)),
            Map.entry(ENDING, EnumSet.of(ENDED)),
            Map.entry(ENDED, EnumSet.noneOf(CallStage.class))));

    /** Whether a call may go from this stage straight to {@code next}. */
    public boolean allows(CallStage next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the call is on its way out and nobody has answered yet. */
    public boolean inFlight() {
        return this == RESERVED || this == DIALLING || this == RINGING;
    }

    /** Whether customer and agent have each other, perhaps with the customer on hold. */
    public boolean talk() {
        return this == CONNECTED || this == HELD;
    }

    /** Whether somebody answered and it is still open who will serve the person. */
    public boolean unserved() {
        return this == ANSWERED || this == DETECTING || this == WAITING;
    }
}
