package io.tactus.telephony;

/**
 * Somebody who calls in and hears it ringing. Nothing here is to be trusted: the far end says who it is and whom it wants.
 *
 * @param channel the node's own id of the channel
 * @param trunk by which the call came
 * @param number what was dialled, as the trunk gives it; digits and a plus sign, perhaps empty
 * @param caller who calls, as the trunk gives it; digits and a plus sign, empty when it is withheld
 */
public record IncomingCall(String node, String channel, String trunk, String number, String caller) {}
