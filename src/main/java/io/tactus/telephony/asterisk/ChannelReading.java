package io.tactus.telephony.asterisk;

import java.util.ArrayList;
import java.util.List;

/** A CoreShowChannels under way. */
final class ChannelReading {
    final String actionId;
    final long askedMicros;
    final long askedNanos;
    final List<ChannelRow> rows = new ArrayList<>();
    boolean complete;

    ChannelReading(String actionId, long askedMicros, long askedNanos) {
        this.actionId = actionId;
        this.askedMicros = askedMicros;
        this.askedNanos = askedNanos;
    }
}
