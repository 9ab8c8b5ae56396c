package io.tactus.telephony.asterisk;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Figures of the adapter since its start; any thread may read. */
public final class TelephonyMetrics {
    private static final long LONGEST_NANOS = 600_000_000_000L;

    final LongAdder events = new LongAdder();
    final LongAdder foreignEvents = new LongAdder();
    final LongAdder actions = new LongAdder();
    final LongAdder timeouts = new LongAdder();
    final LongAdder connects = new LongAdder();
    final LongAdder linkLosses = new LongAdder();
    final LongAdder overflows = new LongAdder();
    final LongAdder refusedInputs = new LongAdder();
    private final ConcurrentHistogram answeredToBridged = new ConcurrentHistogram(LONGEST_NANOS, 3);

    private volatile LongConsumer bridgeListener = nanos -> {};

    /** Events received that concern this engine's channels. */
    public long events() {
        return events.sum();
    }

    /** Events received that concern other channels, or nothing that the engine uses. */
    public long foreignEvents() {
        return foreignEvents.sum();
    }

    /** Actions sent, pings included. */
    public long actions() {
        return actions.sum();
    }

    /** Actions whose response did not come in time. */
    public long timeouts() {
        return timeouts.sum();
    }

    /** Links made, the first one included. */
    public long connects() {
        return connects.sum();
    }

    /** Links lost or thrown away. */
    public long linkLosses() {
        return linkLosses.sum();
    }

    /** Times that more events came than could wait. */
    public long overflows() {
        return overflows.sum();
    }

    /** Inputs that the engine did not take. */
    public long refusedInputs() {
        return refusedInputs.sum();
    }

    /** Nanoseconds from the receipt of the answer's event to that of the second BridgeEnter; a copy. */
    public Histogram answeredToBridged() {
        return answeredToBridged.copy();
    }

    /** Has every further time from answer to bridge told to the listener. */
    void onBridged(LongConsumer listener) {
        bridgeListener = listener;
    }

    void bridged(long nanos) {
        long known = Math.clamp(nanos, 1, LONGEST_NANOS);
        answeredToBridged.recordValue(known);
        bridgeListener.accept(known);
    }
}
