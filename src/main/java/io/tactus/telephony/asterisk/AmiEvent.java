package io.tactus.telephony.asterisk;

import io.tactus.telephony.asterisk.ChannelIds.ChannelId;

/** What Asterisk reports, in our terms and only as far as it concerns this engine. */
sealed interface AmiEvent {

    /** Something about one of our channels. */
    sealed interface OfChannel extends AmiEvent {
        ChannelId id();
    }

    /** The channel exists (Newchannel, DialBegin). */
    record Created(ChannelId id) implements OfChannel {}

    /** The far end rings. */
    record Ringing(ChannelId id) implements OfChannel {}

    /** The channel is up. */
    record Up(ChannelId id) implements OfChannel {}

    /** The channel waits in AsyncAGI. @param held where the music on hold is */
    record Parked(ChannelId id, boolean held) implements OfChannel {}

    /** Machine detection's verdict, in Asterisk's words. */
    record Detected(ChannelId id, String status, String cause) implements OfChannel {}

    /** An AGI command is done. */
    record Executed(ChannelId id, String commandId, String result) implements OfChannel {}

    /** The channel came into a bridge. */
    record Entered(ChannelId id, String bridge) implements OfChannel {}

    /** The channel left a bridge. */
    record Left(ChannelId id, String bridge) implements OfChannel {}

    /** The channel is gone. */
    record HungUp(ChannelId id, int cause) implements OfChannel {}

    /**
     * The end of an originate. Its Uniqueid is of no use: for a refused duplicate it names the live call.
     *
     * @param reason 3 for a time-out
     */
    record OriginateDone(String actionId, boolean success, int reason) implements AmiEvent {}

    /** The node takes calls; also sent at every login. */
    record Booted() implements AmiEvent {}

    /** The node stops. */
    record ShuttingDown() implements AmiEvent {}

    /** Somebody who calls in waits for the engine; said again by every reading until the call is taken. */
    record CameIn(String channel, String uniqueId, String number, String caller) implements AmiEvent {}

    /** Somebody who called in and was not taken yet is gone. */
    record WentAway(String uniqueId) implements AmiEvent {}

    /** A row of CoreShowChannels. */
    record Listed(String actionId, ChannelRow row) implements AmiEvent {}

    /** The last row of CoreShowChannels was sent. */
    record ListComplete(String actionId) implements AmiEvent {}
}
