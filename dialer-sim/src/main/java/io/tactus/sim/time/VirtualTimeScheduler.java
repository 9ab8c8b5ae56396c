package io.tactus.sim.time;

import java.time.Duration;
import java.util.PriorityQueue;

/** Discrete-event time: the clock jumps from one happening to the next. For runs of whole shifts and for tests without waiting. */
public final class VirtualTimeScheduler implements Scheduler {
    private final PriorityQueue<Timer> agenda = new PriorityQueue<>();
    private long nowNanos;
    private long order;

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        var timer = new Timer(nowNanos + Math.max(0, delay.toNanos()), order++, action);
        agenda.add(timer);
        return timer;
    }

    /** Lets the given simulated time pass, with everything that falls into it. */
    public void runFor(Duration span) {
        var end = nowNanos + span.toNanos();
        for (var next = agenda.peek(); next != null && next.dueNanos <= end; next = agenda.peek()) {
            agenda.remove();
            nowNanos = next.dueNanos;
            next.fire();
        }
        nowNanos = end;
    }
}
