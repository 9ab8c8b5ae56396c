package io.tactus.telephony.asterisk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids that this engine gives its channels; any other id belongs to somebody else and is left alone.
 *
 * <p>They end in a dot because Asterisk's Bridge action takes the first channel whose name or id <em>begins</em> with what it is given: without it,
 * a bridge for call 1 could take call 10. No id is the beginning of another.
 */
final class ChannelIds {
    private static final Pattern CUSTOMER = Pattern.compile("tct-c-([1-9][0-9]{0,18})\\.");
    private static final Pattern LEG = Pattern.compile("tct-a-([1-9][0-9]{0,18})-([1-9][0-9]{0,9})\\.");

    private ChannelIds() {}

    /** A channel of ours. */
    sealed interface ChannelId {}

    /** A customer's channel. */
    record Customer(long callId) implements ChannelId {
        @Override
        public String toString() {
            return "tct-c-" + callId + ".";
        }
    }

    /** An agent's leg. */
    record Leg(long agentId, int leg) implements ChannelId {
        @Override
        public String toString() {
            return "tct-a-" + agentId + "-" + leg + ".";
        }
    }

    /** The channel that the id names, if it is one of ours. */
    static Optional<ChannelId> find(String text) {
        try {
            Matcher customer = CUSTOMER.matcher(text);
            if (customer.matches()) {
                return Optional.of(new Customer(Long.parseLong(customer.group(1))));
            }
            Matcher leg = LEG.matcher(text);
            if (leg.matches()) {
                return Optional.of(new Leg(Long.parseLong(leg.group(1)), Integer.parseInt(leg.group(2))));
            }
        } catch (NumberFormatException e) {
            // More digits than a number of ours has: not ours.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
