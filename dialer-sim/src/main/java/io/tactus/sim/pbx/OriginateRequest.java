package io.tactus.sim.pbx;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A dial as a client asked for it.
 *
 * @param dialString what follows {@code PJSIP/}: number@trunk, or an agent's endpoint
 * @param actionId the client's mark, repeated in the OriginateResponse event
 * @param channelId the unique id that the channel is to have
 * @param callerNumber caller id number, or Asterisk's word for none
 * @param callerName caller id name, or Asterisk's word for none
 * @param context where an answered call enters the dialplan
 * @param timeout after which an unanswered call is given up, simulated time
 * @param variables channel variables
 */
public record OriginateRequest(
        String dialString,
        Optional<String> actionId,
        Optional<String> channelId,
        String callerNumber,
        String callerName,
        String context,
        Duration timeout,
        Map<String, String> variables) {

    /** The number dialled, or the agent's endpoint. */
    public String number() {
        var at = dialString.indexOf('@');
        return at < 0 ? dialString : dialString.substring(0, at);
    }

    /** The trunk; empty for an agent's endpoint. */
    public Optional<String> trunk() {
        var at = dialString.indexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(dialString.substring(at + 1));
    }
}
