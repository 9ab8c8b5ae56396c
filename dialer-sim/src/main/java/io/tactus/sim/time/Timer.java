package io.tactus.sim.time;

/** A happening that was planned and can be called off. */
public final class Timer implements Comparable<Timer> {
    final long dueNanos;
    private final long order;
    private final Runnable action;
    private boolean cancelled;

    Timer(long dueNanos, long order, Runnable action) {
        this.dueNanos = dueNanos;
        this.order = order;
        this.action = action;
    }

    /** Calls the happening off; does nothing when it has already taken place. World thread only. */
    public void cancel() {
        cancelled = true;
    }

    void fire() {
        if (!cancelled) {
            cancelled = true;
            action.run();
        }
    }

    @Override
    public int compareTo(Timer other) {
        var byTime = Long.compare(dueNanos, other.dueNanos);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
