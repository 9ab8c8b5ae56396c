package io.tactus.telephony;

/**
 * How a node is doing.
 *
 * @param up whether the link works
 * @param detail version of the node when up; what is wrong when down
 * @param roundTripMillis last round trip of a ping; -1 when none came back yet
 */
public record NodeStatus(String node, boolean up, String detail, long roundTripMillis) {}
