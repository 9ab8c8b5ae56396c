package io.tactus.telephony.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Readings of all channels, one at a time: from CoreShowChannels to the rows of ours, given some time to settle. */
final class ChannelReading {
    private final Consumer<Done> settled;
    private @Nullable Done current;
    private boolean complete;
    private boolean again;

    /** A reading, when it was asked for and what it showed. */
    record Done(String actionId, long askedMicros, long askedNanos, List<ChannelRow> rows) {}

    /** @param settled gets every reading that was not dropped before */
    ChannelReading(Consumer<Done> settled) {
        this.settled = settled;
    }

    /** Whether a reading may begin now; if not, another one is wanted after the one under way. */
    boolean mayBegin() {
        again = current != null;
        return !again;
    }

    void begin(String actionId, long askedMicros, long askedNanos) {
        current = new Done(actionId, askedMicros, askedNanos, new ArrayList<>());
        complete = false;
    }

    void row(String actionId, ChannelRow row) {
        if (current != null && current.actionId().equals(actionId)) {
            current.rows().add(row);
        }
    }

    /** Says whether this ends the reading under way. */
    boolean complete(String actionId) {
        complete |= current != null && current.actionId().equals(actionId);
        return complete;
    }

    /** Whether this reading still waits for its last row. */
    boolean waits(String actionId) {
        return current != null && current.actionId().equals(actionId) && !complete;
    }

    /** Hands the reading over unless it was dropped meanwhile. Says whether another one is wanted. */
    boolean settle(String actionId) {
        Done done = current;
        if (done == null || !done.actionId().equals(actionId)) {
            return false;
        }
        current = null;
        settled.accept(done);
        boolean wanted = again;
        again = false;
        return wanted;
    }

    /** The link is gone. */
    void drop() {
        current = null;
        again = false;
    }
}
