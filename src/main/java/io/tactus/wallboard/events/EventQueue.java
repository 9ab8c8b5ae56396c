package io.tactus.wallboard.events;

import io.tactus.wallboard.events.FloorEvent.Lost;
import io.tactus.wallboard.events.FloorEvent.Numbered;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for one client. When it is full, events are lost until the client has taken all that waits; then it is told
 * how many it missed. So there is one gap with a plain count, instead of many small ones.
 */
final class EventQueue {
    private final int limit;
    private final Deque<Numbered> waiting = new ArrayDeque<>();
    private long lost;
    private @Nullable Numbered lastLost;

    EventQueue(int limit) {
        this.limit = limit;
    }

    /** Adds an event, or counts it as lost; never waits. */
    synchronized void offer(Numbered event) {
        if (lastLost != null || waiting.size() >= limit) {
            lost++;
            lastLost = event;
        } else {
            waiting.add(event);
            notifyAll();
        }
    }

    /** The next event; waits for one. After a gap it is a {@link Lost} with the number and time of the last one that is missing. */
    synchronized Numbered take() throws InterruptedException {
        while (waiting.isEmpty() && lastLost == null) {
            wait();
        }
        if (!waiting.isEmpty()) {
            return waiting.remove();
        }
        Numbered gap = lastLost;
        if (gap == null) {
            throw new IllegalStateException("neither an event nor a gap to tell of");
        }
        Lost count = new Lost(lost);
        lost = 0;
        lastLost = null;
        return new Numbered(gap.seq(), count.type(), gap.at(), count);
    }
}
