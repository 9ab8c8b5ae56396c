package io.tactus.sim.pbx;

import io.tactus.sim.message.Message;
import java.util.function.UnaryOperator;

/**
 * A channel as a list of channels shows it.
 *
 * @param name the channel's name
 * @param snapshot adds the channel's snapshot to a message, in Asterisk's order
 * @param application what runs on it
 * @param applicationData with what arguments
 * @param bridgeId the bridge it is in, or the empty string
 * @param seconds its age, simulated
 */
public record ChannelView(
        String name,
        UnaryOperator<Message> snapshot,
        String application,
        String applicationData,
        String bridgeId,
        long seconds) {}
