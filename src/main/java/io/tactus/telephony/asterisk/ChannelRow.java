package io.tactus.telephony.asterisk;

import io.tactus.telephony.asterisk.ChannelIds.ChannelId;

/**
 * One of our channels as CoreShowChannels shows it.
 *
 * @param name Asterisk's name of it
 * @param uniqueId Asterisk's id of it; ours, unless somebody called in
 * @param bridge id of its bridge; empty outside of one
 * @param inAgi whether it is in AGI, where it is parked unless it plays
 * @param held whether it is where the music on hold is
 */
record ChannelRow(ChannelId id, String name, String uniqueId, boolean up, String bridge, boolean inAgi, boolean held) {}
