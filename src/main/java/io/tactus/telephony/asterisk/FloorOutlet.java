package io.tactus.telephony.asterisk;

import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import io.tactus.telephony.InputSink;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One node's way to the floor. Once the floor refuses an input, or the link is gone, {@code NodeDown} is owed, and until the floor has
 * taken that, nothing else is given to it: what happens meanwhile is told by the snapshot that follows. Only what no snapshot can tell
 * (a voicemail, an originate that never left) is kept.
 */
final class FloorOutlet {
    private static final int MOST_KEPT = 1_000;

    private final String node;
    private final InputSink sink;
    private final TelephonyMetrics metrics;
    private final Deque<Input> kept = new ArrayDeque<>();
    private @Nullable String owed;

    FloorOutlet(String node, InputSink sink, TelephonyMetrics metrics) {
        this.node = node;
        this.sink = sink;
        this.metrics = metrics;
    }

    /** Gives the input to the floor; says no when the floor did not take it. */
    boolean give(Input input) {
        if (owed == null) {
            if (sink.offer(input)) {
                return true;
            }
            owe("the engine is overloaded and takes no events");
        }
        metrics.refusedInputs.increment();
        boolean unrepeatable =
                input instanceof CallInput.VoicemailRecorded || input instanceof CallInput.OriginateFailed;
        if (unrepeatable && kept.size() < MOST_KEPT) {
            kept.add(input);
        }
        return false;
    }

    /** The floor is to hear that the node is down. */
    void owe(String reason) {
        if (owed == null) {
            owed = reason;
        }
    }

    boolean owing() {
        return owed != null;
    }

    /** Tries to pay; true when everything owed has just been paid. */
    boolean pay() {
        String reason = owed;
        if (reason == null || !sink.offer(new NetworkInput.NodeDown(node, reason))) {
            return false;
        }
        owed = null;
        while (!kept.isEmpty()) {
            Input next = kept.peek();
            if (!sink.offer(next)) {
                owe(reason);
                return false;
            }
            kept.poll();
        }
        return true;
    }
}
